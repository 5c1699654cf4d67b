"""Statements without an incident: to speak again when the office said it would (duty 11).

Of those about an incident the incident itself has the clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Body, Statement
from app.rules.clocks.duties import StatementFacts, bound_of, statement_duties
from app.rules.vocabulary import BodyKind, ClockDuty, StatementState
from app.services.deadlines.kinds.clocked import (
    DELETED,
    ClockedKind,
    Follows,
    Law,
    RecordDuties,
)

KIND = "statement"


def _statements(
    session: Session, law: Law, ids: Sequence[int]
) -> Iterator[tuple[int, RecordDuties]]:
    rows = session.execute(_CONTINUED.where(Statement.continues_id.in_(ids)))
    continued = {row.continues_id: row.given_at for row in rows}
    for row in session.execute(_STATEMENTS.where(Statement.id.in_(ids))):
        if row.deleted_at is not None:
            yield row.id, DELETED
        elif row.incident_id is not None:
            yield row.id, RecordDuties((), "Theo dõi ở vụ việc.")
        elif row.state != StatementState.GIVEN:
            yield row.id, RecordDuties((), "Chưa phát ngôn.")
        else:
            facts = StatementFacts(
                bound=bound_of(law.layout, BodyKind(row.body)),
                given_at=row.given_at,
                next_update_at=row.next_update_at,
                continued_at=continued.get(row.id),
            )
            yield row.id, RecordDuties(tuple(statement_duties(facts)), "Không còn hẹn phát ngôn.")


_STATEMENTS = select(
    Statement.id,
    Statement.deleted_at,
    Statement.incident_id,
    Statement.state,
    Statement.given_at,
    Statement.next_update_at,
    Body.kind.label("body"),
).join(Statement.body)

_GIVEN = (Statement.deleted_at.is_(None), Statement.state == StatementState.GIVEN.value)

_CONTINUED = (
    select(Statement.continues_id, func.min(Statement.given_at).label("given_at"))
    .where(*_GIVEN)
    .group_by(Statement.continues_id)
)

_OPEN_IDS = select(Statement.id).where(
    *_GIVEN, Statement.incident_id.is_(None), Statement.next_update_at.is_not(None)
)

_own = Statement.__table__.c

STATEMENTS = ClockedKind(
    kind=KIND,
    model=Statement,
    read=_statements,
    open_ids=_OPEN_IDS,
    titles=select(Statement.id, Statement.title),
    steps={
        ClockDuty.FOLLOW_UP_STATEMENT: "Phát ngôn tiếp, ghi lần mới “tiếp theo lần” này",
    },
    follows=(Follows(KIND, _own.continues_id, _own.id),),
)
