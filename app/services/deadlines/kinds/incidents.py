"""Incidents: the duties to speak (9 to 11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Body, Incident, Statement
from app.rules.clocks.duties import IncidentFacts, bound_of, incident_duties
from app.rules.vocabulary import (
    BodyKind,
    ClockDuty,
    IncidentState,
    Sensitivity,
    StatementState,
)
from app.services.deadlines.kinds.clocked import (
    DELETED,
    ClockedKind,
    Follows,
    Law,
    RecordDuties,
)

KIND = "incident"

GOING_ON = tuple(state.value for state in IncidentState if state is not IncidentState.CLOSED)
OPEN_INCIDENTS = select(Incident.id).where(
    Incident.deleted_at.is_(None), Incident.state.in_(GOING_ON)
)


def _incidents(
    session: Session, law: Law, ids: Sequence[int]
) -> Iterator[tuple[int, RecordDuties]]:
    rows = session.execute(_INCIDENTS.where(Incident.id.in_(ids)))
    promises = _promises(session, ids)
    for row in rows:
        if row.deleted_at is not None:
            yield row.id, DELETED
            continue
        facts = IncidentFacts(
            bound=bound_of(law.layout, BodyKind(row.body) if row.body else None),
            sensitivity=Sensitivity(row.sensitivity),
            learned_at=row.learned_at,
            happened_at=row.happened_at,
            impact_determined_at=row.impact_determined_at,
            first_statement_at=row.first_statement_at,
            last_statement_at=row.last_statement_at,
            is_closed=row.state == IncidentState.CLOSED,
            draws_interest=row.draws_interest,
            next_update_at=_promised(promises.get(row.id), row.last_statement_at),
        )
        yield row.id, RecordDuties(tuple(incident_duties(facts)), _incident_over(facts))


def _promises(session: Session, ids: Sequence[int]) -> dict[int, tuple[datetime, datetime | None]]:
    """Return for each incident when it was spoken about last, and when that promised more."""
    rows = session.execute(_GIVEN.where(Statement.incident_id.in_(ids)))
    return {row.incident_id: (row.given_at, row.next_update_at) for row in rows}


def _promised(
    last: tuple[datetime, datetime | None] | None, typed: datetime | None
) -> datetime | None:
    """What was promised is done once the office spoke again, recorded or not."""
    if last is None or (typed is not None and typed > last[0]):
        return None
    return last[1]


def _incident_over(facts: IncidentFacts) -> str:
    if facts.is_closed:
        return "Vụ việc đã kết thúc."
    if facts.draws_attention:
        return "Dữ kiện của vụ việc đã sửa nên việc này không còn."
    return "Vụ việc ở mức độ thường, dư luận chưa quan tâm, chưa xác định có tác động đến dư luận."


_INCIDENTS = select(
    Incident.id,
    Incident.deleted_at,
    Incident.sensitivity,
    Incident.learned_at,
    Incident.happened_at,
    Incident.impact_determined_at,
    Incident.first_statement_at,
    Incident.last_statement_at,
    Incident.state,
    Incident.draws_interest,
    Body.kind.label("body"),
).outerjoin(Incident.accountable_body)

# In their order, so that of each incident the last one stays.
_GIVEN = (
    select(Statement.incident_id, Statement.given_at, Statement.next_update_at)
    .where(Statement.deleted_at.is_(None), Statement.state == StatementState.GIVEN.value)
    .order_by(Statement.given_at, Statement.id)
)

_statements = Statement.__table__.c

INCIDENTS = ClockedKind(
    kind=KIND,
    model=Incident,
    read=_incidents,
    open_ids=OPEN_INCIDENTS,
    titles=select(Incident.id, Incident.title),
    steps={
        ClockDuty.INITIAL_STATEMENT: "Phát ngôn, rồi ghi lần đó bằng nút “Phát ngôn”",
        ClockDuty.IMPACT_STATEMENT: "Cung cấp thông tin, rồi ghi bằng nút “Phát ngôn”",
        ClockDuty.FOLLOW_UP_STATEMENT: "Phát ngôn tiếp và ghi lần đó, hoặc kết thúc vụ việc",
    },
    follows=(Follows("statement", _statements.incident_id, _statements.id),),
)
