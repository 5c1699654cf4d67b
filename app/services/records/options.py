"""The choices of a related-record field: found by typing, those in being on the day first."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_, select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.rules.dates import date_text
from app.rules.duties.secrecy import tidy_line
from app.services.plain import ListQuery, Option
from app.services.records.kinds import DETAIL_COLUMNS, MODELS
from app.services.records.listing import Tables, conditions, order_by, page_ids
from app.specs.fields import ColumnSpec
from app.specs.registry import SPECS
from app.text import fold


def find_options(
    session: Session, kind: str, typed: str, limit: int, on: date | None
) -> list[Option]:
    """Return the first choices for what was typed, in the order of the kind's list.

    Those with the very words stand before those that only have them somewhere: who types a name
    and Enter means that one.
    """
    query = ListQuery(search=typed)
    if on is not None and hasattr(MODELS[kind], "valid_to"):
        ids = _ids_in_being_first(session, kind, query, limit, on)
    else:
        ids = page_ids(session, kind, query, limit=limit)
    found = {option.id: option for option in _read(session, kind, ids, on)}
    words = fold(tidy_line(typed))
    return sorted(
        (found[record_id] for record_id in ids), key=lambda option: words not in fold(option.text)
    )


def get_option(session: Session, kind: str, record_id: int) -> Option:
    """Return a record as a choice, also one deleted since it was chosen. Raises NotFound."""
    options = _read(session, kind, [record_id])
    if not options:
        raise NotFound
    return options[0]


def _read(session: Session, kind: str, ids: list[int], on: date | None = None) -> list[Option]:
    tables = Tables(kind)
    own = tables.own.c
    columns = [
        own.id,
        tables.column(SPECS[kind].label),
        tables.column(_detail(kind).source),
        own.deleted_at,
    ]
    if "valid_to" in own:
        columns.append(own.valid_to)
    statement = select(*columns).select_from(tables.joins).where(own.id.in_(ids))
    return [_option(kind, on, *row) for row in session.execute(statement)]


def _ids_in_being_first(
    session: Session, kind: str, query: ListQuery, limit: int, on: date
) -> list[int]:
    tables = Tables(kind)
    in_being_first = case((_in_being(tables, on), 0), else_=1)
    statement = (
        select(tables.own.c.id)
        .where(*conditions(session, kind, tables, query))
        .order_by(in_being_first, *order_by(kind, tables, query))
        .limit(limit)
    )
    return list(session.execute(statement.select_from(tables.joins)).scalars())


def _in_being(tables: Tables, on: date) -> ColumnElement[bool]:
    own = tables.own.c
    return and_(
        or_(own.valid_from.is_(None), own.valid_from <= on),
        or_(own.valid_to.is_(None), own.valid_to >= on),
    )


def _option(
    kind: str,
    on: date | None,
    record_id: int,
    text: str,
    detail: Any,
    deleted_at: datetime | None,
    valid_to: date | None = None,
) -> Option:
    is_over = on is not None and valid_to is not None and valid_to < on
    details = [
        _words(_detail(kind), detail),
        f"đến {date_text(valid_to)}{' (đã qua)' if is_over else ''}" if valid_to else "",
        "đã xóa" if deleted_at else "",
    ]
    return Option(record_id, text, ", ".join(filter(None, details)))


def _words(column: ColumnSpec, value: Any) -> str:
    if value is None:
        return ""
    if column.choices is not None:
        return column.choices(value).label
    return date_text(value) if isinstance(value, date) else str(value)


def _detail(kind: str) -> ColumnSpec:
    name = DETAIL_COLUMNS[kind]
    return next(column for column in SPECS[kind].list.columns if column.name == name)
