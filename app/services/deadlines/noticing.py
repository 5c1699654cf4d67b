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
    Body,
    CalendarDay,
    LegalRule,
    Office,
    Outlet,
    Record,
)
from app.rules.clocks.deadlines import Cause
from app.rules.clocks.words import day_words
from app.rules.dates import date_text, date_time_text
from app.rules.vocabulary import ChangeCause
from app.services.deadlines.kinds.clocked import Law
from app.services.deadlines.kinds.registry import CLOCKED
from app.services.deadlines.orders import recount
from app.services.deadlines.renewing import CHUNK, renew
from app.services.records.kinds import KINDS
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


_NOTICED = {*CLOCKED, *(other.kind for one in CLOCKED.values() for other in one.follows)}


@dataclass(slots=True)
class _Noticed:
    """What one transaction has touched."""

    ids: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    causes: list[Cause] = field(default_factory=list)


@event.listens_for(Session, "after_flush")
def _notice(session: Session, _context: object) -> None:
    noticed: _Noticed = session.info.setdefault(_KEY, _Noticed())
    for record in (*session.new, *session.dirty):
        kind = KINDS.get(type(record)) if isinstance(record, Record) else None
        if kind in _NOTICED:
            noticed.ids[kind].add(record.id)
            for other in CLOCKED[kind].follows if kind in CLOCKED else ():
                if other.shared_by:
                    ids = inspect(record).attrs[other.shared_by].history.sum()
                    noticed.ids[other.kind].update(filter(None, ids))
        if isinstance(record, LegalRule | CalendarDay | Outlet | Body | Office):
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
    ids = noticed.ids
    # Backwards: a request follows from its article, and that in turn from its requests.
    for kind, described in reversed(CLOCKED.items()):
        for other in described.follows:
            ids[kind] |= _found(session, other.own_id, other.link, ids[other.kind])
    return {kind: ids[kind] for kind in CLOCKED if ids[kind]}


def _found(session: Session, wanted: Any, column: Any, ids: Iterable[int]) -> set[int]:
    ordered = sorted(ids)
    found: set[int] = set()
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        found.update(session.scalars(select(wanted).where(column.in_(chunk), wanted.is_not(None))))
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
