"""Việc hôm nay by keyboard: read, opened, acknowledged, closed, printed."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pdfplumber
import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.bootstrap import AppContext
from app.rules.vocabulary import InspectionTopic
from app.services.requests.data import ReminderLine
from app.ui import messages
from app.ui.letters import printing
from app.ui.letters.paper import PaperDialog
from app.ui.pages.record_page import RecordPage
from app.ui.requests.page import RequestPage
from app.ui.today.dialogs import DoneDialog, WhyDialog
from app.ui.today.page import TodayPage
from tests.conftest import NOW
from tests.factories import (
    make_article,
    make_briefing,
    make_incident,
    make_inspection,
    make_outlet,
    make_violation,
)
from tests.services.deadlines.cases import Clock, change_rule, track
from tests.services.deadlines.conftest import clock, office
from tests.ui.dump import dump
from tests.ui.keyboard import commit, wait_for_focus
from tests.ui.window import Clerk, open_window

Key = Qt.Key
D = TypeVar("D")
__all__ = ["clock", "office"]


@pytest.fixture
def late(office: AppContext) -> int:
    """An incident whose statement is two hours late."""
    change_rule(office, "initial_statement-2026", value=48)
    return make_incident(
        office, title="Sạt lở", sensitivity="sensitive", learned_at=NOW - timedelta(hours=50)
    )


def today(qtbot, ctx: AppContext) -> Clerk:
    return open_window(qtbot, ctx.data_dir, lambda: ctx, area="today")


def issued_request(ctx: AppContext, title: str) -> int:
    """Ask a newspaper for a correction; by the number that the office read it has five days."""
    change_rule(ctx, "correction-print-2026", value=5)
    article = make_article(ctx, title=title, outlet_id=make_outlet(ctx, type="print"))
    draft = ctx.requests.new_draft(article)
    request = ctx.requests.issue(ctx.requests.save(draft), NOW.date(), secrecy_confirmed=True).id
    assert request is not None
    track(ctx, request, received_by_outlet_on=NOW.date())
    return request


def page(clerk: Clerk) -> TodayPage:
    assert isinstance(clerk.page, TodayPage)
    return clerk.page


def rows(clerk: Clerk) -> list[str]:
    return page(clerk)._table.texts()


def go_to(clerk: Clerk, words: str) -> None:
    """Walk down to the line with those words."""
    table = page(clerk)._table
    clerk.press(Key.Key_Home)
    while words not in rows(clerk)[table.currentRow()]:
        before = table.currentRow()
        clerk.press(Key.Key_Down)
        assert table.currentRow() != before, f"no line with {words!r}"


def dialog(clerk: Clerk, kind: type[D]) -> D:
    """Return the dialog in front once keys go to it."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    wait_for_focus(clerk.qtbot, found)
    return found


def test_the_window_begins_with_the_list_and_the_cursor_on_its_first_line(
    qtbot, office: AppContext, late: int
) -> None:
    clerk = today(qtbot, office)
    assert clerk.heading() == "Việc hôm nay"
    assert rows(clerk)[:2] == [
        "Quá hạn: 1 việc",
        "Phát ngôn, cung cấp thông tin ban đầu | Sạt lở | quá hạn 2 giờ (05/10/2026 07:00) | "
        "Phát ngôn, rồi ghi lần đó bằng nút “Phát ngôn”",
    ]
    assert page(clerk)._table.hasFocus()
    assert page(clerk)._table.currentRow() == 1


def test_the_page_in_words(qtbot, office: AppContext, late: int, golden) -> None:
    outlet = make_outlet(office, name="Báo Điện tử Đồng bằng")
    make_article(office, title="Bờ kè mới đã nứt", outlet_id=outlet)
    clerk = today(qtbot, office)
    golden("today/page.txt", f"{page(clerk).words()}\n\n{dump(page(clerk))}")


def test_long_cells_go_on_in_more_lines_and_what_is_still_cut_stands_under_the_table(
    qtbot, office: AppContext
) -> None:
    for words in ("Cháy", "Cháy chợ " * 12, "Cháy chợ " * 30):
        start = NOW - timedelta(hours=50)
        make_incident(office, title=words.strip(), sensitivity="sensitive", learned_at=start)
    clerk = today(qtbot, office)
    table = page(clerk)._table
    heights, under = {}, {}
    for row in [row for row in range(table.rowCount()) if "Cháy" in rows(clerk)[row]]:
        table.setCurrentCell(row, 0)
        title = table.item(row, 1).text()
        heights[title.count("Cháy")] = table.rowHeight(row)
        under[title.count("Cháy")] = page(clerk)._line_label.text()
    assert heights[1] < heights[12] <= heights[30]
    assert heights[30] < table.viewport().height() / 3
    assert under[12] == ""
    assert under[30].count("Cháy") == 30


