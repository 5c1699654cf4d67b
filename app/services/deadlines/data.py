"""The plain data of deadlines, as pages and commands read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.rules.clocks import lateness
from app.rules.vocabulary import ChangeCause, ClockDuty, DeadlineState, LateCause, StartsFrom


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """One duty of one record.

    ``due_at`` is what counts, ``original_due_at`` the one before an extension, ``extended_to`` the
    extended one; all None where ``no_due`` says why. ``is_theirs``: the other side has to act.
    ``steps`` answer "vì sao hạn này?".
    """

    id: int
    record_kind: str
    record_id: int
    duty: ClockDuty
    state: DeadlineState
    is_theirs: bool
    rule_code: str
    basis: str
    is_confirmed: bool
    starts_from: StartsFrom | None
    started_at: datetime | None
    due_at: datetime | None
    original_due_at: datetime | None
    extended_to: datetime | None
    is_to_the_minute: bool
    is_typed: bool
    no_due: str
    met_at: datetime | None
    closed_at: datetime | None
    late_cause: LateCause | None
    late_note: str
    steps: tuple[str, ...]

    @property
    def standing(self) -> lateness.Standing:
        """What decides how it stands, whatever the time."""
        return lateness.Standing(
            self.state,
            self.due_at,
            self.is_to_the_minute,
            self.no_due,
            self.started_at,
            self.met_at or self.closed_at,
        )

    def words(self, now: datetime) -> str:
        """Return time left or lateness: "còn 3 giờ 12 phút", "quá hạn 2 ngày", "đúng hạn"."""
        return lateness.standing_words(self.standing, now)

    def late_by(self, now: datetime) -> timedelta | None:
        """Return by how much it is or was late; None in time."""
        return lateness.late_by(self.standing, now)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of a deadline's log."""

    changed_at: datetime
    duty: ClockDuty
    cause: ChangeCause
    words: str
    old_due_at: datetime | None
    new_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class ExtensionLine:
    """One extension; ``undone_at`` is set once it was taken back."""

    id: int
    deadline_id: int
    made_at: datetime
    old_due_at: datetime
    until: datetime
    reason: str
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class DueItem:
    """A deadline with the title of its record, for calendars and lists of many records."""

    title: str
    deadline: DeadlineView


@dataclass(frozen=True, slots=True)
class Pending:
    """Open records that still wait to be counted anew: how many there are, and why."""

    records: int
    words: tuple[str, ...]
