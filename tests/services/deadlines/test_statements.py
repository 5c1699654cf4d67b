"""Duties 9 to 11: what the public takes an interest in is spoken about, again when promised."""

from __future__ import annotations

from app.bootstrap import AppContext
from app.rules.vocabulary import ClockDuty, DeadlineState, TodayGroup
from app.services.checking import findings
from tests.factories import give_statement, make_incident, make_statement
from tests.services.deadlines.cases import Clock, change, change_rule, duties, moment, one

FIRST = ClockDuty.INITIAL_STATEMENT
AGAIN = ClockDuty.FOLLOW_UP_STATEMENT


def incident_of(ctx: AppContext, **over: object) -> int:
    values = {
        "happened_at": moment("05:00 06/07/2026"),
        "learned_at": moment("07:00 06/07/2026"),
        "sensitivity": "sudden",
    }
    return make_incident(ctx, **{**values, **over})


def give(ctx: AppContext, at: str, promised: str = "", **over: object) -> int:
    statement = make_statement(
        ctx, given_at=moment(at), next_update_at=moment(promised) if promised else None, **over
    )
    give_statement(ctx, statement)
    return statement


def test_what_the_public_takes_an_interest_in_is_spoken_about(
    office: AppContext, clock: Clock
) -> None:
    """Duty 9: "thu hút sự quan tâm" obliges as complex and sensitive ones do."""
    clock.now = moment("09:00 06/07/2026")
    incident = incident_of(office, sensitivity="normal")
    assert duties(office, "incident", incident) == []
    change(office, "incident", incident, draws_interest=True)
    assert duties(office, "incident", incident) == [FIRST]


def test_the_first_statement_given_meets_the_clock_of_the_law_in_force(
    office: AppContext, clock: Clock
) -> None:
    """Duty 10, after the switch: counted from when the office learned of it."""
    clock.now = moment("12:00 06/07/2026")
    incident = incident_of(office)
    first = one(office, "incident", incident, FIRST)
    assert (first.state, first.due_at) == (DeadlineState.OPEN, moment("07:00 07/07/2026"))
    give(office, "11:00 06/07/2026", incident_id=incident)
    first = one(office, "incident", incident, FIRST)
    assert (first.state, first.met_at) == (DeadlineState.MET, moment("11:00 06/07/2026"))


def test_a_promised_statement_is_in_the_work_list_until_the_office_speaks_again(
    office: AppContext, clock: Clock
) -> None:
    """Duty 11."""
    clock.now = moment("12:00 06/07/2026")
    incident = incident_of(office)
    give(office, "11:00 06/07/2026", "16:00 06/07/2026", incident_id=incident)
    again = one(office, "incident", incident, AGAIN)
    assert again.due_at == moment("16:00 06/07/2026")
    assert "Cơ quan đã hẹn phát ngôn tiếp 16:00 Thứ Hai 06/07/2026" in again.steps[-1]
    (line,) = [one for one in office.today_list.work_list().lines() if one.duty is AGAIN]
    assert line.group is TodayGroup.TODAY
    assert line.next_step.startswith("Phát ngôn tiếp")
    clock.now = moment("15:00 06/07/2026")
    give(office, "14:30 06/07/2026", incident_id=incident)
    assert one(office, "incident", incident, AGAIN).due_at != moment("16:00 06/07/2026")
    assert list(findings(office.db)) == []


def test_a_promise_binds_in_an_ordinary_incident_too(office: AppContext, clock: Clock) -> None:
    clock.now = moment("12:00 06/07/2026")
    incident = incident_of(office, sensitivity="normal")
    give(office, "11:00 06/07/2026", "16:00 08/07/2026", incident_id=incident)
    assert duties(office, "incident", incident) == [AGAIN]
    change(office, "incident", incident, state="closed")
    assert one(office, "incident", incident, AGAIN).state is DeadlineState.DROPPED


def test_the_earlier_of_promise_and_rule_binds(office: AppContext, clock: Clock) -> None:
    clock.now = moment("12:00 06/07/2026")
    incident = incident_of(office)
    give(office, "11:00 06/07/2026", "16:00 10/07/2026", incident_id=incident)
    rule = one(office, "incident", incident, AGAIN).rule_code
    change_rule(office, rule, value=24, unit="hours")
    again = one(office, "incident", incident, AGAIN)
    assert again.due_at == moment("11:00 07/07/2026")
    assert "hạn theo quy định đến trước" in again.steps[-1]


def test_a_statement_without_an_incident_keeps_its_own_promise(
    office: AppContext, clock: Clock
) -> None:
    """Duties 1 and 11: proactive, and followed by another one."""
    clock.now = moment("12:00 06/07/2026")
    first = give(office, "11:00 06/07/2026", "09:00 08/07/2026")
    again = one(office, "statement", first, AGAIN)
    assert (again.state, again.due_at) == (DeadlineState.OPEN, moment("09:00 08/07/2026"))
    clock.now = moment("12:00 07/07/2026")
    give(office, "10:00 07/07/2026", continues_id=first)
    again = one(office, "statement", first, AGAIN)
    assert (again.state, again.met_at) == (DeadlineState.MET, moment("10:00 07/07/2026"))
    assert list(findings(office.db)) == []


def test_a_draft_promises_nothing(office: AppContext, clock: Clock) -> None:
    clock.now = moment("12:00 06/07/2026")
    incident = incident_of(office)
    make_statement(
        office, incident_id=incident, given_at=moment("11:00 06/07/2026"),
        next_update_at=moment("16:00 06/07/2026"),
    )  # fmt: skip
    assert duties(office, "incident", incident) == [FIRST]
