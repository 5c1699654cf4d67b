"""Notices with every save whose deadlines may move, and counts them before the commit.

It stands at the session, so that no service that writes a record can forget it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Session

from app.models import (
    Article,
    Body,
    CalendarDay,
    CorrectionRequest,
    Incident,
    LegalRule,
    Letter,
    Office,
    Outlet,
    Record,
)
from app.rules.clocks.deadlines import Cause
from app.rules.clocks.words import day_words
from app.rules.dates import date_text, date_time_text
from app.rules.vocabulary import ChangeCause
from app.services.deadlines.facts import ARTICLE, INCIDENT, REQUEST, Law
from app.services.deadlines.orders import recount
from app.services.deadlines.renewing import CHUNK, renew
from app.specs.checks import plain_label
from app.specs.fields import FieldSpec
from app.specs.registry import SPECS

_KEY = "deadlines"

# What of a record that many others stand on moves their deadlines.
_FAR_REACHING: dict[type[Record], tuple[str, ...]] = {
    Outlet: ("type", "is_periodical"),
    Body: ("kind",),
    Office: ("layout", "name", "press_authority_id"),
}


@dataclass(slots=True)
class _Noticed:
    """What one transaction has touched."""

    ids: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    letters: set[int] = field(default_factory=set)
    causes: list[Cause] = field(default_factory=list)


@event.listens_for(Session, "after_flush")
def _notice(session: Session, _context: object) -> None:
    noticed: _Noticed = session.info.setdefault(_KEY, _Noticed())
    for record in (*session.new, *session.dirty):
        match record:
            case Incident():
                noticed.ids[INCIDENT].add(record.id)
            case Article():
                noticed.ids[ARTICLE].add(record.id)
            case CorrectionRequest():
                noticed.ids[REQUEST].add(record.id)
            case Letter():
                noticed.letters.add(record.id)
            case LegalRule() | CalendarDay() | Outlet() | Body() | Office():
                noticed.causes += _causes(record, is_new=record in session.new)


@event.listens_for(Session, "before_commit")
def _count(session: Session) -> None:
    session.flush()
    noticed: _Noticed | None = session.info.pop(_KEY, None)
    if noticed is None:
        return
    now: datetime = session.info["clock"]()
    ids = _with_dependents(session, noticed)
    if ids:
        law = Law(session)
        for kind, record_ids in ids.items():
            renew(session, law, kind, record_ids, now)
    if noticed.causes:
        recount(session, noticed.causes, now)


def _with_dependents(session: Session, noticed: _Noticed) -> dict[str, set[int]]:
    """Add the records whose deadlines follow from those that were touched."""
    ids = {kind: set(found) for kind, found in noticed.ids.items()}
    requests = CorrectionRequest.__table__.c
    articles = Article.__table__.c
    of_letters = _found(session, requests.id, requests.letter_id, noticed.letters)
    of_articles = _found(session, requests.id, requests.article_id, ids.get(ARTICLE, ()))
    all_requests = ids.get(REQUEST, set()) | of_letters | of_articles
    of_incidents = _found(session, articles.id, articles.incident_id, ids.get(INCIDENT, ()))
    of_requests = _found(session, requests.article_id, requests.id, all_requests)
    all_articles = ids.get(ARTICLE, set()) | of_incidents | of_requests
    every = {INCIDENT: ids.get(INCIDENT, set()), ARTICLE: all_articles, REQUEST: all_requests}
    return {kind: found for kind, found in every.items() if found}


def _found(session: Session, wanted: Any, column: Any, ids: Iterable[int]) -> set[int]:
    ordered = sorted(ids)
    found: set[int] = set()
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        found.update(session.scalars(select(wanted).where(column.in_(chunk))))
    return found


def _causes(
    record: LegalRule | CalendarDay | Outlet | Body | Office, *, is_new: bool
) -> Iterator[Cause]:
    """Yield why every open record has to be counted anew, if it has."""
    changes = {} if is_new else _changes(record)
    if isinstance(record, LegalRule):
        if words := _what_happened("legal_rule", record, changes, is_new=is_new):
            yield Cause(ChangeCause.RULE, f"Quy định “{record.title}”: {words}.", record.code)
    elif isinstance(record, CalendarDay):
        if words := _what_happened("calendar_day", record, changes, is_new=is_new):
            day = f"“{record.name}” {day_words(record.day)}"
            yield Cause(ChangeCause.CALENDAR, f"Lịch ngày nghỉ, {day}: {words}.")
    elif any(name in changes for name in _FAR_REACHING[type(record)]):
        yield Cause(ChangeCause.MOMENT, f"Đã sửa “{record.name}”.")


def _what_happened(kind: str, record: Record, changes: Mapping[str, Any], *, is_new: bool) -> str:
    """Say what was done to a rule or a day: added, deleted, or which fields changed how."""
    if is_new:
        return "thêm mới"
    if "deleted_at" in changes:
        return "đã xóa" if record.deleted_at else "đã khôi phục"
    return "; ".join(
        f"{plain_label(field)}: {_shown(field, changes[field.name])} → "
        f"{_shown(field, getattr(record, field.name))}"
        for field in SPECS[kind].fields()
        if field.name in changes
    )


def _changes(record: Record) -> dict[str, Any]:
    """Return the attributes that this save changes, with their values before."""
    histories = {attribute.key: attribute.history for attribute in inspect(record).attrs}
    return {
        name: history.deleted[0] if history.deleted else None
        for name, history in histories.items()
        if history.has_changes()
    }


def _shown(spec: FieldSpec, value: Any) -> str:
    if value is None or value == "":
        return "trống"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, datetime):
        return date_time_text(value)
    if isinstance(value, date):
        return date_text(value)
    return spec.choices(value).label if spec.choices else str(value)
