"""The field that points to another record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.plain import Option
from app.text import fold
from app.ui.widgets import RelatedEdit
from tests.ui.keyboard import press, type_text

PAPERS = [
    Option(1, "Báo An Giang", "Báo chí in"),
    Option(2, "Báo Thanh Niên", "Báo chí điện tử"),
    Option(3, "Báo Đồng bằng", "Báo chí in"),
    Option(4, "Báo Đồng bằng", "Phát thanh"),
]


def search(text: str) -> list[Option]:
    words = fold(text).split()
    return [paper for paper in PAPERS if all(word in fold(paper.text) for word in words)]


def describe(record_id: int) -> Option:
    return next(paper for paper in PAPERS if paper.id == record_id)


@pytest.fixture
def field(shown) -> RelatedEdit:
    return shown(RelatedEdit(search, describe, noun="cơ quan báo chí"))


def test_typing_without_marks_opens_the_matching_records(qtbot, field) -> None:
    type_text("dong bang")
    qtbot.waitUntil(lambda: bool(field.candidates()))
    assert field.candidates() == [
        "Báo Đồng bằng  (Báo chí in)",
        "Báo Đồng bằng  (Phát thanh)",
        "Thêm mới “dong bang”…",
    ]


def test_enter_takes_the_marked_record(qtbot, field) -> None:
    type_text("dong bang")
    qtbot.waitUntil(lambda: bool(field.candidates()))
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert field.value() == 4
    assert field.text() == "Báo Đồng bằng"
    assert field.candidates() == []
    assert field.problem() == ""


def test_enter_before_the_list_is_there_opens_it_and_chooses_nothing(field) -> None:
    type_text("bao")
    press(Qt.Key.Key_Return)
    assert field.value() is None
    assert len(field.candidates()) == 5


def test_f4_shows_every_record_although_one_is_chosen(field) -> None:
    field.set_value(2)
    press(Qt.Key.Key_F4)
    assert field.candidates()[-1] == "Thêm mới…"
    assert len(field.candidates()) == len(PAPERS) + 1


def test_text_that_is_nothing_in_the_list_is_told(qtbot, field) -> None:
    type_text("Thanh")
    press(Qt.Key.Key_Tab)
    assert field.text() == "Thanh"
    assert field.value() is None
    assert field.problem() == "Chưa chọn cơ quan báo chí trong danh sách."


def test_a_full_name_typed_without_choosing_is_taken_when_only_one_bears_it(field) -> None:
    type_text("bao thanh nien")
    press(Qt.Key.Key_Tab)
    assert field.value() == 2
    assert field.text() == "Báo Thanh Niên"


def test_a_name_that_two_bear_must_be_chosen(field) -> None:
    type_text("bao dong bang")
    press(Qt.Key.Key_Tab)
    assert field.value() is None
    assert field.problem() != ""


def test_the_list_offers_to_add_what_is_not_there(qtbot, field) -> None:
    type_text("Bao moi")
    qtbot.waitUntil(lambda: bool(field.candidates()))
    assert field.candidates() == ["Không có mục nào khớp.", "Thêm mới “Bao moi”…"]
    with qtbot.waitSignal(field.add_requested) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["Bao moi"]
    assert field.text() == "Bao moi"


def test_escape_closes_the_list_and_keeps_the_text(qtbot, field) -> None:
    type_text("bao")
    qtbot.waitUntil(lambda: bool(field.candidates()))
    press(Qt.Key.Key_Escape)
    assert field.candidates() == []
    assert field.text() == "bao"


def test_emptying_the_field_is_no_choice_and_no_fault(field) -> None:
    field.set_value(1)
    field.focusProxy().selectAll()
    press(Qt.Key.Key_Delete)
    assert field.value() is None
    assert field.problem() == ""


def test_the_clear_button_is_there_only_when_there_is_something_to_clear(qtbot, field) -> None:
    assert not field._clear_button.isVisible()
    field.set_value(1)
    assert field._clear_button.isVisible()
    qtbot.mouseClick(field._clear_button, Qt.MouseButton.LeftButton)
    assert field.value() is None


def test_a_record_is_chosen_with_the_mouse(qtbot, field) -> None:
    qtbot.mouseClick(field._open_button, Qt.MouseButton.LeftButton)
    rows = field._list
    place = rows.visualItemRect(rows.item(1)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.value() == 2


def test_the_list_stays_inside_a_low_window(field) -> None:
    field.keep_window.resize(600, 110)
    QApplication.processEvents()
    press(Qt.Key.Key_F4)
    assert field.keep_window.rect().contains(field._list.geometry())


def test_reading_only_there_is_no_list(field) -> None:
    field.set_value(1)
    field.set_read_only(True)
    press(Qt.Key.Key_F4)
    assert field.candidates() == []
    assert not field._open_button.isVisible()
