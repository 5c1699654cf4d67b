"""What is due: the deadlines of records, their log and extensions, and what was seen to by hand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Deadline(Base):
    """One duty of one record; see app.rules.clocks.deadlines, whose words the columns have.

    ``record_kind`` and ``record_id`` name the record ("incident", 7). ``closed_at`` is when the
    deadline left the open ones. ``steps`` is one sentence to a line.
    """

    __tablename__ = "deadlines"
    __table_args__ = (
        UniqueConstraint("record_kind", "record_id", "duty"),
        # The work list reads ranges of this one: its open lines are few among all.
        Index(None, "state", "is_theirs", "due_at", "started_at"),
        Index(None, "due_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    record_kind: Mapped[str]
    record_id: Mapped[int]
    duty: Mapped[str]
    state: Mapped[str]
    is_theirs: Mapped[bool]
    rule_code: Mapped[str]
    basis: Mapped[str]
    is_confirmed: Mapped[bool]
    starts_from: Mapped[str | None]
    started_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    original_due_at: Mapped[datetime | None]
    extended_to: Mapped[datetime | None]
    is_to_the_minute: Mapped[bool]
    is_typed: Mapped[bool]
    no_due: Mapped[str]
    met_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    late_cause: Mapped[str | None]
    late_note: Mapped[str | None]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    steps: Mapped[str]


class DeadlineChange(Base):
    """One line of a deadline's log: when it moved or ended, from what to what, and why."""

    __tablename__ = "deadline_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    deadline_id: Mapped[int] = mapped_column(ForeignKey("deadlines.id"), index=True)
    changed_at: Mapped[datetime]
    old_due_at: Mapped[datetime | None]
    new_due_at: Mapped[datetime | None]
    cause: Mapped[str]
    words: Mapped[str]


class DeadlineExtension(Base):
    """A later due moment that was agreed. ``started_at`` is the start of the round it is for."""

    __tablename__ = "deadline_extensions"

    id: Mapped[int] = mapped_column(primary_key=True)
    deadline_id: Mapped[int] = mapped_column(ForeignKey("deadlines.id"), index=True)
    made_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    old_due_at: Mapped[datetime]
    until: Mapped[datetime]
    reason: Mapped[str]
    undone_at: Mapped[datetime | None]


class Acknowledgement(Base):
    """A line of the work list that someone has seen: quiet for a while, until it gets worse."""

    __tablename__ = "acknowledgements"
    __table_args__ = (Index(None, "quiet_until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    line_key: Mapped[str]
    line_group: Mapped[str]
    acknowledged_at: Mapped[datetime]
    quiet_until: Mapped[datetime]


class PeriodicDuty(Base):
    """A duty of a quarter or a year that was done; ``period`` is "2026-Q4" or "2026"."""

    __tablename__ = "periodic_duties"
    __table_args__ = (UniqueConstraint("duty", "period"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    duty: Mapped[str]
    period: Mapped[str]
    done_on: Mapped[date]
    note: Mapped[str | None]


class RecountOrder(Base):
    """Open records still to be counted anew, and why; gone once all are.

    ``after_kind`` and ``after_id`` are the last record that was counted.
    """

    __tablename__ = "recount_orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    ordered_at: Mapped[datetime]
    cause: Mapped[str]
    words: Mapped[str]
    rule_code: Mapped[str]
    after_kind: Mapped[str]
    after_id: Mapped[int]
