"""A wrong article obliges to ask for a correction; what was asked for has to be followed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.bootstrap import AppContext
from app.rules.vocabulary import (
    ClockDuty,
    DeadlineState,
    NextStep,
    RequestKind,
    RequestOutcome,
)
from app.services.requests.data import ReminderLine, RequestDraft
from tests.factories import make_article, make_incident, make_outlet
from tests.services.deadlines.cases import (
    Clock,
    change,
    change_rule,
    day,
    duties,
    moment,
    one,
    track,
)

ASK = ClockDuty.CORRECTION_REQUEST
CORRECTION = ClockDuty.CORRECTION
SENT = day("02/06/2026")


@pytest.fixture(autouse=True)
def in_june(clock: Clock) -> None:
    clock.now = moment("09:00 05/06/2026")


def article(ctx: AppContext, outlet_type: str = "print", **over: object) -> int:
    values = {"published_at": moment("06:00 01/06/2026"), **over}
    return make_article(ctx, outlet_id=make_outlet(ctx, type=outlet_type), **values)


def issued(
    ctx: AppContext, article_id: int, kind: RequestKind = RequestKind.CORRECT, **over: object
) -> RequestDraft:
    draft = replace(ctx.requests.new_draft(article_id), kind=kind, **over)
    return ctx.requests.issue(draft, SENT, secrecy_confirmed=True)


def request_of(ctx: AppContext, outlet_type: str = "print", **over: object) -> int:
    draft = issued(ctx, article(ctx, outlet_type), **over)
    assert draft.id is not None
    return draft.id


def test_a_wrong_article_waits_for_its_request(office: AppContext, clock: Clock) -> None:
    found = article(office)
    deadline = one(office, "article", found, ASK)
    assert (deadline.state, deadline.due_at) == (DeadlineState.OPEN, None)
    assert deadline.words(clock.now) == (
        "chưa có số ngày, nhập theo quy chế phát ngôn của cơ quan; đã 4 ngày"
    )
    issued(office, found)
    met = one(office, "article", found, ASK)
    assert (met.state, met.met_at) == (DeadlineState.MET, moment("00:00 02/06/2026"))


@pytest.mark.parametrize("kind", ["unverified", "correct"])
def test_one_that_was_not_found_wrong_obliges_to_nothing(office: AppContext, kind: str) -> None:
    found = article(office, kind=kind)
    assert duties(office, "article", found) == []
    change(office, "article", found, kind="incomplete")
    assert duties(office, "article", found) == [ASK]
    change(office, "article", found, kind="correct")
    assert one(office, "article", found, ASK).state is DeadlineState.DROPPED


def test_the_end_of_the_incident_ends_it(office: AppContext) -> None:
    incident = make_incident(office, learned_at=moment("06:00 01/06/2026"))
    found = article(office, incident_id=incident)
    change(office, "incident", incident, state="closed")
    assert one(office, "article", found, ASK).state is DeadlineState.DROPPED


def test_a_void_letter_leaves_the_article_waiting_again(office: AppContext) -> None:
    found = article(office)
    draft = issued(office, found)
    office.requests.void(draft, "Sai tên báo")
    assert one(office, "article", found, ASK).state is DeadlineState.OPEN
    states = {view.state for view in office.deadlines.of("correction_request", draft.id)}
    assert states == {DeadlineState.DROPPED}


@pytest.mark.parametrize(
    ("outlet_type", "is_periodical", "duty", "due"),
    [
        ("print", False, CORRECTION, "05/06/2026"),
        ("radio", False, CORRECTION, "05/06/2026"),
        ("television", False, CORRECTION, "05/06/2026"),
        ("print", True, ClockDuty.PERIODICAL_CORRECTION, "15/06/2026"),
    ],
)
def test_each_type_of_press_has_its_term_to_correct(
    office: AppContext, outlet_type: str, is_periodical: bool, duty: ClockDuty, due: str
) -> None:
    outlet = make_outlet(office, type=outlet_type, is_periodical=is_periodical)
    found = make_article(office, outlet_id=outlet, published_at=moment("06:00 01/06/2026"))
    draft = issued(office, found)
    request = draft.id
    waiting = one(office, "correction_request", request, duty)
    assert waiting.no_due == (
        "chưa tính được hạn vì chưa nhập thời điểm “Cơ quan báo chí nhận được văn bản”"
    )
    track(office, request, received_by_outlet_on=day("03/06/2026"))
    deadline = one(office, "correction_request", request, duty)
    assert deadline.due_at is not None
    assert deadline.due_at.date() == day(due)
    assert deadline.is_theirs


def test_a_response_is_waited_for_by_its_own_duty(office: AppContext) -> None:
    request = request_of(office, kind=RequestKind.RESPOND)
    found = duties(office, "correction_request", request)
    assert ClockDuty.REPLY_TO_RESPONSE in found
    assert CORRECTION not in found


def test_the_authority_gets_its_copy_or_a_reason_why_not(office: AppContext) -> None:
    request = request_of(office)
    copy = one(office, "correction_request", request, ClockDuty.AUTHORITY_COPY)
    assert copy.state is DeadlineState.OPEN
    track(office, request, sent_to_authority_on=SENT)
    copy = one(office, "correction_request", request, ClockDuty.AUTHORITY_COPY)
    assert (copy.state, copy.met_at) == (DeadlineState.MET, moment("00:00 02/06/2026"))
    without = request_of(office, no_copy_reason="Đã gửi qua trục liên thông")
    assert ClockDuty.AUTHORITY_COPY not in duties(office, "correction_request", without)


def test_a_published_correction_ends_the_waiting(office: AppContext, clock: Clock) -> None:
    request = request_of(office)
    track(office, request, received_by_outlet_on=day("02/06/2026"))
    clock.now = moment("09:00 08/06/2026")
    track(
        office,
        request,
        outcome=RequestOutcome.CORRECTED,
        published_on=day("06/06/2026"),
        next_step=NextStep.CLOSE,
    )
    deadline = one(office, "correction_request", request, CORRECTION)
    assert deadline.words(clock.now) == "trễ 2 ngày"
    assert not [
        view for view in office.deadlines.of("correction_request", request)
        if view.state is DeadlineState.OPEN
    ]  # fmt: skip


def test_a_number_that_the_office_read_itself_counts_where_the_rule_has_none(
    office: AppContext, clock: Clock
) -> None:
    clock.now = moment("09:00 05/10/2026")
    found = article(office, published_at=moment("06:00 01/10/2026"))
    draft = replace(office.requests.new_draft(found), deadline_asked=day("15/10/2026"))
    request = office.requests.issue(draft, day("02/10/2026"), secrecy_confirmed=True).id
    track(office, request, received_by_outlet_on=day("02/10/2026"))
    without = one(office, "correction_request", request, CORRECTION)
    assert (without.due_at, without.no_due) == (
        None,
        "chưa có số ngày, nhập theo Nghị định 237/2026",
    )
    track(office, request, due_by_law_on=day("09/10/2026"))
    typed = one(office, "correction_request", request, CORRECTION)
    assert typed.is_typed
    assert typed.due_at == moment("23:59 09/10/2026") + timedelta(seconds=59)
    assert typed.steps[-1] == "Cơ quan tự nhập hạn theo văn bản: hết Thứ Sáu 09/10/2026."

    change_rule(office, "correction-print-2026", value=5)
    counted = one(office, "correction_request", request, CORRECTION)
    assert not counted.is_typed
    assert counted.due_at.date() == day("07/10/2026")


def test_the_reminder_follows_the_day_that_the_letter_asked_for(
    office: AppContext, clock: Clock
) -> None:
    request = request_of(office, deadline_asked=day("12/06/2026"))
    reminder = one(office, "correction_request", request, ClockDuty.REMINDER)
    assert reminder.due_at.date() == day("15/06/2026")  # the asked day is a Friday
    clock.now = moment("09:00 15/06/2026")
    track(office, request, ReminderLine(day("15/06/2026"), "Gọi điện"))
    reminder = one(office, "correction_request", request, ClockDuty.REMINDER)
    # No rule says when to remind again.
    assert (reminder.state, reminder.met_at) == (DeadlineState.MET, moment("00:00 15/06/2026"))
    assert reminder.words(clock.now) == "đúng hạn"


def test_a_rule_with_a_number_counts_from_the_last_reminder(
    office: AppContext, clock: Clock
) -> None:
    change_rule(office, "reminder-2021", value=3)
    request = request_of(office)
    assert one(office, "correction_request", request, ClockDuty.REMINDER).due_at.date() == date(
        2026, 6, 5
    )
    track(office, request, ReminderLine(day("05/06/2026")))
    again = one(office, "correction_request", request, ClockDuty.REMINDER)
    assert (again.state, again.due_at.date()) == (DeadlineState.OPEN, day("10/06/2026"))


@pytest.mark.parametrize("outcome", [RequestOutcome.SILENT, RequestOutcome.REFUSED])
def test_what_the_press_does_not_do_is_taken_further_until_it_is_closed(
    office: AppContext, outcome: RequestOutcome
) -> None:
    request = request_of(office)
    track(
        office, request, outcome=outcome, refusal_reason="Bài đúng",
        next_step=NextStep.REPORT_TO_AUTHORITY,
    )  # fmt: skip
    assert one(office, "correction_request", request, CORRECTION).state is DeadlineState.DROPPED
    further = one(office, "correction_request", request, ClockDuty.ESCALATION)
    assert (further.state, further.is_theirs) == (DeadlineState.OPEN, False)
    track(office, request, next_step=NextStep.WAIT)
    assert one(office, "correction_request", request, ClockDuty.ESCALATION).is_theirs
    track(office, request, next_step=NextStep.CLOSE)
    further = one(office, "correction_request", request, ClockDuty.ESCALATION)
    assert further.state is DeadlineState.DROPPED


def test_a_request_that_was_sent_another_way_runs_from_the_day_noted(office: AppContext) -> None:
    """The letter is still a draft here: the office printed and numbered it elsewhere."""
    found = article(office)
    request = office.requests.save(office.requests.new_draft(found)).id
    assert duties(office, "correction_request", request) == []
    track(office, request, sent_to_outlet_on=SENT, received_by_outlet_on=day("03/06/2026"))
    correction = one(office, "correction_request", request, CORRECTION)
    assert correction.due_at is not None
    assert correction.due_at.date() == day("05/06/2026")
    assert one(office, "article", found, ASK).state is DeadlineState.MET
