"""What the secrecy guard shares in one book, and what was declared a false alarm in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.models import Attachment, SecrecyFalseAlarm
from app.models.database import Database
from app.services.records.options import get_option
from app.services.secrecy.guarding import place_words
from app.specs.registry import SPECS
from app.text import upper_first

_ATTACHMENT = "attachment"
_OTHERS = {"office": "Hồ sơ cơ quan", "list_views": "Khung nhìn của danh sách"}


@dataclass(frozen=True, slots=True)
class FalseAlarmLine:
    """One declaration: what for, why and when; the text is not kept.

    ``place`` names the field to the clerk, ``record`` the record. ``opens`` is what a page may
    show of it: the record itself, or the one that a file belongs to; None where there is none.
    """

    kind: str
    record_id: int | None
    field: str
    reason: str
    declared_at: datetime
    place: str
    record: str
    opens: tuple[str, int | None] | None


class SecrecyService:
    """Tells what was declared a false alarm of the guard."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def false_alarms(self) -> tuple[FalseAlarmLine, ...]:
        """Return every declaration, the last one first."""
        with self._db.reading() as session:
            rows = session.scalars(select(SecrecyFalseAlarm).order_by(SecrecyFalseAlarm.id.desc()))
            return tuple(_line(session, row) for row in rows)


def _line(session: Session, row: SecrecyFalseAlarm) -> FalseAlarmLine:
    kind, record_id = row.record_kind, row.record_id
    if kind == _ATTACHMENT:
        file = session.get(Attachment, record_id)
        kind, record_id = (file.record_kind, file.record_id) if file else (kind, None)
    name = _OTHERS.get(kind, "Bản ghi đã bỏ")
    opens: tuple[str, int | None] | None = None
    if kind == "office":
        opens = (kind, None)
    elif kind in SPECS and record_id is not None:
        try:
            option = get_option(session, kind, record_id)
        except NotFound:
            pass
        else:
            name = f"{upper_first(SPECS[kind].singular)}: {option.text}"
            opens = (kind, record_id)
    place = upper_first(place_words(row.record_kind, row.field))
    return FalseAlarmLine(
        row.record_kind,
        row.record_id,
        row.field,
        row.reason,
        row.declared_at,
        place,
        name,
        opens,
    )
