"""1 July 2026: the same case a day apart goes by another rule, article and wording everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from app.bootstrap import AppContext
from app.exports.sheets.data import TrackingRow
from app.exports.sheets.tracking import tracking_cells
from app.rules.vocabulary import ClockDuty
from app.services.deadlines.data import DeadlineView
from app.services.plain import ListQuery
from app.services.today.data import TodayLine
from tests.factories import make_article, make_incident, make_outlet
from tests.services.deadlines.cases import Clock, day, moment, one, track

LAST, FIRST = day("30/06/2026"), day("01/07/2026")


@dataclass
class Case:
    """What the office sees of one case: an incident, its article, the request about it."""

    statement: DeadlineView
    correction: DeadlineView
    letter: str
    row: TrackingRow
    lines: dict[ClockDuty, TodayLine]


def case_of(ctx: AppContext, clock: Clock, on: date) -> Case:
    """Let everything happen on one day, and look at it in the evening."""
    clock.now = moment(f"18:00 {on:%d/%m/%Y}")
    at = clock.now.replace(hour=8)
    incident = make_incident(ctx, sensitivity="sensitive", happened_at=at, learned_at=at)
    outlet = make_outlet(ctx, type="print")
    article = make_article(ctx, outlet_id=outlet, incident_id=incident, published_at=at)
    draft = ctx.requests.issue(ctx.requests.new_draft(article), on, secrecy_confirmed=True)
    track(ctx, draft.id, received_by_outlet_on=on)
    return Case(
        one(ctx, "incident", incident, ClockDuty.INITIAL_STATEMENT),
        one(ctx, "correction_request", draft.id, ClockDuty.CORRECTION),
        " ".join((draft.legal_basis, *draft.letter.body)),
        ctx.requests.tracking_rows(ListQuery())[0],
        {line.duty: line for line in ctx.today_list.work_list().lines()},
    )


@pytest.fixture
def before(office: AppContext, clock: Clock) -> Case:
    return case_of(office, clock, LAST)


@pytest.fixture
def after(office: AppContext, clock: Clock) -> Case:
    return case_of(office, clock, FIRST)


def test_on_the_last_day_of_the_old_law(before: Case) -> None:
    assert before.statement.rule_code == "initial_statement-2017"
    assert before.correction.rule_code == "correction-print-2016"
    assert before.correction.basis == "Điều 42 Luật Báo chí số 103/2016/QH13"
    assert before.correction.due_at == moment("23:59 02/07/2026") + timedelta(seconds=59)
    assert "Điều 42 Luật Báo chí ngày 05 tháng 4 năm 2016" in before.letter
    assert "Điều 34" not in before.letter
    assert before.row.due_on == day("02/07/2026")
    assert "Theo Điều 42 Luật Báo chí số 103/2016/QH13" in str(tracking_cells(1, before.row)[6])
    line = before.lines[ClockDuty.CORRECTION]
    assert line.due_words == "còn 2 ngày"
    assert "Căn cứ: Điều 42 Luật Báo chí số 103/2016/QH13; chưa kiểm chứng." in line.steps


def test_on_the_first_day_of_the_new_law(after: Case) -> None:
    assert after.statement.rule_code == "initial_statement-2026"
    assert after.correction.rule_code == "correction-print-2026"
    assert after.correction.due_at is None  # never the number of the old law
    assert "Điều 34 Luật Báo chí ngày 10 tháng 12 năm 2025" in after.letter
    assert "Điều 42" not in after.letter
    assert after.row.due_on is None
    assert "Theo Điều 34 Luật Báo chí số 126/2025/QH15" in str(tracking_cells(1, after.row)[6])
    line = after.lines[ClockDuty.CORRECTION]
    assert line.due_words == "chưa có số ngày, nhập theo Nghị định 237/2026"


def test_an_article_of_the_old_law_answered_under_the_new_one_shows_both(
    office: AppContext, clock: Clock
) -> None:
    clock.now = moment("18:00 02/07/2026")
    outlet = make_outlet(office, type="print")
    article = make_article(office, outlet_id=outlet, published_at=moment("08:00 30/06/2026"))
    draft = office.requests.issue(
        office.requests.new_draft(article), day("02/07/2026"), secrecy_confirmed=True
    )
    track(office, draft.id, received_by_outlet_on=day("02/07/2026"))
    deadline = one(office, "correction_request", draft.id, ClockDuty.CORRECTION)
    assert deadline.rule_code == "correction-print-2026"  # by the day the letter was received
    assert deadline.steps[-1] == (
        "Bài đăng ngày 30/06/2026, nên nghĩa vụ viện dẫn trong văn bản là luật của ngày đó: "
        "Báo in hằng ngày đăng cải chính, theo Luật Báo chí 2016, 02 ngày; "
        "Điều 42 Luật Báo chí số 103/2016/QH13."
    )
    assert "Điều 42 Luật Báo chí ngày 05 tháng 4 năm 2016" in draft.legal_basis
    assert "237/2026" in draft.legal_basis


def test_an_incident_across_midnight_goes_by_each_rules_own_start(
    office: AppContext, clock: Clock
) -> None:
    clock.now = moment("18:00 01/07/2026")
    incident = make_incident(
        office,
        sensitivity="sudden",
        happened_at=moment("16:00 30/06/2026"),
        learned_at=moment("08:00 01/07/2026"),
    )
    deadline = one(office, "incident", incident, ClockDuty.INITIAL_STATEMENT)
    assert (deadline.rule_code, deadline.due_at) == (
        "initial_statement-2017",
        moment("16:00 01/07/2026"),
    )
    assert any("theo Nghị định 244/2026, 24 giờ" in step for step in deadline.steps)
