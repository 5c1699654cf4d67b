"""Lịch tháng by keyboard: a month of what is due, its days, a day's lines, their records."""

from __future__ import annotations

import gc
import weakref
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.bootstrap import AppContext
from app.errors import AppError
from app.ui import actions
from app.ui.help.key_sheet import KeySheet
from app.ui.month.page import MonthPage
from app.ui.pages.record_page import RecordPage
from app.ui.today.dialogs import DoneDialog, WhyDialog
from app.ui.today.page import TodayPage
from tests.conftest import NOW
from tests.factories import make_article, make_calendar_day, make_incident, make_outlet
from tests.services.deadlines.cases import Clock, change_rule
from tests.services.deadlines.conftest import clock, office
from tests.ui.dump import dump
from tests.ui.keyboard import commit, wait_for_focus
from tests.ui.window import Clerk, open_window

Key = Qt.Key
__all__ = ["clock", "office"]


@pytest.fixture
def busy(office: AppContext) -> AppContext:
    """Three things due today, two of them late; one tomorrow; one that has no number of days."""
    change_rule(office, "initial_statement-2026", value=48)
    for title, hours in (("Sạt lở", -2), ("Cháy", -1), ("Ngập", 5), ("Nứt kè", 24)):
        make_incident(
            office,
            title=title,
            sensitivity="sensitive",
            learned_at=NOW - timedelta(hours=48) + timedelta(hours=hours),
        )
    outlet = make_outlet(office, name="Báo Điện tử Đồng bằng")
    make_article(office, title="Bờ kè mới đã nứt", outlet_id=outlet)
    return office


@pytest.fixture
def clerk(qtbot, busy: AppContext) -> Clerk:
    return month(qtbot, busy)


def month(qtbot, ctx: AppContext, area: str = "today") -> Clerk:
    """Open the window, and the calendar from an area."""
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx, area=area)
    clerk.ctrl(Key.Key_L)
    clerk.wait()
    return clerk


def page(clerk: Clerk) -> MonthPage:
    assert isinstance(clerk.page, MonthPage)
    return clerk.page


def cell(clerk: Clerk) -> str:
    """Return the words of the day the cursor is on."""
    grid = page(clerk)._grid
    return grid.text_at(grid.currentRow(), grid.currentColumn())


def day(clerk: Clerk) -> str:
    """Return the day the cursor is on, as the sentence under the days has it."""
    return page(clerk)._day_label.text().split(":")[0]


def go(clerk: Clerk, key: Qt.Key) -> None:
    clerk.press(key)
    clerk.wait()


def rows(clerk: Clerk) -> list[str]:
    return page(clerk)._table.texts()


def test_it_opens_over_the_first_screen_with_the_cursor_on_today(clerk: Clerk) -> None:
    assert clerk.heading() == "Việc hôm nay  ›  Lịch tháng 10/2026"
    assert page(clerk)._grid.hasFocus()
    assert cell(clerk) == "5 Hôm nay, 2 quá hạn, 1 còn hạn"
    assert rows(clerk) == [
        "07:00 | Phát ngôn, cung cấp thông tin ban đầu | Sạt lở | Quá hạn 2 giờ",
        "08:00 | Phát ngôn, cung cấp thông tin ban đầu | Cháy | Quá hạn 1 giờ",
        "14:00 | Phát ngôn, cung cấp thông tin ban đầu | Ngập | Còn 5 giờ",
    ]


def test_the_page_in_words(qtbot, busy: AppContext, golden) -> None:
    make_calendar_day(busy, day=date(2026, 10, 7), name="Nghỉ thay ngày 10/10/2026", kind="swap")
    make_calendar_day(busy, day=date(2026, 10, 10), name="Làm bù ngày 07/10/2026", kind="make_up")
    make_calendar_day(busy, day=date(2026, 10, 20), name="Ngày Phụ nữ Việt Nam", kind="holiday")
    clerk = month(qtbot, busy)
    first = f"{page(clerk).words()}\n\n{dump(page(clerk))}"
    go(clerk, Key.Key_Right)
    go(clerk, Key.Key_Right)
    golden("month/page.txt", f"{first}\n\n{page(clerk)._day_label.text()}")


