"""The rules and the calendar of one moment, asked together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from app.rules.clocks.counting import Counted, count
from app.rules.clocks.legal_rules import LegalRule
from app.rules.clocks.reckoning import Moments, Reckoning, reckon
from app.rules.clocks.terms import Term
from app.rules.clocks.work_calendar import CalendarDay, WorkCalendar
from app.rules.vocabulary import Bound, ClockDuty


@dataclass(frozen=True)
class ClockBook:
    """All that due moments follow from; read once, asked for as many cases as there are."""

    rules: tuple[LegalRule, ...]
    days: tuple[CalendarDay, ...]
    calendar: WorkCalendar = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "calendar", WorkCalendar(self.days))

    def count(self, term: Term, start: datetime) -> Counted:
        """Return when a term without a rule ends. Raises TermTooLong."""
        return count(term, start, self.calendar)

    def reckon(
        self, duty: ClockDuty, bound: Bound, moments: Moments, on: date | None = None
    ) -> Reckoning:
        """Return when a duty is due; see app.rules.clocks.reckoning."""
        return reckon(self.rules, self.calendar, duty, bound, moments, on)

    def in_force(self, on: date) -> Iterable[LegalRule]:
        """Yield the rules that hold on a day."""
        return (rule for rule in self.rules if rule.in_force(on))