def test_enter_opens_the_record_and_escape_comes_back_to_the_line(
    qtbot, office: AppContext, late: int
) -> None:
    clerk = today(qtbot, office)
    clerk.press(Key.Key_Return)
    assert isinstance(clerk.page, RecordPage)
    assert "Sạt lở" in clerk.heading()
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert page(clerk)._table.hasFocus()
    assert page(clerk)._table.currentRow() == 1


def test_a_record_saved_elsewhere_changes_the_list(qtbot, office: AppContext, late: int) -> None:
    clerk = today(qtbot, office)
    clerk.press(Key.Key_Return)
    clerk.page.form().set_value("first_statement_at", NOW)
    clerk.ctrl(Key.Key_S)
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert not [row for row in rows(clerk) if row.startswith("Quá hạn")]


def test_the_next_step_of_an_article_is_a_new_request(qtbot, office: AppContext) -> None:
    make_article(office, title="Bờ kè nứt")
    clerk = today(qtbot, office)
    go_to(clerk, "Bờ kè nứt")
    clerk.ctrl(Key.Key_J)
    clerk.wait()
    assert isinstance(clerk.page, RequestPage)
    assert clerk.page.draft().article.title == "Bờ kè nứt"


def remind(clerk: Clerk) -> tuple[list[ReminderLine], str]:
    """Take the next step about the press that keeps silent: the reminders, and where one is."""
    go_to(clerk, "Bờ kè nứt")
    clerk.ctrl(Key.Key_J)
    clerk.wait()
    assert isinstance(clerk.page, RequestPage)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    return list(clerk.page.draft().reminders), focus.text()


def test_the_next_step_about_silent_press_is_a_reminder_of_today(
    qtbot, office: AppContext, clock: Clock
) -> None:
    """Duty 18: begun with the key, noted in words, saved; the second time nothing is doubled."""
    request = issued_request(office, "Bờ kè nứt")
    clock.now += timedelta(days=30)
    clerk = today(qtbot, office)
    begun = [ReminderLine(clock.now.date())]
    assert remind(clerk) == (begun, "04/11/2026")
    assert clerk.page.is_dirty()
    assert office.requests.open(request).reminders == ()  # not before it is saved
    clerk.ctrl(Key.Key_S)
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert office.requests.open(request).reminders == tuple(begun)
    assert remind(clerk) == (begun, "04/11/2026")
    assert not clerk.page.is_dirty()


def test_a_reminder_given_up_is_begun_anew_and_stands_there_once(
    qtbot, office: AppContext, clock: Clock, boxes
) -> None:
    request = issued_request(office, "Bờ kè nứt")
    before = (ReminderLine(NOW.date(), "Gọi điện"),)
    track(office, request, *before)
    clock.now += timedelta(days=30)
    clerk = today(qtbot, office)
    begun = [*before, ReminderLine(clock.now.date())]
    assert remind(clerk)[0] == begun
    boxes.will_answer(messages.Unsaved.DISCARD)
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert office.requests.open(request).reminders == before
    assert remind(clerk)[0] == begun


def test_why_tells_the_steps_and_that_nobody_confirmed_the_rule(
    qtbot, office: AppContext, late: int, golden
) -> None:
    clerk = today(qtbot, office)
    clerk.ctrl(Key.Key_I)
    why = dialog(clerk, WhyDialog)
    assert "48 giờ" in why.steps_text()
    golden("today/why-dialog.txt", dump(why))
    clerk.press(Key.Key_Escape)
    assert why.isHidden()


def test_an_acknowledged_line_says_when_it_returns_and_can_be_brought_back(
    qtbot, office: AppContext, late: int
) -> None:
    clerk = today(qtbot, office)
    clerk.ctrl(Key.Key_B)
    clerk.wait()
    assert "nhắc lại từ Thứ Ba 06/10/2026" in clerk.notice()
    assert " | (đã biết) quá hạn" in rows(clerk)[1]
    assert "Đã biết lúc 05/10/2026 09:00, nhắc lại từ Thứ Ba 06/10/2026." in page(clerk).words()
    clerk.ctrl(Key.Key_B)
    clerk.wait()
    assert "(đã biết)" not in rows(clerk)[1]
    clerk.ctrl(Key.Key_B)
    clerk.wait()
    clerk.ctrl(Key.Key_Z)
    clerk.wait()
    assert "(đã biết)" not in rows(clerk)[1]


