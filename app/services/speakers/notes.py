"""How assignments and authorisations stand, and what they lack, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Authorisation, Spokesperson
from app.rules.duties.spokespersons import (
    Note,
    assignment_notes,
    authorisation_notes,
    paper_standing,
    standing,
    tenures,
)
from app.services.speakers import store
from app.services.speakers.store import SPOKESPERSON
from app.text import upper_first

Notes = dict[int, tuple[str, ...]]


def speaker_notes(session: Session, kind: str, ids: Sequence[int], today: date) -> Notes:
    """Return the sentences about records of either kind; none about one that is deleted."""
    model = Spokesperson if kind == SPOKESPERSON else Authorisation
    bodies = set(session.scalars(select(model.body_id).where(model.id.in_(ids))))
    read = _of_assignments if kind == SPOKESPERSON else _of_authorisations
    wanted = set(ids)
    found = read(session, bodies, today)
    return {record_id: words for record_id, words in found if record_id in wanted}


def _of_assignments(
    session: Session, bodies: set[int], today: date
) -> Iterator[tuple[int, tuple[str, ...]]]:
    for assignments in store.assignments(session, bodies).values():
        of_body = tenures(assignments)
        for one in of_body:
            notes = assignment_notes(one, of_body, today)
            yield one.assignment.id, _sentences(standing(one, today), notes)


def _of_authorisations(
    session: Session, bodies: set[int], today: date
) -> Iterator[tuple[int, tuple[str, ...]]]:
    for papers in store.authorisations(session, bodies).values():
        for one in papers:
            if not one.is_deleted:
                notes = authorisation_notes(one, papers, today)
                yield one.id, _sentences(paper_standing(one, today), notes)


def _sentences(first: str, notes: Sequence[Note]) -> tuple[str, ...]:
    return tuple(f"{upper_first(words)}." for words in (first, *(note.words for note in notes)))
