"""The communiqué keeps the words of the statement; the summary for the leaders is one page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.vocabulary import Layout
from tests.conftest import NOW
from tests.exports.letter.measuring import Measured
from tests.factories import give_statement, make_incident, make_statement
from tests.services.office_profiles import party_profile, state_profile
from tests.services.record_letters.statement_examples import followed_incident


@pytest.fixture(params=Layout)
def office(request: pytest.FixtureRequest, ctx: AppContext) -> AppContext:
    make = state_profile if request.param is Layout.STATE else party_profile
    ctx.office.save_profile(make(ctx))
    return ctx


def test_a_communique_says_the_statement_word_by_word(office: AppContext) -> None:
    """Duties 1 and 26: in both layouts, also of the office's own accord."""
    statement = make_statement(office, title="Kết quả thu ngân sách", text="Thu 5 tỷ.\nĐạt 90 %.")
    give_statement(office, statement)
    draft = office.record_letters.create("communique", statement)
    assert draft.letter.body[1:3] == ("Thu 5 tỷ.", "Đạt 90 %.")
    assert "“Kết quả thu ngân sách”" in draft.letter.subject
    changed = (draft.letter.body[0], "Thu 6 tỷ.", *draft.letter.body[2:])
    wrong = replace(draft, letter=replace(draft.letter, body=changed))
    problems = office.record_letters.issue_problems(wrong, NOW.date())
    assert set(problems) == {"letter.body"}
    with pytest.raises(FieldErrors):
        office.record_letters.issue(wrong, NOW.date(), secrecy_confirmed=True)


def test_a_communique_needs_something_to_say(office: AppContext) -> None:
    statement = make_statement(office, text=None)
    draft = office.record_letters.create("communique", statement)
    assert "text" in office.record_letters.issue_problems(draft, NOW.date())


def test_the_summary_for_the_leaders_is_one_page_however_much_is_known(office: AppContext) -> None:
    """Duty 12."""
    draft = office.record_letters.create("incident_summary", followed_incident(office))
    issued = office.record_letters.issue(draft, NOW.date(), secrecy_confirmed=True)
    page = Measured(office.letters.frozen_pdf(issued.letter_id))
    assert page.pages == 1
    text = " ".join(draft.letter.body)
    assert "6 bài; 2 bài gần nhất" in text
    assert "dư luận quan tâm" in text
    assert "Hẹn phát ngôn tiếp: 16 giờ ngày 06 tháng 10 năm 2026." in text


def test_the_summary_of_a_case_of_which_little_is_known_says_so(office: AppContext) -> None:
    """Duty 12."""
    draft = office.record_letters.create("incident_summary", make_incident(office))
    text = " ".join(draft.letter.body)
    assert "chưa có bài báo nào trong sổ" in text
    assert "chưa phát ngôn" in text
    assert "Vụ việc đang được xử lý." in text
