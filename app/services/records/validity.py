"""Which records hold today, of those that hold from one day to another."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, not_, or_, select
from sqlalchemy.sql.expression import FromClause

from app.rules.vocabulary import Validity
from app.services.speakers.store import SPOKESPERSON


def is_valid(kind: str, own: FromClause, wanted: Validity, today: date) -> ColumnElement[bool]:
    """Say which records of a list hold today, do not yet, or do not any more.

    The first day may be open as the last may be. An assignment to speak ends at the latest where
    the one that replaces it begins.
    """
    begins, ends = own.c.valid_from, own.c.valid_to
    coming = and_(begins.is_not(None), begins > today)
    past = and_(ends.is_not(None), ends < today)
    if kind == SPOKESPERSON:
        next_one = own.alias()
        replaced = select(next_one.c.replaces_id).where(
            next_one.c.deleted_at.is_(None),
            next_one.c.replaces_id.is_not(None),
            next_one.c.valid_from <= today,
        )
        past = or_(past, own.c.id.in_(replaced))
    match wanted:
        case Validity.COMING:
            return coming
        case Validity.PAST:
            return past
        case Validity.CURRENT:
            return not_(or_(coming, past))
