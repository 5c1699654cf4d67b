"""What becomes of a deadline from one count to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.rules.clocks.deadlines import (
    Cause,
    Deadline,
    Extension,
    fact_words,
    reckoned,
    renewed,
)
from app.rules.clocks.duties import Duty, Keep
from app.rules.clocks.legal_rules import LegalRule
from app.rules.clocks.work_calendar import CalendarDay, WorkCalendar
from app.rules.vocabulary import (
    Bound,
    ChangeCause,
    ClockDuty,
    DayKind,
    DeadlineState,
    StartsFrom,
    TermUnit,
)
from tests.rules.clocks.making import calendar, off, rule

START = datetime(2026, 10, 5, 8, 0)
RULE = rule("a")
IN_DAYS = rule("b", value=2, unit=TermUnit.DAYS)
WITHOUT = rule("c", value=None, look_up_in="Nghị định 237/2026")


def duty(**over: object) -> Duty:
    values = {
        "duty": ClockDuty.INITIAL_STATEMENT,
        "bound": Bound.STATE,
        "moments": {StartsFrom.HAPPENED: START},
        "on": START.date(),
    }
    return Duty(**{**values, **over})


def counted(one: LegalRule = RULE, *extensions: Extension, **over: object) -> Deadline:
    found = reckoned([one], calendar(), duty(**over), extensions)
    assert found is not None
    return found


# Which duties are worth a line


def test_a_duty_that_no_rule_speaks_of_is_kept_only_where_it_is_wanted() -> None:
    assert reckoned([], calendar(), duty()) is None
    kept = reckoned([], calendar(), duty(keep=Keep.ALWAYS))
    assert kept is not None
    assert kept.no_due == (
        "không có quy định nào về “Phát ngôn, cung cấp thông tin ban đầu” áp dụng"
    )
    assert kept.started_at == START  # the wait is counted from what is known


def test_one_that_waits_for_its_day_has_no_line_before() -> None:
    assert reckoned([WITHOUT], calendar(), duty(keep=Keep.WITH_DUE)) is None
    found = counted(WITHOUT, keep=Keep.WITH_DUE, after=date(2026, 10, 8))
    assert found.due_at == datetime(2026, 10, 9, 23, 59, 59)


def test_the_day_after_the_asked_one_is_a_working_day() -> None:
    found = reckoned(
        [WITHOUT], calendar(off("12/10/2026")), duty(after=date(2026, 10, 9))
    )  # a Friday
    assert found is not None
    assert found.due_at == datetime(2026, 10, 13, 23, 59, 59)


def test_the_number_of_a_rule_goes_before_a_day_that_was_typed() -> None:
    by_rule = counted(RULE, typed=date(2026, 11, 1))
    assert by_rule.due_at == START + timedelta(hours=24)
    assert by_rule.steps[-1] == (
        "Hạn cơ quan nhập (Chủ Nhật 01/11/2026) không dùng, vì quy định đã có số."
    )
    found = counted(WITHOUT, typed=date(2026, 11, 1))
    assert (found.due_at, found.is_typed) == (datetime(2026, 11, 1, 23, 59, 59), True)


def test_beyond_the_last_year_there_is_no_due_moment_but_a_sentence() -> None:
    found = counted(rule("far", value=90_000, unit=TermUnit.DAYS))
    assert found.due_at is None
    assert found.no_due.startswith("hạn rơi sau năm 2099")
    assert counted(WITHOUT, after=date(2099, 12, 31)).due_at is None


# From one count to the next


def test_the_first_count_opens_it() -> None:
    found, changes = renewed(None, counted())
    assert found is not None
    (change,) = changes
    assert (change.cause, change.old_due, change.new_due) == (
        ChangeCause.OPENED,
        None,
        found.due_at,
    )


def test_what_was_over_from_the_start_leaves_nothing() -> None:
    assert renewed(None, counted(is_over=True)) == (None, ())


def test_a_moved_moment_is_named_with_both_values() -> None:
    later = counted(moments={StartsFrom.HAPPENED: START + timedelta(hours=1)})
    _, (change,) = renewed(counted(), later)
    assert change.cause is ChangeCause.MOMENT
    assert change.words == ("Vụ việc xảy ra: 08:00 Thứ Hai 05/10/2026 → 09:00 Thứ Hai 05/10/2026")


def test_the_cause_is_the_rule_that_binds_or_bound() -> None:
    causes = [
        Cause(ChangeCause.RULE, "Quy định khác.", "z"),
        Cause(ChangeCause.CALENDAR, "Lịch."),
        Cause(ChangeCause.RULE, "Quy định này.", "a"),
    ]
    _, (change,) = renewed(counted(), counted(replace(RULE, value=12)), causes)
    assert (change.cause, change.words) == (ChangeCause.RULE, "Quy định này.")
    holiday = reckoned([IN_DAYS], calendar(off("07/10/2026")), duty())
    _, (change,) = renewed(counted(IN_DAYS), holiday, causes)
    assert (change.cause, change.words) == (ChangeCause.CALENDAR, "Lịch.")


def test_a_change_that_moves_nothing_is_stored_without_a_line() -> None:
    renamed = counted(replace(RULE, basis="Điều 7"))
    assert renewed(counted(), renamed) == (renamed, ())


def test_what_is_done_keeps_what_applied() -> None:
    done = counted(met_at=START)
    assert renewed(done, counted(replace(RULE, value=12), met_at=START)) == (done, ())


def test_its_own_moment_put_right_counts_it_anew_all_the_same() -> None:
    other = counted(
        replace(RULE, value=12), met_at=START, moments={StartsFrom.HAPPENED: START.replace(hour=7)}
    )
    found, (change,) = renewed(counted(met_at=START), other)
    assert found == other
    assert change.cause is ChangeCause.MOMENT


def test_a_corrected_time_of_doing_keeps_the_due_moment() -> None:
    later = START + timedelta(hours=2)
    found, (change,) = renewed(counted(met_at=START), counted(replace(RULE, value=1), met_at=later))
    assert found is not None
    assert (found.met_at, found.due_at) == (later, START + timedelta(hours=24))
    assert change.cause is ChangeCause.MET


def test_doing_and_moving_at_once_are_two_lines() -> None:
    new = counted(met_at=START, moments={StartsFrom.HAPPENED: START.replace(hour=7)})
    _, changes = renewed(counted(), new)
    assert [change.cause for change in changes] == [ChangeCause.MOMENT, ChangeCause.MET]


def test_a_duty_that_is_no_more_says_why() -> None:
    found, (change,) = renewed(counted(), None, gone="Hồ sơ đã xóa.")
    assert found is not None
    assert found.state is DeadlineState.DROPPED
    assert (change.cause, change.words) == (ChangeCause.CLOSED, "Hồ sơ đã xóa.")
    assert renewed(found, None, gone="Hồ sơ đã xóa.") == (found, ())


def test_what_ended_and_is_open_again_is_counted_anew() -> None:
    ended, _ = renewed(counted(), None, gone="Hồ sơ đã xóa.")
    found, (change,) = renewed(ended, counted(replace(RULE, value=12)))
    assert found is not None
    assert found.due_at == START + timedelta(hours=12)
    assert change.cause is ChangeCause.REOPENED


# Extensions


def test_an_extension_counts_and_the_original_stays_visible() -> None:
    until = START + timedelta(days=3)
    found = counted(RULE, Extension(until, START))
    assert (found.due_at, found.extended_to) == (until, until)
    assert found.original_due_at == START + timedelta(hours=24)
    assert found.steps[-1] == "Đã gia hạn đến 08:00 Thứ Năm 08/10/2026."


def test_one_that_the_count_has_overtaken_changes_nothing() -> None:
    found = counted(rule("a", value=100), Extension(START + timedelta(hours=30), START))
    assert (found.due_at, found.extended_to) == (START + timedelta(hours=100), None)


def test_of_a_repeated_duty_it_is_good_for_one_round() -> None:
    until = START + timedelta(days=9)
    one = rule("f", duty=ClockDuty.FOLLOW_UP_STATEMENT)
    extension = Extension(until, START)
    assert counted(one, extension, duty=ClockDuty.FOLLOW_UP_STATEMENT).due_at == until
    next_round = {StartsFrom.HAPPENED: START + timedelta(days=1)}
    found = counted(one, extension, duty=ClockDuty.FOLLOW_UP_STATEMENT, moments=next_round)
    assert found.due_at == START + timedelta(days=2)


# What holds for all of them

moments = st.dictionaries(
    st.sampled_from([StartsFrom.HAPPENED, StartsFrom.LEARNED]),
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)),
    min_size=1,
)
some_duties = st.builds(
    duty,
    moments=moments,
    met_at=st.none() | st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)),
    is_over=st.booleans(),
    typed=st.none() | st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    keep=st.sampled_from(Keep),
)
some_rules = st.lists(
    st.builds(
        rule,
        st.sampled_from("ab"),
        value=st.none() | st.integers(1, 60),
        unit=st.sampled_from([TermUnit.HOURS, TermUnit.DAYS, TermUnit.WORKING_DAYS]),
        starts_from=st.sampled_from([StartsFrom.HAPPENED, StartsFrom.LEARNED]),
        valid_from=st.none() | st.just(date(2026, 7, 1)),
    ),
    max_size=3,
)
some_days = st.lists(
    st.builds(
        CalendarDay,
        st.dates(date(2024, 1, 1), date(2027, 6, 30)),
        st.just("Nghỉ"),
        st.just(DayKind.HOLIDAY),
    ),
    max_size=20,
)
extensions = st.lists(
    st.builds(Extension, st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1)), st.none()),
    max_size=2,
)
rounds = st.lists(st.tuples(some_duties, some_rules, some_days, extensions), min_size=1, max_size=5)


@given(rounds)
def test_counting_twice_is_nothing_new(
    history: list[tuple[Duty, list[LegalRule], list[CalendarDay], list[Extension]]],
) -> None:
    stored: Deadline | None = None
    for one, rules, entered, extended in history:
        new = reckoned(rules, WorkCalendar(entered), one, extended)
        stored, _ = renewed(stored, new, gone="Kết thúc.")
        again = reckoned(rules, WorkCalendar(entered), one, extended)
        assert renewed(stored, again, gone="Kết thúc.") == (stored, ())


@given(rounds)
def test_every_move_of_a_due_moment_has_its_line(
    history: list[tuple[Duty, list[LegalRule], list[CalendarDay], list[Extension]]],
) -> None:
    stored: Deadline | None = None
    shown: datetime | None = None
    for one, rules, entered, extended in history:
        new = reckoned(rules, WorkCalendar(entered), one, extended)
        stored, changes = renewed(stored, new, gone="Kết thúc.")
        for change in changes:
            assert change.old_due == shown
            assert change.words
            shown = change.new_due
        assert shown == (stored.due_at if stored else None)


@given(some_duties, some_rules, some_days, extensions)
def test_an_extension_never_makes_it_earlier(
    one: Duty, rules: list[LegalRule], entered: list[CalendarDay], extended: list[Extension]
) -> None:
    found = reckoned(rules, WorkCalendar(entered), one, extended)
    if found is not None and found.due_at is not None:
        assert found.original_due_at is not None
        assert found.due_at >= found.original_due_at
        assert (found.extended_to is not None) == (found.due_at > found.original_due_at)


def test_a_fact_that_came_or_went_is_said_so() -> None:
    old = {"bound": "state", "happened": "2026-10-05T00:00:00"}
    assert fact_words(old, {"bound": "party"}) == (
        "Áp dụng cho: Cơ quan hành chính nhà nước → Cơ quan của Đảng; "
        "Vụ việc xảy ra: Thứ Hai 05/10/2026 → chưa có"
    )
