"""Days and moments in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.rules.dates import day_text, moment_text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2021, 5, 6), "ngày 06 tháng 5 năm 2021"),
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2026, 10, 10), "ngày 10 tháng 10 năm 2026"),
        (date(2026, 12, 9), "ngày 09 tháng 12 năm 2026"),
    ],
)
def test_only_days_below_ten_and_the_first_two_months_get_a_zero(day: date, words: str) -> None:
    assert day_text(day) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2025, 10, 16, 13, 19), "13 giờ 19 phút ngày 16 tháng 10 năm 2025"),
        (datetime(2025, 10, 16, 8, 5), "08 giờ 05 phút ngày 16 tháng 10 năm 2025"),
        (datetime(2025, 10, 16, 18, 0), "18 giờ ngày 16 tháng 10 năm 2025"),
        (datetime(2025, 10, 16), "ngày 16 tháng 10 năm 2025"),
    ],
)
def test_midnight_means_the_day_alone(moment: datetime, words: str) -> None:
    assert moment_text(moment) == words
