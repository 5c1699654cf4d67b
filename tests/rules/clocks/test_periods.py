"""Months, quarters and years: their names, keys and days."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.clocks.periods import Period, periods_between, periods_met
from app.rules.vocabulary import TermUnit

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
units = st.sampled_from([TermUnit.MONTHS, TermUnit.QUARTER, TermUnit.YEAR])


def test_names_and_keys() -> None:
    quarter = Period.of(date(2026, 11, 20), TermUnit.QUARTER)
    assert (quarter.key, quarter.label) == ("2026-Q4", "quý IV/2026")
    assert (quarter.first_day, quarter.last_day) == (date(2026, 10, 1), date(2026, 12, 31))
    month = Period.of(date(2026, 11, 20), TermUnit.MONTHS)
    assert (month.key, month.label) == ("2026-11", "tháng 11/2026")
    assert (month.first_day, month.last_day) == (date(2026, 11, 1), date(2026, 11, 30))
    year = Period.of(date(2026, 11, 20), TermUnit.YEAR)
    assert (year.key, year.label) == ("2026", "năm 2026")
    assert year.last_day == date(2026, 12, 31)


@pytest.mark.parametrize("key", ["2026-Q5", "26", "2026-4", "2026-13", "2026-00", ""])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=f"^{key}$"):
        Period.parse(key)


@given(days, units)
def test_a_day_lies_in_its_period(day: date, unit: TermUnit) -> None:
    period = Period.of(day, unit)
    assert period.first_day <= day <= period.last_day
    assert Period.parse(period.key) == period


@given(days, days, units)
def test_periods_follow_each_other_without_a_gap(one: date, other: date, unit: TermUnit) -> None:
    first, last = sorted((one, other))
    found = list(periods_between(first, last, unit))
    assert found[0] == Period.of(first, unit)
    assert found[-1] == Period.of(last, unit)
    assert all(before.next() == after for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("done_for", "done_on", "met"),
    [
        ("2026-Q4", date(2026, 11, 20), {"2026-Q4", "2026-11"}),
        ("2026-Q3", date(2026, 10, 2), {"2026-Q3"}),  # late: nothing is done for October by it
        ("2026-11", date(2026, 11, 20), {"2026-11", "2026-Q4"}),
        ("2026-11", date(2026, 12, 2), {"2026-11", "2026-Q4"}),
        ("2026", date(2026, 11, 20), {"2026"}),
    ],
)
def test_what_is_done_for_a_month_is_done_in_its_quarter(
    done_for: str, done_on: date, met: set[str]
) -> None:
    """Duty 30: a province that holds briefings by month holds them each quarter too."""
    assert {one.key for one in periods_met(Period.parse(done_for), done_on)} == met