def test_the_first_screen_offers_it_with_the_key_that_leads_there_from_everywhere(
    qtbot, busy: AppContext
) -> None:
    clerk = open_window(qtbot, busy.data_dir, lambda: busy, area="today")
    (offered,) = [one for one in clerk.page.page_actions() if one.objectName() == "month"]
    assert f"({actions.spec('window', 'month').shortcut})" in offered.toolTip()
    offered.trigger()
    clerk.wait()
    assert isinstance(clerk.page, MonthPage)


def test_it_is_in_the_menu_and_leads_there_from_any_area(qtbot, busy: AppContext) -> None:
    clerk = month(qtbot, busy, "articles")
    assert clerk.heading() == "Việc hôm nay  ›  Lịch tháng 10/2026"
    menus = [entry.menu() for entry in clerk.window.menuBar().actions()]
    (view,) = [menu for menu in menus if menu is not None and menu.title() == "Xem"]
    assert "Lịch tháng" in [entry.text() for entry in view.actions()]
    clerk.ctrl(Key.Key_L)  # once more does not open it twice
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert isinstance(clerk.page, TodayPage)


def test_f1_names_its_keys(clerk: Clerk) -> None:
    clerk.press(Key.Key_F1)
    (sheet,) = clerk.window.findChildren(KeySheet)
    lines = sheet.lines()
    assert "PgUp\tTháng trước: cùng ngày của tháng trước" in lines
    assert "Ctrl+Home\tHôm nay: về ngày hôm nay" in lines
    assert "Ctrl+L\tLịch tháng: xem việc đến hạn theo từng ngày của tháng" in lines
    assert "F5\tNạp: đọc lại lịch" in lines
    sheet.reject()


def test_no_key_of_the_page_is_ambiguous(clerk: Clerk) -> None:
    window = clerk.window.workspace._menus
    shown = {*page(clerk).page_actions(), *page(clerk).actions(), *window.of_window}
    keys = [one.shortcut().toString() for one in shown if not one.shortcut().isEmpty()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("key", "reached"),
    [
        (Key.Key_Left, "Chủ Nhật 04/10/2026"),
        (Key.Key_Right, "Thứ Ba 06/10/2026"),
        (Key.Key_Up, "Thứ Hai 28/09/2026"),
        (Key.Key_Down, "Thứ Hai 12/10/2026"),
        (Key.Key_End, "Chủ Nhật 11/10/2026"),
        (Key.Key_PageUp, "Thứ Bảy 05/09/2026"),
        (Key.Key_PageDown, "Thứ Năm 05/11/2026"),
    ],
)
def test_keys_go_by_day_week_and_month(clerk: Clerk, key: Qt.Key, reached: str) -> None:
    go(clerk, key)
    assert day(clerk) == reached
    assert page(clerk)._grid.hasFocus()


def test_the_arrows_cross_into_the_month_before_and_home_and_end_too(clerk: Clerk) -> None:
    go(clerk, Key.Key_Up)
    assert clerk.heading() == "Việc hôm nay  ›  Lịch tháng 9/2026"
    assert cell(clerk) == "28"
    go(clerk, Key.Key_End)
    assert clerk.heading() == "Việc hôm nay  ›  Lịch tháng 10/2026"
    assert day(clerk) == "Chủ Nhật 04/10/2026"
    go(clerk, Key.Key_Home)
    assert day(clerk) == "Thứ Hai 28/09/2026"


def test_ctrl_home_comes_back_to_today_from_any_month(clerk: Clerk) -> None:
    for _ in range(14):
        clerk.press(Key.Key_PageDown)  # without waiting for what is due there
    clerk.wait()
    assert day(clerk) == "Chủ Nhật 05/12/2027"
    clerk.ctrl(Key.Key_Home)
    clerk.wait()
    assert cell(clerk) == "5 Hôm nay, 2 quá hạn, 1 còn hạn"


