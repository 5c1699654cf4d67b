"""What is wrong in a grid of lines, typed or pasted from Excel: told, kept, mended."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from app.specs.fields import FieldSpec, Kind, LinesSpec
from app.ui.lines.cells import Unread
from app.ui.lines.pasting import parse_block
from tests.ui.keyboard import (
    press,
    type_text,
)
from tests.ui.lines.lines import cell, line, names

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def paste(text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)
    press(Qt.Key.Key_V, modifiers=CTRL)


# -- what is wrong -----------------------------------------------------------------------------


def test_what_is_not_understood_stays_as_typed_and_is_told_under_the_grid(open_lines) -> None:
    edit = open_lines(lines=(line("Lan"),))
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text("31/02/2026")
    assert edit.errors() == ""
    press(Qt.Key.Key_Down)
    assert edit.errors() == "Dòng 1, Từ ngày: Tháng 2 năm 2026 không có ngày 31."
    assert edit.is_dirty()
    assert edit.problems() == {"people[0].since": "Tháng 2 năm 2026 không có ngày 31."}
    press(Qt.Key.Key_Up)
    assert edit.grid.editor().text() == "31/02/2026"
    type_text("28/02/2026")
    assert edit.errors() == ""
    assert edit.problems() == {}


def test_what_is_missing_is_asked_for_only_by_a_save(open_lines) -> None:
    edit = open_lines()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text("hn")
    press(Qt.Key.Key_Tab)
    assert edit.errors() == ""
    assert edit.problems() == {"people[0].name": "Nhập “Họ và tên”."}


def test_a_text_too_long_is_told_when_its_cell_is_left(open_lines) -> None:
    edit = open_lines()
    type_text("Ten dai qua muoi hai")
    press(Qt.Key.Key_Tab)
    assert edit.errors().startswith("Dòng 1, Họ và tên: “Họ và tên” dài 20 ký tự")


def test_errors_count_the_lines_of_the_value_and_lead_to_the_first(open_lines) -> None:
    edit = open_lines(lines=(line("Lan"), line("Bình")))
    press(Qt.Key.Key_Return, modifiers=CTRL)  # a blank line between the two
    assert edit.show_errors({"people[1].since": "Sai.", "posts[0].x": "Của bảng khác."})
    assert edit.errors() == "Dòng 3, Từ ngày: Sai."
    edit.focus_first()
    assert cell() == "Từ ngày, dòng 3"
    type_text("hn")
    assert edit.errors() == ""


def test_an_error_goes_with_its_line(open_lines) -> None:
    edit = open_lines(lines=(line("Lan"), line("Bình")))
    edit.show_errors({"people[0].since": "Sai."})
    press(Qt.Key.Key_Down, modifiers=ALT)
    assert edit.errors() == "Dòng 2, Từ ngày: Sai."
    press(Qt.Key.Key_Delete, modifiers=ALT)
    assert edit.errors() == ""


def test_many_errors_are_counted(open_lines) -> None:
    edit = open_lines(lines=tuple(line(f"N{number}") for number in range(8)))
    edit.show_errors({f"people[{place}].since": "Sai." for place in range(8)})
    assert edit.errors().split("\n")[-1] == "Còn 3 ô khác cần sửa, chữ màu đỏ trong bảng."


# -- pasting -----------------------------------------------------------------------------------


def test_a_block_from_excel_fills_cells_and_adds_lines(open_lines) -> None:
    edit = open_lines(lines=(line("Cũ", id=3, note="giữ lại"),))
    paste(
        "Lan\tBản ghi hai\t05/06/2026\tPhát thanh\r\n"
        'Bình\tban ghi mot\t\t\t"dòng một\ndòng hai"\r\n'
    )
    assert edit.value() == (
        line("Lan", id=3, body_id=2, since=date(2026, 6, 5), type="radio", note="giữ lại"),
        line("Bình", body_id=1, note="dòng một\ndòng hai"),
    )
    ((words, undo),) = edit.notices
    assert words == "Đã dán 2 dòng."
    undo()
    assert edit.value() == (line("Cũ", id=3, note="giữ lại"),)
    assert not edit.is_dirty()


def test_what_a_pasted_cell_says_is_kept_where_it_is_no_value(open_lines) -> None:
    edit = open_lines()
    paste("Lan\tSở lạ\t31/02/2026\tBáo tường\nBình\t\t\t")
    assert edit.errors() == "\n".join(
        (
            "Dòng 1, Cơ quan: Chưa chọn cơ quan trong danh sách.",
            "Dòng 1, Từ ngày: Tháng 2 năm 2026 không có ngày 31.",
            "Dòng 1, Loại: “Báo tường” không có trong các giá trị: Báo chí in, Báo chí điện tử, "
            "Phát thanh, Truyền hình, Kênh chính thức trên mạng xã hội.",
        )
    )
    assert isinstance(edit._model.lines[0].cells["body_id"], Unread)
    press(Qt.Key.Key_Tab)
    assert edit.grid.editor().text() == "Sở lạ"
    assert edit.grid.editor().problem() == "Chưa chọn cơ quan trong danh sách."


def test_a_column_of_names_goes_down_and_a_single_cell_into_its_cell(open_lines) -> None:
    edit = open_lines()
    paste("Lan\r\nBình\r\n")
    assert names(edit) == ["Lan", "Bình"]
    paste("An\r\n")
    assert names(edit) == ["An", "Bình"]
    assert len(edit.notices) == 1


def test_a_text_of_several_lines_is_one_text_where_a_cell_takes_several(open_lines) -> None:
    edit = open_lines()
    type_text("Lan")
    for _ in range(4):
        press(Qt.Key.Key_Tab)
    paste("một\nhai")
    assert edit.value() == (line("Lan", note="một\nhai"),)
    press(Qt.Key.Key_Down)
    paste("một\nhai", html="<html><table><tr><td>một</td></tr></table></html>")
    assert [one["note"] for one in edit.value()] == ["một\nhai", "một", "hai"]


def test_a_quote_that_is_only_a_quote_is_text() -> None:
    assert parse_block('Ống 5"\tmột') == [['Ống 5"', "một"]]
    assert parse_block('"Báo" Đồng bằng\thai\nba') == [['"Báo" Đồng bằng', "hai"], ["ba"]]
    assert parse_block("một\n\nhai") == [["một"], [""], ["hai"]]


def test_yes_and_no_are_read_from_the_words_of_a_sheet(open_lines) -> None:
    spec = LinesSpec("x", "X", "x", (FieldSpec("n", "N"), FieldSpec("here", "Có mặt", Kind.FLAG)))
    edit = open_lines(spec)
    paste("a\tCó\nb\tx\nc\tkhông\nd\t\ne\tvắng")
    assert [one["here"] for one in edit.value()] == [True, True, False, False, None]
    assert edit.errors() == "Dòng 5, Có mặt: Ghi “Có” hoặc “Không”."
