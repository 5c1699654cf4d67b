"""The plain data that services take and return; no layer above ever sees a stored object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Period:
    """A filter over a date, both ends included; None is open."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which rows of a list, in which order.

    ``filters`` maps a filter's name to a value (a choice's value, a record's id, a Period).
    ``sort`` is a column's name, "-" before it for descending; empty for the list's own order.
    ``deleted`` shows the deleted records instead. ``view`` is what all this goes by on the screen,
    in words, for whoever prints it.
    """

    search: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)
    sort: str = ""
    deleted: bool = False
    view: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: the record's id and a value for each column, in the spec's order.

    Of columns about deadlines that is a ``Standing``, for its words follow the clock.
    """

    id: int
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class RecordValues:
    """One record as its form sees it. ``version`` goes back with a save; a deleted one is shown.

    ``name`` is what the record is called, which not every kind asks for in its form. ``locked``
    are the fields that the form only shows.
    """

    id: int
    version: int
    values: Mapping[str, Any]
    deleted: bool = False
    name: str = ""
    locked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a related-record field: what is shown, and a detail to tell twins apart."""

    id: int
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ViewQuery:
    """What a view shows, so that it can be kept: a list's query before today is put into it.

    ``filters`` maps a filter's name to a choice's value, a record's id or a period in words
    ("month", "2026-01-01..2026-03-31").
    """

    search: str = ""
    filters: Mapping[str, str | int] = field(default_factory=dict)
    sort: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """One view of a list. ``id`` is None where it ships with the app, and cannot be changed."""

    id: int | None
    name: str
    query: ViewQuery
    opens: bool = False
