"""Deadlines on the pages of their records: in words, why, put off, explained."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.errors import AppError
from app.rules.vocabulary import LateCause
from app.settings import Settings
from app.ui import tasks
from app.ui.deadlines.dialog import CauseDialog, DeadlineDialog, ExtendDialog
from app.ui.deadlines.strip import DeadlineStrip
from app.ui.pages.record_page import RecordPage
from app.ui.requests.page import RequestPage
from app.ui.today.page import TodayPage
from tests.conftest import NOW
from tests.factories import make_article, make_incident, make_outlet
from tests.services.deadlines.cases import Clock, change_rule
from tests.services.deadlines.conftest import clock, office
from tests.ui.dump import dump
from tests.ui.keyboard import commit, wait_for_focus
from tests.ui.requests.request import open_request
from tests.ui.window import Clerk, open_window

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
__all__ = ["clock", "office"]


@pytest.fixture
def late(office: AppContext) -> int:
    change_rule(office, "initial_statement-2026", value=48)
    return make_incident(
        office, title="Sạt lở", sensitivity="sensitive", learned_at=NOW - timedelta(hours=50)
    )


@pytest.fixture
def page(qtbot, office: AppContext, late: int) -> RecordPage:
    shown = RecordPage(office, "incident", late)
    qtbot.addWidget(shown)
    shown.resize(1100, 650)
    shown.show()
    shown.activateWindow()
    shown.focus_first()
    wait_for_focus(qtbot, shown)
    return shown


def strip(page: RecordPage | RequestPage) -> DeadlineStrip:
    return page._deadlines


def open_dialog(qtbot, page: RecordPage | RequestPage) -> DeadlineDialog:
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_I, CTRL_SHIFT)
    found = QApplication.activeModalWidget()
    assert isinstance(found, DeadlineDialog)
    wait_for_focus(qtbot, found)
    return found


def test_an_incident_says_how_late_its_statement_is_and_follows_the_clock(
    page: RecordPage, clock: Clock
) -> None:
    words = strip(page).words()
    assert words.startswith(
        "Phát ngôn, cung cấp thông tin ban đầu: "
        "quá hạn 2 giờ (hạn 07:00 Thứ Hai 05/10/2026); chưa kiểm chứng"
    )
    clock.now += timedelta(minutes=1)
    strip(page)._minute.timeout.emit()
    assert "quá hạn 2 giờ 1 phút" in strip(page).words()


def test_a_saved_statement_ends_the_duty_and_says_that_it_was_late(page: RecordPage) -> None:
    page.form().set_value("first_statement_at", NOW)
    assert page.save()
    assert "Đã xong 1 việc, 1 việc chậm hạn." in strip(page).words()


def test_what_is_typed_and_not_saved_is_told_not_to_be_counted_yet(qtbot, page: RecordPage) -> None:
    saved = strip(page).words()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_X)
    assert strip(page).words() == f"Theo số liệu đã cất, chưa tính phần đang sửa:\n{saved}"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert strip(page).words() == saved


def test_the_same_holds_on_the_page_of_a_request(qtbot, office: AppContext) -> None:
    article = make_article(office, outlet_id=make_outlet(office, type="print"))
    draft = office.requests.new_draft(article)
    issued = office.requests.issue(draft, NOW.date(), secrecy_confirmed=True)
    clerk = open_request(qtbot, office, issued.id, None)
    saved = strip(clerk.page).words()
    clerk.row("received_by_outlet_on")
    clerk.write("5/10/2026")
    clerk.press(Key.Key_Tab)
    clerk.settle()
    assert strip(clerk.page).words() == f"Theo số liệu đã cất, chưa tính phần đang sửa:\n{saved}"
    clerk.press(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert "Theo số liệu" not in strip(clerk.page).words()


def test_a_new_record_and_one_without_duties_show_nothing(qtbot, office: AppContext) -> None:
    for record_id in (None, make_outlet(office)):
        shown = RecordPage(office, "outlet", record_id)
        qtbot.addWidget(shown)
        assert strip(shown).isHidden()
        assert strip(shown).open_dialog() is None


def test_the_dialog_tells_why_and_what_moved_it(qtbot, page: RecordPage, golden) -> None:
    dialog = open_dialog(qtbot, page)
    assert "48 giờ" in dialog.words()
    assert "Bắt đầu tính" in dialog.words()
    golden("deadlines/dialog.txt", dump(dialog))
    dialog.reject()


def test_the_log_shows_a_due_moment_once_where_it_did_not_move(
    qtbot, page: RecordPage, office: AppContext
) -> None:
    page.form().set_value("first_statement_at", NOW)
    assert page.save()
    dialog = open_dialog(qtbot, page)  # of what is still open: the next statement
    assert dialog._log_view.value().endswith("Lần phát ngôn trước: 09:00 Thứ Hai 05/10/2026.")
    dialog._box.setCurrentIndex(0)
    assert "Đã thực hiện 09:00 Thứ Hai 05/10/2026. (hạn 07:00 Thứ Hai 05/10/2026)" in (
        dialog._log_view.value()
    )
    dialog.reject()


def test_a_deadline_is_put_off_with_a_reason_and_brought_back(
    qtbot, page: RecordPage, office: AppContext, golden
) -> None:
    dialog = open_dialog(qtbot, page)
    told: list[str] = []
    page.records_changed.connect(told.append)
    dialog._extend_button.click()
    extend = QApplication.activeModalWidget()
    assert isinstance(extend, ExtendDialog)
    wait_for_focus(qtbot, extend)
    golden("deadlines/extend-dialog.txt", dump(extend))
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert extend._until_error.error() == "Nhập hạn mới."
    extend._until_edit.set_value(NOW + timedelta(hours=3))
    extend._do_button.click()
    assert extend._reason_error.error() == "Ghi lý do gia hạn."
    commit(QApplication.focusWidget(), "Lãnh đạo đồng ý")
    extend._do_button.click()
    assert "Còn 3 giờ" in dialog.words()
    assert "hạn ban đầu 07:00 Thứ Hai 05/10/2026" in dialog.words()
    assert "Lãnh đạo đồng ý" in dialog.words()
    assert "hạn ban đầu 07:00" in strip(page).words()
    assert told == ["incident"]
    dialog._undo_button.click()
    assert "Quá hạn 2 giờ" in dialog.words()
    assert "Bỏ gia hạn" in dialog.words()
    assert not dialog._undo_button.isEnabled()
    dialog.reject()


def test_why_it_is_late_is_chosen_from_the_list(qtbot, page: RecordPage, golden) -> None:
    dialog = open_dialog(qtbot, page)
    dialog._cause_button.click()
    cause = QApplication.activeModalWidget()
    assert isinstance(cause, CauseDialog)
    golden("deadlines/cause-dialog.txt", dump(cause))
    cause._cause_box.set_value("other")
    cause._do_button.click()
    assert cause._note_error.error() == "Ghi rõ lý do."
    cause._note_edit.set_value("Mất điện cả xã")
    cause._do_button.click()
    assert "Nguyên nhân chậm: Lý do khác (ghi rõ): Mất điện cả xã" in dialog.words()
    dialog.reject()


def test_a_cause_can_be_taken_back_and_is_not_told_of_what_is_in_time(
    qtbot, page: RecordPage, office: AppContext
) -> None:
    dialog = open_dialog(qtbot, page)
    office.deadlines.explain_lateness(dialog.view().id, LateCause.PASSIVE)
    until = office.deadlines.extend(dialog.view().id, NOW + timedelta(hours=3), "Đồng ý")
    dialog._load()
    assert until.late_cause is LateCause.PASSIVE
    assert "Nguyên nhân chậm" not in dialog.words()
    dialog._undo_button.click()
    assert "Nguyên nhân chậm" in dialog.words()
    dialog._cause_button.click()
    cause = QApplication.activeModalWidget()
    assert isinstance(cause, CauseDialog)
    qtbot.keyClick(cause._cause_box, Key.Key_Home)
    qtbot.keyClick(cause._do_button, Key.Key_Space)
    assert "Nguyên nhân chậm" not in dialog.words()
    dialog.reject()


def test_deadlines_that_cannot_be_read_are_told_beside_the_record(
    page: RecordPage, office: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_record: object) -> None:
        raise AppError("Sổ đang bận.")

    monkeypatch.setattr(type(office.deadlines), "of", refuse)
    strip(page).show_record("incident", 1)
    assert strip(page).words() == "Chưa đọc được hạn: Sổ đang bận."
    assert strip(page).open_dialog() is None


def test_a_closed_incident_tells_what_ended_with_it_and_begins_again(
    qtbot, page: RecordPage
) -> None:
    page.form().set_value("state", "closed")
    assert page.save()
    assert strip(page).words() == "Đã kết thúc 1 việc, 1 việc chậm hạn."
    page.form().set_value("state", "handling")
    assert page.save()
    assert ": quá hạn 2 giờ" in strip(page).words()
    dialog = open_dialog(qtbot, page)
    assert "Mở lại: Việc được mở lại. (hạn 07:00 Thứ Hai 05/10/2026)" in dialog.words()
    dialog.reject()


def test_what_is_on_time_needs_no_cause(qtbot, office: AppContext) -> None:
    change_rule(office, "initial_statement-2026", value=48)
    incident = make_incident(office, sensitivity="sensitive", learned_at=NOW)
    shown = RecordPage(office, "incident", incident)
    qtbot.addWidget(shown)
    shown.show()
    dialog = strip(shown).open_dialog()
    assert dialog is not None
    assert not dialog._cause_button.isEnabled()
    assert dialog._extend_button.isEnabled()
    dialog.reject()


def test_a_request_shows_what_the_law_gives_after_it_was_issued(qtbot, office: AppContext) -> None:
    draft = office.requests.save(office.requests.new_draft(make_article(office)))
    shown = RequestPage(office, Settings.load(office.data_dir), draft.id)
    qtbot.addWidget(shown, before_close_func=lambda _page: tasks.wait_for_all())
    shown.show()
    assert strip(shown).isHidden()  # a draft obliges nobody yet
    signed = office.requests.sign(draft, secrecy_confirmed=True)
    issued = office.requests.issue(signed, NOW.date(), secrecy_confirmed=True)
    shown.reload()
    assert issued.id == draft.id
    views = office.deadlines.of("correction_request", issued.id or 0)
    assert views
    assert all(view.duty.label in strip(shown).words() for view in views)


def test_a_change_there_reaches_the_list_of_today(qtbot, office: AppContext, late: int) -> None:
    clerk: Clerk = open_window(qtbot, office.data_dir, lambda: office, area="today")
    clerk.press(Key.Key_Return)
    view = office.deadlines.of("incident", late)[0]
    office.deadlines.extend(view.id, NOW + timedelta(days=1), "Đồng ý")
    strip(clerk.page).changed.emit()
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert isinstance(clerk.page, TodayPage)
    assert "Quá hạn" not in clerk.page.words()
