"""What lists of records show of their deadlines: how each stands, and which are due when.

Of what is due first each record keeps a copy, ``next_due_at``: a list is sorted and narrowed by an
index of its own table, however many deadlines there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, Select, Table, and_, func, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import FromClause

from app.rules.clocks.duties import day_end, week_end
from app.rules.clocks.lateness import Standing, leading
from app.rules.vocabulary import DeadlineState, DueSpan
from app.services.deadlines.store import IS_OPEN, OF_BOTH_SIDES, TABLE
from app.services.records.kinds import MODELS


def leading_standings(session: Session, kind: str, ids: Sequence[int]) -> dict[int, Standing]:
    """Return how each record stands by its leading deadline; none for a record without one."""
    found: defaultdict[int, list[Standing]] = defaultdict(list)
    wanted = and_(TABLE.c.record_kind == kind, TABLE.c.record_id.in_(ids))
    for row in session.execute(_STANDINGS.where(wanted)):
        standing = Standing(
            DeadlineState(row.state),
            row.due_at,
            row.is_to_the_minute,
            row.no_due,
            row.started_at,
            row.met_at or row.closed_at,
        )
        found[row.record_id].append(standing)
    ordered = {record_id: leading(standings) for record_id, standings in found.items()}
    return {record_id: one for record_id, one in ordered.items() if one is not None}


def in_span(kind: str, own: FromClause, span: DueSpan, now: datetime) -> ColumnElement[bool]:
    """Say which records of a list a span has.

    Subqueries, so that a list in any order reads few rows for it: the open ones among all.
    """
    inner = own.alias()
    due: ColumnElement[datetime | None] = inner.c.next_due_at
    tonight, week = day_end(now.date()), week_end(now.date())
    match span:
        case DueSpan.OVERDUE:
            wanted = due < now
        case DueSpan.TODAY:
            wanted = due.between(now, tonight)
        case DueSpan.THIS_WEEK:
            wanted = and_(due > tonight, due <= week)
        case DueSpan.IN_TIME:
            wanted = due >= now
        case DueSpan.UNCOUNTED:
            return and_(own.c.next_due_at.is_(None), own.c.id.in_(_open_without_due(kind)))
        case DueSpan.NONE:
            return and_(own.c.next_due_at.is_(None), own.c.id.not_in(_open_without_due(kind)))
    return own.c.id.in_(select(inner.c.id).where(inner.c.deleted_at.is_(None), wanted))


def _open_without_due(kind: str) -> Select[int]:
    return select(TABLE.c.record_id).where(
        IS_OPEN,
        OF_BOTH_SIDES,
        TABLE.c.due_at.is_(None),
        TABLE.c.record_kind == kind,
    )


def next_dues(
    session: Session, kind: str, *wanted: ColumnElement[bool]
) -> dict[int, datetime | None]:
    """Return what ``next_due_at`` has to be, by record, where it is not so."""
    own = table_of(kind)
    first = (
        select(func.min(TABLE.c.due_at))
        .where(TABLE.c.record_kind == kind, TABLE.c.record_id == own.c.id, IS_OPEN)
        .scalar_subquery()
    )
    statement = select(own.c.id, first).where(own.c.next_due_at.is_distinct_from(first), *wanted)
    return {row[0]: row[1] for row in session.execute(statement)}


def write_next_dues(session: Session, kind: str, ids: Sequence[int]) -> None:
    """Bring the copies in line with the deadlines; that is no new version of the records."""
    own = table_of(kind)
    for record_id, due_at in next_dues(session, kind, own.c.id.in_(ids)).items():
        session.execute(update(own).where(own.c.id == record_id).values(next_due_at=due_at))


def table_of(kind: str) -> Table:
    """Return the table of the records of a kind."""
    return cast(Table, MODELS[kind].__table__)


_STANDINGS = select(
    TABLE.c.record_id,
    TABLE.c.state,
    TABLE.c.due_at,
    TABLE.c.is_to_the_minute,
    TABLE.c.no_due,
    TABLE.c.started_at,
    TABLE.c.met_at,
    TABLE.c.closed_at,
)
