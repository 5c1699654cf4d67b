"""Assignments and authorisations read from the database as the rules want them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from app.models import Authorisation as StoredAuthorisation
from app.models import Incident
from app.models import Spokesperson as StoredSpokesperson
from app.rules.duties.spokespersons import Assignment, Authorisation

SPOKESPERSON = "spokesperson"
AUTHORISATION = "authorisation"

_ASSIGNMENTS = StoredSpokesperson.__table__
_PAPERS = StoredAuthorisation.__table__


def assignments(
    session: Session, bodies: Collection[int] | None = None
) -> dict[int, list[Assignment]]:
    """Return the assignments of bodies, of all where none are named, deleted ones too."""
    found: defaultdict[int, list[Assignment]] = defaultdict(list)
    statement = select(_ASSIGNMENTS).where(*_of_bodies(_ASSIGNMENTS.c.body_id, bodies))
    for row in session.execute(statement.order_by(_ASSIGNMENTS.c.id)):
        found[row.body_id].append(_assignment(row))
    return found


def authorisations(
    session: Session, bodies: Collection[int] | None = None
) -> dict[int, list[Authorisation]]:
    """Return the authorisations by bodies, by all where none are named, deleted ones too."""
    found: defaultdict[int, list[Authorisation]] = defaultdict(list)
    statement = (
        select(_PAPERS, Incident.title)
        .outerjoin(Incident.__table__, Incident.id == _PAPERS.c.incident_id)
        .where(*_of_bodies(_PAPERS.c.body_id, bodies))
    )
    for row in session.execute(statement.order_by(_PAPERS.c.id)):
        found[row.body_id].append(_authorisation(row))
    return found


def _of_bodies(column: Any, bodies: Collection[int] | None) -> tuple[ColumnElement[bool], ...]:
    return () if bodies is None else (column.in_(bodies),)


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(
        id=row.id,
        person=row.person,
        begins=row.valid_from,
        ends=row.valid_to,
        position=row.position or "",
        phone=row.phone or "",
        email=row.email or "",
        decision_number=row.decision_number or "",
        decision_date=row.decision_date,
        replaces=row.replaces_id,
        is_beside_another=row.is_beside_another,
        published_on=row.published_on,
        announced_on=row.announced_on,
        is_deleted=row.deleted_at is not None,
    )


def _authorisation(row: Row[Any]) -> Authorisation:
    return Authorisation(
        id=row.id,
        grantor=row.grantor,
        grantee=row.grantee,
        begins=row.valid_from,
        ends=row.valid_to,
        position=row.grantee_position or "",
        phone=row.phone or "",
        email=row.email or "",
        incident_id=row.incident_id,
        incident=row.title or "",
        case_text=row.case_text or "",
        scope=row.scope,
        paper_number=row.paper_number or "",
        signed_at=row.signed_at,
        published_at=row.published_at,
        is_deleted=row.deleted_at is not None,
    )