def test_the_days_end_where_the_years_of_the_app_end(clerk: Clerk) -> None:
    page(clerk)._choose(date(2099, 12, 31))
    clerk.wait()
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_PageDown):
        go(clerk, key)
        assert day(clerk) == "Thứ Năm 31/12/2099"
    assert "chưa có ngày lễ nào của năm 2099" in page(clerk).words()


def test_enter_goes_into_the_day_and_to_the_record_and_escape_all_the_way_back(
    clerk: Clerk,
) -> None:
    clerk.press(Key.Key_Return)
    assert page(clerk)._table.hasFocus()
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert isinstance(clerk.page, RecordPage)
    assert "Cháy" in clerk.heading()
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert page(clerk)._table.hasFocus()
    assert page(clerk)._table.currentRow() == 1
    clerk.press(Key.Key_Escape)
    assert page(clerk)._grid.hasFocus()
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert isinstance(clerk.page, TodayPage)


def test_enter_pressed_before_the_day_is_read_is_not_lost(clerk: Clerk) -> None:
    clerk.press(Key.Key_Right)
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert page(clerk)._table.hasFocus()
    assert rows(clerk) == [
        "09:00 | Phát ngôn, cung cấp thông tin ban đầu | Nứt kè | Còn 1 ngày",
    ]


def test_enter_on_a_day_without_anything_due_stays_there(clerk: Clerk) -> None:
    go(clerk, Key.Key_Left)
    clerk.press(Key.Key_Return)
    assert page(clerk)._grid.hasFocus()
    assert page(clerk)._day_label.text() == "Chủ Nhật 04/10/2026: không có việc đến hạn."
    assert rows(clerk) == []


def test_no_line_of_the_day_before_is_opened(clerk: Clerk) -> None:
    clerk.press(Key.Key_Left)  # not read yet
    clerk.press(Key.Key_F2)
    clerk.wait()
    assert isinstance(clerk.page, MonthPage)


def test_each_day_begins_at_its_first_line(clerk: Clerk) -> None:
    clerk.press(Key.Key_Return)
    clerk.press(Key.Key_End)
    clerk.press(Key.Key_Escape)
    go(clerk, Key.Key_Right)
    go(clerk, Key.Key_Left)
    assert page(clerk)._table.currentRow() == 0


def test_why_is_told_here_too(clerk: Clerk) -> None:
    clerk.ctrl(Key.Key_I)
    why = QApplication.activeModalWidget()
    assert isinstance(why, WhyDialog)
    assert "48 giờ" in why.steps_text()
    why.reject()


def test_a_duty_of_the_year_is_closed_from_its_last_day(qtbot, office: AppContext) -> None:
    clerk = month(qtbot, office)
    page(clerk)._choose(date(2026, 12, 31))
    clerk.wait()
    before = rows(clerk)
    assert before[0] == "Hết ngày | Giao ban báo chí | Chưa có trong quý IV/2026 | Còn 87 ngày"
    clerk.press(Key.Key_Return)
    clerk.press(Key.Key_Return)
    done = QApplication.activeModalWidget()
    assert isinstance(done, DoneDialog)
    wait_for_focus(qtbot, done)
    commit(QApplication.focusWidget(), "2/10/2026")
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert rows(clerk) == before[1:]
    clerk.window.activateWindow()  # without a screen nobody hands the focus back
    wait_for_focus(qtbot, page(clerk))
    clerk.ctrl(Key.Key_Z)
    clerk.wait()
    assert rows(clerk) == before


def test_a_record_saved_over_the_calendar_changes_the_day(clerk: Clerk) -> None:
    clerk.press(Key.Key_Return)
    clerk.press(Key.Key_Return)
    clerk.wait()
    clerk.page.form().set_value("first_statement_at", NOW)
    clerk.ctrl(Key.Key_S)
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert cell(clerk) == "5 Hôm nay, 1 quá hạn, 1 còn hạn"
    assert not [row for row in rows(clerk) if "Sạt lở" in row]


