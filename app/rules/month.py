"""The days of a month as calendars here show them: whole weeks, each from a Monday."""

from __future__ import annotations

from calendar import Calendar, monthrange
from datetime import date

from app.rules.typed_dates import FIRST_YEAR, LAST_YEAR

_WEEKS = Calendar(firstweekday=0)


def month_days(of: date) -> tuple[date, ...]:
    """Return the days of the weeks that have a day of the month of ``of``."""
    return tuple(_WEEKS.itermonthdates(of.year, of.month))


def month_words(of: date) -> str:
    """Return "tháng 11/2026"."""
    return f"tháng {of.month}/{of.year}"


def months_away(day: date, months: int) -> date:
    """Return the same day of another month, or its last one where it is shorter.

    Stays within the years that the app knows.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
