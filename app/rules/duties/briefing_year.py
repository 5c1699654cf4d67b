"""A year of press briefings, quarter by quarter and month by month, in words (duty 30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.rules.clocks.periods import Period, periods_met
from app.rules.dates import date_text
from app.rules.vocabulary import BriefingState
from app.text import lower_first

MONTHS_OF_QUARTER = 3
QUARTERS = 4

_ORDER = (
    BriefingState.HELD,
    BriefingState.PLANNED,
    BriefingState.POSTPONED,
    BriefingState.CANCELLED,
)


@dataclass(frozen=True, slots=True)
class BriefingAt:
    """One briefing as the year shows it."""

    id: int
    period: Period
    state: BriefingState
    starts_at: datetime | None = None

    def meets(self, period: Period) -> bool:
        """Return whether this briefing, held, counts for a period."""
        day = self.starts_at.date() if self.starts_at else self.period.first_day
        return period in periods_met(self.period, day)


@dataclass(frozen=True, slots=True)
class PeriodCell:
    """One quarter or month: its briefings, and what is asked of it.

    ``noted_on`` is the day noted by hand without a record. ``is_asked``: a rule in force wants a
    briefing in each such period. ``began`` is when the office began with the app.
    """

    period: Period
    today: date
    briefings: tuple[BriefingAt, ...] = ()
    noted_on: date | None = None
    is_asked: bool = False
    began: date | None = None

    @property
    def is_done(self) -> bool:
        """Whether the duty of the period is met."""
        return self.noted_on is not None or any(
            one.state is BriefingState.HELD for one in self.briefings
        )

    @property
    def is_missing(self) -> bool:
        """Whether the period is over without what a rule asked of it."""
        if not self.is_asked or self.is_done or self.began is None:
            return False
        return self.began <= self.period.last_day < self.today

    @property
    def first(self) -> BriefingAt | None:
        """The briefing that one opens here: of the period itself first, what is held first."""
        ordered = sorted(
            self.briefings,
            key=lambda one: (one.period != self.period, _ORDER.index(one.state), one.id),
        )
        return ordered[0] if ordered else None

    @property
    def words(self) -> str:
        """How it stands, in words."""
        told = [self._told(one) for one in self.briefings]
        if self.noted_on is not None:
            told.append(f"Đã ghi ngày {date_text(self.noted_on)}")
        if not self.is_done and not any(
            one.state is BriefingState.PLANNED for one in self.briefings
        ):
            told.append(self._wanting())
        return "\n".join(filter(None, told))

    def _wanting(self) -> str:
        if self.is_missing:
            return "Còn thiếu"
        if not self.is_asked:
            return ""
        if self.period.last_day < self.today:
            return "Chưa ghi"  # from before the office began with the app
        if self.period.first_day > self.today:
            return "Chưa đến"
        return f"Chưa có, hạn {date_text(self.period.last_day)}"

    def _told(self, one: BriefingAt) -> str:
        words = one.state.label
        if one.starts_at is not None:
            words += f" {date_text(one.starts_at)}"
        elif one.state is BriefingState.PLANNED:
            words += ", chưa định ngày"
        if one.period != self.period:
            words += f" ({lower_first(one.period.label)})"
        return words


@dataclass(frozen=True, slots=True)
class BriefingYear:
    """A year's cells: for each quarter the quarter itself, then its three months."""

    year: int
    rows: tuple[tuple[PeriodCell, ...], ...]

    @property
    def words(self) -> str:
        """How the year stands, in a sentence or two."""
        quarters = [row[0] for row in self.rows]
        months = [cell for row in self.rows for cell in row[1:]]
        parts = [f"{sum(cell.is_done for cell in quarters)}/{len(quarters)} quý đã tổ chức"]
        if any(cell.is_asked for cell in months):
            parts.append(f"{sum(cell.is_done for cell in months)}/{len(months)} tháng đã tổ chức")
        missing = [cell.period.label for cell in (*quarters, *months) if cell.is_missing]
        found = f"Còn thiếu: {', '.join(missing)}." if missing else "Không kỳ nào còn thiếu."
        return f"Năm {self.year}: {', '.join(parts)}. {found}"


def quarter_periods(year: int, quarter: int) -> tuple[Period, ...]:
    """Return a quarter and its months."""
    first = quarter * MONTHS_OF_QUARTER - 2
    months = (Period(year, month=first + place) for place in range(MONTHS_OF_QUARTER))
    return (Period(year, quarter), *months)
