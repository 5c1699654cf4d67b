"""Lists as SQL: which rows, in which order, and only the columns that are shown.

First the ids of a page are found, then their columns read: neither sorting nor skipping rows
touches a table that only supplies text for the screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    case,
    cast,
    func,
    inspect,
    literal_column,
    not_,
    select,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import FromClause

from app.models import Record
from app.rules.vocabulary import DueSpan, Validity
from app.services.deadlines.lists import in_span, leading_standings
from app.services.plain import ListQuery, Period, Row
from app.services.records.kinds import MODELS
from app.services.records.search import Search
from app.services.records.validity import is_valid
from app.services.speakers.notes import speaker_notes
from app.specs.fields import ColumnSpec, FilterSpec, Kind
from app.specs.registry import SPECS

# Databases limit how many values one query may name.
CHUNK = 500


class Tables:
    """A record's table and, joined as paths ask for them, the tables it points to."""

    def __init__(self, kind: str) -> None:
        self._model = MODELS[kind]
        self.own: FromClause = self._model.__table__
        self._joined: dict[tuple[str, ...], tuple[type[Record], FromClause]] = {
            (): (self._model, self.own)
        }
        self.joins: FromClause = self.own

    def column(self, path: str) -> ColumnElement[Any]:
        """Return the column at ``path`` ("title", "article.outlet.name")."""
        *steps, name = path.split(".")
        return self._table(tuple(steps)).c[name]

    def value(self, spec: ColumnSpec) -> ColumnElement[Any]:
        """Return what a column of the list shows."""
        shown = self.column(spec.source)
        if spec.fallback is not None:
            shown = func.coalesce(shown, self.column(spec.fallback))
        if spec.suffix is not None:
            shown = cast(shown, String).concat(func.coalesce(self.column(spec.suffix), ""))
        return shown

    def is_optional(self, path: str) -> bool:
        """Return whether the value may be missing: NULL, or a relation that leads nowhere."""
        return "." in path or bool(self.own.c[path].nullable)

    def _table(self, steps: tuple[str, ...]) -> FromClause:
        if steps not in self._joined:
            parent = self._table(steps[:-1])
            model, _ = self._joined[steps[:-1]]
            relation = inspect(model).relationships[steps[-1]]
            ((local, _remote),) = relation.local_remote_pairs
            table = relation.mapper.local_table.alias()
            self.joins = self.joins.outerjoin(table, parent.c[local.name] == table.c.id)
            self._joined[steps] = (relation.mapper.class_, table)
        return self._joined[steps][1]


def count(session: Session, kind: str, query: ListQuery) -> int:
    return _count(session, kind, query, None)


def page_ids(
    session: Session, kind: str, query: ListQuery, offset: int = 0, limit: int | None = None
) -> list[int]:
    """Return the ids of the rows from ``offset`` on, in the list's order."""
    if not _ranked(query):
        return _part_ids(session, kind, query, None, offset, limit)
    # The hits with the very marks first, then the others: two lists, each in its own order.
    # As one sort key, the rank would make the database sort every hit for every page.
    ids = _part_ids(session, kind, query, True, offset, limit)
    if limit is not None and len(ids) == limit:
        return ids
    exact = offset + len(ids) if ids or not offset else _count(session, kind, query, True)
    rest = None if limit is None else limit - len(ids)
    return ids + _part_ids(session, kind, query, False, max(0, offset - exact), rest)


def rows(session: Session, kind: str, ids: Sequence[int]) -> list[Row]:
    """Return the rows with these ids, in this order."""
    tables = Tables(kind)
    specs = SPECS[kind].list.columns
    columns = [tables.value(column) for column in specs]
    found: dict[int, tuple[Any, ...]] = {}
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        statement = (
            select(tables.own.c.id, *columns)
            .select_from(tables.joins)
            .where(tables.own.c.id.in_(chunk))
        )
        told = _told(session, kind, chunk)
        for record_id, *values in session.execute(statement):
            found[record_id] = tuple(
                told[spec.kind].get(record_id) if spec.kind in told else value
                for spec, value in zip(specs, values, strict=True)
            )
    return [Row(record_id, found[record_id]) for record_id in ids if record_id in found]


def _told(session: Session, kind: str, ids: Sequence[int]) -> dict[Kind, Mapping[int, Any]]:
    """Return what columns show that is told of a record and not stored with it."""
    kinds = {spec.kind for spec in SPECS[kind].list.columns}
    told: dict[Kind, Mapping[int, Any]] = {}
    if Kind.STANDING in kinds:
        told[Kind.DUE] = told[Kind.STANDING] = leading_standings(session, kind, ids)
    if Kind.NOTES in kinds:
        notes = speaker_notes(session, kind, ids, session.info["clock"]().date())
        told[Kind.NOTES] = {record_id: " ".join(words) for record_id, words in notes.items()}
    return told


