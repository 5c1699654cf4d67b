"""What holds for every calendar, term and set of rules, tried on ones nobody wrote."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.rules.clocks.counting import count
from app.rules.clocks.legal_rules import LegalRule, set_problems
from app.rules.clocks.reckoning import reckon
from app.rules.clocks.terms import Term
from app.rules.clocks.work_calendar import CalendarDay, WorkCalendar
from app.rules.vocabulary import Bound, ClockDuty, DayKind, StartsFrom, TermUnit
from tests.rules.clocks.making import rule

FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)
days = st.dates(FIRST, LAST)
entries = st.builds(
    CalendarDay, days, st.just("Ngày nghỉ"), st.sampled_from(DayKind), st.booleans(), st.booleans()
)
calendars = st.lists(entries, max_size=60)
starts = st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 30))
counted_in_days = st.builds(
    Term, st.integers(1, 90), st.sampled_from([TermUnit.DAYS, TermUnit.WORKING_DAYS])
) | st.builds(
    Term,
    st.integers(1, 6),
    st.sampled_from([TermUnit.MONTHS, TermUnit.QUARTER, TermUnit.YEAR]),
)
hours = st.builds(Term, st.integers(1, 500), st.just(TermUnit.HOURS))


@given(counted_in_days, starts, calendars)
def test_a_due_day_is_never_a_day_off(
    term: Term, start: datetime, entered: list[CalendarDay]
) -> None:
    calendar = WorkCalendar(entered)
    due = count(term, start, calendar).due
    assert calendar.is_working(due.date())
    assert due.time().isoformat() == "23:59:59"
    assert due > start


@given(counted_in_days | hours, starts, calendars, days)
def test_another_holiday_never_makes_it_earlier(
    term: Term, start: datetime, entered: list[CalendarDay], holiday: date
) -> None:
    more = [*entered, CalendarDay(holiday, "Nghỉ thêm", DayKind.HOLIDAY)]
    assert (
        count(term, start, WorkCalendar(more)).due >= count(term, start, WorkCalendar(entered)).due
    )


@given(hours, starts, calendars)
def test_hours_never_shift(term: Term, start: datetime, entered: list[CalendarDay]) -> None:
    assert count(term, start, WorkCalendar(entered)).due == start + timedelta(hours=term.value)


@given(counted_in_days | hours, starts, calendars)
def test_counting_again_gives_the_same(
    term: Term, start: datetime, entered: list[CalendarDay]
) -> None:
    first = count(term, start, WorkCalendar(entered))
    assert count(term, start, WorkCalendar(list(reversed(entered)))).due == first.due
    assert count(term, start, WorkCalendar(entered)) == first


@given(st.integers(1, 90), starts, calendars)
def test_exactly_so_many_working_days_lie_in_a_term_of_working_days(
    number: int, start: datetime, entered: list[CalendarDay]
) -> None:
    calendar = WorkCalendar(entered)
    due = count(Term(number, TermUnit.WORKING_DAYS), start, calendar).due.date()
    length = (due - start.date()).days
    between = [start.date() + timedelta(days=place) for place in range(1, length + 1)]
    assert sum(map(calendar.is_working, between)) == number


@st.composite
def rule_sets(draw: st.DrawFn) -> list[LegalRule]:
    """Rules of one duty in turns, for two kinds of body, each with a starting moment of its own."""
    rules = []
    for binds in draw(st.lists(st.sampled_from([Bound.BODY, Bound.STATE]), unique=True)):
        switches = sorted(draw(st.sets(days, min_size=1, max_size=4)))
        begins = [None, *switches]
        ends = [*(switch - timedelta(days=1) for switch in switches), None]
        for place, (first, last) in enumerate(zip(begins, ends, strict=True)):
            rules.append(
                rule(
                    f"{binds}-{place}",
                    binds=binds,
                    value=draw(st.none() | st.integers(1, 40)),
                    unit=draw(st.sampled_from(TermUnit)),
                    starts_from=draw(st.sampled_from([StartsFrom.HAPPENED, StartsFrom.LEARNED])),
                    valid_from=first,
                    valid_to=last,
                )
            )
    return rules


@settings(max_examples=300)
@given(rule_sets(), starts, starts)
def test_the_chosen_rule_holds_on_the_day_of_its_own_starting_moment(
    rules: list[LegalRule], one: datetime, other: datetime
) -> None:
    assert set_problems(rules) == []
    moments = {StartsFrom.HAPPENED: min(one, other), StartsFrom.LEARNED: max(one, other)}
    found = reckon(rules, WorkCalendar(), ClockDuty.INITIAL_STATEMENT, Bound.STATE, moments)
    chosen = [each for each in (found.binding, *found.others) if each]
    for each in chosen:
        assert each.start == moments[each.rule.starts_from]
        assert (each.rule.valid_from or date.min) <= each.start.date()
        assert each.start.date() <= (each.rule.valid_to or date.max)
    dues = [each.due for each in chosen if each.due]
    assert found.due == (min(dues) if dues else None)
    again = reckon(rules, WorkCalendar(), ClockDuty.INITIAL_STATEMENT, Bound.STATE, moments)
    assert again == found


@given(rule_sets(), starts)
def test_without_a_gap_one_rule_is_always_chosen(rules: list[LegalRule], start: datetime) -> None:
    assume(rules)
    moments = dict.fromkeys(StartsFrom, start)
    found = reckon(rules, WorkCalendar(), ClockDuty.INITIAL_STATEMENT, Bound.STATE, moments)
    assert found.binding is not None
    assert found.others == ()