def test_the_minute_brings_the_words_up_to_date(clerk: Clerk, clock: Clock) -> None:
    clock.now += timedelta(hours=5, minutes=1)
    page(clerk)._minute.timeout.emit()
    clerk.wait()
    assert cell(clerk) == "5 Hôm nay, 3 quá hạn"
    assert rows(clerk)[2].endswith("Quá hạn 1 phút")


def test_whoever_stands_on_today_does_so_after_midnight_too(clerk: Clerk, clock: Clock) -> None:
    clock.now = datetime(2026, 10, 6, 0, 0, 30)
    page(clerk)._minute.timeout.emit()
    clerk.wait()
    assert cell(clerk) == "6 Hôm nay, 1 việc"
    assert "5, 3 quá hạn" in page(clerk).words()


def test_whoever_stands_on_another_day_stays_there_over_midnight(
    clerk: Clerk, clock: Clock
) -> None:
    go(clerk, Key.Key_Down)
    clock.now = datetime(2026, 10, 6, 0, 0, 30)
    page(clerk)._minute.timeout.emit()
    clerk.wait()
    assert day(clerk) == "Thứ Hai 12/10/2026"
    assert "6 Hôm nay, 1 việc" in page(clerk).words()


def test_a_month_that_cannot_be_read_says_so(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise AppError("Không đọc được dữ liệu.", "Xem ổ đĩa.")

    monkeypatch.setattr(type(page(clerk)._ctx.today_list), "month", refuse)
    clerk.press(Key.Key_F5)
    clerk.wait()
    assert "Không đọc được dữ liệu." in page(clerk)._foot_label.text()
    assert page(clerk)._foot_label.text().endswith("Bấm F5 để nạp lại.")


def test_more_than_a_day_can_list_is_counted(qtbot, busy: AppContext) -> None:
    clerk = month(qtbot, busy)
    page(clerk)._on_loaded(busy.today_list.month(NOW.date(), limit=1))
    assert rows(clerk)[1:] == ["… và 2 việc nữa"]


def test_ctrl_e_writes_everything_open_for_other_calendars(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hạn.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    clerk.ctrl(Key.Key_E)
    clerk.wait()
    assert clerk.notice() == f"Đã ghi 4 việc có hạn vào {path}."
    assert len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 4


def test_a_click_chooses_a_day_also_of_the_next_month(qtbot, clerk: Clerk) -> None:
    grid = page(clerk)._grid
    for row, column, reached in ((1, 3, "Thứ Năm 08/10/2026"), (4, 6, "Chủ Nhật 01/11/2026")):
        place = grid.visualItemRect(grid.item(row, column)).center()
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
        clerk.wait()
        assert day(clerk) == reached
        assert grid.text_at(grid.currentRow(), grid.currentColumn()).split(",")[0] in ("8", "1")


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("make_up", "Làm bù ngày 07/10/2026", "Làm bù ngày 07/10/2026 (chưa kiểm chứng)."),
        ("make_up", "Theo thông báo", "Làm bù: Theo thông báo (chưa kiểm chứng)."),
    ],
)
def test_what_a_day_is_stands_in_its_sentence_once(
    qtbot, office: AppContext, kind: str, name: str, words: str
) -> None:
    make_calendar_day(office, day=date(2026, 10, 10), name=name, kind=kind)
    clerk = month(qtbot, office)
    for _ in range(5):
        clerk.press(Key.Key_Right)
    clerk.wait()
    sentence = page(clerk)._day_label.text()
    assert sentence == f"Thứ Bảy 10/10/2026: không có việc đến hạn. {words}"


def test_a_calendar_that_was_closed_is_freed(clerk: Clerk) -> None:
    left = weakref.ref(page(clerk))
    clerk.press(Key.Key_Escape)
    clerk.wait()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None


def test_a_day_is_told_to_those_who_do_not_see_it(clerk: Clerk) -> None:
    grid = page(clerk)._grid
    spoken = grid.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Thứ Hai 05/10/2026, hôm nay: 3 việc đến hạn, trong đó 2 việc quá hạn."
