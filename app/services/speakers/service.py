"""Ask who may speak, what is missing about a spokesperson, and who spoke when."""

from __future__ import annotations

from datetime import date, datetime

from app.exports.public_list.data import PublicLine
from app.models.database import Database
from app.rules.duties.entitlement import Entitlement
from app.rules.duties.spokespersons import HistoryLine, history, tenures
from app.services.speakers import asking, public_list, store


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
            return asking.entitled_in(session, at, body_id, incident_id, case_text)

    def own_body(self) -> int | None:
        """Return the body that bears the name of the office; None where none does."""
        with self._db.reading() as session:
            return asking.own_body(session)

    def history(self, body_id: int) -> tuple[HistoryLine, ...]:
        """Return who spoke for a body from when to when, by which decision, gaps named."""
        with self._db.reading() as session:
            found = tenures(store.assignments(session, [body_id])[body_id])
            return history(found, self._db.clock().date())

    def public_lines(self, on: date) -> tuple[PublicLine, ...]:
        """Return who is assigned on a day for the bodies then in being, body by body."""
        with self._db.reading() as session:
            return public_list.lines(session, on)

    def without(self, on: date) -> tuple[str, ...]:
        """Return the bodies that had a spokesperson once and have none on a day."""
        with self._db.reading() as session:
            return public_list.without(session, on)

    def public_list_pdf(self, on: date) -> bytes:
        """Return the public list of a day as a PDF. Raises FieldErrors without a profile."""
        from app.exports.public_list.page import public_list_pdf  # reportlab, only when one is made

        today = self._db.clock().date()
        with self._db.reading() as session:
            facts = public_list.facts(session, on, today, is_sample=self._db.is_sample)
        return public_list_pdf(facts)
