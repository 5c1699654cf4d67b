"""A row of widgets that goes on in the next line."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from app.ui.widgets.flow_layout import FlowLayout


def test_a_widget_taken_out_leaves_the_others_in_their_order(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(parent)
    for word in ("một", "hai", "ba"):
        layout.addWidget(QLabel(word))
    taken = layout.takeAt(1)
    assert taken is not None
    assert taken.widget().text() == "hai"
    texts = [layout.itemAt(index).widget().text() for index in range(layout.count())]
    assert texts == ["một", "ba"]
    assert layout.itemAt(2) is None
    assert layout.takeAt(2) is None


def test_qt_gets_an_answer_while_python_throws_it_away(qtbot) -> None:
    """The garbage collector empties an instance before its widgets are gone, which Qt tells it."""
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(parent)
    label = QLabel(parent)
    layout.addWidget(label)
    vars(layout).clear()
    assert (layout.count(), layout.itemAt(0)) == (0, None)
    label.setParent(None)  # Qt looks for it in the layout
    assert layout.heightForWidth(100) == 0
