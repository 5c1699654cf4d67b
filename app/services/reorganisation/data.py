"""What a reorganisation is asked for, and what it would do, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.rules.vocabulary import ReorganisationKind

# The followers that go along, each with the place of its new body among the heirs.
Chosen = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class NewBody:
    """A body that begins on the day; empty texts where nothing is known."""

    name: str
    short_name: str = ""
    symbol: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ReorganisationOrder:
    """What is to be done. ``heir_id`` is the body that takes over where none begins."""

    kind: ReorganisationKind
    old: tuple[int, ...]
    new: tuple[NewBody, ...] = ()
    heir_id: int | None = None
    on: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Follower:
    """One value of an open record that may go over to a new body.

    ``ticked`` is what is usual; ``change`` says in words what would change.
    """

    key: str
    group: str
    title: str
    change: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class ReorganisationPlan:
    """What would happen, in sentences; ``heirs`` are the bodies records can go over to."""

    ends: tuple[str, ...]
    begins: tuple[str, ...]
    heirs: tuple[str, ...] = ()
    followers: tuple[Follower, ...] = ()
    reviews: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def usual(self) -> dict[str, int]:
        """Return what goes along where the clerk changes nothing: all to the first heir."""
        return {one.key: 0 for one in self.followers if one.ticked}


@dataclass(frozen=True, slots=True)
class PastReorganisation:
    """One that was done, or an example set loaded. ``undone_at`` is None while it stands."""

    id: int
    title: str
    on: date | None
    basis: str
    done_at: datetime
    undone_at: datetime | None
    changes: int
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class ExamplePlan:
    """What loading the example set would add, and what is there already."""

    added: tuple[str, ...]
    skipped: tuple[str, ...]
    notes: tuple[str, ...] = field(default=())