def _part_ids(
    session: Session,
    kind: str,
    query: ListQuery,
    exact: bool | None,
    offset: int,
    limit: int | None,
) -> list[int]:
    tables = Tables(kind)
    statement = select(tables.own.c.id).where(*conditions(session, kind, tables, query, exact))
    statement = statement.order_by(*_column_order(kind, tables, query))
    statement = statement.select_from(tables.joins).offset(offset).limit(limit)
    return list(session.execute(statement).scalars())


def _count(session: Session, kind: str, query: ListQuery, exact: bool | None) -> int:
    tables = Tables(kind)
    wanted = conditions(session, kind, tables, query, exact)
    statement = select(func.count()).select_from(tables.joins).where(*wanted)
    return session.execute(statement).scalar_one()


def conditions(
    session: Session, kind: str, tables: Tables, query: ListQuery, exact: bool | None = None
) -> list[ColumnElement[bool]]:
    """Say which rows the query asks for; ``exact`` tells hits with the very marks apart."""
    gone = tables.own.c.deleted_at
    found: list[ColumnElement[bool]] = [gone.is_not(None) if query.deleted else gone.is_(None)]
    filters = {spec.name: spec for spec in SPECS[kind].list.filters}
    for name, value in query.filters.items():
        spec = filters[name]
        if spec.kind is Kind.STANDING and value:
            now: datetime = session.info["clock"]()
            found.append(in_span(kind, tables.own, DueSpan(value), now))
        elif spec.kind is Kind.VALIDITY and value:
            today: date = session.info["clock"]().date()
            found.append(is_valid(kind, tables.own, Validity(value), today))
        else:
            found += _filter(tables.column(spec.source), spec, value)
    search = Search(query.search)
    if search:
        marks = search.matches_marks(kind, tables.own)
        if exact:
            found.append(marks)  # what holds the marks holds the bare letters too
        else:
            found.append(search.matches(kind, tables.own))
        if exact is False:
            found.append(not_(marks))
    return found


def _filter(column: ColumnElement[Any], spec: FilterSpec, value: Any) -> list[ColumnElement[bool]]:
    if value in (None, ""):
        return []
    if not isinstance(value, Period):
        return [column == value]
    conditions: list[ColumnElement[bool]] = []
    if value.start is not None:
        conditions.append(column >= _day_start(spec, value.start))
    if value.end is not None:
        conditions.append(column < _day_start(spec, value.end + timedelta(days=1)))
    return conditions


def _day_start(spec: FilterSpec, day: Any) -> Any:
    return datetime.combine(day, time.min) if spec.kind is Kind.DATE_TIME else day


def order_by(kind: str, tables: Tables, query: ListQuery) -> list[ColumnElement[Any]]:
    """Return the order of a list: exact hits first where the query has marks, then its column."""
    order = _column_order(kind, tables, query)
    if _ranked(query):
        marks = Search(query.search).matches_marks(kind, tables.own)
        order.insert(0, case((marks, 0), else_=1))
    return order


def _ranked(query: ListQuery) -> bool:
    """Only where the clerk did not ask for an order: a clicked column is sorted through."""
    return not query.sort and Search(query.search).has_marks


def _column_order(kind: str, tables: Tables, query: ListQuery) -> list[ColumnElement[Any]]:
    spec = SPECS[kind].list
    typed = query.sort or spec.default_sort
    descending = typed.startswith("-")
    name = typed.removeprefix("-")
    column_spec = next(column for column in spec.columns if column.name == name)
    path = column_spec.sort or column_spec.source
    shown = tables.column(path)
    if column_spec.fallback is not None:
        key = "_key" if column_spec.sort else ""
        shown = func.coalesce(shown, tables.column(f"{column_spec.fallback}{key}"))
    value = _sortable(column_spec, shown)
    order = value.desc() if descending else value.asc()
    if tables.is_optional(path):
        order = order.nulls_last()
    own_id = tables.own.c.id
    return [order, own_id.desc() if descending else own_id.asc()]


def _sortable(spec: ColumnSpec, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Choices sort in the order of their vocabulary, not of the words they are stored as."""
    if spec.choices is None:
        return column
    places: Mapping[str, int] = {choice.value: place for place, choice in enumerate(spec.choices)}
    return case(
        {value: literal_column(str(place)) for value, place in places.items()}, value=column
    )
