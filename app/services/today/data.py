"""The plain data of the work list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from app.rules.clocks.periods import Period
from app.rules.clocks.words import END_OF_DAY
from app.rules.clocks.work_calendar import CalendarDay
from app.rules.dates import date_text, date_time_text
from app.rules.vocabulary import ClockDuty, TodayGroup


class TodayAction(StrEnum):
    """What the next step of a line leads to."""

    OPEN_RECORD = "open_record"
    NEW_REQUEST = "new_request"  # about the article ``record_id``
    ADD_REMINDER = "add_reminder"  # to the request ``record_id``
    RECORD_DONE = "record_done"  # of a periodic duty: ``duty`` and ``period``
    BEGIN_RECORD = "begin_record"  # of ``record_kind``, for the ``period``; or note that it is done


@dataclass(frozen=True, slots=True)
class TodayLine:
    """One line of the work list.

    ``key`` names it from one day to the next. ``record_kind`` and ``record_id`` are what the line
    opens; a gap for which no record is begun opens nothing. Gaps have a ``period``. ``due_words``
    say how it stands ("còn 3 giờ 12 phút"), ``steps`` why. ``seen`` says that someone has
    acknowledged it and when it comes back; empty otherwise. ``record_part`` names the lines of the
    record, if it is there that the next step is done. A line of the month calendar has no
    ``group``; one that is no deadline has no ``duty``, and a ``name`` instead.
    """

    key: str
    group: TodayGroup | None
    duty: ClockDuty | None
    title: str
    due_at: datetime | None
    due_words: str
    steps: tuple[str, ...]
    next_step: str
    action: TodayAction
    record_kind: str = ""
    record_id: int | None = None
    record_part: str = ""
    deadline_id: int | None = None
    period: Period | None = None
    is_late: bool = False
    is_confirmed: bool = False
    is_extended: bool = False
    seen: str = ""
    name: str = ""

    @property
    def label(self) -> str:
        """The duty in words."""
        return self.duty.label if self.duty else self.name

    @property
    def due_text(self) -> str:
        """How it stands, with the due moment: "còn 2 ngày (07/10/2026)"."""
        if self.due_at is None:
            return self.due_words
        is_whole_day = self.due_at.time() == END_OF_DAY
        moment = date_text(self.due_at) if is_whole_day else date_time_text(self.due_at)
        return f"{self.due_words} ({moment})"


def is_quiet(seen_in: TodayGroup, group: TodayGroup) -> bool:
    """Tell whether a line that was seen in one part of the list is quiet in ``group``.

    One that got worse, and so stands further up, is as new.
    """
    order = list(TodayGroup)
    return order.index(seen_in) <= order.index(group)


@dataclass(frozen=True, slots=True)
class GroupLines:
    """One part of the list. ``total`` counts also the lines beyond the limit that was asked for."""

    group: TodayGroup
    total: int
    lines: tuple[TodayLine, ...]


@dataclass(frozen=True, slots=True)
class WorkList:
    """The work list at a moment: the parts that have lines, the most pressing first.

    ``later`` counts what is due after the week. ``uncounted`` says in words what change of a
    rule or a day has not reached every open record yet; empty when all is counted.
    """

    at: datetime
    groups: tuple[GroupLines, ...]
    later: int = 0
    uncounted: str = ""

    def lines(self) -> tuple[TodayLine, ...]:
        """Return every line in its order."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)


@dataclass(frozen=True, slots=True)
class DueDay:
    """One day of the month calendar: how much is due, and how much of that is late by now.

    ``entry`` makes it a day off, or a weekend day that is worked.
    """

    day: date
    total: int
    late: int
    is_working: bool
    entry: CalendarDay | None = None


@dataclass(frozen=True, slots=True)
class DueMonth:
    """The weeks around the ``chosen`` day, and the lines of that day, the next due first.

    The lines may be fewer than the day has. ``without_day`` counts what has no due moment and so
    stands on no day. ``knows_holidays``: somebody entered those of that year. ``uncounted`` as in
    the work list.
    """

    at: datetime
    chosen: date
    days: tuple[DueDay, ...]
    lines: tuple[TodayLine, ...]
    without_day: int = 0
    knows_holidays: bool = True
    uncounted: str = ""

    def day(self, wanted: date) -> DueDay:
        """Return one day of the weeks shown."""
        return self.days[(wanted - self.days[0].day).days]


@dataclass(frozen=True, slots=True)
class PeriodicDone:
    """A periodic duty that was done in its quarter or year, or explained."""

    duty: ClockDuty
    period: Period
    done_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class PeriodicRecords:
    """The records by which a periodic duty is done, in place of a note that it was.

    ``done`` returns the keys of the periods in which it was; ``begun`` the ids of records that are
    begun and not done, by period. ``begin`` and ``go_on`` are the next steps in words where none is
    begun, and where one is.
    """

    kind: str
    done: Callable[[Session], set[str]]
    begun: Callable[[Session], dict[str, int]]
    begin: str
    go_on: str
