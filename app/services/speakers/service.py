"""Ask who may speak, what is missing about a spokesperson, and who spoke when."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.models import Body, Incident, Office
from app.models.database import Database
from app.rules.clocks.duties import bound_of
from app.rules.dates import date_text
from app.rules.entitlement import Entitlement, Matter, entitled
from app.rules.legal import Bases, bases_for
from app.rules.spokespersons import HistoryLine, history, tenures
from app.rules.vocabulary import BodyKind, Bound, Layout, LegalDuty
from app.services.letters.legal import legal_texts
from app.services.speakers import store
from app.text import fold


class SpeakerService:
    """Use cases around those who speak for a body; the records themselves are plain ones."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def entitled(
        self, at: datetime, body_id: int, incident_id: int | None = None, case_text: str = ""
    ) -> Entitlement:
        """Return who may speak for a body at a moment about a matter, and who may not and why.

        The matter is a recorded incident or words; without either nobody authorised for a case
        may. Raises NotFound.
        """
        with self._db.reading() as session:
            body = _body(session, body_id)
            text = case_text
            if incident_id is not None:
                text = (
                    session.scalar(select(Incident.title).where(Incident.id == incident_id)) or ""
                )
            return entitled(
                at,
                Matter(incident_id, text),
                store.assignments(session, [body_id])[body_id],
                store.authorisations(session, [body_id])[body_id],
                _bases(session, body, at.date()),
                _ceased(body, at.date()),
            )

    def own_body(self) -> int | None:
        """Return the body that bears the name of the office; None where none does."""
        with self._db.reading() as session:
            name = session.scalar(select(Office.__table__.c.name))
            if name is None:
                return None
            bodies = session.execute(
                select(Body.id, Body.name)
                .where(Body.deleted_at.is_(None))
                .order_by(Body.valid_to.is_not(None), Body.id)
            )
            return next((row.id for row in bodies if fold(row.name) == fold(name)), None)

    def history(self, body_id: int) -> tuple[HistoryLine, ...]:
        """Return who spoke for a body from when to when, by which decision, gaps named."""
        with self._db.reading() as session:
            found = tenures(store.assignments(session, [body_id])[body_id])
            return history(found, self._db.clock().date())


def _body(session: Session, body_id: int) -> Body:
    body = session.get(Body, body_id)
    if body is None:
        raise NotFound
    return body


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
