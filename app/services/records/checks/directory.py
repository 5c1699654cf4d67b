"""Outlets and bodies: their names, times and successors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from app.models import Body, Outlet
from app.rules.dates import period_text
from app.rules.wording.names import sort_key
from app.services.records.checks.common import PERIOD, Check, Errors, Subject, email
from app.services.records.search import plain
from app.specs.registry import SPECS


def _name_taken(subject: Subject) -> Errors:
    """No two of the same name at the same time; outlets may share one across types of press."""
    values = subject.values
    name = values.get("name") or ""
    for other in _same_name(subject, sort_key(name)):
        if (
            other.id != subject.id
            and plain(other.name) == plain(name)
            and not (isinstance(other, Outlet) and other.type != values.get("type"))
            and _overlap(values.get("valid_from"), values.get("valid_to"), other)
        ):
            return {
                "name": f"Đã có {SPECS[subject.kind].singular} “{other.name}” "
                f"{_period_words(other)}; sửa bản ghi đó, hoặc nhập thời gian không trùng."
            }
    return {}


def _same_name(subject: Subject, key: str) -> Sequence[Outlet | Body]:
    if subject.kind == "outlet":
        outlets = select(Outlet).where(Outlet.name_key == key, Outlet.deleted_at.is_(None))
        return subject.session.scalars(outlets).all()
    bodies = select(Body).where(Body.name_key == key, Body.deleted_at.is_(None))
    return subject.session.scalars(bodies).all()


def _overlap(start: date | None, end: date | None, other: Outlet | Body) -> bool:
    begins = start or date.min
    ends = end or date.max
    return begins <= (other.valid_to or date.max) and (other.valid_from or date.min) <= ends


def _period_words(record: Outlet | Body) -> str:
    words = period_text(record.valid_from, record.valid_to)
    return words if record.valid_to else f"{words} đến nay".strip()


def _successor(subject: Subject) -> Errors:
    """A body's successors lead forward and never back to it."""
    seen = {subject.id}
    successor_id = subject.values.get("successor_id")
    while successor_id is not None:
        if successor_id in seen:
            if successor_id == subject.values.get("successor_id"):
                return {"successor_id": "Một cơ quan không kế thừa chính mình; chọn cơ quan khác."}
            return {
                "successor_id": "Cơ quan này đã được ghi là tiền thân của cơ quan đang sửa; "
                "chọn cơ quan khác."
            }
        seen.add(successor_id)
        body = subject.session.get(Body, successor_id)
        successor_id = None if body is None else body.successor_id
    return {}


CHECKS: dict[str, tuple[Check, ...]] = {
    "outlet": (PERIOD, email, _name_taken),
    "body": (PERIOD, _successor, _name_taken),
}
