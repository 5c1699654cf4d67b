"""Looks at every text before it is written, whichever service writes it.

It stands at the session, as the counting of deadlines does, so that no service that writes a
record can forget it: text that bears a mark it did not bear before ends the transaction before a
word of it has left memory. Services must not join lines of typed text but by ``tidy_line``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from app.models import (
    Attachment,
    Base,
    LetterFile,
    ListView,
    Office,
    Record,
    SearchEntry,
    SecrecyFalseAlarm,
)
from app.rules.duties.secrecy import Mark, marks, name_marks
from app.services.records.kinds import KINDS
from app.services.secrecy.alarm import FalseAlarm, Place, SecrecyAlarm
from app.specs.checks import plain_label
from app.specs.office import IDENTITY
from app.specs.registry import SPECS

# Where a database's sessions find what was declared, and what one transaction makes use of.
DECLARED = "false_alarms"
_PASSED = "false_alarms_passed"

# Made from what was looked at: the frozen page of a letter, what a record is found by.
_MADE_FROM_OTHERS = (LetterFile, SearchEntry, SecrecyFalseAlarm)
_OFFICE = "office"
_LETTER_PARTS = {
    "subject": "Trích yếu",
    "body": "nội dung văn bản",
    "recipients": "Kính gửi",
    "distribution": "Nơi nhận",
    "void_reason": "Lý do hủy",
}

# Lines of a record by the name of their list, as the clerk counts them.
_LINES = {
    "points": "điểm",
    "reminders": "lần đôn đốc",
    "signers": "người ký",
    "terms": "nhiệm kỳ",
    "distribution": "dòng Nơi nhận",
}

_Find = Callable[[str], tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class _Text:
    """One text about to be written, with what stood there before."""

    field: str
    text: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Owner:
    """The record that a text belongs to, where in it, and its lines that are written anew."""

    kind: str
    prefix: str
    record: Any
    before: tuple[str, ...] = ()


def look(
    session: Session, kind: str, record_id: int | None, values: Any, before: Any = None
) -> None:
    """Look at text that leaves past the session's objects. Raises SecrecyAlarm.

    ``values`` hold it by the names of their fields; ``before`` is what stands there already.
    """
    known = tuple(text for _field, text in _leaves(before))
    found = [
        (Place(kind, field, mark.line, place_words(kind, field)), record_id)
        for field, text in _leaves(values)
        if _is_more(marks(text), known, marks)
        for mark in marks(text)
    ]
    _judge(session, found)


def bears_marks(values: Any) -> bool:
    """Return whether any text in plain values bears a mark."""
    return any(marks(text) for _field, text in _leaves(values))


@event.listens_for(Session, "before_flush")
def _look(session: Session, _context: object, _instances: object) -> None:
    found: list[tuple[Place, Any]] = []
    for record in (*session.new, *session.dirty):
        if isinstance(record, Base) and not isinstance(record, _MADE_FROM_OTHERS):
            found += _places(session, record)
    _judge(session, found)


@event.listens_for(Session, "before_commit")
def _record(session: Session) -> None:
    """Write down what was declared false and made use of: where, when and why, not what."""
    passed: dict[tuple[str, str], tuple[str, Any]] = session.info.pop(_PASSED, {})
    if not passed:
        return
    session.flush()
    for (kind, field), (reason, owner) in passed.items():
        session.add(
            SecrecyFalseAlarm(
                record_kind=kind,
                record_id=owner if isinstance(owner, int | None) else owner.id,
                field=field,
                reason=reason,
                declared_at=session.info["clock"](),
            )
        )


def _judge(session: Session, found: Iterable[tuple[Place, Any]]) -> None:
    """Let pass what was declared a false alarm. Raises SecrecyAlarm for the rest."""
    declared: list[FalseAlarm] = session.info.get(DECLARED, [])
    passed = session.info.setdefault(_PASSED, {})
    alarming = []
    for place, owner in found:
        reasons = [one.reason for one in declared if place in one.places]
        if reasons:
            passed[place.kind, place.field] = (reasons[-1], owner)
        else:
            alarming.append(place)
    if alarming:
        # Those declared already come along: one more word of the clerk's covers all.
        raise SecrecyAlarm(tuple(place for place, _owner in found), declared)


def _places(session: Session, record: Base) -> Iterator[tuple[Place, Any]]:
    """Yield where a record about to be written bears marks it did not bear before."""
    find = name_marks if isinstance(record, Attachment) else marks
    owner: _Owner | None = None
    for text in _texts(record):
        found = find(text.text)
        if not _is_more(found, text.before, find):
            continue
        owner = owner or _owner(session, record)
        if not _is_more(found, owner.before, find):
            continue  # a line with the same mark stood here; it was only written anew
        field = f"{owner.prefix}{text.field}"
        for mark in found:
            yield Place(owner.kind, field, mark.line, place_words(owner.kind, field)), owner.record


def _is_more(found: tuple[Mark, ...], before: tuple[str, ...], find: _Find) -> bool:
    levels = Counter(mark.level for mark in found)
    return bool(levels - Counter(mark.level for text in before for mark in find(text)))


def _texts(record: Base) -> Iterator[_Text]:
    """Yield every text of a record that this flush writes."""
    state = inspect(record)
    keys = (
        {*record.sort_keys.values(), *record.person_keys.values()}
        if isinstance(record, Record)
        else set()
    )
    for column in state.mapper.column_attrs:
        history = state.attrs[column.key].history
        if column.key in keys or not history.added:
            continue
        before = tuple(text for old in history.deleted or () for _place, text in _leaves(old))
        for place, text in _leaves(history.added[0]):
            yield _Text(place or column.key, text, before)


def _leaves(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts in a value with their places: of JSON "body[2]", of a text itself ""."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, f"{place}.{name}" if place else str(name))
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from _leaves(part, f"{place}[{index}]")


def _owner(session: Session, record: Base) -> _Owner:
    if isinstance(record, Record):
        return _Owner(_kind(record), "", record)
    if isinstance(record, Attachment):
        return _Owner("attachment", "", record)
    for model, name in _lists().get(type(record), ()):
        for one in session:
            if isinstance(one, model) and name in vars(one) and record in getattr(one, name):
                removed = inspect(one).attrs[name].history.deleted or ()
                before = tuple(text.text for line in removed for text in _stored_texts(line))
                place = getattr(one, name).index(record)
                return _Owner(_kind(one), f"{name}[{place}].", one, before)
    return _Owner(record.__tablename__, "", None)


def _stored_texts(line: Base) -> Iterator[_Text]:
    for column in inspect(line).mapper.column_attrs:
        for place, text in _leaves(vars(line).get(column.key)):
            yield _Text(place or column.key, text, ())


def _kind(record: Record) -> str:
    if isinstance(record, Office):
        return _OFFICE
    return KINDS.get(type(record)) or str(record.__tablename__)


@cache
def _lists() -> dict[type[Base], list[tuple[type[Record], str]]]:
    """Return for each class of lines which records have them, under which name."""
    found: dict[type[Base], list[tuple[type[Record], str]]] = {}
    for mapper in Base.registry.mappers:
        if not issubclass(mapper.class_, Record):
            continue
        for relation in mapper.relationships:
            if relation.uselist:
                found.setdefault(relation.mapper.class_, []).append((mapper.class_, relation.key))
    return found


def place_words(kind: str, field: str) -> str:
    """Name a field as the clerk sees it."""
    head, _bracket, rest = field.partition("[")
    if kind == ListView.__tablename__:
        return "tên hoặc ô tìm của khung nhìn"
    if kind == "attachment":
        return "tên tệp kèm theo"
    if kind == "letter":
        return f"“{_LETTER_PARTS.get(head, 'Văn bản')}”"
    if rest:
        number = int(rest.partition("]")[0]) + 1
        tables = SPECS[kind].lines if kind in SPECS else ()
        place = next((f" ở bảng “{one.title}”" for one in tables if one.name == head), "")
        return f"{_LINES.get(head, 'dòng')} {number}{place}"
    fields = IDENTITY if kind == _OFFICE else SPECS[kind].fields() if kind in SPECS else ()
    label = next((plain_label(one) for one in fields if one.name == field), "")
    return f"ô “{label}”" if label else "phần vừa nhập"
