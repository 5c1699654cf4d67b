"""Incidents: the duties to speak (9 to 11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Body, Incident
from app.rules.clocks.duties import IncidentFacts, bound_of, incident_duties
from app.rules.vocabulary import BodyKind, ClockDuty, IncidentState, Sensitivity
from app.services.deadlines.kinds.clocked import DELETED, ClockedKind, Law, RecordDuties

KIND = "incident"

GOING_ON = tuple(state.value for state in IncidentState if state is not IncidentState.CLOSED)
OPEN_INCIDENTS = select(Incident.id).where(
    Incident.deleted_at.is_(None), Incident.state.in_(GOING_ON)
)


def _incidents(
    session: Session, law: Law, ids: Sequence[int]
) -> Iterator[tuple[int, RecordDuties]]:
    rows = session.execute(_INCIDENTS.where(Incident.id.in_(ids)))
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
        )
        yield row.id, RecordDuties(tuple(incident_duties(facts)), _incident_over(facts))


def _incident_over(facts: IncidentFacts) -> str:
    if facts.is_closed:
        return "Vụ việc đã kết thúc."
    if facts.draws_attention:
        return "Dữ kiện của vụ việc đã sửa nên việc này không còn."
    return "Vụ việc ở mức độ thường, chưa xác định có tác động đến dư luận."


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
    Body.kind.label("body"),
).outerjoin(Incident.accountable_body)

INCIDENTS = ClockedKind(
    kind=KIND,
    model=Incident,
    read=_incidents,
    open_ids=OPEN_INCIDENTS,
    titles=select(Incident.id, Incident.title),
    steps={
        ClockDuty.INITIAL_STATEMENT: "Phát ngôn, rồi ghi “Phát ngôn lần đầu lúc”",
        ClockDuty.IMPACT_STATEMENT: "Cung cấp thông tin, rồi ghi “Phát ngôn gần nhất lúc”",
        ClockDuty.FOLLOW_UP_STATEMENT: "Phát ngôn tiếp và ghi giờ, hoặc kết thúc vụ việc",
    },
)
