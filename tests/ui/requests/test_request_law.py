"""Which law holds for a request, on its page: both laws, the day counted, and taking it over."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.bootstrap import AppContext
from app.rules.vocabulary import ClockDuty
from app.ui.letters.dialogs import IssueDialog
from app.ui.today.dialogs import WhyDialog
from tests.factories import make_article, make_outlet
from tests.services.deadlines.cases import Clock, day, moment, one
from tests.services.deadlines.conftest import clock, office
from tests.ui.keyboard import wait_for_focus
from tests.ui.requests.request import ALT, CTRL, SHIFT, RequestClerk, open_request

Key = Qt.Key
__all__ = ["clock", "office"]

OLD = "Điều 42 Luật Báo chí ngày 05 tháng 4 năm 2016 (chưa kiểm chứng)"
NEW = "Điều 34 Luật Báo chí ngày 10 tháng 12 năm 2025 (chưa kiểm chứng)"


@pytest.fixture(autouse=True)
def in_july(clock: Clock) -> None:
    clock.now = moment("09:00 02/07/2026")


def article(ctx: AppContext, published: str) -> int:
    outlet = make_outlet(ctx, type="print")
    return make_article(ctx, outlet_id=outlet, published_at=moment(f"08:00 {published}"))


def issued(ctx: AppContext, published: str, letter_date: str) -> int:
    draft = ctx.requests.new_draft(article(ctx, published))
    draft = ctx.requests.issue(draft, day(letter_date), secrecy_confirmed=True)
    assert draft.id is not None
    return draft.id


def law(clerk: RequestClerk) -> list[str]:
    return clerk.page.form().facts.law_words().splitlines()


def due(clerk: RequestClerk) -> str:
    return clerk.page.form().tracking.due_words()


def write(clerk: RequestClerk, name: str, text: str) -> None:
    clerk.row(name)
    clerk.rewrite(text)
    clerk.press(Key.Key_Tab)
    clerk.settle()


def test_an_article_of_the_old_law_and_a_letter_of_the_new_show_both(
    qtbot, office: AppContext
) -> None:
    clerk = open_request(qtbot, office, None, article(office, "30/06/2026"))
    duty, procedure, term = law(clerk)
    assert duty == f"Nghĩa vụ cải chính: theo ngày đăng bài 30/06/2026 – {OLD}."
    assert procedure.startswith(
        "Trình tự, thủ tục: theo ngày văn bản, chưa có nên tạm lấy hôm nay 02/07/2026 – "
        "Nghị định số 237/2026/NĐ-CP"
    )
    assert "chưa tính" in term


def test_the_same_case_a_day_later_goes_by_the_new_law_alone(qtbot, office: AppContext) -> None:
    clerk = open_request(qtbot, office, None, article(office, "01/07/2026"))
    assert law(clerk)[0] == f"Nghĩa vụ cải chính: theo ngày đăng bài 01/07/2026 – {NEW}."


def test_another_kind_of_request_goes_by_another_article(qtbot, office: AppContext) -> None:
    clerk = open_request(qtbot, office, None, article(office, "30/06/2026"))
    clerk.row("kind")
    clerk.press(Key.Key_End)
    clerk.settle()
    assert law(clerk)[0].startswith("Gỡ bỏ thông tin: theo ngày đăng bài 30/06/2026 – khoản 1")


def test_tab_leads_to_the_sentences_so_that_they_are_read_out(qtbot, office: AppContext) -> None:
    clerk = open_request(qtbot, office, None, article(office, "30/06/2026"))
    clerk.row("legal_basis")
    clerk.press(Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLabel)
    assert focus.text().splitlines() == law(clerk)


def test_the_dialog_that_dates_the_letter_says_the_law_of_the_day_typed(
    qtbot, office: AppContext
) -> None:
    clerk = open_request(qtbot, office, None, article(office, "30/06/2026"))
    seen: list[str] = []

    def look(dialog: IssueDialog) -> None:
        for text in ("30/06/2026", "02/07/2026"):
            dialog._date_edit.setFocus()
            wait_for_focus(qtbot, dialog)
            clerk.rewrite(text)
            clerk.press(Key.Key_Tab)
            seen.append(dialog.law_words())
        clerk.press(Key.Key_Escape)

    clerk.in_dialog(look)
    clerk.press(Key.Key_H, CTRL | SHIFT)
    before, after = seen
    assert "thủ tục: theo ngày văn bản 30/06/2026 – Điều 4 Nghị định số 09/2017/NĐ-CP" in before
    assert "thủ tục: theo ngày văn bản 02/07/2026 – Nghị định số 237/2026/NĐ-CP" in after
    assert before.splitlines()[0] == after.splitlines()[0]  # the article's day has not changed


def test_the_day_is_counted_while_the_dates_are_typed(qtbot, office: AppContext) -> None:
    request = issued(office, "12/06/2026", "15/06/2026")
    clerk = open_request(qtbot, office, request, None)
    clerk.tab(4)
    assert "chưa nhập thời điểm" in due(clerk)
    write(clerk, "received_by_outlet_on", "16/06/2026")
    assert due(clerk).startswith("Hạn máy tính: hết Thứ Năm 18/06/2026")
    assert "16/06/2026 – Điều 42" in law(clerk)[2]
    write(clerk, "received_by_outlet_on", "01/07/2026")
    assert "chưa có số ngày, nhập theo Nghị định 237/2026" in due(clerk)
    assert office.requests.open(request).tracking.received_by_outlet_on is None  # nothing is saved


def test_what_the_page_counts_is_what_is_kept_once_it_is_saved(qtbot, office: AppContext) -> None:
    request = issued(office, "12/06/2026", "15/06/2026")
    clerk = open_request(qtbot, office, request, None)
    write(clerk, "received_by_outlet_on", "16/06/2026")
    counted = office.requests.press_due(clerk.page.draft())
    clerk.press(Key.Key_S, CTRL)
    kept = one(office, "correction_request", request, ClockDuty.CORRECTION)
    assert counted.counted is not None
    assert (counted.counted.due_at, counted.counted.steps) == (kept.due_at, kept.steps)


def test_one_key_takes_the_day_over(qtbot, office: AppContext) -> None:
    request = issued(office, "12/06/2026", "15/06/2026")
    clerk = open_request(qtbot, office, request, None)
    write(clerk, "received_by_outlet_on", "16/06/2026")
    write(clerk, "due_by_law_on", "20/06/2026")
    assert "Hạn đã nhập 20/06/2026 muộn hơn 2 ngày" in due(clerk)
    clerk.press(Key.Key_L, ALT)  # the button stays down for a moment
    qtbot.waitUntil(
        lambda: clerk.page.draft().tracking.due_by_law_on == date(2026, 6, 18), timeout=2000
    )
    clerk.settle()
    assert clerk.focus() == "due_by_law_on"
    assert due(clerk).endswith("Hạn đã nhập trùng với hạn này.")
    assert not clerk.page.form().tracking._due_rows._take_button.isEnabled()


def test_why_tells_every_step(qtbot, office: AppContext) -> None:
    request = issued(office, "12/06/2026", "15/06/2026")
    clerk = open_request(qtbot, office, request, None)
    write(clerk, "received_by_outlet_on", "16/06/2026")
    clerk.press(Key.Key_V, ALT)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WhyDialog)
    assert "Điều 42 Luật Báo chí số 103/2016/QH13; chưa kiểm chứng" in dialog.steps_text()
    wait_for_focus(qtbot, dialog)
    clerk.press(Key.Key_Escape)
    assert dialog.isHidden()