def test_a_gap_is_closed_with_a_date_and_a_note_and_opened_again(
    qtbot, office: AppContext, golden
) -> None:
    clerk = today(qtbot, office)
    go_to(clerk, "quý IV/2026")
    before = rows(clerk)
    clerk.press(Key.Key_Return)
    done = dialog(clerk, DoneDialog)
    golden("today/done-dialog.txt", dump(done))
    clerk.press(Key.Key_Return)
    assert done._date_error.error() == "Nhập ngày làm."
    commit(QApplication.focusWidget(), "6/10/2026")
    clerk.press(Key.Key_Return)
    assert "tương lai" in done._date_error.error()
    done._date_edit.set_value(None)
    commit(QApplication.focusWidget(), "2/10/2026")
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert QApplication.activeModalWidget() is None
    assert not [row for row in rows(clerk) if "quý IV/2026" in row]
    clerk.window.activateWindow()  # without a screen nobody hands the focus back
    wait_for_focus(qtbot, page(clerk))
    clerk.ctrl(Key.Key_Z)
    clerk.wait()
    assert rows(clerk) == before


def test_a_quarter_without_a_briefing_begins_one_with_its_period_filled_in(
    qtbot, office: AppContext
) -> None:
    """Duty 30: by Ctrl+J at once, or from the question when it was held."""
    clerk = today(qtbot, office)
    go_to(clerk, "quý IV/2026")
    clerk.ctrl(Key.Key_J)
    new = clerk.page
    assert isinstance(new, RecordPage)
    values = new.form().values()
    assert (new.title(), values["year"], values["part"]) == (
        "Thêm cuộc giao ban báo chí",
        2026,
        "Q4",
    )
    clerk.press(Key.Key_Escape)
    go_to(clerk, "quý IV/2026")
    clerk.press(Key.Key_Return)
    dialog(clerk, DoneDialog)
    clerk.press(Key.Key_L, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(clerk.page, RecordPage))


def test_a_year_without_an_inspection_begins_one_with_its_checklist(
    qtbot, office: AppContext
) -> None:
    """Duty 32: by Ctrl+J at once."""
    clerk = today(qtbot, office)
    go_to(clerk, "Kiểm tra công tác phát ngôn")
    clerk.ctrl(Key.Key_J)
    new = clerk.page
    assert isinstance(new, RecordPage)
    assert new.title() == "Thêm cuộc kiểm tra"
    assert new.content().lines["checklist"].count() == len(InspectionTopic)


def test_a_remedy_leads_to_the_recommendations_of_its_inspection(qtbot, office: AppContext) -> None:
    """Duty 32."""
    late = {"recommendation": "Công bố số điện thoại.", "due_on": NOW.date() - timedelta(days=3)}
    make_inspection(office, recommendations=(late,))
    clerk = today(qtbot, office)
    go_to(clerk, "Công bố số điện thoại")
    clerk.ctrl(Key.Key_J)
    opened = clerk.page
    assert isinstance(opened, RecordPage)
    tabs = opened.content().tabs()
    assert tabs is not None
    assert tabs.currentWidget() is opened.content().lines["recommendations"]


def test_a_step_of_a_violation_leads_to_its_steps(qtbot, office: AppContext) -> None:
    """Duties 19 to 23."""
    make_violation(office, title="Thu phí sai", learned_on=NOW.date() - timedelta(days=20))
    clerk = today(qtbot, office)
    go_to(clerk, "Thu phí sai")
    clerk.ctrl(Key.Key_J)
    opened = clerk.page
    assert isinstance(opened, RecordPage)
    tabs = opened.content().tabs()
    assert tabs is not None
    assert tabs.currentWidget() is opened.content().lines["steps"]


def test_the_minute_brings_the_words_up_to_date_and_keeps_the_line(
    qtbot, office: AppContext, clock: Clock, late: int
) -> None:
    make_incident(office, title="Cháy", sensitivity="sensitive", learned_at=NOW - timedelta(days=3))
    clerk = today(qtbot, office)
    go_to(clerk, "Sạt lở")
    clock.now += timedelta(minutes=1)
    page(clerk)._minute.timeout.emit()
    clerk.wait()
    row = rows(clerk)[page(clerk)._table.currentRow()]
    assert "Sạt lở" in row
    assert "quá hạn 2 giờ 1 phút" in row


