"""“Tính hạn”, the swap of two days and the switch between two rules, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from app.bootstrap import AppContext
from app.errors import DatabaseLocked
from app.services.plain import ListQuery
from app.ui.clocks.count_dialog import CountDialog
from app.ui.clocks.list_tools import SwapDialog, SwitchDialog
from tests.ui.deadlines.clock_dialogs import clock_dialog, rule_id
from tests.ui.dump import dump
from tests.ui.keyboard import press, type_text, wait_for_focus
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> Clerk:
    fill_in_office(ctx)
    return open_window(qtbot, ctx.data_dir, lambda: ctx)


@pytest.fixture
def count_dialog(qtbot, ctx: AppContext) -> CountDialog:
    dialog = clock_dialog(ctx, "count")
    assert isinstance(dialog, CountDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    wait_for_focus(qtbot, dialog._value_edit)
    return dialog


def opened(qtbot, kind: type[QDialog]) -> QDialog:
    """Return the dialog that has come up, once it takes the keys."""
    found: list[QDialog] = []

    def arrived() -> bool:
        window = QApplication.activeModalWidget()
        if isinstance(window, kind):
            found.append(window)
        return bool(found)

    qtbot.waitUntil(arrived)
    wait_for_focus(qtbot, found[0])
    return found[0]


def go_to(clerk: Clerk, area: str) -> None:
    areas = clerk.window.workspace._area_list
    areas.setCurrentRow(areas.row_of(area))
    clerk.wait()
    clerk.list.focus_first()


# Counting a term


def test_the_end_and_the_steps_follow_what_is_typed(count_dialog: CountDialog) -> None:
    assert count_dialog.due_text() == "Nhập số để thấy hạn."
    type_text("5")
    assert count_dialog.due_text() == "Hạn: hết Thứ Hai 12/10/2026, lúc 23:59:59"
    assert count_dialog.steps_text().splitlines()[:3] == [
        "Thời hạn 05 ngày (theo Điều 147 và Điều 148 Bộ luật Dân sự năm 2015).",
        "Không tính ngày bắt đầu 05/10/2026; ngày thứ 1 là Thứ Ba 06/10/2026.",
        "Ngày thứ 5 là Thứ Bảy 10/10/2026.",
    ]
    press(Key.Key_Tab)
    press(Key.Key_Up)  # working days come after days, hours before
    assert count_dialog.due_text() == "Hạn: 14:00 Thứ Hai 05/10/2026"


def test_another_start_counts_anew(count_dialog: CountDialog, qtbot) -> None:
    type_text("2")
    count_dialog._start_edit._date.setFocus()
    wait_for_focus(qtbot, count_dialog._start_edit)
    QApplication.focusWidget().selectAll()
    type_text("31/8/26")
    assert count_dialog.due_text() == "Hạn: hết Thứ Năm 03/09/2026, lúc 23:59:59"
    assert "Thứ Tư 02/09/2026 là Quốc khánh" in count_dialog.steps_text()


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("0", "Thời hạn là số nguyên từ 1 trở lên."),
        ("200000", "Thời hạn nhiều nhất 100000."),
        ("2x", "Chỉ gõ chữ số."),
        ("99999", "Hạn rơi sau năm 2099; kiểm tra lại ngày bắt đầu và số ngày, giờ."),
    ],
)
def test_what_is_no_term_is_told_at_the_number(
    count_dialog: CountDialog, typed: str, error: str
) -> None:
    type_text(typed)
    press(Key.Key_Tab)
    assert count_dialog.errors() == [error]
    assert count_dialog.due_text() == "Nhập số để thấy hạn."
    press(Key.Key_Tab, modifiers=SHIFT)
    QApplication.focusWidget().selectAll()
    type_text("3")
    assert count_dialog.errors() == []
    assert count_dialog.due_text().startswith("Hạn: ")


def test_a_start_that_is_no_date_is_told(count_dialog: CountDialog, qtbot) -> None:
    type_text("3")
    count_dialog._start_edit._date.setFocus()
    wait_for_focus(qtbot, count_dialog._start_edit)
    QApplication.focusWidget().selectAll()
    type_text("31/2/26")
    count_dialog._value_edit.setFocus()
    wait_for_focus(qtbot, count_dialog._value_edit)
    assert count_dialog.errors() == ["Tháng 2 năm 2026 không có ngày 31."]


def test_the_result_can_be_taken_along(count_dialog: CountDialog) -> None:
    assert not count_dialog._copy_button.isEnabled()
    type_text("24")
    count_dialog._copy_button.click()
    assert QGuiApplication.clipboard().text() == (
        f"{count_dialog.due_text()}\n{count_dialog.steps_text()}"
    )


def test_the_window_opens_it_from_every_page(clerk: Clerk, qtbot) -> None:
    clerk.ctrl(Key.Key_T)
    dialog = opened(qtbot, CountDialog)
    assert isinstance(dialog, CountDialog)
    type_text("1")
    assert dialog.due_text() == "Hạn: hết Thứ Ba 06/10/2026, lúc 23:59:59"
    press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_a_book_that_cannot_be_read_is_told(clerk: Clerk, boxes, monkeypatch) -> None:
    def locked(_self: object) -> None:
        raise DatabaseLocked("Sổ đang bận.", "Thử lại sau.")

    monkeypatch.setattr("app.services.clocks.service.ClockService.book", locked)
    boxes.will_answer(None)
    clerk.ctrl(Key.Key_T)
    assert boxes.seen == ["Sổ đang bận. Thử lại sau."]


# A swap


def test_a_swap_is_entered_in_seconds(clerk: Clerk, ctx: AppContext, qtbot) -> None:
    go_to(clerk, "calendar_days")
    clerk.press(Key.Key_H, CTRL | SHIFT)
    opened(qtbot, SwapDialog)
    type_text("4/1/27")
    press(Key.Key_Tab)
    type_text("090127")
    press(Key.Key_Return)
    clerk.wait()
    assert clerk.notice() == "Đã cất ngày nghỉ hoán đổi và ngày làm bù."
    assert (clerk.current(0), clerk.current(1)) == ("04/01/2027", "Nghỉ thay ngày 09/01/2027")
    assert "09/01/2027" in clerk.rows()
    assert ctx.clocks.book().calendar.is_working(date(2027, 1, 9))


def test_a_swap_that_cannot_be_is_told_at_its_day_and_nothing_is_lost(
    clerk: Clerk, ctx: AppContext, qtbot
) -> None:
    before = ctx.records.count("calendar_day", ListQuery())
    go_to(clerk, "calendar_days")
    clerk.press(Key.Key_H, CTRL | SHIFT)
    dialog = opened(qtbot, SwapDialog)
    assert isinstance(dialog, SwapDialog)
    press(Key.Key_Return)
    assert dialog._off_error.error() == dialog._worked_error.error() == "Nhập ngày này."
    type_text("32/1/27")
    press(Key.Key_Return)
    assert dialog._off_error.error().startswith("Tháng 1 năm 2027 không có ngày 32")
    QApplication.focusWidget().selectAll()
    type_text("4/1/27")
    press(Key.Key_Tab)
    type_text("5/1/27")
    press(Key.Key_Return)
    assert dialog.isVisible()
    assert dialog._off_error.error() == ""
    assert dialog._worked_error.error() == "Ngày làm bù là thứ Bảy hoặc Chủ Nhật."
    assert dialog._off_edit.value() == date(2027, 1, 4)
    assert ctx.records.count("calendar_day", ListQuery()) == before


def test_deleted_days_are_not_swapped(clerk: Clerk) -> None:
    go_to(clerk, "calendar_days")
    clerk.ctrl(Key.Key_D)
    clerk.wait()
    (swap,) = clerk.list._extra_actions
    assert not swap.isEnabled()


# The day on which rules take turns


def choose(clerk: Clerk, ctx: AppContext, code: str) -> None:
    go_to(clerk, "legal_rules")
    clerk.list._load(rule_id(ctx, code))
    clerk.wait()
    clerk.list.focus_first()


def test_both_rules_move_in_one_step(clerk: Clerk, ctx: AppContext, qtbot) -> None:
    choose(clerk, ctx, "press_answer-2026")
    clerk.press(Key.Key_D, CTRL | SHIFT)
    dialog = opened(qtbot, SwitchDialog)
    assert isinstance(dialog, SwitchDialog)
    assert dialog._day_edit.value() == date(2026, 7, 1)
    QApplication.focusWidget().selectAll()
    type_text("1/1/17")
    press(Key.Key_Return)
    assert dialog._day_error.error().startswith("Phải sau ngày bắt đầu của quy định trước")
    QApplication.focusWidget().selectAll()
    type_text("1/8/26")
    press(Key.Key_Return)
    clerk.wait()
    assert clerk.notice() == "Đã dời ngày chuyển tiếp của cả hai quy định."
    ends = ctx.records.get("legal_rule", rule_id(ctx, "press_answer-2016")).values["valid_to"]
    assert ends == date(2026, 7, 31)


def test_the_first_rule_has_no_switch_and_says_what_to_do(
    clerk: Clerk, ctx: AppContext, boxes
) -> None:
    choose(clerk, ctx, "press_answer-2016")
    boxes.will_answer(None)
    clerk.press(Key.Key_D, CTRL | SHIFT)
    assert boxes.seen[0].startswith("Không có quy định nào trước quy định này")


def test_a_list_without_a_row_offers_no_switch(clerk: Clerk) -> None:
    go_to(clerk, "legal_rules")
    clerk.ctrl(Key.Key_F)
    type_text("zzz")
    press(Key.Key_Return)
    clerk.wait()
    (move,) = clerk.list._extra_actions
    assert not move.isEnabled()


# How they look


@pytest.mark.parametrize("name", ["count", "swap", "switch"])
def test_a_dialog(qtbot, ctx: AppContext, golden: Callable[[str, str], None], name: str) -> None:
    dialog = clock_dialog(ctx, name)
    qtbot.addWidget(dialog)
    dialog.show()
    golden(f"clocks/{name}-dialog.txt", dump(dialog))
