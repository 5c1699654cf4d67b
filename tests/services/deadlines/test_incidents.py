"""An incident obliges to speak: when the clock starts, stops, moves and ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.vocabulary import ChangeCause, ClockDuty, DeadlineState, StartsFrom
from tests.factories import make_body, make_incident
from tests.services.deadlines.cases import Clock, change, duties, moment, one

LEARNED = moment("16:00 04/10/2026")
INITIAL = ClockDuty.INITIAL_STATEMENT


def sensitive(ctx: AppContext, **over: object) -> int:
    return make_incident(ctx, **{"sensitivity": "sensitive", "learned_at": LEARNED, **over})


def test_a_sensitive_incident_is_spoken_of_within_24_hours_of_being_learned_of(
    office: AppContext,
) -> None:
    deadline = one(office, "incident", sensitive(office), INITIAL)
    assert deadline.due_at == moment("16:00 05/10/2026")
    assert (deadline.rule_code, deadline.starts_from) == (
        "initial_statement-2026",
        StartsFrom.LEARNED,
    )
    assert deadline.words(moment("12:48 05/10/2026")) == "còn 3 giờ 12 phút"
    assert deadline.words(moment("17:30 05/10/2026")) == "quá hạn 1 giờ 30 phút"
    assert deadline.steps[-1] == "Hạn: 16:00 Thứ Hai 05/10/2026."


def test_an_ordinary_incident_obliges_to_no_statement(office: AppContext) -> None:
    assert duties(office, "incident", make_incident(office)) == []


def test_one_found_to_move_public_opinion_does(office: AppContext) -> None:
    incident = make_incident(
        office, learned_at=LEARNED, impact_determined_at=LEARNED + timedelta(hours=2)
    )
    assert one(office, "incident", incident, INITIAL).due_at == moment("16:00 05/10/2026")
    impact = one(office, "incident", incident, ClockDuty.IMPACT_STATEMENT)
    assert impact.due_at == moment("18:00 05/10/2026")


def test_what_was_said_before_the_impact_was_known_does_not_answer_it(office: AppContext) -> None:
    incident = sensitive(
        office,
        first_statement_at=LEARNED + timedelta(hours=1),
        impact_determined_at=LEARNED + timedelta(hours=2),
    )
    impact = one(office, "incident", incident, ClockDuty.IMPACT_STATEMENT)
    assert impact.state is DeadlineState.OPEN
    change(office, "incident", incident, last_statement_at=LEARNED + timedelta(hours=3))
    impact = one(office, "incident", incident, ClockDuty.IMPACT_STATEMENT)
    assert (impact.state, impact.met_at) == (DeadlineState.MET, LEARNED + timedelta(hours=3))


def test_the_first_statement_stops_the_clock_and_starts_the_next(
    office: AppContext, clock: Clock
) -> None:
    incident = sensitive(office)
    clock.now = moment("18:00 05/10/2026")
    change(office, "incident", incident, first_statement_at=moment("17:30 05/10/2026"))
    initial = one(office, "incident", incident, INITIAL)
    assert initial.state is DeadlineState.MET
    assert initial.words(clock.now) == "trễ 1 giờ 30 phút"
    assert initial.late_by(clock.now) == timedelta(minutes=90)
    follow_up = one(office, "incident", incident, ClockDuty.FOLLOW_UP_STATEMENT)
    assert (follow_up.state, follow_up.due_at) == (DeadlineState.OPEN, None)
    assert follow_up.words(clock.now) == (
        "chưa có số giờ, nhập theo quy chế phát ngôn của cơ quan; đã 30 phút"
    )


def test_a_closed_incident_takes_its_clocks_along(office: AppContext, clock: Clock) -> None:
    incident = sensitive(office)
    clock.now = moment("18:00 05/10/2026")
    change(office, "incident", incident, state="closed")
    initial = one(office, "incident", incident, INITIAL)
    assert initial.state is DeadlineState.DROPPED
    assert initial.words(clock.now) == "đã kết thúc khi quá hạn 2 giờ"
    assert [line.cause for line in office.deadlines.log("incident", incident)] == [
        ChangeCause.OPENED,
        ChangeCause.CLOSED,
    ]
    change(office, "incident", incident, state="handling")
    assert one(office, "incident", incident, INITIAL).state is DeadlineState.OPEN


def test_one_recorded_after_it_was_closed_has_no_clock(office: AppContext) -> None:
    assert duties(office, "incident", sensitive(office, state="closed")) == []


def test_a_moment_put_right_moves_the_deadline_and_the_log_names_it(office: AppContext) -> None:
    incident = sensitive(office)
    change(office, "incident", incident, learned_at=LEARNED - timedelta(hours=2))
    assert one(office, "incident", incident, INITIAL).due_at == moment("14:00 05/10/2026")
    last = office.deadlines.log("incident", incident)[-1]
    assert (last.cause, last.old_due_at, last.new_due_at) == (
        ChangeCause.MOMENT,
        moment("16:00 05/10/2026"),
        moment("14:00 05/10/2026"),
    )
    assert last.words == (
        "Tiếp nhận vụ việc: 16:00 Chủ Nhật 04/10/2026 → 14:00 Chủ Nhật 04/10/2026"
    )


def test_a_party_body_answers_by_its_own_rule(office: AppContext) -> None:
    body = make_body(office, kind="party_committee")
    incident = sensitive(office, accountable_body_id=body, happened_at=LEARNED)
    assert one(office, "incident", incident, INITIAL).rule_code == "initial_statement-party-2026"


def test_a_missing_moment_is_named(office: AppContext, clock: Clock) -> None:
    body = make_body(office, kind="party_committee")
    incident = sensitive(office, accountable_body_id=body)
    deadline = one(office, "incident", incident, INITIAL)
    assert deadline.due_at is None
    assert deadline.no_due == "chưa tính được hạn vì chưa nhập thời điểm “Vụ việc xảy ra”"
    change(office, "incident", incident, happened_at=LEARNED)
    assert one(office, "incident", incident, INITIAL).due_at == moment("16:00 05/10/2026")


def test_deleting_hides_the_clock_and_bringing_back_starts_it_again(office: AppContext) -> None:
    incident = sensitive(office)
    before = one(office, "incident", incident, INITIAL)
    office.records.delete("incident", incident)
    assert one(office, "incident", incident, INITIAL).state is DeadlineState.DROPPED
    office.records.restore("incident", incident)
    after = one(office, "incident", incident, INITIAL)
    assert (after.state, after.due_at, after.closed_at) == (DeadlineState.OPEN, before.due_at, None)
    assert [line.words for line in office.deadlines.log("incident", incident)][1:] == [
        "Hồ sơ đã xóa.",
        "Việc được mở lại.",
    ]


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        (
            {"first_statement_at": "15:00 04/10/2026"},
            "first_statement_at",
            "Không thể phát ngôn trước khi tiếp nhận vụ việc.",
        ),
        (
            {"last_statement_at": "17:00 04/10/2026"},
            "first_statement_at",
            "Nhập lần phát ngôn đầu trước.",
        ),
        (
            {"first_statement_at": "18:00 04/10/2026", "last_statement_at": "17:00 04/10/2026"},
            "last_statement_at",
            "Lần phát ngôn gần nhất không thể trước lần đầu.",
        ),
    ],
)
def test_statements_that_cannot_be_are_refused(
    office: AppContext, values: dict[str, str], field: str, sentence: str
) -> None:
    times = {name: moment(text) for name, text in values.items()}
    with pytest.raises(FieldErrors) as refused:
        sensitive(office, **times)
    assert refused.value.errors == {field: sentence}
