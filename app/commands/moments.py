"""Days and moments as arguments: 2026-06-30 and 2026-06-30T16:00."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from dataclasses import dataclass
from datetime import date, datetime, time

from app.rules.typed_dates import FIRST_YEAR, LAST_YEAR

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class GivenMoment:
    """A moment that was given; ``moment`` is the day's first where no time was."""

    moment: datetime
    has_time: bool


def given_moment(text: str) -> GivenMoment:
    """Read a day, with or without a time. Raises ArgumentTypeError."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ArgumentTypeError(
            f"“{text}” không phải thời điểm dạng năm-tháng-ngàyTgiờ:phút, ví dụ 2026-06-30T16:00."
        )
    day = given_day(found[1])
    try:
        clock = time.fromisoformat(found[2] or "00:00")
    except ValueError:
        raise ArgumentTypeError(f"không có {found[2]} trên đồng hồ.") from None
    return GivenMoment(datetime.combine(day, clock), found[2] is not None)


def given_day(text: str) -> date:
    """Read a day. Raises ArgumentTypeError."""
    if not _DAY.fullmatch(text):
        raise ArgumentTypeError(f"“{text}” không phải ngày dạng năm-tháng-ngày: 2026-06-30.")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"không có ngày {text} trên lịch.") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ArgumentTypeError(f"năm từ {FIRST_YEAR} đến {LAST_YEAR}, không phải {day.year}.")
    return day
