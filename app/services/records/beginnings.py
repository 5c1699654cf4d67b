"""What an empty form of a kind starts with that depends on the day, or on whose book it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.models import LegalRule
from app.rules.clocks.periods import Period
from app.rules.vocabulary import ClockDuty, StartsFrom, TermUnit
from app.services.speakers.asking import own_body
from app.services.statements.completing import speaker_of


def _briefing(session: Session, now: datetime) -> Mapping[str, Any]:
    """The present quarter, or the month where a rule in force asks for briefings by month."""
    by_month = exists().where(
        LegalRule.deleted_at.is_(None),
        LegalRule.duty == ClockDuty.BRIEFING.value,
        LegalRule.unit == TermUnit.MONTHS.value,
        LegalRule.starts_from == StartsFrom.PERIOD.value,
        LegalRule.valid_from.is_(None) | (LegalRule.valid_from <= now.date()),
        LegalRule.valid_to.is_(None) | (LegalRule.valid_to >= now.date()),
    )
    unit = TermUnit.MONTHS if session.scalar(select(by_month)) else TermUnit.QUARTER
    return Period.of(now.date(), unit).parts()


def _by_own_body(session: Session, now: datetime) -> Mapping[str, Any]:
    """The office speaks, through its spokesperson where one alone is assigned that day."""
    body_id = own_body(session)
    return {"body_id": body_id, **speaker_of(session, body_id, now.date())}


def _of_own_body(session: Session, _now: datetime) -> Mapping[str, Any]:
    """An office authorises its own people; spokespersons are those of all bodies."""
    return {"body_id": own_body(session)}


BEGINNINGS: dict[str, Callable[[Session, datetime], Mapping[str, Any]]] = {
    "briefing": _briefing,
    "statement": _by_own_body,
    "authorisation": _of_own_body,
}
