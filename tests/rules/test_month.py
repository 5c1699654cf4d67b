"""The days of a month in whole weeks, and the way from one month to another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.month import month_days, month_words, months_away

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def test_october_2026_has_five_weeks_from_a_monday_on() -> None:
    days = month_days(date(2026, 10, 5))
    assert (days[0], days[-1]) == (date(2026, 9, 28), date(2026, 11, 1))


@given(DAYS)
def test_every_month_is_whole_weeks_with_all_its_days(day: date) -> None:
    days = month_days(day)
    assert days[0].weekday() == 0
    assert len(days) % 7 == 0
    assert {one.day for one in days if one.month == day.month} >= set(range(1, 29))
    assert day in days
    assert {(b - a).days for a, b in pairwise(days)} == {1}


@pytest.mark.parametrize(
    ("day", "months", "reached"),
    [
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2027, 1, 5), -1, date(2026, 12, 5)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
        (date(2099, 12, 5), 1, date(2099, 12, 5)),
        (date(1900, 1, 5), -1, date(1900, 1, 5)),
    ],
)
def test_a_shorter_month_has_its_last_day_and_the_years_end_somewhere(
    day: date, months: int, reached: date
) -> None:
    assert months_away(day, months) == reached


def test_a_month_is_named_as_it_is_said() -> None:
    assert month_words(date(2026, 2, 28)) == "tháng 2/2026"