def test_nothing_moves_while_a_dialog_is_open(
    qtbot, office: AppContext, clock: Clock, late: int
) -> None:
    clerk = today(qtbot, office)
    clerk.ctrl(Key.Key_I)
    clock.now += timedelta(minutes=1)
    page(clerk)._minute.timeout.emit()
    clerk.wait()
    assert "quá hạn 2 giờ (" in rows(clerk)[1]
    clerk.press(Key.Key_Escape)


def test_a_list_without_changes_is_not_filled_anew(qtbot, office: AppContext, late: int) -> None:
    clerk = today(qtbot, office)
    item = page(clerk)._table.item(1, 0)
    clerk.press(Key.Key_F5)
    clerk.wait()
    assert page(clerk)._table.item(1, 0) is item


def test_without_anything_to_do_the_page_says_so(qtbot, ctx: AppContext) -> None:
    shown = TodayPage(ctx, None)  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: "Có 0 việc" in shown.words())
    assert "Không có việc nào" in shown.words()
    assert "Ghi vụ việc, bài báo, yêu cầu cải chính thì việc phải làm tự hiện" in shown.words()
    assert not [action for action in shown.page_actions()[:4] if action.isEnabled()]


def test_the_page_that_prints_is_the_one_shown(
    qtbot, office: AppContext, late: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(printing, "print_pdf", lambda pdf, *_rest: printed.append(pdf) or True)
    clerk = today(qtbot, office)
    clerk.ctrl(Key.Key_P)
    paper = dialog(clerk, PaperDialog)
    qtbot.waitUntil(lambda: paper.preview().is_current() and paper._print_button.isEnabled())
    clerk.press(Key.Key_Return)
    assert printed == [paper.preview().pdf()]
    with pdfplumber.open(io.BytesIO(printed[0])) as pdf:
        words = pdf.pages[0].extract_text()
    assert "Quá hạn: 1 việc" in words
    assert "Sạt lở" in words
    assert clerk.notice() == "Đã gửi tới máy in: Việc hôm nay."
    clerk.press(Key.Key_Escape)
    clerk.wait()


def test_the_day_after_a_holiday_weekend_is_told_in_words(
    qtbot, office: AppContext, clock: Clock, late: int
) -> None:
    clock.now = datetime(2026, 10, 9, 15, 0)
    clerk = today(qtbot, office)
    clerk.ctrl(Key.Key_B)
    clerk.wait()
    assert "nhắc lại từ Thứ Hai 12/10/2026" in clerk.notice()


def test_ctrl_e_writes_what_is_due_for_other_calendars(
    qtbot, office: AppContext, late: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hạn"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    clerk = today(qtbot, office)
    clerk.ctrl(Key.Key_E)
    clerk.wait()
    written = path.with_suffix(".ics")
    assert clerk.notice() == f"Đã ghi 1 việc có hạn vào {written}."
    (event,) = Calendar.from_ical(written.read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Phát ngôn, cung cấp thông tin ban đầu: Sạt lở"
    assert event.decoded("DTSTART") == NOW - timedelta(hours=2)


def test_the_calendar_has_what_the_office_set_a_day_for_too(
    qtbot, office: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Duties 30 and 32."""
    tasks_given = [{"task": "Cung cấp số liệu nhà ở xã hội", "due_on": date(2026, 12, 20)}]
    make_briefing(office, tasks=tasks_given)
    late = {"recommendation": "Công bố số điện thoại.", "due_on": date(2026, 10, 1)}
    make_inspection(office, recommendations=(late,))
    path = tmp_path / "hạn.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    clerk = today(qtbot, office)
    clerk.ctrl(Key.Key_E)
    clerk.wait()
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    told = {str(event["SUMMARY"]).partition(": ")[2]: event.decoded("DTSTART") for event in events}
    assert told["Cung cấp số liệu nhà ở xã hội"] == date(2026, 12, 20)
    assert any("Công bố số điện thoại" in words for words in told)
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_a_calendar_that_cannot_be_written_is_told(
    qtbot, office: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, boxes
) -> None:
    path = tmp_path / "không có" / "hạn.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    boxes.will_answer(None)
    clerk = today(qtbot, office)
    clerk.ctrl(Key.Key_E)
    clerk.wait()
    assert len(boxes.seen) == 1
