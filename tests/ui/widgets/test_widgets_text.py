"""Text fields: they grow, let go of Tab, search when typing rests, and speak Vietnamese."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.rules.vocabulary import Sensitivity
from app.ui.widgets import (
    ChoiceBox,
    ErrorLabel,
    IntegerEdit,
    LineEdit,
    LineListEdit,
    LongTextEdit,
    SearchBox,
)
from tests.ui.keyboard import press, type_text

ALT = Qt.KeyboardModifier.AltModifier


def test_long_text_grows_with_what_is_typed_up_to_a_limit(qtbot, shown) -> None:
    editor = shown(LongTextEdit(least_lines=2, most_lines=5))
    empty = editor.height()
    editor.set_value("một\nhai\nba\nbốn")
    qtbot.waitUntil(lambda: editor.height() > empty)
    assert editor.verticalScrollBar().maximum() == 0
    four = editor.height()
    editor.set_value("\n".join(["một", "hai", "ba", "bốn", "năm"] * 5))
    qtbot.waitUntil(lambda: editor.height() > four)
    assert editor.verticalScrollBar().maximum() > 0
    assert editor.height() < 2 * four


def test_tab_leaves_long_text_and_enter_stays(shown) -> None:
    editor = shown(LongTextEdit())
    type_text("a")
    press(Qt.Key.Key_Return, "\r")
    type_text("b")
    press(Qt.Key.Key_Tab, "\t")
    assert editor.value() == "a\nb"
    assert not editor.hasFocus()


def test_spaces_are_not_eaten_while_typing(shown) -> None:
    editor = shown(LineEdit())
    type_text(" a  b ")
    assert editor.value() == " a  b "


def test_pasted_text_is_never_cut(shown) -> None:
    editor = shown(LineEdit())
    editor.insert("x" * 50_000)
    assert len(editor.value()) == 50_000


@pytest.mark.parametrize(
    ("typed", "value", "problem"),
    [("", None, ""), (" 12 ", 12, ""), ("12a", None, "Chỉ gõ chữ số."),
     ("-1", None, "Chỉ gõ chữ số.")],
)  # fmt: skip
def test_a_whole_number(shown, typed, value, problem) -> None:
    editor = shown(IntegerEdit())
    type_text(typed)
    assert (editor.value(), editor.problem()) == (value, problem)


def test_the_search_speaks_once_when_typing_rests(qtbot, shown) -> None:
    box = shown(SearchBox())
    told: list[str] = []
    box.search_changed.connect(told.append)
    type_text("bao ")
    assert told == []
    qtbot.waitUntil(lambda: told == ["bao"])
    press(Qt.Key.Key_Escape)
    assert told == ["bao", ""]
    assert box.value() == ""


def test_enter_searches_at_once(shown) -> None:
    box = shown(SearchBox())
    told: list[str] = []
    box.search_changed.connect(told.append)
    type_text("ke")
    press(Qt.Key.Key_Return)
    assert told == ["ke"]


def test_a_list_of_lines_is_typed_like_text(shown) -> None:
    editor = shown(LineListEdit())
    for line in ("Nhu tren", "", "  Luu  VT "):
        type_text(line)
        press(Qt.Key.Key_Return, "\r")
    assert editor.value() == ["Nhu tren", "Luu VT"]


def test_alt_up_and_down_move_a_line_and_undo_takes_it_back(shown) -> None:
    editor = shown(LineListEdit())
    editor.set_value(["một", "hai", "ba"])
    press(Qt.Key.Key_Down, modifiers=ALT)
    assert editor.value() == ["hai", "một", "ba"]
    press(Qt.Key.Key_Down, modifiers=ALT)
    press(Qt.Key.Key_Down, modifiers=ALT)
    assert editor.value() == ["hai", "ba", "một"]
    press(Qt.Key.Key_Up, modifiers=ALT)
    assert editor.value() == ["hai", "một", "ba"]
    for _ in range(3):
        editor.undo()
    assert editor.value() == ["một", "hai", "ba"]


def test_a_choice_shows_words_and_holds_what_is_stored(shown) -> None:
    box = shown(ChoiceBox(Sensitivity))
    box.set_value("sensitive")
    assert box.currentText() == "Phức tạp, nhạy cảm"
    assert box.value() == "sensitive"
    press(Qt.Key.Key_Down)
    assert box.value() == "sudden"


def test_an_optional_choice_may_be_empty(shown) -> None:
    box = shown(ChoiceBox(Sensitivity, allow_empty=True))
    assert box.value() is None
    box.set_value("normal")
    box.set_value(None)
    assert box.value() is None


def test_a_value_that_no_choice_has_is_a_program_error(shown) -> None:
    with pytest.raises(ValueError, match="not a choice"):
        shown(ChoiceBox(Sensitivity)).set_value("loud")


@pytest.mark.parametrize("make", [LineEdit, LongTextEdit])
def test_the_menu_of_a_text_field_is_vietnamese(shown, make) -> None:
    menu = shown(make()).createStandardContextMenu()
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]
    assert [word for word in words if word] == [
        "Hoàn tác", "Làm lại", "Cắt", "Chép", "Dán", "Xóa", "Chọn tất cả",
    ]  # fmt: skip
    menu.deleteLater()


def test_an_error_is_read_out_with_its_field(shown) -> None:
    editor = LineEdit()
    editor.setAccessibleDescription("Bắt buộc.")
    shown(editor)
    label = ErrorLabel(editor)
    label.set_error("Nhập “Tên”.")
    assert editor.accessibleDescription() == "Nhập “Tên”. Bắt buộc."
    label.set_error("")
    assert editor.accessibleDescription() == "Bắt buộc."
    assert not label.isVisible()
    label.deleteLater()
