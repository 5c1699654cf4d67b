"""Dates as clerks type them: many ways in, one way out, and nothing guessed."""

from __future__ import annotations

import contextlib
import unicodedata
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.dates import date_text, time_text
from app.rules.typed_dates import (
    NotUnderstood,
    read_date,
    read_time,
    split_date_time,
    weekday_text,
)

TODAY = date(2026, 10, 5)
DATES = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "typed",
    ["5/6/26", "05/06/2026", "5-6-2026", "5.6.26", "050626", "05062026", "5/6", "2026-06-05",
     " 5 / 6 / 26 ", "5/06/2026"],
)  # fmt: skip
def test_many_ways_to_type_one_date(typed: str) -> None:
    assert read_date(typed, TODAY) == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("typed", "days"),
    [("hn", 0), ("HN", 0), ("hôm nay", 0), (unicodedata.normalize("NFD", "hôm nay"), 0),
     ("hq", -1), ("hôm qua", -1), ("+3", 3), ("-2", -2), ("+ 3", 3), ("+0", 0)],
)  # fmt: skip
def test_days_from_today(typed: str, days: int) -> None:
    assert read_date(typed, TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize("typed", ["", "   ", "\u00a0"])
def test_nothing_typed_is_no_date(typed: str) -> None:
    assert read_date(typed, TODAY) is None
    assert read_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/02/2026", "Tháng 2 năm 2026 không có ngày 31."),
        ("31022026", "Tháng 2 năm 2026 không có ngày 31."),
        ("29/2/26", "Tháng 2 năm 2026 không có ngày 29."),
        ("0/5/26", "Tháng 5 năm 2026 không có ngày 0."),
        ("5/13/26", "Không có tháng 13."),
        ("5/6/6202", "Năm 6202 không hợp lý; năm gõ từ 1900 đến 2099."),
        ("+9999999", "Chưa hiểu ngày “+9999999”. Gõ như 05/06/2026, 5/6/26, 050626, hn (hôm nay) "
         "hoặc +3."),
        ("5/6/202", None), ("5/6-26", None), ("56", None), ("mai", None),
        ("٥/٦/٢٦", None), ("5/6/26 8h", None),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_aloud(typed: str, said: str | None) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_date(typed, TODAY)
    assert said is None or str(caught.value) == said


def test_a_leap_day_is_a_day() -> None:
    assert read_date("29/2/28", TODAY) == date(2028, 2, 29)


@given(DATES)
def test_what_is_shown_reads_back(day: date) -> None:
    assert read_date(date_text(day), TODAY) == day
    assert read_date(date_text(day).replace("/", ""), TODAY) == day


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 9999))
def test_no_impossible_date_gets_through(day: int, month: int, year: int) -> None:
    typed = f"{day}/{month}/{year:04}"
    try:
        wanted = date(year, month, day)
    except ValueError:
        wanted = None
    if wanted is None or not 1900 <= year <= 2099:
        with pytest.raises(NotUnderstood):
            read_date(typed, TODAY)
    else:
        assert read_date(typed, TODAY) == wanted


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_is_refused(typed: str) -> None:
    with contextlib.suppress(NotUnderstood):
        day = read_date(typed, TODAY)
        assert day is None or 1900 <= day.year <= 2099


@pytest.mark.parametrize(
    ("typed", "clock"),
    [("08:30", time(8, 30)), ("8h30", time(8, 30)), ("0830", time(8, 30)), ("8:5", time(8, 5)),
     ("8h", time(8)), ("8", time(8)), ("0", time(0)), ("830", time(8, 30)), ("8g15", time(8, 15)),
     ("8H30", time(8, 30)), ("23.59", time(23, 59))],
)  # fmt: skip
def test_many_ways_to_type_a_time(typed: str, clock: time) -> None:
    assert read_time(typed) == clock


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("24:00", "Không có 24 giờ. Giờ gõ từ 0 đến 23."),
        ("8:75", "Không có 75 phút. Phút gõ từ 0 đến 59."),
        ("sáng", "Chưa hiểu giờ “sáng”. Gõ như 08:30, 8h30 hoặc 0830."),
    ],
)
def test_what_is_no_time_is_refused_aloud(typed: str, said: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_time(typed)
    assert str(caught.value) == said


@given(st.times())
def test_a_time_shown_reads_back(clock: time) -> None:
    clock = clock.replace(second=0, microsecond=0)
    assert read_time(time_text(clock)) == clock


@pytest.mark.parametrize(
    ("typed", "parts"),
    [("05/06/2026 08:30", ("05/06/2026", "08:30")), ("5/6/26, 8h30", ("5/6/26", "8h30")),
     ("hn 8h", ("hn", "8h")), ("5/6/26 lúc 8h", ("5/6/26", "8h")), ("5/6/26", ("5/6/26", "")),
     ("hôm nay", ("hôm nay", "")), ("hôm nay 8:05", ("hom nay", "8:05")),
     ("lúc 8h30 ngày 5/6/2026", ("5/6/2026", "8h30")),
     ("Thứ hai, 5/10/2026, 09:15 (GMT+7)", ("5/10/2026", "09:15"))],
)  # fmt: skip
def test_a_date_with_its_time_is_parted(typed: str, parts: tuple[str, str]) -> None:
    assert split_date_time(typed) == parts


def test_weekdays_have_their_vietnamese_names() -> None:
    monday = date(2026, 10, 5)
    names = [weekday_text(monday + timedelta(days=n)) for n in range(7)]
    assert names[0] == "Thứ Hai"
    assert names[6] == "Chủ Nhật"
