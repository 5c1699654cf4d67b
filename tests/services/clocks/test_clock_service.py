"""Due moments from stored records, swaps in one transaction, the switch between two rules."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors, NotFound
from app.models import CalendarDay, LegalRule
from app.rules.clocks.terms import Term
from app.rules.vocabulary import Bound, ClockDuty, StartsFrom, TermUnit
from app.services.plain import ListQuery
from app.services.requests.data import ReminderLine, Tracking
from tests.factories import (
    make_article,
    make_body,
    make_correction_request,
    make_incident,
    make_outlet,
)
from tests.services.office_profiles import party_profile, state_profile

BEFORE, AFTER = datetime(2026, 6, 30, 16, 0), datetime(2026, 7, 1, 16, 0)


def id_of(ctx: AppContext, code: str) -> int:
    with ctx.db.reading() as session:
        return session.query(LegalRule).filter_by(code=code).one().id


def due(ctx: AppContext, incident_id: int) -> datetime | None:
    return ctx.clocks.incident(incident_id)[0].due


# Incidents


def test_the_same_case_on_either_side_of_the_switch(ctx: AppContext) -> None:
    old = make_incident(ctx, happened_at=BEFORE, learned_at=BEFORE.replace(hour=18))
    new = make_incident(ctx, happened_at=AFTER, learned_at=AFTER.replace(hour=18))
    clocks = ctx.clocks.incidents([old, new])
    rules = [clocks[one][0].reckoning.binding.rule.id for one in (old, new)]
    assert rules == ["initial_statement-2017", "initial_statement-2026"]
    assert due(ctx, old) == datetime(2026, 7, 1, 16, 0)
    assert due(ctx, new) == datetime(2026, 7, 2, 18, 0)


def test_the_accountable_body_decides_whose_rules_hold(ctx: AppContext) -> None:
    party = make_body(ctx, kind="party_committee")
    one = make_incident(ctx, happened_at=AFTER, learned_at=AFTER, accountable_body_id=party)
    (clock,) = ctx.clocks.incident(one)
    assert clock.reckoning.binding.rule.id == "initial_statement-party-2026"


def test_without_one_it_is_the_office_itself(ctx: AppContext) -> None:
    one = make_incident(ctx, happened_at=AFTER, learned_at=AFTER)
    assert ctx.clocks.office_bound() is Bound.STATE
    ctx.office.save_profile(party_profile(ctx))
    assert ctx.clocks.office_bound() is Bound.PARTY
    (clock,) = ctx.clocks.incident(one)
    assert clock.reckoning.binding.rule.id == "initial_statement-party-2026"


def test_a_determined_impact_is_a_clock_of_its_own(ctx: AppContext) -> None:
    one = make_incident(
        ctx, happened_at=AFTER, learned_at=AFTER, impact_determined_at=datetime(2026, 7, 5, 8, 0)
    )
    assert [clock.duty for clock in ctx.clocks.incident(one)] == [
        ClockDuty.INITIAL_STATEMENT, ClockDuty.IMPACT_STATEMENT,
    ]  # fmt: skip


def test_a_stricter_regulation_entered_by_the_office_binds_at_once(ctx: AppContext) -> None:
    one = make_incident(ctx, happened_at=AFTER, learned_at=AFTER)
    ctx.records.save("legal_rule", {"value": 6}, id_of(ctx, "initial_statement-own"))
    assert due(ctx, one) == datetime(2026, 7, 1, 22, 0)


def test_a_closed_incident_runs_no_clock(ctx: AppContext) -> None:
    one = make_incident(ctx, happened_at=AFTER, learned_at=AFTER, state="closed")
    assert not ctx.clocks.incident(one)[0].is_running


def test_a_case_that_is_not_there_is_told(ctx: AppContext) -> None:
    with pytest.raises(NotFound):
        ctx.clocks.incident(99)
    with pytest.raises(NotFound):
        ctx.clocks.request(99)


@pytest.mark.parametrize(
    "times",
    [
        {"happened_at": datetime(2026, 9, 2, 9, 0), "learned_at": datetime(2026, 9, 2, 8, 59)},
        {
            "happened_at": datetime(2026, 9, 2, 9, 0),
            "learned_at": datetime(2026, 9, 2, 9, 0),
            "impact_determined_at": datetime(2026, 9, 2, 8, 59),
        },
    ],
)
def test_nothing_is_known_before_it_happens(ctx: AppContext, times: dict[str, Any]) -> None:
    with pytest.raises(FieldErrors, match="trước khi vụ việc xảy ra"):
        make_incident(ctx, **times)


# Requests


def request(ctx: AppContext, **over: Any) -> int:
    ctx.office.save_profile(state_profile(ctx))
    outlet = make_outlet(ctx, type="print")
    article = make_article(ctx, outlet_id=outlet, published_at=datetime(2026, 6, 1, 6, 0))
    return make_correction_request(ctx, article_id=article, **over)


def test_the_newspaper_has_two_days_under_the_law_before(ctx: AppContext) -> None:
    one = request(ctx, sent_to_outlet_on=date(2026, 6, 4), received_by_outlet_on=date(2026, 6, 5))
    clocks = {clock.duty: clock for clock in ctx.clocks.request(one)}
    assert clocks[ClockDuty.CORRECTION].due == datetime(2026, 6, 8, 23, 59, 59)  # a Monday
    assert not clocks[ClockDuty.CORRECTION_REQUEST].is_running


def test_since_the_switch_the_number_is_asked_for(ctx: AppContext) -> None:
    one = request(ctx, sent_to_outlet_on=date(2026, 7, 1), received_by_outlet_on=date(2026, 7, 1))
    clocks = {clock.duty: clock for clock in ctx.clocks.request(one)}
    assert clocks[ClockDuty.CORRECTION].due is None
    assert clocks[ClockDuty.CORRECTION].words(datetime(2026, 7, 9)) == (
        "chưa có số ngày, nhập theo Nghị định 237/2026"
    )
    ctx.records.save("legal_rule", {"value": 5}, id_of(ctx, "correction-print-2026"))
    clocks = {clock.duty: clock for clock in ctx.clocks.request(one)}
    assert clocks[ClockDuty.CORRECTION].due == datetime(2026, 7, 6, 23, 59, 59)


def test_the_last_reminder_starts_the_next(ctx: AppContext) -> None:
    ctx.records.save("legal_rule", {"value": 3}, id_of(ctx, "reminder-2021"))
    one = request(ctx)
    draft = ctx.requests.open(one)
    assert draft.version is not None
    lines = (ReminderLine(date(2026, 9, 1)), ReminderLine(date(2026, 9, 9)))
    tracking = Tracking(sent_to_outlet_on=date(2026, 8, 20))
    ctx.requests.save_tracking(one, draft.version, tracking, lines)
    clocks = {clock.duty: clock for clock in ctx.clocks.request(one)}
    assert clocks[ClockDuty.REMINDER].due == datetime(2026, 9, 14, 23, 59, 59)


def test_many_cases_are_read_together(ctx: AppContext) -> None:
    ids = [make_incident(ctx, happened_at=AFTER, learned_at=AFTER) for _ in range(4)]
    assert ctx.clocks.incidents(ids).keys() == set(ids)
    assert ctx.clocks.incidents([]) == {}


# The calendar


def test_another_holiday_moves_what_is_due(ctx: AppContext) -> None:
    start, term = datetime(2026, 10, 5, 9, 0), Term(10, TermUnit.DAYS)
    assert ctx.clocks.count(term, start).due == datetime(2026, 10, 15, 23, 59, 59)
    ctx.records.save(
        "calendar_day",
        {**ctx.records.new("calendar_day"), "day": date(2026, 10, 15), "name": "Nghỉ vì siêu bão"},
    )
    assert ctx.clocks.count(term, start).due == datetime(2026, 10, 16, 23, 59, 59)
    (row,) = ctx.records.page("calendar_day", ListQuery(search="siêu bão"), 0, 9)
    ctx.records.save("calendar_day", {"is_enabled": False}, row.id)
    assert ctx.clocks.count(term, start).due == datetime(2026, 10, 15, 23, 59, 59)
    ctx.records.save("calendar_day", {"is_enabled": True}, row.id)
    ctx.records.delete("calendar_day", row.id)
    assert ctx.clocks.count(term, start).due == datetime(2026, 10, 15, 23, 59, 59)


def test_a_swap_is_two_days_in_one_step(ctx: AppContext) -> None:
    before = ctx.records.count("calendar_day", ListQuery())
    one = ctx.clocks.enter_swap(date(2027, 1, 4), date(2027, 1, 9), "Thông báo 12")
    assert ctx.records.get("calendar_day", one).values == {
        "day": date(2027, 1, 4),
        "name": "Nghỉ thay ngày 09/01/2027",
        "kind": "swap",
        "is_enabled": True,
        "source": "Thông báo 12",
        "confirmed": False,
        "confirmed_by": None,
        "confirmed_on": None,
    }
    assert ctx.records.count("calendar_day", ListQuery()) == before + 2
    calendar = ctx.clocks.book().calendar
    assert not calendar.is_working(date(2027, 1, 4))
    assert calendar.is_working(date(2027, 1, 9))
    assert ctx.records.count("calendar_day", ListQuery(search="lam bu ngay 04/01/2027")) == 1


@pytest.mark.parametrize(
    ("day_off", "worked", "errors"),
    [
        (None, None, {"day_off": "Nhập ngày này.", "worked": "Nhập ngày này."}),
        (date(2027, 1, 4), None, {"worked": "Nhập ngày này."}),
        (
            date(2027, 1, 9), date(2027, 1, 4),
            {
                "day_off": "Nghỉ hoán đổi vào ngày thường, từ thứ Hai đến thứ Sáu.",
                "worked": "Ngày làm bù là thứ Bảy hoặc Chủ Nhật.",
            },
        ),
        (
            date(2026, 9, 2), date(2027, 1, 9),
            {"day_off": "Ngày này đã có trong lịch: “Quốc khánh”; sửa dòng đó."},
        ),
    ],
)  # fmt: skip
def test_half_a_swap_is_never_written(
    ctx: AppContext, day_off: date | None, worked: date | None, errors: dict[str, str]
) -> None:
    before = ctx.records.count("calendar_day", ListQuery())
    with pytest.raises(FieldErrors) as refused:
        ctx.clocks.enter_swap(day_off, worked)
    assert refused.value.errors == errors
    assert ctx.records.count("calendar_day", ListQuery()) == before


def test_a_day_that_does_not_count_gives_way_to_a_swap(ctx: AppContext) -> None:
    """The make-up day of January 2026 ships disabled, because nobody has read it anywhere."""
    (row,) = ctx.records.page("calendar_day", ListQuery(search="02/01/2026"), 0, 9)
    before = ctx.records.count("calendar_day", ListQuery())
    ctx.clocks.enter_swap(date(2026, 1, 5), date(2026, 1, 10))
    assert ctx.records.count("calendar_day", ListQuery()) == before + 1
    after = ctx.records.get("calendar_day", row.id)
    assert after.values["name"] == "Làm bù ngày 05/01/2026"
    assert after.values["is_enabled"]
    with ctx.db.reading() as session:
        assert session.query(CalendarDay).filter_by(day=date(2026, 1, 10)).count() == 1


# The day on which rules take turns


def test_both_rules_move_with_the_switch(ctx: AppContext) -> None:
    later = id_of(ctx, "press_answer-2026")
    switch = ctx.clocks.switch_before(later)
    assert (switch.earlier_title, switch.later_title, switch.first_day) == (
        "Trả lời báo chí, theo Luật Báo chí 2016",
        "Trả lời báo chí, theo Luật Báo chí 2025",
        date(2026, 7, 1),
    )
    ctx.clocks.move_switch(later, date(2026, 8, 1))
    earlier = ctx.records.get("legal_rule", id_of(ctx, "press_answer-2016"))
    assert earlier.values["valid_to"] == date(2026, 7, 31)
    assert ctx.records.get("legal_rule", later).values["valid_from"] == date(2026, 8, 1)
    book = ctx.clocks.book()
    moments = dict.fromkeys(StartsFrom, datetime(2026, 7, 15, 9, 0))
    found = book.reckon(ClockDuty.PRESS_ANSWER, Bound.STATE, moments).binding
    assert found is not None
    assert found.rule.id == "press_answer-2016"


def test_a_rule_keeps_at_least_a_day(ctx: AppContext) -> None:
    later = id_of(ctx, "press_answer-2026")
    ctx.records.save("legal_rule", {"valid_to": date(2026, 12, 31)}, later)

    def refused(first_day: date | None) -> str:
        with pytest.raises(FieldErrors) as error:
            ctx.clocks.move_switch(later, first_day)
        return error.value.errors["first_day"]

    assert refused(None) == "Nhập ngày đầu tiên của quy định sau."
    assert refused(date(2017, 1, 1)) == ("Phải sau ngày bắt đầu của quy định trước (01/01/2017).")
    assert refused(date(2027, 1, 1)) == (
        "Không thể sau ngày hết hiệu lực của chính nó (31/12/2026)."
    )
    ctx.clocks.move_switch(later, date(2017, 1, 2))


def test_the_first_rule_has_no_switch(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors, match="Không có quy định nào trước quy định này"):
        ctx.clocks.switch_before(id_of(ctx, "press_answer-2016"))
    with pytest.raises(NotFound):
        ctx.clocks.switch_before(9999)
