"""The choices of a related-record field: found by typing, those in being on the day first."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_, select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.services.kinds import DETAIL_COLUMNS
from app.services.listing import Tables, order_by
from app.services.plain import ListQuery, Option
from app.services.search import Search
from app.specs.fields import ColumnSpec
from app.specs.registry import SPECS


def find_options(
    session: Session, kind: str, typed: str, limit: int, on: date | None
) -> list[Option]:
    tables = Tables(kind)
    columns = _columns(kind, tables)
    query = ListQuery(search=typed)
    order = order_by(kind, tables, query)
    if on is not None and "valid_to" in tables.own.c:
        order.insert(0, case((_in_being(tables, on), 0), else_=1))
    statement = select(*columns).select_from(tables.joins).where(tables.own.c.deleted_at.is_(None))
    search = Search(typed)
    if search:
        statement = statement.where(search.matches(kind, tables.own))
    found = session.execute(statement.order_by(*order).limit(limit))
    return [_option(kind, *row) for row in found]


def get_option(session: Session, kind: str, record_id: int) -> Option:
    """Return a record as a choice, also one deleted since it was chosen. Raises NotFound."""
    tables = Tables(kind)
    columns = _columns(kind, tables)
    statement = select(*columns).select_from(tables.joins).where(tables.own.c.id == record_id)
    row = session.execute(statement).one_or_none()
    if row is None:
        raise NotFound
    return _option(kind, *row)


def _columns(kind: str, tables: Tables) -> list[ColumnElement[Any]]:
    own = tables.own.c
    columns = [
        own.id,
        tables.column(SPECS[kind].label),
        tables.column(_detail(kind).source),
        own.deleted_at,
    ]
    return [*columns, own.valid_to] if "valid_to" in own else columns


def _in_being(tables: Tables, on: date) -> ColumnElement[bool]:
    own = tables.own.c
    return and_(
        or_(own.valid_from.is_(None), own.valid_from <= on),
        or_(own.valid_to.is_(None), own.valid_to >= on),
    )


def _option(
    kind: str,
    record_id: int,
    text: str,
    detail: Any,
    deleted_at: datetime | None,
    valid_to: date | None = None,
) -> Option:
    details = [
        _words(_detail(kind), detail),
        f"đến {valid_to:%d/%m/%Y}" if valid_to else "",
        "đã xóa" if deleted_at else "",
    ]
    return Option(record_id, text, ", ".join(filter(None, details)))


def _words(column: ColumnSpec, value: Any) -> str:
    if value is None:
        return ""
    if column.choices is not None:
        return column.choices(value).label
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _detail(kind: str) -> ColumnSpec:
    name = DETAIL_COLUMNS[kind]
    return next(column for column in SPECS[kind].list.columns if column.name == name)
