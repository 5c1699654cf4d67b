"""Who may speak, asked inside a transaction."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.models import Body, Incident, Office
from app.rules.clocks.duties import bound_of
from app.rules.dates import date_text
from app.rules.duties.entitlement import Entitlement, Matter, entitled
from app.rules.legal import Bases, bases_for
from app.rules.vocabulary import BodyKind, Bound, Layout, LegalDuty
from app.services.letters.legal import legal_texts
from app.services.speakers import store
from app.text import fold


def entitled_in(
    session: Session,
    at: datetime,
    body_id: int,
    incident_id: int | None = None,
    case_text: str = "",
) -> Entitlement:
    """Return who may speak for a body at a moment about a matter. Raises NotFound."""
    body = session.get(Body, body_id)
    if body is None:
        raise NotFound
    text = case_text
    if incident_id is not None:
        text = session.scalar(select(Incident.title).where(Incident.id == incident_id)) or ""
    return entitled(
        at,
        Matter(incident_id, text),
        store.assignments(session, [body_id])[body_id],
        store.authorisations(session, [body_id])[body_id],
        _bases(session, body, at.date()),
        _ceased(body, at.date()),
    )


def own_body(session: Session) -> int | None:
    """Return the body that bears the name of the office; None where none does."""
    name = session.scalar(select(Office.__table__.c.name))
    if name is None:
        return None
    bodies = session.execute(
        select(Body.id, Body.name)
        .where(Body.deleted_at.is_(None))
        .order_by(Body.valid_to.is_not(None), Body.id)
    )
    return next((row.id for row in bodies if fold(row.name) == fold(name)), None)


def _bases(session: Session, body: Body, on: date) -> Bases:
    layout = session.scalar(select(Office.__table__.c.layout))
    bound = bound_of(Layout(layout) if layout else None, BodyKind(body.kind))
    duty = LegalDuty.PARTY_SPEAKING if bound is Bound.PARTY else LegalDuty.SPEAKING
    return bases_for(legal_texts(session), duty, on)


def _ceased(body: Body, on: date) -> str:
    if body.valid_to is None or on <= body.valid_to:
        return ""
    words = f"{body.name} không còn hoạt động sau ngày {date_text(body.valid_to)}"
    heir = body.successor
    return f"{words}; hỏi về {heir.name}." if heir is not None else f"{words}."
