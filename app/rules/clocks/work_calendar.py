"""Which days are worked: weekdays, less the days off, and the weekend days that make up for one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.rules.typed_dates import LAST_YEAR
from app.rules.vocabulary import DayKind

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class TermTooLong(ValueError):
    """A term that ends beyond the years the app knows; the message is for the clerk."""

    def __init__(self) -> None:
        super().__init__(f"Hạn rơi sau năm {LAST_YEAR}; kiểm tra lại ngày bắt đầu và số ngày, giờ.")


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day that is not what its weekday says. A disabled one does not count.

    ``confirmed`` tells that a person compared it with the official announcement.
    """

    day: date
    name: str
    kind: DayKind
    enabled: bool = True
    confirmed: bool = False


class WorkCalendar:
    """The days of an office. A day off wins over a make-up day on the same date."""

    def __init__(self, days: Iterable[CalendarDay] = ()) -> None:
        enabled = [day for day in days if day.enabled]
        self._off = {day.day: day for day in enabled if day.kind is not DayKind.MAKE_UP}
        self._made_up = {day.day: day for day in enabled if day.kind is DayKind.MAKE_UP}
        self._years = {day.day.year for day in enabled if day.kind is DayKind.HOLIDAY}

    def is_working(self, day: date) -> bool:
        """Return whether the office works on that day."""
        if day in self._off:
            return False
        return not is_weekend(day) or day in self._made_up

    def day_off(self, day: date) -> CalendarDay | None:
        """Return the entry that makes this a day off; None for a plain weekend or a working day."""
        return self._off.get(day)

    def make_up_day(self, day: date) -> CalendarDay | None:
        """Return the entry by which this weekend day is worked, else None."""
        return self._made_up.get(day) if is_weekend(day) and self.is_working(day) else None

    def knows(self, year: int) -> bool:
        """Return whether there is any holiday of that year: without, none was entered yet."""
        return year in self._years

    def next_working(self, day: date) -> date:
        """Return ``day``, or the first working day after it. Raises TermTooLong."""
        while not self.is_working(day):
            day = next_day(day)
        return day


def is_weekend(day: date) -> bool:
    """Return whether it is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def next_day(day: date) -> date:
    """Return the day after. Raises TermTooLong past the last year the app knows."""
    if day >= date(LAST_YEAR, 12, 31):
        raise TermTooLong
    return day + _ONE_DAY
