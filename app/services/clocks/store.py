"""The rules and the calendar as the pure rules take them, read in two small queries."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import CalendarDay as StoredDay
from app.models import LegalRule as StoredRule
from app.rules.clocks.book import ClockBook
from app.rules.clocks.legal_rules import LegalRule
from app.rules.clocks.work_calendar import CalendarDay
from app.rules.vocabulary import DayKind

# Read without the stored objects: every list with a clock asks for them.
_RULES = (
    select(
        StoredRule.id,
        StoredRule.code,
        StoredRule.duty,
        StoredRule.title,
        StoredRule.value,
        StoredRule.unit,
        StoredRule.at_once,
        StoredRule.starts_from,
        StoredRule.binds,
        StoredRule.is_own_regulation,
        StoredRule.basis,
        StoredRule.look_up_in,
        StoredRule.source,
        StoredRule.valid_from,
        StoredRule.valid_to,
        StoredRule.confirmed,
        StoredRule.confirmed_by,
        StoredRule.confirmed_on,
    )
    .where(StoredRule.deleted_at.is_(None))
    .order_by(StoredRule.id)
)
_DAYS = select(
    StoredDay.day, StoredDay.name, StoredDay.kind, StoredDay.is_enabled, StoredDay.confirmed
).where(StoredDay.deleted_at.is_(None))


def read_rules(session: Session) -> dict[int, LegalRule]:
    """Return every rule that is not deleted, by the id of its record."""
    rows = session.execute(_RULES).mappings()
    return {row["id"]: LegalRule.from_values(row["code"], dict(row)) for row in rows}


def read_calendar(session: Session) -> list[CalendarDay]:
    """Return every entry of the calendar that is not deleted."""
    return [
        CalendarDay(row.day, row.name, DayKind(row.kind), row.is_enabled, row.confirmed)
        for row in session.execute(_DAYS)
    ]


def read_book(session: Session) -> ClockBook:
    """Return rules and calendar together."""
    return ClockBook(tuple(read_rules(session).values()), tuple(read_calendar(session)))
