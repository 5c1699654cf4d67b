"""The months, quarters and years in which a periodic duty has to be done once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.rules.vocabulary import ClockDuty, TermUnit

PERIODIC_DUTIES = (
    ClockDuty.BRIEFING,
    ClockDuty.TRAINING,
    ClockDuty.INSPECTION,
    ClockDuty.ANNUAL_REPORT,
)
"""What letter 144-CV/TU asks for once a quarter or a year (duties 30, 31, 32 and 34).

A province may ask for more: a rule of its own in months."""

_QUARTERS = ("I", "II", "III", "IV")
_KEY = re.compile(r"([0-9]{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter, or a month, or with neither a year."""

    year: int
    quarter: int | None = None
    month: int | None = None

    @classmethod
    def of(cls, day: date, unit: TermUnit) -> Period:
        """Return the period of that unit, month, quarter or year, in which the day lies."""
        if unit is TermUnit.MONTHS:
            return cls(day.year, month=day.month)
        return cls(day.year, (day.month + 2) // 3 if unit is TermUnit.QUARTER else None)

    @classmethod
    def parse(cls, key: str) -> Period:
        """Return the period of a key. Raises ValueError."""
        match = _KEY.fullmatch(key)
        if match is None:
            raise ValueError(key)
        year, quarter, month = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls(year, quarter, month)

    @property
    def key(self) -> str:
        """Return "2026-Q4", "2026-10" or "2026"."""
        if self.month is not None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}" + (f"-Q{self.quarter}" if self.quarter else "")

    def parts(self) -> dict[str, int | str]:
        """Return the year, and the part of the year as ``BriefingPart`` names it."""
        return {"year": self.year, "part": self.key[len("2026-") :]}

    @property
    def label(self) -> str:
        """Return "quý IV/2026", "tháng 10/2026" or "năm 2026"."""
        if self.month is not None:
            return f"tháng {self.month}/{self.year}"
        if self.quarter is None:
            return f"năm {self.year}"
        return f"quý {_QUARTERS[self.quarter - 1]}/{self.year}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or (self.quarter or 1) * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        return self.next().first_day - timedelta(days=1)

    def next(self) -> Period:
        """Return the period after this one."""
        if self.month is not None:
            return Period.of(date(self.year, self.month, 28) + timedelta(days=7), TermUnit.MONTHS)
        if self.quarter is None:
            return Period(self.year + 1)
        return Period(self.year, self.quarter + 1) if self.quarter < 4 else Period(self.year + 1, 1)


def periods_between(first: date, last: date, unit: TermUnit) -> Iterator[Period]:
    """Yield the periods from the one of ``first`` to the one of ``last``."""
    period = Period.of(first, unit)
    while period.first_day <= last:
        yield period
        period = period.next()


def periods_met(period: Period, done_on: date) -> frozenset[Period]:
    """Return the periods in which a duty counts as done by what was done for ``period`` on a day.

    What is done for a month is done in its quarter too; what is done for a quarter, in the month of
    its day, as long as that lies in the quarter.
    """
    met = {period}
    if period.month is not None:
        met.add(Period.of(period.first_day, TermUnit.QUARTER))
    elif period.quarter is not None and period.first_day <= done_on <= period.last_day:
        met.add(Period.of(done_on, TermUnit.MONTHS))
    return frozenset(met)
