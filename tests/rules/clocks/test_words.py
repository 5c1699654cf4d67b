"""Time left and lateness in words, to the minute where hours count."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.rules.clocks.terms import Term
from app.rules.clocks.words import in_force_words, term_words, time_gone, time_left
from app.rules.vocabulary import TermUnit
from tests.rules.clocks.making import day

DUE = datetime(2026, 10, 5, 16, 0)
END_OF_DAY = datetime(2026, 10, 5, 23, 59, 59)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(hours=3, minutes=12), "còn 3 giờ 12 phút"),
        (timedelta(hours=3, minutes=12, seconds=59), "còn 3 giờ 12 phút"),
        (timedelta(hours=24), "còn 1 ngày"),
        (timedelta(hours=49, minutes=1), "còn 2 ngày 1 giờ 1 phút"),
        (timedelta(minutes=59), "còn 59 phút"),
        (timedelta(seconds=59), "còn chưa đầy 1 phút"),
        (timedelta(), "còn chưa đầy 1 phút"),
        (timedelta(seconds=-1), "quá hạn chưa đầy 1 phút"),
        (timedelta(minutes=-1), "quá hạn 1 phút"),
        (timedelta(hours=-2, minutes=-5), "quá hạn 2 giờ 5 phút"),
        (timedelta(days=-2), "quá hạn 2 ngày"),
    ],
)
def test_hours_are_told_to_the_minute(left: timedelta, words: str) -> None:
    assert time_left(DUE, DUE - left, TermUnit.HOURS) == words


@pytest.mark.parametrize("unit", [unit for unit in TermUnit if unit is not TermUnit.HOURS])
@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2026, 10, 3, 23, 0), "còn 2 ngày"),
        (datetime(2026, 10, 4, 0, 0), "còn 1 ngày"),
        (datetime(2026, 10, 5, 0, 0), "đến hạn hôm nay"),
        (datetime(2026, 10, 5, 23, 59, 59), "đến hạn hôm nay"),
        (datetime(2026, 10, 6, 0, 0), "quá hạn 1 ngày"),
        (datetime(2026, 10, 7, 9, 0), "quá hạn 2 ngày"),
    ],
)
def test_days_are_told_by_the_calendar(now: datetime, words: str, unit: TermUnit) -> None:
    assert time_left(END_OF_DAY, now, unit) == words


def test_what_is_due_at_once_tells_the_time_gone() -> None:
    assert time_gone(DUE, DUE + timedelta(hours=5, minutes=2)) == "đã 5 giờ 2 phút"
    assert time_gone(DUE, DUE - timedelta(hours=1)) == "đã chưa đầy 1 phút"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (24, TermUnit.HOURS, "24 giờ"),
        (2, TermUnit.DAYS, "02 ngày"),
        (10, TermUnit.WORKING_DAYS, "10 ngày làm việc"),
        (1, TermUnit.QUARTER, "01 quý"),
    ],
)
def test_terms_are_written_as_in_official_texts(value: int, unit: TermUnit, words: str) -> None:
    assert term_words(Term(value, unit)) == words


def test_a_period_without_ends_is_told() -> None:
    assert in_force_words(day("01/07/2026"), None) == "áp dụng từ 01/07/2026"
    assert in_force_words(None, day("30/06/2026")) == "áp dụng đến 30/06/2026"
    assert in_force_words(None, None) == "áp dụng không giới hạn"
