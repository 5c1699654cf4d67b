"""Older records that a new one may repeat: found for the clerk to open, never merged by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from sqlalchemy import select

from app.models import Enquiry
from app.rules.dates import date_text
from app.rules.wording.likeness import ALIKE, likeness
from app.services.plain import Option
from app.services.records.checks import Subject

# A question comes back within a year, if it does; the last of them are looked at.
_SPAN = timedelta(days=365)
_LOOKED_AT = 1000
_SHOWN = 3
# Two words in common are no question asked again.
_LEAST_WORDS = 4


def alike(subject: Subject) -> tuple[Option, ...]:
    """Return the records that this one is most like, the closest first."""
    find = _FINDERS.get(subject.kind)
    return () if find is None else tuple(find(subject))


def _same_question(subject: Subject) -> Iterator[Option]:
    own, received = subject.values.get("question") or "", subject.values.get("received_at")
    if received is None or len(own.split()) < _LEAST_WORDS:
        return
    others = select(Enquiry.id, Enquiry.title, Enquiry.question, Enquiry.received_at).where(
        Enquiry.deleted_at.is_(None),
        Enquiry.received_at.between(received - _SPAN, received + _SPAN),
        Enquiry.id != (subject.id or 0),
    )
    found = [
        (likeness(own, other.question), other)
        for other in subject.session.execute(
            others.order_by(Enquiry.received_at.desc()).limit(_LOOKED_AT)
        )
        if len(other.question.split()) >= _LEAST_WORDS
    ]
    close = sorted((pair for pair in found if pair[0] >= ALIKE), key=lambda pair: -pair[0])
    for _share, other in close[:_SHOWN]:
        yield Option(other.id, other.title, date_text(other.received_at))


_FINDERS: dict[str, Callable[[Subject], Iterator[Option]]] = {"enquiry": _same_question}
