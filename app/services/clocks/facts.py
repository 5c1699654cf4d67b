"""What the clocks of incidents and requests follow from, read in one query for many of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from app.models import (
    Article,
    Body,
    CorrectionRequest,
    Incident,
    Letter,
    Office,
    Outlet,
    Reminder,
)
from app.rules.clocks.cases import IncidentFacts, RequestFacts, bound_of
from app.rules.vocabulary import (
    BodyKind,
    Bound,
    IncidentState,
    Layout,
    LetterState,
    NextStep,
    OutletType,
    RequestKind,
    RequestOutcome,
)

_CHUNK = 500  # databases limit how many values one query may name

_INCIDENTS: Select[*tuple[Any, ...]] = select(
    Incident.id,
    Incident.happened_at,
    Incident.learned_at,
    Incident.impact_determined_at,
    Incident.state,
    Body.kind.label("body_kind"),
).outerjoin(Body, Body.id == Incident.accountable_body_id)

_REMINDED_ON = (
    select(func.max(Reminder.reminded_on))
    .where(Reminder.request_id == CorrectionRequest.id)
    .scalar_subquery()
)
_REQUESTS: Select[*tuple[Any, ...]] = (
    select(
        CorrectionRequest.id,
        CorrectionRequest.kind,
        CorrectionRequest.sent_to_outlet_on,
        CorrectionRequest.received_by_outlet_on,
        CorrectionRequest.sent_to_authority_on,
        CorrectionRequest.no_copy_reason,
        CorrectionRequest.outcome,
        CorrectionRequest.published_on,
        CorrectionRequest.next_step,
        Letter.letter_date,
        Letter.state.label("letter_state"),
        Outlet.type.label("outlet_type"),
        Article.published_at,
        _REMINDED_ON.label("reminded_on"),
    )
    .join(Article, Article.id == CorrectionRequest.article_id)
    .join(Outlet, Outlet.id == Article.outlet_id)
    .outerjoin(Letter, Letter.id == CorrectionRequest.letter_id)
)


def office_bound(session: Session) -> Bound:
    """Return which rules bind the office itself; those for the State before it has a profile."""
    return bound_of(None, _layout(session))


def incident_facts(session: Session, ids: Iterable[int]) -> Iterator[tuple[int, IncidentFacts]]:
    """Yield the facts of each incident by its id."""
    layout = _layout(session)
    for row in _rows(session, _INCIDENTS, Incident.id, ids):
        yield row.id, _incident(row, layout)


def request_facts(session: Session, ids: Iterable[int]) -> Iterator[tuple[int, RequestFacts]]:
    """Yield the facts of each correction request by its id."""
    bound = office_bound(session)
    for row in _rows(session, _REQUESTS, CorrectionRequest.id, ids):
        yield row.id, _request(row, bound)


def _rows(
    session: Session, statement: Select[*tuple[Any, ...]], key: Any, ids: Iterable[int]
) -> Iterator[Row[*tuple[Any, ...]]]:
    wanted = list(ids)
    for start in range(0, len(wanted), _CHUNK):
        yield from session.execute(statement.where(key.in_(wanted[start : start + _CHUNK])))


def _layout(session: Session) -> Layout | None:
    layout = session.execute(select(Office.layout)).scalar()
    return None if layout is None else Layout(layout)


def _incident(row: Row[*tuple[Any, ...]], layout: Layout | None) -> IncidentFacts:
    return IncidentFacts(
        learned_at=row.learned_at,
        happened_at=row.happened_at,
        impact_determined_at=row.impact_determined_at,
        is_closed=row.state == IncidentState.CLOSED,
        bound=bound_of(BodyKind(row.body_kind) if row.body_kind else None, layout),
    )


def _request(row: Row[*tuple[Any, ...]], bound: Bound) -> RequestFacts:
    # A letter goes out on its date unless another day was noted.
    is_out = row.letter_state == LetterState.ISSUED
    return RequestFacts(
        kind=RequestKind(row.kind),
        outlet_type=OutletType(row.outlet_type),
        published_at=row.published_at,
        sent_to_outlet_on=row.sent_to_outlet_on or (row.letter_date if is_out else None),
        received_by_outlet_on=row.received_by_outlet_on,
        sent_to_authority_on=row.sent_to_authority_on,
        reminded_on=row.reminded_on,
        outcome=RequestOutcome(row.outcome),
        published_on=row.published_on,
        needs_copy=not row.no_copy_reason,
        is_closed=row.next_step == NextStep.CLOSE or row.letter_state == LetterState.VOID,
        bound=bound,
    )
