"""What the secrecy guard shares in one book, and what was declared a false alarm in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.models import SecrecyFalseAlarm
from app.models.database import Database
from app.services.secrecy.guarding import DECLARED


@dataclass(frozen=True, slots=True)
class FalseAlarmLine:
    """One declaration: what for, why and when; the text is not kept."""

    kind: str
    record_id: int | None
    field: str
    reason: str
    declared_at: datetime


class SecrecyService:
    """Stands guard over a book from the moment it is made."""

    def __init__(self, db: Database) -> None:
        self._db = db
        db.shared.setdefault(DECLARED, [])

    def false_alarms(self) -> tuple[FalseAlarmLine, ...]:
        """Return every declaration, the last one first."""
        with self._db.reading() as session:
            rows = session.scalars(select(SecrecyFalseAlarm).order_by(SecrecyFalseAlarm.id.desc()))
            return tuple(
                FalseAlarmLine(
                    row.record_kind, row.record_id, row.field, row.reason, row.declared_at
                )
                for row in rows
            )
