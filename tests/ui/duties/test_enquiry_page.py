"""An enquiry by keyboard: noted, found to be asked before, answered by a letter (duty 2)."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from app.services.plain import ListQuery
from app.ui.pages.record_page import RecordPage
from tests.factories import make_enquiry
from tests.ui.letters.letters_of_records import letters_tab, open_record
from tests.ui.requests.request import ALT, CTRL, office

Key = Qt.Key


@pytest.fixture
def clerk(qtbot, ctx):
    office(ctx)
    return open_record(qtbot, ctx, "enquiry", None)


def test_duty_2_a_question_is_noted_by_keyboard(ctx, clerk) -> None:
    clerk.press(Key.Key_T, ALT)
    clerk.write("Tiến độ sửa bờ kè")
    clerk.press(Key.Key_N, ALT)
    clerk.write("Khi nào bờ kè ấp Kinh Mới được sửa xong?")
    clerk.press(Key.Key_P, ALT)
    clerk.write("05/10/2026")
    clerk.press(Key.Key_Tab)
    clerk.write("08:30")
    clerk.press(Key.Key_S, CTRL)
    assert clerk.page.form().errors()["asker_name"].startswith("Chọn nhà báo")
    clerk.press(Key.Key_H, ALT)
    clerk.write("Trần Văn Báo")
    clerk.press(Key.Key_S, CTRL)
    (row,) = ctx.records.page("enquiry", ListQuery(), 0, 9)
    values = ctx.records.get("enquiry", row.id).values
    assert values["received_at"] == datetime(2026, 10, 5, 8, 30)
    assert (values["asker_name"], values["outcome"]) == ("Trần Văn Báo", "pending")


def test_a_question_asked_before_is_offered_to_be_opened(qtbot, ctx) -> None:
    question = "Khi nào bờ kè ấp Kinh Mới được sửa xong?"
    first = make_enquiry(ctx, title="Bờ kè & kinh phí", question=question)
    again = make_enquiry(ctx, question=f"Xin hỏi {question.lower()}")
    clerk = open_record(qtbot, ctx, "enquiry", again)
    page: RecordPage = clerk.page
    (button,) = page._alike.buttons()
    assert button.text() == "Bờ kè && kinh phí (02/10/2026)"
    clerk.go(button)
    clerk.press(Key.Key_Space)
    assert clerk.opened == [("enquiry", first)]
    alone = open_record(qtbot, ctx, "enquiry", make_enquiry(ctx, question="Vì sao cầu chậm vậy?"))
    assert alone.page._alike.isHidden()


def test_duty_2_the_tab_offers_the_answer_and_the_refusal(qtbot, ctx) -> None:
    office(ctx)
    clerk = open_record(qtbot, ctx, "enquiry", make_enquiry(ctx, answer="Xong tháng 11."))
    buttons = letters_tab(clerk.page).buttons()
    assert [button.text() for button in buttons] == [
        "Lập công văn trả lời báo chí",
        "Lập công văn từ chối cung cấp thông tin",
        "Lập cho nhiều nơi…",
    ]
    clerk.go(buttons[0])
    clerk.press(Key.Key_Space)
    letter = ctx.record_letters.open(clerk.opened[0][1]).letter
    assert "Xong tháng 11." in letter.body
