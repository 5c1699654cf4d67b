"""UniKey's key sequences come out as typed in every field that takes text.

Injected events approximate Windows; they do not replace a run there with UniKey itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from app.services.plain import Option
from app.text import fold
from app.ui.widgets import (
    DateEdit,
    LineEdit,
    LineListEdit,
    LongTextEdit,
    RelatedEdit,
    SearchBox,
)
from tests.conftest import NOW
from tests.ui.keyboard import (
    TELEX,
    VNI,
    commit,
    compose,
    press,
    type_text,
    type_with_unikey,
    wait_for_focus,
)

UNITS = ["Ban Tuyên giáo", "Bản tin", "Đặng Thùy", "Sở Xây dựng"]

WORDS = [
    pytest.param(stages, id=f"{method}-{word}")
    for method, table in (("telex", TELEX), ("vni", VNI))
    for word, stages in table.items()
]


def search(text: str) -> list[Option]:
    words = fold(text).split()
    found = [unit for unit in UNITS if all(word in fold(unit) for word in words)]
    return [Option(UNITS.index(unit), unit) for unit in found]


def describe(record_id: int) -> Option:
    return Option(record_id, UNITS[record_id])


def related() -> RelatedEdit:
    editor = RelatedEdit(search, describe)
    editor._timer.setInterval(0)  # the list opens between any two keys
    return editor


def search_box() -> SearchBox:
    box = SearchBox()
    box._timer.setInterval(0)
    return box


def date_edit() -> DateEdit:
    return DateEdit(today=NOW.date)


def table() -> QTableWidget:
    cells = QTableWidget(1, 1)
    cells.setItem(0, 0, QTableWidgetItem("xóa đi"))
    cells.setCurrentCell(0, 0)
    return cells


def text_of(widget: QWidget) -> str:
    match widget:
        case QTableWidget():
            editor = widget.findChild(QLineEdit)
            assert editor is not None
            return editor.text()
        case RelatedEdit() | DateEdit():
            return widget.text()
        case LineListEdit() | LongTextEdit():
            return widget.toPlainText()
        case LineEdit():
            return widget.text()
    raise AssertionError(widget)


FIELDS = [LineEdit, LongTextEdit, LineListEdit, search_box, related, date_edit, table]


@pytest.fixture
def focused(qtbot) -> Callable[[QWidget], QWidget]:
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        widget.setFocus()
        wait_for_focus(qtbot, widget)
        return widget

    return show


@pytest.mark.parametrize("make", FIELDS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("stages", WORDS)
def test_what_unikey_types_is_what_stands_in_the_field(focused, make, stages) -> None:
    field = focused(make())
    type_with_unikey(stages)
    assert text_of(field) == stages[-1]
    assert unicodedata.is_normalized("NFC", text_of(field))


@pytest.mark.parametrize("stages", WORDS)
def test_a_word_typed_into_the_middle_of_text(focused, stages) -> None:
    field = focused(LineEdit())
    type_text("ab")
    press(Qt.Key.Key_Left)
    type_with_unikey(stages)
    assert field.value() == f"a{stages[-1]}b"


def test_the_list_of_candidates_is_open_while_the_word_is_corrected(focused) -> None:
    field = focused(related())
    type_with_unikey(TELEX["Bản"][:2])
    assert field.candidates()[:2] == ["Ban Tuyên giáo", "Bản tin"]
    focused_before = QApplication.focusWidget()
    type_with_unikey([])
    for _ in "a":
        press(Qt.Key.Key_Backspace, "\b")
    press(Qt.Key.Key_unknown, "ả")
    press(Qt.Key.Key_N, "n")
    assert field.text() == "Bản"
    assert QApplication.focusWidget() is focused_before
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert field.text() == "Bản tin"


@pytest.mark.parametrize("make", [LineEdit, LongTextEdit, LineListEdit, search_box, related],
                         ids=lambda make: make.__name__)  # fmt: skip
def test_a_word_from_an_input_method(focused, make) -> None:
    field = focused(make())
    line = QApplication.focusWidget()
    for preedit in ("d", "đ", "đe", "đê", "đề"):
        compose(line, preedit)
        assert text_of(field) == ""
    commit(line, "đề")
    type_text(" ")
    compose(line, "nghi")
    commit(line, "nghị")
    assert text_of(field) == "đề nghị"


def test_nothing_is_searched_while_a_word_is_being_composed(focused, qtbot) -> None:
    asked: list[str] = []
    editor = RelatedEdit(lambda text: asked.append(text) or search(text), describe)
    editor._timer.setInterval(0)
    focused(editor)
    line = QApplication.focusWidget()
    type_text("s")
    qtbot.waitUntil(lambda: asked == ["s"])
    compose(line, "o")
    editor._timer.timeout.emit()
    assert asked == ["s"]
    commit(line, "ở")
    qtbot.waitUntil(lambda: asked[-1] == "sở")


def test_the_search_waits_for_the_input_method_too(focused, qtbot) -> None:
    box = focused(search_box())
    told: list[str] = []
    box.search_changed.connect(told.append)
    compose(box, "dan")
    box._timer.timeout.emit()
    assert told == []
    commit(box, "Đặng")
    qtbot.waitUntil(lambda: told == ["Đặng"])


def test_letters_typed_apart_from_their_marks_are_joined_on_the_way_out(focused) -> None:
    """A keyboard that sends NFD: the field keeps what it got, tidying for saving joins it."""
    from app.text import tidy

    field = focused(LineEdit())
    for letter in unicodedata.normalize("NFD", "Đặng"):
        press(Qt.Key.Key_unknown, letter)
    assert tidy(field.value()) == "Đặng"
