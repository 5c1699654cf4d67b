"""What a record is found by: its entry, written with every save, and the search in the entries.

A clerk types without marks as often as with them, so everything is searched folded; where the
query has marks, records that hold it with these very marks come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    and_,
    delete,
    event,
    insert,
    inspect,
    or_,
    select,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import FromClause

from app.models import Base, Record, SearchEntry
from app.services.records.kinds import KINDS, MODELS
from app.services.records.lines import read_lines
from app.specs.registry import SPECS
from app.text import fold, nfc

_ENTRIES = cast(Table, SearchEntry.__table__)

# The two places for a tone mark on oa, oe and uy are one spelling to a reader: "hòa", "hoà".
_TONE_PLACES = {
    old + second: first + new
    for first, second, olds, news in (
        ("o", "a", "òóỏõọ", "àáảãạ"),
        ("o", "e", "òóỏõọ", "èéẻẽẹ"),
        ("u", "y", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for old, new in zip(olds, news, strict=True)
}


def plain(text: str) -> str:
    """Return ``text`` in small letters with its marks, each tone in one place."""
    small = nfc(text).lower()
    for old, new in _TONE_PLACES.items():
        small = small.replace(old, new)
    return small


def search_entry(kind: str, record_id: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of ``search_entries`` for a record whose field values are given."""
    parts = (part for name in SPECS[kind].list.search for part in _values_at(values, name))
    # A line break keeps words of two fields apart; no term of a query holds one.
    text = "\n".join(str(part) for part in parts if part not in (None, ""))
    return {"kind": kind, "record_id": record_id, "folded": fold(text), "plain": plain(text)}


def _values_at(values: Mapping[str, Any], name: str) -> Iterator[Any]:
    """Yield the value of a field, or those that a field has in the record's lines."""
    lines, _, field = name.rpartition(".")
    if lines:
        yield from (line.get(field) for line in values.get(lines) or ())
    else:
        yield values.get(name)


class Search:
    """A typed query as conditions on a record and on those it points to."""

    def __init__(self, typed: str) -> None:
        self._folded = fold(typed).split()
        self._plain = plain(typed).split()

    def __bool__(self) -> bool:
        return bool(self._folded)

    @property
    def has_marks(self) -> bool:
        return bool(self) and self._plain != self._folded

    def matches(self, kind: str, row: FromClause) -> ColumnElement[bool]:
        """Every term stands in the record or in one of the records searched with it."""
        return and_(*(_found(kind, row, _ENTRIES.c.folded, term) for term in self._folded))

    def matches_marks(self, kind: str, row: FromClause) -> ColumnElement[bool]:
        """The same with the marks as typed."""
        return and_(*(_found(kind, row, _ENTRIES.c.plain, term) for term in self._plain))


def _found(kind: str, row: FromClause, text: ColumnElement[str], term: str) -> ColumnElement[bool]:
    related = SPECS[kind].list.search_related
    return or_(
        row.c.id.in_(_ids(kind, text, term)),
        *(_along(MODELS[kind], path.split("."), row, text, term) for path in related),
    )


def _along(
    model: type[Base], path: list[str], row: FromClause, text: ColumnElement[str], term: str
) -> ColumnElement[bool]:
    """The record that ``path`` leads to holds the term. Subqueries, so that each runs once.

    A path that leads nowhere is plainly false: "not found" would be unknown of NULL.
    """
    relation = inspect(model).relationships[path[0]]
    ((local, remote),) = relation.local_remote_pairs
    related: type[Any] = relation.mapper.class_
    if relation.uselist:  # one of its lines leads there
        lines: FromClause = related.__table__
        found = _along(related, path[1:], lines, text, term)
        return row.c.id.in_(select(lines.c[str(remote.name)]).where(found))
    own: ColumnElement[Any] = row.c[str(local.name)]
    if len(path) == 1:
        return and_(own.is_not(None), own.in_(_ids(KINDS[related], text, term)))
    table: FromClause = related.__table__
    deeper = _along(related, path[1:], table, text, term)
    return and_(own.is_not(None), own.in_(select(table.c.id).where(deeper)))


def _ids(kind: str, text: ColumnElement[str], term: str) -> Select[Any]:
    return select(_ENTRIES.c.record_id).where(
        _ENTRIES.c.kind == kind, text.contains(term, autoescape=True)
    )


@event.listens_for(Session, "after_flush")
def _write_entries(session: Session, _context: object) -> None:
    """Bring the entries in line with what was just saved, in the same transaction."""
    _remove(session, (*session.dirty, *session.deleted))
    rows = []
    for record in (*session.new, *session.dirty):
        if isinstance(record, Record) and type(record) in KINDS:
            kind = KINDS[type(record)]
            rows.append(search_entry(kind, record.id, _searched_values(kind, record)))
    if rows:
        session.execute(insert(_ENTRIES), rows)


def _searched_values(kind: str, record: Record) -> dict[str, Any]:
    lines = {spec.name: read_lines(record, spec) for spec in SPECS[kind].lines}
    own = (name for name in SPECS[kind].list.search if "." not in name)
    return {**lines, **{name: getattr(record, name) for name in own}}


def _remove(session: Session, records: Iterable[object]) -> None:
    for record in records:
        if isinstance(record, Record) and type(record) in KINDS:
            session.execute(
                delete(_ENTRIES).where(
                    _ENTRIES.c.kind == KINDS[type(record)], _ENTRIES.c.record_id == record.id
                )
            )
