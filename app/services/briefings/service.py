"""How the quarters and months of a year are covered by press briefings (duty 30)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Briefing, Office, PeriodicDuty
from app.models.database import Database
from app.rules.briefing_year import (
    QUARTERS,
    BriefingAt,
    BriefingYear,
    PeriodCell,
    quarter_periods,
)
from app.rules.clocks.duties import bound_of
from app.rules.clocks.periods import Period
from app.rules.vocabulary import BriefingState, ClockDuty, StartsFrom, TermUnit
from app.services.deadlines.kinds.clocked import Law


class BriefingService:
    """Use cases about many briefings."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def year(self, year: int) -> BriefingYear:
        """Return what was held, planned and is missing in each quarter and month of a year."""
        today = self._db.clock().date()
        with self._db.reading() as session:
            briefings = _briefings(session, year)
            notes = _notes(session, year)
            law = Law(session)
            began = session.scalar(select(Office.__table__.c.created_at))

            def cell(period: Period) -> PeriodCell:
                return PeriodCell(
                    period=period,
                    today=today,
                    briefings=tuple(one for one in briefings if one.meets(period)),
                    noted_on=notes.get(period.key),
                    is_asked=_is_asked(law, period),
                    began=began.date() if began else None,
                )

            rows = tuple(
                tuple(cell(period) for period in quarter_periods(year, quarter))
                for quarter in range(1, QUARTERS + 1)
            )
        return BriefingYear(year, rows)


def _briefings(session: Session, year: int) -> list[BriefingAt]:
    rows = select(Briefing.id, Briefing.period, Briefing.state, Briefing.starts_at).where(
        Briefing.deleted_at.is_(None), Briefing.year == year
    )
    found = [
        BriefingAt(id_, Period.parse(key), BriefingState(state), starts_at)
        for id_, key, state, starts_at in session.execute(rows)
    ]
    return sorted(found, key=lambda one: (one.period.first_day, one.id))


def _notes(session: Session, year: int) -> dict[str, date]:
    rows = select(PeriodicDuty.period, PeriodicDuty.done_on).where(
        PeriodicDuty.duty == ClockDuty.BRIEFING.value,
        PeriodicDuty.period.startswith(f"{year:04}"),
    )
    return {row.period: row.done_on for row in session.execute(rows)}


def _is_asked(law: Law, period: Period) -> bool:
    """Return whether a rule wants a briefing in each such period."""
    unit = TermUnit.QUARTER if period.month is None else TermUnit.MONTHS
    bound = bound_of(law.layout)
    return any(
        rule.unit is unit
        and rule.value
        and rule.starts_from is StartsFrom.PERIOD
        and rule.concerns(bound)
        and rule.in_force(period.first_day)
        for rule in law.rules(ClockDuty.BRIEFING)
    )
