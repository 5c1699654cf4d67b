"""Dates and times as clerks type them: ``5/6/26``, ``050626``, ``hn``, ``+3``, ``8h30``.

Nothing is ever guessed: what is not a real date raises a Vietnamese sentence.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta

from app.text import fold, tidy

FIRST_YEAR = 1900
LAST_YEAR = 2099

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")

# What is said in one word; spelled out too, because "hn" must be learnt first.
_DAY_WORDS = {"hn": 0, "hom nay": 0, "hq": -1, "hom qua": -1}
_DAYS_FROM_TODAY = re.compile(r"([+-]) ?([0-9]{1,4})")
_PARTED = re.compile(r"([0-9]{1,2}) ?([/.\-]) ?([0-9]{1,2})(?: ?\2 ?([0-9]{4}|[0-9]{2}))?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CLOSED_UP = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_TIME = re.compile(r"([0-9]{1,2}) ?(?:[:hg.] ?([0-9]{1,2})?)?|([0-9]{1,2})([0-9]{2})")
# What newspapers print around a date: "Thứ hai, 5/10/2026, 09:15 (GMT+7)".
_TIME_WITHIN = re.compile(r"(?<![0-9])[0-9]{1,2} ?[:hg] ?(?:[0-9]{1,2})?(?![0-9])")
_AROUND = re.compile(
    r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|ngay|luc|gmt ?\+ ?7)(?![0-9a-z])|[(),]"
)


class NotUnderstood(ValueError):
    """Typed text that is no date or no time; the message is for the clerk."""


def read_date(text: str, today: date) -> date | None:
    """Return the date that was typed, or None for nothing. Raises NotUnderstood."""
    typed = tidy(text)
    if not typed:
        return None
    word = _DAY_WORDS.get(fold(typed))
    if word is not None:
        return today + timedelta(days=word)
    if match := _DAYS_FROM_TODAY.fullmatch(typed):
        days = int(match[2])
        return _in_range(today.toordinal() + (days if match[1] == "+" else -days))
    if match := _PARTED.fullmatch(typed):
        year = today.year if match[4] is None else _full_year(match[4])
        return _real_date(year, int(match[3]), int(match[1]))
    if match := _ISO.fullmatch(typed):
        return _real_date(int(match[1]), int(match[2]), int(match[3]))
    if match := _CLOSED_UP.fullmatch(typed):
        return _real_date(_full_year(match[3]), int(match[2]), int(match[1]))
    raise NotUnderstood(
        f"Chưa hiểu ngày “{typed}”. Gõ như 05/06/2026, 5/6/26, 050626, hn (hôm nay) hoặc +3."
    )


def read_time(text: str) -> time | None:
    """Return the time that was typed, or None for nothing. Raises NotUnderstood."""
    typed = tidy(text).lower()
    if not typed:
        return None
    match = _TIME.fullmatch(typed)
    if match is None:
        raise NotUnderstood(f"Chưa hiểu giờ “{typed}”. Gõ như 08:30, 8h30 hoặc 0830.")
    hour = int(match[1] or match[3])
    minute = int(match[2] or match[4] or 0)
    if hour > 23:
        raise NotUnderstood(f"Không có {hour} giờ. Giờ gõ từ 0 đến 23.")
    if minute > 59:
        raise NotUnderstood(f"Không có {minute} phút. Phút gõ từ 0 đến 59.")
    return time(hour, minute)


def split_date_time(text: str) -> tuple[str, str]:
    """Part "05/06/2026 8h30", in any order and as newspapers print it, into date and time.

    The time is empty where there is none; the date may still not be one.
    """
    typed = fold(tidy(text))
    match = _TIME_WITHIN.search(typed)
    if match is None:
        return tidy(text), ""
    rest = typed[: match.start()] + " " + typed[match.end() :]
    return tidy(_AROUND.sub(" ", rest)), match[0]


def weekday_text(day: date) -> str:
    """Return the name of the weekday, as it is written after a date."""
    return WEEKDAYS[day.weekday()]


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _real_date(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotUnderstood(f"Năm {year} không hợp lý; năm gõ từ {FIRST_YEAR} đến {LAST_YEAR}.")
    if not 1 <= month <= 12:
        raise NotUnderstood(f"Không có tháng {month}.")
    if not 1 <= day <= monthrange(year, month)[1]:
        raise NotUnderstood(f"Tháng {month} năm {year} không có ngày {day}.")
    return date(year, month, day)


def _in_range(ordinal: int) -> date:
    first, last = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR, 12, 31).toordinal()
    if not first <= ordinal <= last:
        raise NotUnderstood(f"Ngày gõ từ năm {FIRST_YEAR} đến năm {LAST_YEAR}.")
    return date.fromordinal(ordinal)
