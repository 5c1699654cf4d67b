"""How often the answer for a case was passed on, apart from what a reorganisation carried over."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Reorganisation, ReorganisationChange
from app.services.records.lines import line_model


def count_passed_on(session: Session, kind: str, transfers: Collection[int | None]) -> int:
    """Return how many of a record's transfers, given by id, people decided on (None: a new one)."""
    stored = [one for one in transfers if one is not None]
    if not stored:
        return len(transfers)
    carried = session.scalars(
        select(ReorganisationChange.record_id)
        .join(Reorganisation)
        .where(
            ReorganisationChange.table_name == line_model(kind, "transfers").__tablename__,
            ReorganisationChange.record_id.in_(stored),
            Reorganisation.undone_at.is_(None),
        )
    )
    return len(transfers) - len(set(carried))
