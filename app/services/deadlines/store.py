"""Deadlines as rows: read by record, written with their log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Row, Table, insert, select, update
from sqlalchemy.orm import Session

from app.models import Deadline as StoredDeadline
from app.models import DeadlineChange, DeadlineExtension
from app.rules.clocks.deadlines import Change, Deadline, Extension
from app.rules.clocks.duties import day_start
from app.rules.vocabulary import (
    ChangeCause,
    ClockDuty,
    DeadlineState,
    LateCause,
    StartsFrom,
)
from app.services.deadlines.data import ChangeLine, DeadlineView, ExtensionLine

# Rows, not stored objects: there may be hundreds in one save, and none is edited by hand.
TABLE = cast(Table, StoredDeadline.__table__)
IS_OPEN = TABLE.c.state == DeadlineState.OPEN.value
# Said where both are wanted too: the index of open deadlines is then read in two ranges.
OF_BOTH_SIDES = TABLE.c.is_theirs.in_([False, True])
_CHANGES = cast(Table, DeadlineChange.__table__)
# The facts are only for counting, and slow to decode.
_SHOWN = [column for column in TABLE.c if column is not TABLE.c.facts]


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored deadline with its row's id and the extensions that were not taken back."""

    id: int
    deadline: Deadline
    extensions: tuple[Extension, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """What becomes of one duty of one record: ``id`` is None for one that is new."""

    id: int | None
    record_id: int
    old: Deadline | None
    new: Deadline
    changes: tuple[Change, ...]


def due_on_days(first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    """Return what chooses the deadlines of both sides due on the days from ``first`` to ``last``.

    With the state said too, an index leads to them.
    """
    due = TABLE.c.due_at
    return OF_BOTH_SIDES, due >= day_start(first), due < day_start(last + timedelta(days=1))


def kept(session: Session, kind: str, ids: Sequence[int]) -> dict[tuple[int, ClockDuty], Kept]:
    """Return the stored deadlines of records by record and duty."""
    wanted = (TABLE.c.record_kind == kind) & TABLE.c.record_id.in_(ids)
    extended = _extensions(session, wanted)
    found = {}
    for row in session.execute(select(TABLE).where(wanted)):
        one = Kept(row.id, _deadline(row), tuple(extended.get(row.id, ())))
        found[row.record_id, one.deadline.duty] = one
    return found


def write(session: Session, kind: str, renewals: Sequence[Renewal], now: datetime) -> None:
    """Store what became of the deadlines, and their log."""
    log: list[dict[str, Any]] = []
    for renewal in renewals:
        values = _values(renewal.new)
        was_open = renewal.old is not None and renewal.old.is_open
        if renewal.new.is_open:
            values["closed_at"] = None
        elif renewal.old is None or was_open:
            values["closed_at"] = now
        if renewal.id is None:
            values |= {"record_kind": kind, "record_id": renewal.record_id}
            done = cast(CursorResult[Any], session.execute(insert(TABLE).values(**values)))
            assert done.inserted_primary_key is not None
            deadline_id = int(done.inserted_primary_key[0])
        else:
            deadline_id = renewal.id
            session.execute(update(TABLE).where(TABLE.c.id == deadline_id).values(**values))
        log += [_change_row(deadline_id, change, now) for change in renewal.changes]
    if log:
        session.execute(insert(_CHANGES), log)


def views(session: Session, *wanted: ColumnElement[bool]) -> list[DeadlineView]:
    """Return deadlines as they are read, those of a record in the order they came."""
    rows = session.execute(select(*_SHOWN).where(*wanted).order_by(TABLE.c.id))
    return [view_of(row) for row in rows]


def view_of(row: Row[Any]) -> DeadlineView:
    """Return a row of the table as it is read."""
    return DeadlineView(
        id=row.id,
        record_kind=row.record_kind,
        record_id=row.record_id,
        **_counted(row),
        closed_at=row.closed_at,
        late_cause=LateCause(row.late_cause) if row.late_cause else None,
        late_note=row.late_note or "",
    )


def change_lines(session: Session, *wanted: ColumnElement[bool]) -> list[ChangeLine]:
    """Return the log of deadlines in the order it was written."""
    statement = (
        select(_CHANGES, TABLE.c.duty)
        .join(TABLE, TABLE.c.id == _CHANGES.c.deadline_id)
        .where(*wanted)
        .order_by(_CHANGES.c.id)
    )
    return [
        ChangeLine(
            changed_at=row.changed_at,
            duty=ClockDuty(row.duty),
            cause=ChangeCause(row.cause),
            words=row.words,
            old_due_at=row.old_due_at,
            new_due_at=row.new_due_at,
        )
        for row in session.execute(statement)
    ]


def extension_lines(session: Session, deadline_id: int) -> list[ExtensionLine]:
    """Return every extension of a deadline, also those that were taken back."""
    rows = session.scalars(
        select(DeadlineExtension)
        .where(DeadlineExtension.deadline_id == deadline_id)
        .order_by(DeadlineExtension.id)
    )
    return [
        ExtensionLine(
            row.id, row.deadline_id, row.made_at, row.old_due_at, row.until, row.reason,
            row.undone_at,
        )
        for row in rows
    ]  # fmt: skip


def _extensions(session: Session, wanted: ColumnElement[bool]) -> dict[int, list[Extension]]:
    found: defaultdict[int, list[Extension]] = defaultdict(list)
    rows = session.execute(
        select(DeadlineExtension.deadline_id, DeadlineExtension.until, DeadlineExtension.started_at)
        .join(TABLE, TABLE.c.id == DeadlineExtension.deadline_id)
        .where(wanted, DeadlineExtension.undone_at.is_(None))
        .order_by(DeadlineExtension.id)
    )
    for deadline_id, until, started_at in rows:
        found[deadline_id].append(Extension(until, started_at))
    return found


def _deadline(row: Row[Any]) -> Deadline:
    return Deadline(facts=row.facts, **_counted(row))


def _counted(row: Row[Any]) -> dict[str, Any]:
    """Return what counting a deadline yields, under the names it has in plain data."""
    return {
        "duty": ClockDuty(row.duty),
        "state": DeadlineState(row.state),
        "is_theirs": row.is_theirs,
        "rule_code": row.rule_code,
        "basis": row.basis,
        "is_confirmed": row.is_confirmed,
        "starts_from": StartsFrom(row.starts_from) if row.starts_from else None,
        "started_at": row.started_at,
        "due_at": row.due_at,
        "original_due_at": row.original_due_at,
        "extended_to": row.extended_to,
        "is_to_the_minute": row.is_to_the_minute,
        "is_typed": row.is_typed,
        "no_due": row.no_due,
        "met_at": row.met_at,
        "steps": tuple(row.steps.splitlines()),
    }


def _values(deadline: Deadline) -> dict[str, Any]:
    return {
        "duty": deadline.duty.value,
        "state": deadline.state.value,
        "is_theirs": deadline.is_theirs,
        "facts": dict(deadline.facts),
        "rule_code": deadline.rule_code,
        "basis": deadline.basis,
        "is_confirmed": deadline.is_confirmed,
        "starts_from": deadline.starts_from.value if deadline.starts_from else None,
        "started_at": deadline.started_at,
        "due_at": deadline.due_at,
        "original_due_at": deadline.original_due_at,
        "extended_to": deadline.extended_to,
        "is_to_the_minute": deadline.is_to_the_minute,
        "is_typed": deadline.is_typed,
        "no_due": deadline.no_due,
        "met_at": deadline.met_at,
        "steps": "\n".join(deadline.steps),
    }


def _change_row(deadline_id: int, change: Change, now: datetime) -> dict[str, Any]:
    return {
        "deadline_id": deadline_id,
        "changed_at": now,
        "old_due_at": change.old_due,
        "new_due_at": change.new_due,
        "cause": change.cause.value,
        "words": change.words,
    }
