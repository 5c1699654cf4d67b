"""Which clocks run for a case, under the rules that ship, and how each stands in words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from app.rules.clocks.book import ClockBook
from app.rules.clocks.cases import (
    Clock,
    IncidentFacts,
    RequestFacts,
    bound_of,
    incident_clocks,
    request_clocks,
)
from app.rules.vocabulary import (
    BodyKind,
    Bound,
    ClockDuty,
    Layout,
    OutletType,
    RequestKind,
    RequestOutcome,
    StartsFrom,
    TermUnit,
)
from tests.rules.clocks.making import off, rule

DAYS = TermUnit.DAYS


def book(*rules: Any) -> ClockBook:
    return ClockBook(tuple(rules), (off("02/09/2026"),))


FIRST = rule("first", duty=ClockDuty.INITIAL_STATEMENT)
IMPACT = rule("impact", duty=ClockDuty.IMPACT_STATEMENT, starts_from=StartsFrom.IMPACT_DETERMINED)
NEXT = rule(
    "next", duty=ClockDuty.FOLLOW_UP_STATEMENT, value=12, starts_from=StartsFrom.PREVIOUS_STATEMENT
)


def incident(**facts: Any) -> dict[ClockDuty, Clock]:
    known = {"learned_at": datetime(2026, 8, 1, 9, 0), "happened_at": datetime(2026, 8, 1, 8, 0)}
    clocks = incident_clocks(book(FIRST, IMPACT, NEXT), IncidentFacts(**{**known, **facts}))
    return {clock.duty: clock for clock in clocks}


# Incidents


def test_an_incident_waits_for_the_first_statement() -> None:
    (clock,) = incident().values()
    assert clock.due == datetime(2026, 8, 2, 8, 0)
    assert clock.is_running
    assert clock.words(datetime(2026, 8, 1, 10, 30)) == "còn 21 giờ 30 phút"
    assert not clock.is_late(datetime(2026, 8, 2, 8, 0))
    assert clock.words(datetime(2026, 8, 2, 10, 5)) == "quá hạn 2 giờ 5 phút"
    assert clock.is_late(datetime(2026, 8, 2, 10, 5))


def test_an_event_without_its_hour_says_what_is_missing() -> None:
    (clock,) = incident(happened_at=None).values()
    assert clock.due is None
    assert clock.words(datetime(2026, 8, 1, 10, 0)) == (
        "chưa tính được hạn vì chưa nhập thời điểm “Vụ việc xảy ra”"
    )


def test_a_determined_impact_starts_a_clock_of_its_own() -> None:
    clocks = incident(impact_determined_at=datetime(2026, 8, 3, 9, 0))
    assert clocks[ClockDuty.IMPACT_STATEMENT].due == datetime(2026, 8, 4, 9, 0)
    assert ClockDuty.INITIAL_STATEMENT in clocks


def test_where_the_law_knows_no_such_case_none_is_shown() -> None:
    facts = IncidentFacts(
        datetime(2026, 8, 1, 9, 0), datetime(2026, 8, 1, 8, 0), datetime(2026, 8, 3, 9, 0)
    )
    assert [clock.duty for clock in incident_clocks(book(FIRST), facts)] == [
        ClockDuty.INITIAL_STATEMENT
    ]


def test_a_statement_stops_its_clock_and_starts_the_next() -> None:
    spoken = datetime(2026, 8, 2, 9, 30)
    clocks = incident(first_statement_at=spoken)
    first, following = clocks[ClockDuty.INITIAL_STATEMENT], clocks[ClockDuty.FOLLOW_UP_STATEMENT]
    now = datetime(2026, 9, 1, 0, 0)
    assert not first.is_running
    assert (first.words(now), first.is_late(now)) == ("trễ 1 giờ 30 phút", True)
    assert following.due == datetime(2026, 8, 2, 21, 30)
    again = incident(first_statement_at=spoken, last_statement_at=datetime(2026, 8, 3, 6, 0))
    assert again[ClockDuty.FOLLOW_UP_STATEMENT].due == datetime(2026, 8, 3, 18, 0)


def test_a_statement_in_time_is_told() -> None:
    clocks = incident(first_statement_at=datetime(2026, 8, 2, 8, 0))
    first = clocks[ClockDuty.INITIAL_STATEMENT]
    assert first.words(datetime(2027, 1, 1, 0, 0)) == "đúng hạn"


def test_a_closed_incident_runs_no_clock() -> None:
    clocks = incident(is_closed=True)
    clock = clocks[ClockDuty.INITIAL_STATEMENT]
    assert not clock.is_running
    assert not clock.is_late(datetime(2027, 1, 1, 0, 0))
    assert clock.words(datetime(2027, 1, 1, 0, 0)) == "đã kết thúc"
    spoken = incident(is_closed=True, first_statement_at=datetime(2026, 8, 5, 8, 0))
    assert spoken.keys() == {ClockDuty.INITIAL_STATEMENT}
    assert spoken[ClockDuty.INITIAL_STATEMENT].words(datetime(2027, 1, 1, 0, 0)) == "trễ 3 ngày"


def test_what_is_due_at_once_without_a_number_tells_the_time_gone() -> None:
    at_once = rule(value=None, at_once="ngay")
    facts = IncidentFacts(datetime(2026, 8, 1, 9, 0), datetime(2026, 8, 1, 8, 0))
    (clock,) = incident_clocks(book(at_once), facts)
    assert clock.words(datetime(2026, 8, 1, 11, 20)) == (
        "văn bản không ghi số giờ, chỉ ghi “ngay”; đã 3 giờ 20 phút"
    )
    spoken = IncidentFacts(
        datetime(2026, 8, 1, 9, 0), datetime(2026, 8, 1, 8, 0),
        first_statement_at=datetime(2026, 8, 1, 9, 30),
    )  # fmt: skip
    (clock, _next) = incident_clocks(book(at_once), spoken)
    assert clock.words(datetime(2026, 8, 1, 11, 20)) == "đã thực hiện"


# Correction requests

RULES = (
    rule("send", duty=ClockDuty.CORRECTION_REQUEST, value=3, unit=DAYS,
         starts_from=StartsFrom.ARTICLE_PUBLISHED),
    rule("copy", duty=ClockDuty.AUTHORITY_COPY, value=1, unit=DAYS,
         starts_from=StartsFrom.LETTER_SENT),
    rule("print", duty=ClockDuty.CORRECTION, value=2, unit=DAYS, binds=Bound.PRINT,
         starts_from=StartsFrom.LETTER_RECEIVED),
    rule("reply", duty=ClockDuty.REPLY_TO_RESPONSE, value=10, unit=DAYS, binds=Bound.PRESS,
         starts_from=StartsFrom.LETTER_RECEIVED),
    rule("remind", duty=ClockDuty.REMINDER, value=5, unit=TermUnit.WORKING_DAYS,
         starts_from=StartsFrom.LETTER_SENT),
)  # fmt: skip
SENT = {"sent_to_outlet_on": date(2026, 8, 5)}
RECEIVED = {**SENT, "received_by_outlet_on": date(2026, 8, 31)}


def request(**facts: Any) -> dict[ClockDuty, Clock]:
    known = {
        "kind": RequestKind.CORRECT,
        "outlet_type": OutletType.PRINT,
        "published_at": datetime(2026, 8, 3, 6, 0),
    }
    return {
        clock.duty: clock
        for clock in request_clocks(book(*RULES), RequestFacts(**{**known, **facts}))
    }


def test_before_it_is_sent_only_the_letter_is_due() -> None:
    clocks = request()
    assert clocks.keys() == {ClockDuty.CORRECTION_REQUEST}
    assert clocks[ClockDuty.CORRECTION_REQUEST].due == datetime(2026, 8, 6, 23, 59, 59)


def test_once_sent_copy_correction_and_reminder_are_due() -> None:
    clocks = request(**SENT)
    assert not clocks[ClockDuty.CORRECTION_REQUEST].is_running
    assert clocks[ClockDuty.CORRECTION_REQUEST].words(datetime(2026, 9, 1)) == "đúng hạn"
    assert clocks[ClockDuty.AUTHORITY_COPY].due == datetime(2026, 8, 6, 23, 59, 59)
    assert clocks[ClockDuty.CORRECTION].reckoning.missing is StartsFrom.LETTER_RECEIVED
    assert clocks[ClockDuty.REMINDER].due == datetime(2026, 8, 12, 23, 59, 59)


def test_the_newspaper_has_its_days_from_when_it_got_the_letter() -> None:
    clock = request(**RECEIVED)[ClockDuty.CORRECTION]
    assert clock.due == datetime(2026, 9, 3, 23, 59, 59)
    assert "bắt đầu Thứ Hai 31/08/2026" in clock.reckoning.steps[2]  # no hour that nobody typed
    assert clock.words(datetime(2026, 9, 1, 10, 0)) == "còn 2 ngày"
    assert clock.words(datetime(2026, 9, 5, 10, 0)) == "quá hạn 2 ngày"


def test_a_correction_published_late_stays_late() -> None:
    clock = request(**RECEIVED, outcome=RequestOutcome.CORRECTED, published_on=date(2026, 9, 5))[
        ClockDuty.CORRECTION
    ]
    assert clock.words(datetime(2026, 12, 1)) == "trễ 2 ngày"
    assert clock.is_late(datetime(2026, 12, 1))


def test_silence_is_no_answer_and_the_clock_runs_on() -> None:
    clock = request(**RECEIVED, outcome=RequestOutcome.SILENT)[ClockDuty.CORRECTION]
    assert clock.words(datetime(2026, 9, 5, 10, 0)) == "quá hạn 2 ngày"


def test_a_refusal_with_its_reason_ends_the_matter() -> None:
    clocks = request(**RECEIVED, outcome=RequestOutcome.REFUSED)
    assert clocks[ClockDuty.CORRECTION].words(datetime(2026, 9, 5, 10, 0)) == "đã kết thúc"
    assert ClockDuty.REMINDER not in clocks


def test_a_reminder_is_due_again_after_the_last_one() -> None:
    clock = request(**SENT, reminded_on=date(2026, 8, 13))[ClockDuty.REMINDER]
    assert clock.due == datetime(2026, 8, 20, 23, 59, 59)


def test_a_response_waits_for_a_reply_and_not_for_a_correction() -> None:
    clocks = request(**RECEIVED, kind=RequestKind.RESPOND)
    assert ClockDuty.CORRECTION not in clocks
    assert clocks[ClockDuty.REPLY_TO_RESPONSE].due == datetime(2026, 9, 10, 23, 59, 59)


def test_another_type_of_press_has_another_rule_or_none() -> None:
    clock = request(**RECEIVED, outlet_type=OutletType.ONLINE)[ClockDuty.CORRECTION]
    assert clock.words(datetime(2026, 9, 1)) == (
        "không có quy định nào về “Cơ quan báo chí đăng, phát cải chính” áp dụng"
    )


def test_no_copy_is_due_where_the_office_says_why_none_is_sent() -> None:
    clock = request(**SENT, needs_copy=False)[ClockDuty.AUTHORITY_COPY]
    assert not clock.is_running


# Whom the rules bind


@pytest.mark.parametrize(
    ("kind", "layout", "bound"),
    [
        (BodyKind.DEPARTMENT, Layout.PARTY, Bound.STATE),
        (BodyKind.PARTY_COMMITTEE, Layout.STATE, Bound.PARTY),
        (BodyKind.MASS_ORGANISATION, Layout.STATE, Bound.PARTY),
        (BodyKind.ASSOCIATION, Layout.PARTY, Bound.PARTY),
        (BodyKind.OTHER, Layout.STATE, Bound.STATE),
        (None, Layout.PARTY, Bound.PARTY),
        (None, None, Bound.STATE),
    ],
)
def test_a_body_goes_by_what_it_is_else_as_its_office(
    kind: BodyKind | None, layout: Layout | None, bound: Bound
) -> None:
    assert bound_of(kind, layout) is bound
