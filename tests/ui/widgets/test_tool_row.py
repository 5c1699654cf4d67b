"""The buttons of a page: every word is seen, however narrow the window or large the letters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from app.ui.widgets import ToolRow

WORDS = ["Mở", "Làm bước tiếp theo", "Vì sao hạn này?", "Đã biết", "In", "Xuất lịch", "Nạp"]


def shown_row(qtbot, width: int, words: Sequence[str] = WORDS) -> ToolRow:
    """Show a row of that width over a page that wants all the room there is."""
    window = QWidget()
    layout = QVBoxLayout(window)
    row = ToolRow()
    layout.addWidget(row)
    layout.addWidget(QWidget(), 1)
    qtbot.addWidget(window)
    row.keep_window = window
    row.set_actions([QAction(word, row) for word in words])
    window.resize(width, 400)
    window.show()
    return row


def buttons(row: ToolRow) -> list[QToolButton]:
    return [button for button in row.findChildren(QToolButton) if button.isVisible()]


def check_all_seen(row: ToolRow) -> None:
    QApplication.processEvents()
    assert buttons(row)
    for button in buttons(row):
        assert button.width() >= button.sizeHint().width()
        assert row.rect().contains(button.geometry())


@pytest.mark.parametrize("width", [250, 400, 1000])
def test_no_button_is_cut_or_left_out(qtbot, width: int) -> None:
    row = shown_row(qtbot, width)
    assert [button.text() for button in buttons(row)] == WORDS
    check_all_seen(row)


def test_a_narrow_window_makes_more_lines_of_them(qtbot) -> None:
    lines = [
        len({button.y() for button in buttons(shown_row(qtbot, width))}) for width in (250, 1400)
    ]
    assert lines[0] > 1
    assert lines[1] == 1


def test_a_button_comes_and_goes_with_its_action(qtbot) -> None:
    row = shown_row(qtbot, 1000)
    action = buttons(row)[1].defaultAction()
    action.setVisible(False)
    assert row.texts() == [WORDS[0], *WORDS[2:]]
    action.setVisible(True)
    action.setText("Làm bước tiếp theo của hồ sơ đang chọn")
    assert row.texts()[1] == "Làm bước tiếp theo của hồ sơ đang chọn"
    check_all_seen(row)


def test_a_page_without_actions_has_no_row(qtbot) -> None:
    row = shown_row(qtbot, 1000)
    row.set_actions([])
    assert row.isHidden()
    assert row.texts() == []


def test_the_actions_of_another_page_take_the_place_of_all_before(qtbot) -> None:
    row = shown_row(qtbot, 1000)
    done = []
    action = QAction("Cất", row)
    action.triggered.connect(lambda: done.append(True))
    row.set_actions([action])
    assert row.texts() == ["Cất"]
    check_all_seen(row)
    buttons(row)[0].click()
    assert done == [True]
