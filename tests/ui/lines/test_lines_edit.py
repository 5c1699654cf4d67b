"""The grid of a record's lines, worked from the keyboard as clerks work in Excel."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.rules.vocabulary import OutletType
from app.specs.fields import FieldSpec, Kind, LinesSpec
from app.specs.registry import SPECS
from app.ui.forms.editors import _MAKERS
from tests.ui.dump import dump
from tests.ui.keyboard import (
    TELEX,
    VNI,
    commit,
    compose,
    press,
    type_text,
    type_with_unikey,
)
from tests.ui.lines.lines import cell, line, names
from tests.ui.records.test_forms import sample_value

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

KINDS = list(_MAKERS)  # of a field: some kinds are of columns only
EVERY_KIND = LinesSpec(
    "all",
    "Đủ loại",
    "dòng",
    tuple(
        FieldSpec(kind.value, kind.value, kind, choices=OutletType, related="body")
        for kind in KINDS
    ),
)
LINES = [(kind, lines) for kind, spec in SPECS.items() for lines in spec.lines]


# -- how it looks ------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "lines"), LINES)
def test_lines_without_any(open_lines, golden, kind, lines) -> None:
    golden(f"forms/{kind}-{lines.name}-empty.txt", dump(open_lines(lines)))


@pytest.mark.parametrize(("kind", "lines"), LINES)
def test_filled_lines(open_lines, golden, kind, lines) -> None:
    values = {"id": 7, **{field.name: sample_value(field) for field in lines.fields}}
    edit = open_lines(lines, (values, {**values, "id": 8}))
    assert edit.value() == (values, {**values, "id": 8})
    assert not edit.is_dirty()
    golden(f"forms/{kind}-{lines.name}-filled.txt", dump(edit))


@pytest.mark.parametrize(("kind", "lines"), LINES)
def test_lines_with_errors(open_lines, golden, kind, lines) -> None:
    values = {"id": 7, **{field.name: sample_value(field) for field in lines.fields}}
    edit = open_lines(lines, (values,))
    edit.show_errors({f"{lines.name}[0].{f.name}": "Ô này có điều chưa ổn." for f in lines.fields})
    golden(f"forms/{kind}-{lines.name}-errors.txt", dump(edit))


@pytest.mark.parametrize(("kind", "lines"), LINES)
def test_lines_that_can_only_be_read(open_lines, golden, kind, lines) -> None:
    values = {"id": 7, **{field.name: sample_value(field) for field in lines.fields}}
    edit = open_lines(lines, (values,))
    edit.set_read_only(True)
    golden(f"forms/{kind}-{lines.name}-read-only.txt", dump(edit))


# -- typing ------------------------------------------------------------------------------------


def test_a_table_typed_without_leaving_the_keyboard(open_lines) -> None:
    edit = open_lines()
    assert cell() == "Họ và tên, dòng 1"
    type_text("Lan")
    press(Qt.Key.Key_Tab)
    assert cell() == "Cơ quan, dòng 1"
    type_text("Ban ghi hai")
    press(Qt.Key.Key_Tab)
    type_text("5/6/26")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text("Đến muộn")
    press(Qt.Key.Key_Return)
    assert cell() == "Họ và tên, dòng 2", "Enter goes back to where the run of Tab began"
    type_text("Bình")
    assert edit.value() == (
        line("Lan", body_id=2, since=date(2026, 6, 5), note="Đến muộn"),
        line("Bình"),
    )
    assert edit.is_dirty()


def test_enter_goes_down_one_column(open_lines) -> None:
    edit = open_lines()
    for name in ("Lan", "Bình", "An"):
        type_text(name)
        press(Qt.Key.Key_Return)
    assert names(edit) == ["Lan", "Bình", "An"]
    assert cell() == "Họ và tên, dòng 4"


def test_typing_replaces_what_a_cell_holds_and_f2_goes_on_at_its_end(open_lines) -> None:
    edit = open_lines(lines=(line("Lan"), line("Bình")))
    type_text("An")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F2)
    type_text(" B")
    assert names(edit) == ["An", "Bình B"]


@pytest.mark.parametrize("method", [TELEX, VNI])
@pytest.mark.parametrize("word", ["Đặng", "nguyễn", "Bản"])
def test_unikey_writes_into_a_cell_just_entered(open_lines, method, word) -> None:
    edit = open_lines(lines=(line("Lan"),))
    press(Qt.Key.Key_Down)
    type_with_unikey(method[word])
    assert names(edit) == ["Lan", word]


def test_an_input_method_may_hold_letters_when_the_next_line_is_added(open_lines) -> None:
    """The first letter of a blank line makes another blank line under it."""
    edit = open_lines()
    target = QApplication.focusWidget()
    compose(target, "Nguyê")
    commit(target, "Nguyễn")
    type_text(" An")
    assert QApplication.focusWidget() is target
    assert names(edit) == ["Nguyễn An"]


def test_blank_lines_are_not_part_of_the_value(open_lines) -> None:
    edit = open_lines(lines=(line("Lan"),))
    press(Qt.Key.Key_Return, modifiers=CTRL)
    press(Qt.Key.Key_Return, modifiers=CTRL)
    assert edit.value() == (line("Lan"),)
    assert not edit.is_dirty()


def test_a_line_that_holds_only_defaults_is_blank(open_lines) -> None:
    spec = LinesSpec("x", "X", "x", (
        FieldSpec("name", "Tên", required=True),
        FieldSpec("type", "Loại", Kind.CHOICE, required=True, choices=OutletType, default="radio"),
    ))  # fmt: skip
    edit = open_lines(spec)
    assert edit.value() == ()
    type_text("A")
    assert edit.value() == ({"id": None, "name": "A", "type": "radio"},)


def test_up_and_down_change_the_line_but_stay_within_a_long_text(open_lines) -> None:
    edit = open_lines(lines=(line("Lan", note="một\nhai"), line("Bình", note="ba")))
    for _ in range(4):
        press(Qt.Key.Key_Tab)
    assert cell() == "Ghi chú, dòng 1"
    press(Qt.Key.Key_Up)
    assert cell() == "Ghi chú, dòng 1"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert cell() == "Ghi chú, dòng 2"
    press(Qt.Key.Key_Return, modifiers=ALT)
    type_text("bon")
    assert edit.value()[1]["note"] == "ba\nbon"


def test_a_long_text_makes_its_line_higher(open_lines) -> None:
    edit = open_lines()
    plain = edit.grid.rowHeight(0)
    for _ in range(4):
        press(Qt.Key.Key_Tab)
    for _ in range(5):
        type_text("x")
        press(Qt.Key.Key_Return, modifiers=SHIFT)
    grown = edit.grid.rowHeight(0)
    assert grown > plain + 3 * edit.fontMetrics().lineSpacing()


def test_tab_leaves_the_grid_at_its_end_and_comes_back_to_the_cell_left(open_lines) -> None:
    edit = open_lines(lines=(line("Lan"),))
    for _ in range(9):
        press(Qt.Key.Key_Tab)
    assert cell() == "Ghi chú, dòng 2"
    press(Qt.Key.Key_Tab)
    assert not edit.grid.isAncestorOf(QApplication.focusWidget())
    assert edit.grid.editor() is None
    press(Qt.Key.Key_Backtab)
    assert cell() == "Ghi chú, dòng 2"


def test_backtab_leaves_the_grid_at_its_begin(open_lines) -> None:
    edit = open_lines()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backtab)
    assert cell() == "Họ và tên, dòng 1"
    press(Qt.Key.Key_Backtab)
    assert not edit.grid.isAncestorOf(QApplication.focusWidget())


def test_a_click_opens_a_cell(qtbot, open_lines) -> None:
    edit = open_lines(lines=(line("Lan"), line("Bình")))
    place = edit.grid.visualRect(edit.grid.model().index(1, 0)).center()
    qtbot.mouseClick(edit.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert cell() == "Họ và tên, dòng 2"
    type_text("An")
    assert names(edit) == ["Lan", "An"]


def test_every_kind_of_field_goes_through_a_cell(open_lines) -> None:
    values = {"id": None, **{field.name: sample_value(field) for field in EVERY_KIND.fields}}
    edit = open_lines(EVERY_KIND, (values,))
    for _ in range(len(KINDS) * 2 + 2):
        press(Qt.Key.Key_Tab)
    assert edit.value() == (values,)


def test_a_moment_is_typed_in_its_two_parts(open_lines) -> None:
    spec = LinesSpec("x", "X", "x", (FieldSpec("at", "Lúc", Kind.DATE_TIME), FieldSpec("n", "N")))
    edit = open_lines(spec)
    type_text("5/10/26")
    press(Qt.Key.Key_Tab)
    assert cell() == "Lúc, dòng 1: giờ"
    type_text("8h30")
    press(Qt.Key.Key_Tab)
    assert cell() == "N, dòng 1"
    assert edit.value()[0]["at"] == datetime(2026, 10, 5, 8, 30)


# -- lines -------------------------------------------------------------------------------------


def test_a_new_line_comes_under_the_one_in_hand(open_lines) -> None:
    edit = open_lines(lines=(line("Lan"), line("Bình")))
    press(Qt.Key.Key_Return, modifiers=CTRL)
    assert cell() == "Họ và tên, dòng 2"
    type_text("An")
    assert names(edit) == ["Lan", "An", "Bình"]


def test_a_line_taken_away_can_be_brought_back(open_lines) -> None:
    edit = open_lines(lines=(line("Lan", id=4), line("Bình", id=5)))
    press(Qt.Key.Key_Delete, modifiers=ALT)
    assert names(edit) == ["Bình"]
    assert cell() == "Họ và tên, dòng 1"
    ((words, undo),) = edit.notices
    assert words == "Đã bỏ dòng 1 (người dự)."
    undo()
    assert edit.value() == (line("Lan", id=4), line("Bình", id=5))
    assert not edit.is_dirty()


def test_taking_a_blank_line_away_is_no_news(open_lines) -> None:
    edit = open_lines()
    press(Qt.Key.Key_Delete, modifiers=ALT)
    assert edit.notices == []
    type_text("Lan")
    assert names(edit) == ["Lan"]


def test_lines_are_moved_with_the_cursor(open_lines) -> None:
    edit = open_lines(lines=(line("Lan", id=4), line("Bình", id=5)))
    press(Qt.Key.Key_Down, modifiers=ALT)
    assert names(edit) == ["Bình", "Lan"]
    assert cell() == "Họ và tên, dòng 2"
    press(Qt.Key.Key_Down, modifiers=ALT)
    assert names(edit) == ["Bình", "Lan"], "the blank line stays the last"
    press(Qt.Key.Key_Up, modifiers=ALT)
    assert [line["id"] for line in edit.value()] == [4, 5]
    assert not edit.is_dirty()


def test_ctrl_d_copies_the_cell_above(open_lines) -> None:
    edit = open_lines(lines=(line("Lan", body_id=2, since=date(2026, 1, 2)),))
    press(Qt.Key.Key_Down)
    for _ in range(3):
        press(Qt.Key.Key_D, modifiers=CTRL)
        press(Qt.Key.Key_Tab)
    assert edit.value()[1] == line("Lan", body_id=2, since=date(2026, 1, 2))


def test_the_buttons_do_what_the_keys_do(qtbot, open_lines) -> None:
    edit = open_lines(lines=(line("Lan"), line("Bình")))
    tools = edit._tools
    tools.down_clicked.emit()
    tools.up_clicked.emit()
    tools.remove_clicked.emit()
    assert names(edit) == ["Bình"]
    qtbot.mouseClick(tools.add_button, Qt.MouseButton.LeftButton)
    type_text("An")
    assert names(edit) == ["Bình", "An"]


# -- related records ---------------------------------------------------------------------------


def test_a_related_record_is_chosen_from_the_list_by_enter(qtbot, open_lines) -> None:
    edit = open_lines()
    press(Qt.Key.Key_Tab)
    type_text("hai")
    qtbot.waitUntil(lambda: bool(edit.grid.editor().candidates()))
    press(Qt.Key.Key_Return)
    assert cell() == "Cơ quan, dòng 1"
    assert edit.value()[0]["body_id"] == 2
    press(Qt.Key.Key_Return)
    assert cell().endswith("dòng 2")


def test_a_missing_record_is_added_for_the_cell_that_lacks_it(qtbot, open_lines) -> None:
    edit = open_lines()
    press(Qt.Key.Key_Tab)
    type_text("So moi")
    qtbot.waitUntil(lambda: bool(edit.grid.editor().candidates()))
    with qtbot.waitSignal(edit.related_add_requested) as asked:
        press(Qt.Key.Key_Return)
    kind, typed, take = asked.args
    assert (kind, typed) == ("body", "So moi")
    take(1)
    assert edit.value()[0]["body_id"] == 1
    assert edit.grid.editor().text() == "Bản ghi một"


# -- with the page around ----------------------------------------------------------------------


def test_saved_lines_take_their_ids_and_are_clean(open_lines) -> None:
    edit = open_lines(lines=(line("Lan", id=4),))
    press(Qt.Key.Key_Down)
    type_text("Bình")
    edit.accept_saved([{"id": 4}, {"id": 9}])
    assert [one["id"] for one in edit.value()] == [4, 9]
    assert not edit.is_dirty()
    type_text("x")
    assert edit.is_dirty()


def test_own_lines_stay_beside_newer_ones(qtbot, open_lines) -> None:
    edit = open_lines(lines=(line("Lan"),))
    own = (line("Bình", since=date(2026, 1, 2)), line("An"))
    edit.offer_own(own)
    assert edit._offer_label.text() == (
        "Anh/chị đã nhập 2 dòng: Họ và tên: Bình, Từ ngày: 02/01/2026; Họ và tên: An"
    )
    edit._on_offer_clicked()
    assert edit.value() == own
    assert edit.is_dirty()


def test_lines_tell_themselves_in_words_for_who_keeps_unsaved_text(open_lines) -> None:
    edit = open_lines(lines=(line("Lan", body_id=1), line("Bình", note="hai")))
    assert (
        edit.text() == "1. Họ và tên: Lan, Cơ quan: Bản ghi một\n2. Họ và tên: Bình, Ghi chú: hai"
    )


def test_nothing_can_be_typed_into_lines_that_are_only_read(open_lines) -> None:
    edit = open_lines(lines=(line("Lan"),))
    edit.set_read_only(True)
    edit.focus_first()
    type_text("x")
    press(Qt.Key.Key_Delete, modifiers=ALT)
    assert edit.value() == (line("Lan"),)
    assert edit.grid.model().rowCount() == 1


def test_five_hundred_lines_open_at_once(open_lines) -> None:
    """Attendance lists are long: a cell's editor is made when it is entered."""
    edit = open_lines(lines=tuple(line(f"Người {number}") for number in range(500)))
    assert edit.count() == 500
    assert len(edit.grid.findChildren(QLineEdit)) < 5
