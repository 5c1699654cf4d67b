"""A stored record as the caller has seen it: still there, and not changed since."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.orm import Session

from app.errors import Conflict, NotFound
from app.models import Record

_R = TypeVar("_R", bound=Record)


def fetch(session: Session, model: type[_R], record_id: int, version: int | None = None) -> _R:
    """Return a record that is not deleted; with ``version``, only while it stands at that one.

    Raises NotFound, Conflict.
    """
    record = session.get(model, record_id)
    if record is None or record.deleted_at is not None:
        raise NotFound
    if version is not None and record.version != version:
        raise Conflict
    return record
