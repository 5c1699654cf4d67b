"""Views of lists: a name for what is searched, filtered and sorted, to be chosen again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.errors import FieldErrors, NotFound
from app.models import ListOpening, ListView
from app.models.database import Database
from app.rules.duties.secrecy import tidy_line
from app.services.plain import View, ViewQuery
from app.specs.registry import SPECS

_LONGEST_NAME = 60


class ViewService:
    """The views of every list."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def views(self, kind: str) -> tuple[View, ...]:
        """Return the shipped views of a list, then the saved ones by name."""
        with self._db.reading() as session:
            opening = session.get(ListOpening, kind)
            opens = opening.name if opening is not None else ""
            found = [
                View(None, one.name, ViewQuery(filters=one.filters, sort=one.sort))
                for one in SPECS[kind].list.views
            ]
            rows = session.scalars(select(ListView).where(ListView.record_kind == kind))
            saved = [View(row.id, row.name, _known(kind, row.query)) for row in rows]
        found += sorted(saved, key=lambda one: one.name.casefold())
        return tuple(View(one.id, one.name, one.query, one.name == opens) for one in found)

    def taken(self, kind: str, name: str) -> View | None:
        """Return the view that has a name already, whatever its capitals."""
        wanted = tidy_line(name).casefold()
        return next((one for one in self.views(kind) if one.name.casefold() == wanted), None)

    def save(self, kind: str, name: str, query: ViewQuery, *, opens: bool = False) -> View:
        """Keep a view under a name, in place of the saved one of that name.

        ``opens`` has the list open with it. Raises FieldErrors under ``name``, SecrecyAlarm.
        """
        if query == ViewQuery():
            raise FieldErrors(
                {"name": "Danh sách đang hiện tất cả, chưa có gì để lưu. Tìm, lọc hoặc sắp xếp đã."}
            )
        name = self._checked(kind, name)
        before = self.taken(kind, name)
        with self._db.writing() as session:
            stored = session.get(ListView, before.id) if before is not None else None
            if stored is None:
                stored = ListView(record_kind=kind)
                session.add(stored)
            if before is not None:
                _rename_opening(session, kind, before.name, name)
            stored.name = name
            stored.query = {
                "search": query.search,
                "filters": dict(query.filters),
                "sort": query.sort,
                "deleted": query.deleted,
            }
            if opens:
                session.merge(ListOpening(record_kind=kind, name=name))
            session.flush()
            return View(stored.id, name, query, opens)

    def rename(self, view_id: int, name: str) -> None:
        """Call a saved view otherwise. Raises FieldErrors under ``name``, NotFound."""
        with self._db.reading() as session:
            kind = _stored(session, view_id).record_kind
        name = self._checked(kind, name)
        other = self.taken(kind, name)
        if other is not None and other.id != view_id:
            raise FieldErrors({"name": f"Đã có khung nhìn “{other.name}”. Đặt tên khác."})
        with self._db.writing() as session:
            stored = _stored(session, view_id)
            _rename_opening(session, kind, stored.name, name)
            stored.name = name

    def remove(self, view_id: int) -> View:
        """Take a saved view away and return it: saved once more, it is back."""
        with self._db.writing() as session:
            stored = _stored(session, view_id)
            kind, name = stored.record_kind, stored.name
            opening = session.get(ListOpening, kind)
            opens = opening is not None and opening.name == name
            if opens:
                session.delete(opening)
            query = _known(kind, stored.query)
            session.delete(stored)
        return View(None, name, query, opens)

    def open_with(self, kind: str, name: str) -> None:
        """Have a list open with a view; with all records where ``name`` is empty."""
        with self._db.writing() as session:
            if name:
                session.merge(ListOpening(record_kind=kind, name=name))
            else:
                session.execute(delete(ListOpening).where(ListOpening.record_kind == kind))

    def _checked(self, kind: str, name: str) -> str:
        name = tidy_line(name)
        problem = ""
        if not name:
            problem = "Đặt cho khung nhìn một cái tên."
        elif len(name) > _LONGEST_NAME:
            problem = f"Tên dài {len(name)} ký tự, nhiều nhất {_LONGEST_NAME}."
        elif any(name.casefold() == one.name.casefold() for one in SPECS[kind].list.views):
            problem = f"“{name}” là khung nhìn có sẵn, không thay được. Đặt tên khác."
        if problem:
            raise FieldErrors({"name": problem})
        return name


def _known(kind: str, stored: Mapping[str, Any]) -> ViewQuery:
    """Return what of a stored view this version of the list still has."""
    described = SPECS[kind].list
    filters = {one.name: one for one in described.filters}
    columns = {one.name for one in described.columns}
    kept = {}
    for name, value in stored["filters"].items():
        spec = filters.get(name)
        if spec is None:
            continue
        if spec.choices is None or value in {choice.value for choice in spec.choices}:
            kept[name] = value
    sort = stored["sort"] if stored["sort"].removeprefix("-") in columns else ""
    return ViewQuery(stored["search"], kept, sort, stored["deleted"])


def _stored(session: Session, view_id: int) -> ListView:
    stored = session.get(ListView, view_id)
    if stored is None:
        raise NotFound
    return stored


def _rename_opening(session: Session, kind: str, before: str, name: str) -> None:
    opening = session.get(ListOpening, kind)
    if opening is not None and opening.name == before:
        opening.name = name
