"""Ask who may speak, what is missing about a spokesperson, and who spoke when."""

from __future__ import annotations

from datetime import datetime

from app.models.database import Database
from app.rules.entitlement import Entitlement
from app.rules.spokespersons import HistoryLine, history, tenures
from app.services.speakers import asking, store


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
