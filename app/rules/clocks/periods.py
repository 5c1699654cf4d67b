"""The quarters and years in which a periodic duty has to be done once."""

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
"""What letter 144-CV/TU asks for once a quarter or a year (duties 30, 31, 32 and 34)."""

_QUARTERS = ("I", "II", "III", "IV")
_KEY = re.compile(r"([0-9]{4})(?:-Q([1-4]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter, or with ``quarter`` None a year."""

    year: int
    quarter: int | None = None

    @classmethod
    def of(cls, day: date, unit: TermUnit) -> Period:
        """Return the period of that unit, quarter or year, in which the day lies."""
        return cls(day.year, (day.month + 2) // 3 if unit is TermUnit.QUARTER else None)

    @classmethod
    def parse(cls, key: str) -> Period:
        """Return the period of a key. Raises ValueError."""
        match = _KEY.fullmatch(key)
        if match is None:
            raise ValueError(key)
        return cls(int(match[1]), int(match[2]) if match[2] else None)

    @property
    def key(self) -> str:
        """Return "2026-Q4" or "2026"."""
        return f"{self.year:04}" + (f"-Q{self.quarter}" if self.quarter else "")

    @property
    def label(self) -> str:
        """Return "quý IV/2026" or "năm 2026"."""
        if self.quarter is None:
            return f"năm {self.year}"
        return f"quý {_QUARTERS[self.quarter - 1]}/{self.year}"

    @property
    def first_day(self) -> date:
        return date(self.year, (self.quarter or 1) * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        return self.next().first_day - timedelta(days=1)

    def next(self) -> Period:
        """Return the period after this one."""
        if self.quarter is None:
            return Period(self.year + 1)
        return Period(self.year, self.quarter + 1) if self.quarter < 4 else Period(self.year + 1, 1)


def periods_between(first: date, last: date, unit: TermUnit) -> Iterator[Period]:
    """Yield the periods from the one of ``first`` to the one of ``last``."""
    period = Period.of(first, unit)
    while period.first_day <= last:
        yield period
        period = period.next()
