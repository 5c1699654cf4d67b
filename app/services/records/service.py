"""List, open, save, delete and bring back any kind of record that has a spec."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from app.errors import FieldErrors, NotFound
from app.models import Record
from app.models.database import Database
from app.services.fetching import fetch
from app.services.plain import ListQuery, Option, RecordValues, Row
from app.services.records import deleting, listing
from app.services.records.alike import alike
from app.services.records.beginnings import BEGINNINGS
from app.services.records.checks import Subject, check
from app.services.records.completing import complete
from app.services.records.fields import clean
from app.services.records.hints import HINTS, hints
from app.services.records.kinds import MODELS
from app.services.records.lines import read_lines, write_lines
from app.services.records.locking import locked_fields
from app.services.records.options import find_options, get_option
from app.specs.registry import SPECS


class Records:
    """Use cases of every kind; each call is one transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def count(self, kind: str, query: ListQuery) -> int:
        """Return how many rows the query finds."""
        with self._db.reading() as session:
            return listing.count(session, kind, query)

    def page(self, kind: str, query: ListQuery, offset: int, limit: int) -> list[Row]:
        """Return ``limit`` rows from ``offset`` on, in the query's order."""
        with self._db.reading() as session:
            ids = listing.page_ids(session, kind, query, offset, limit)
            return listing.rows(session, kind, ids)

    def ids(self, kind: str, query: ListQuery) -> list[int]:
        """Return the ids of all rows in the query's order, where skipping rows would be slow."""
        with self._db.reading() as session:
            return listing.page_ids(session, kind, query)

    def rows(self, kind: str, ids: Sequence[int]) -> list[Row]:
        """Return the rows with these ids, in this order."""
        with self._db.reading() as session:
            return listing.rows(session, kind, ids)

    def last_saved(self) -> datetime | None:
        """Return when a record was saved last, by the clock of that moment; None in a new book."""
        with self._db.reading() as session:
            latest = (session.scalar(select(func.max(kind.updated_at))) for kind in MODELS.values())
            return max(filter(None, latest), default=None)

    def options(
        self, kind: str, search: str = "", limit: int = 20, on: date | None = None
    ) -> list[Option]:
        """Return choices for a related-record field; with ``on``, those in being then first."""
        with self._db.reading() as session:
            return find_options(session, kind, search, limit, on)

    def option(self, kind: str, id: int) -> Option:
        """Return the present choice of a field, even if deleted or expired. Raises NotFound."""
        with self._db.reading() as session:
            return get_option(session, kind, id)

    def new(self, kind: str) -> dict[str, Any]:
        """Return the values an empty form starts with."""
        values = _empty(kind)
        if kind not in BEGINNINGS:
            return values
        with self._db.reading() as session:
            return {**values, **BEGINNINGS[kind](session, self._db.clock())}

    def get(self, kind: str, id: int) -> RecordValues:
        """Return a record for its form; a deleted one says that it is. Raises NotFound."""
        with self._db.reading() as session:
            record = session.get(MODELS[kind], id)
            if record is None:
                raise NotFound
            return _values(kind, record)

    def hints(self, kind: str, id: int) -> tuple[str, ...]:
        """Return what is worth a look in a stored record, in sentences. Raises NotFound."""
        if kind not in HINTS:
            return ()
        with self._db.reading() as session:
            record = fetch(session, MODELS[kind], id)
            values = _values(kind, record).values
            return hints(Subject(session, kind, id, values, self._db.clock()))

    def alike(self, kind: str, id: int) -> tuple[Option, ...]:
        """Return older records that this one may repeat, the closest first. Raises NotFound."""
        with self._db.reading() as session:
            record = fetch(session, MODELS[kind], id)
            values = _values(kind, record).values
            return alike(Subject(session, kind, id, values, self._db.clock()))

    def save(
        self,
        kind: str,
        values: Mapping[str, Any],
        id: int | None = None,
        version: int | None = None,
    ) -> RecordValues:
        """Save a new record, or with ``id`` the changed fields of one.

        Raises FieldErrors, NotFound, and Conflict when it is not at ``version`` any more.
        """
        with self._db.writing() as session:
            if id is None:
                record, before = MODELS[kind](), _empty(kind)
            else:
                record = fetch(session, MODELS[kind], id, version)
                before = dict(_values(kind, record).values)
            after, errors = clean(session, SPECS[kind], {**before, **values}, before)
            subject = Subject(session, kind, id, after, self._db.clock())
            errors = {**check(subject), **errors}
            if errors:
                raise FieldErrors(errors)
            self._write(kind, record, before, after)
            complete(session, record, is_new=id is None)
            session.add(record)
            session.flush()
            return _values(kind, record)

    @staticmethod
    def _write(
        kind: str, record: Record, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> None:
        lines = {spec.name for spec in SPECS[kind].lines}
        for name, value in after.items():
            if name not in lines:
                setattr(record, name, value)
            elif record.id is None or value != before[name]:
                write_lines(record, kind, name, value)
                if record.id is not None:
                    record.touch()

    def delete(self, kind: str, id: int, version: int | None = None) -> None:
        """Hide a record; ``restore`` brings it back. Raises CannotDelete, NotFound, Conflict."""
        with self._db.writing() as session:
            record = fetch(session, MODELS[kind], id, version)
            deleting.delete(session, kind, record, self._db.clock())

    def restore(self, kind: str, id: int) -> None:
        """Bring a deleted record back. Raises FieldErrors where its name was taken meanwhile."""
        with self._db.writing() as session:
            record = session.get(MODELS[kind], id)
            if record is None:
                raise NotFound
            if record.deleted_at is None:
                return
            values = _values(kind, record).values
            errors = check(Subject(session, kind, id, values, self._db.clock()))
            if errors:
                raise FieldErrors(errors)
            deleting.restore(session, kind, record)


def _name(record: Record, path: str) -> str:
    """Return the text at the end of a path from the record ("article.title")."""
    value: Any = record
    for step in path.split("."):
        value = getattr(value, step, None)
    return str(value or "")


def _empty(kind: str) -> dict[str, Any]:
    spec = SPECS[kind]
    values: dict[str, Any] = {field.name: field.default for field in spec.fields()}
    for lines in spec.lines:
        begin = ({**lines.blank(), **line, "id": None} for line in lines.first_lines)
        values[lines.name] = tuple(begin)
    return values


def _values(kind: str, record: Record) -> RecordValues:
    spec = SPECS[kind]
    values: dict[str, Any] = {field.name: getattr(record, field.name) for field in spec.fields()}
    values |= {lines.name: read_lines(record, lines) for lines in spec.lines}
    return RecordValues(
        record.id,
        record.version,
        values,
        deleted=record.deleted_at is not None,
        name=_name(record, spec.label),
        locked=locked_fields(kind, record),
    )
