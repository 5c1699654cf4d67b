"""The work list: read in one go, its lines acknowledged, its gaps closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Row, delete, select
from sqlalchemy.orm import Session

from app.errors import FieldErrors
from app.models import Acknowledgement, PeriodicDuty
from app.models.database import Database
from app.rules.clocks.duties import day_start
from app.rules.clocks.periods import PERIODIC_DUTIES, Period
from app.rules.clocks.words import day_words
from app.rules.clocks.work_calendar import TermTooLong, WorkCalendar, next_day
from app.rules.dates import date_text, date_time_text
from app.rules.duties.secrecy import tidy_line
from app.rules.month import month_days
from app.rules.vocabulary import ClockDuty, TodayGroup
from app.services.clocks.store import read_calendar
from app.services.deadlines import orders
from app.services.today.briefings import briefing_groups, briefing_lines
from app.services.today.briefings import due_later as briefings_later
from app.services.today.data import (
    DueMonth,
    GroupLines,
    PeriodicDone,
    TodayAction,
    TodayLine,
    WorkList,
    is_quiet,
)
from app.services.today.deadline_lines import deadline_groups, due_later
from app.services.today.gaps import gap_groups
from app.services.today.inspections import remedies_later, remedy_groups, remedy_lines
from app.services.today.month import read_month
from app.services.today.speakers import speaker_groups

__all__ = [
    "DueMonth", "GroupLines", "PeriodicDone", "TodayAction", "TodayLine", "TodayService",
    "WorkList",
]  # fmt: skip

# Where the lines come from: each reads the parts it has, at most so many lines of each, those that
# were seen (by their keys, with the part they were in) last. Records that come later add their own.
_Source = Callable[[Session, datetime, int, Mapping[str, TodayGroup]], Iterable[GroupLines]]
_NO_DEADLINES: tuple[_Source, ...] = (
    gap_groups,
    speaker_groups,
)  # the month calendar asks these too
_SOURCES: tuple[_Source, ...] = (deadline_groups, *_NO_DEADLINES, briefing_groups, remedy_groups)
# What the calendar reads for its own days, for it is due after the week too.
_DATED: tuple[Callable[[Session, datetime, date, date], Iterable[TodayLine]], ...] = (
    briefing_lines,
    remedy_lines,
)
# How much more each has after the week.
_LATER: tuple[Callable[[Session, datetime], int], ...] = (
    due_later,
    briefings_later,
    remedies_later,
)

_LIMIT = 100
_LONGEST_NOTE = 500
_GROUPS = list(TodayGroup)


def _dated(session: Session, now: datetime, first: date, last: date) -> list[TodayLine]:
    return [line for read in _DATED for line in read(session, now, first, last)]


class TodayService:
    """Use cases of the first screen."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def work_list(self, at: datetime | None = None, limit: int = _LIMIT) -> WorkList:
        """Return the work list now, or as it stands at another moment with today's records.

        ``limit`` is the most lines of one group; what is left out is counted.
        """
        now = self._db.clock() if at is None else at
        with self._db.reading() as session:
            seen = _seen(session, now)
            groups = {key: TodayGroup(row.line_group) for key, row in seen.items()}
            parts = [part for read in _SOURCES for part in read(session, now, limit, groups)]
            joined = (_joined(group, parts, limit, groups) for group in _GROUPS)
            return WorkList(
                at=now,
                groups=tuple(_marked(group, seen) for group in joined if group.total),
                later=sum(count(session, now) for count in _LATER),
                uncounted=" ".join(orders.pending_words(session)),
            )

    def month(self, chosen: date, limit: int = _LIMIT) -> DueMonth:
        """Return the month calendar around a day, with at most ``limit`` lines of that day."""
        now = self._db.clock()
        with self._db.reading() as session:
            others = [
                line
                for read in _NO_DEADLINES
                for part in read(session, now, limit, {})
                for line in part.lines
            ]
            days = month_days(chosen)
            others += _dated(session, now, days[0], days[-1])
            return read_month(session, now, chosen, others, limit)

    def dated_between(self, first: date, last: date) -> tuple[TodayLine, ...]:
        """Return what the office set a day for itself, from ``first`` to ``last``, not done yet."""
        with self._db.reading() as session:
            return tuple(_dated(session, self._db.clock(), first, last))

    def acknowledge(self, line: TodayLine) -> str:
        """Record that a line was seen: it is quiet until the next working day, or gets worse.

        Returns that in words.
        """
        assert line.group is not None
        now = self._db.clock()
        with self._db.writing() as session:
            until = day_start(_next_working(WorkCalendar(read_calendar(session)), now.date()))
            session.add(
                Acknowledgement(
                    line_key=line.key,
                    line_group=line.group.value,
                    acknowledged_at=now,
                    quiet_until=until,
                )
            )
        return _seen_words(now, until)

    def bring_back(self, line: TodayLine) -> None:
        """Take an acknowledgement back: the line is as new."""
        now = self._db.clock()
        with self._db.writing() as session:
            session.execute(
                delete(Acknowledgement).where(
                    Acknowledgement.line_key == line.key, Acknowledgement.quiet_until > now
                )
            )

    def record_done(self, done: PeriodicDone) -> None:
        """Record that a periodic duty was done, or say in the note why it was not.

        Raises FieldErrors under ``done_on`` and ``note``.
        """
        note = tidy_line(done.note)
        errors = {}
        today = self._db.clock().date()
        if done.done_on > today:
            errors["done_on"] = "Ngày này còn ở tương lai; chỉ ghi việc đã làm."
        elif done.done_on < done.period.first_day:
            errors["done_on"] = (
                f"Ngày {date_text(done.done_on)} trước {done.period.label}; kiểm tra lại."
            )
        elif done.done_on > done.period.last_day and not note:
            errors["note"] = f"Làm sau {done.period.label}: ghi lý do."
        if len(note) > _LONGEST_NOTE:
            errors["note"] = f"Ghi chú dài {len(note)} ký tự, nhiều nhất {_LONGEST_NOTE}."
        if done.duty not in PERIODIC_DUTIES:
            errors[""] = f"“{done.duty.label}” không phải việc theo quý, theo năm."
        if errors:
            raise FieldErrors(errors)
        with self._db.writing() as session:
            row = _stored(session, done.duty, done.period)
            if row is None:
                row = PeriodicDuty(duty=done.duty.value, period=done.period.key)
                session.add(row)
            row.done_on, row.note = done.done_on, note or None

    def undo_done(self, duty: ClockDuty, period: Period) -> None:
        """Take back that a periodic duty was done; the gap is there again."""
        with self._db.writing() as session:
            row = _stored(session, duty, period)
            if row is not None:
                session.delete(row)

    def done(self, year: int) -> tuple[PeriodicDone, ...]:
        """Return the periodic duties recorded as done for a year and its quarters."""
        with self._db.reading() as session:
            rows = session.scalars(
                select(PeriodicDuty)
                .where(PeriodicDuty.period.startswith(f"{year:04}"))
                .order_by(PeriodicDuty.duty, PeriodicDuty.period)
            )
            return tuple(
                PeriodicDone(
                    ClockDuty(row.duty), Period.parse(row.period), row.done_on, row.note or ""
                )
                for row in rows
            )


def _joined(
    group: TodayGroup, parts: Iterable[GroupLines], limit: int, seen: Mapping[str, TodayGroup]
) -> GroupLines:
    """Return one group from whatever sources have a part of it, the next due of all first."""
    own = [part for part in parts if part.group is group]
    lines = [line for part in own for line in part.lines]
    if len(own) > 1:
        lines.sort(key=lambda line: (line.key in seen, line.due_at or datetime.max))
    return GroupLines(group, sum(part.total for part in own), tuple(lines[:limit]))


def _seen(session: Session, now: datetime) -> dict[str, Row[str, str, datetime, datetime]]:
    """Return the last acknowledgement of each line that still holds, by the line's key."""
    rows = session.execute(
        select(
            Acknowledgement.line_key,
            Acknowledgement.line_group,
            Acknowledgement.acknowledged_at,
            Acknowledgement.quiet_until,
        ).where(Acknowledgement.quiet_until > now, Acknowledgement.acknowledged_at <= now)
    )
    # Sorted here: the database would go through all there ever were to have them in order.
    return {row.line_key: row for row in sorted(rows, key=lambda row: row.acknowledged_at)}


def _marked(group: GroupLines, seen: Mapping[str, Row[str, str, datetime, datetime]]) -> GroupLines:
    """Say of the lines that were seen when they come back; one that got worse is as new."""

    def marked(line: TodayLine) -> TodayLine:
        one = seen.get(line.key)
        if one is None or not is_quiet(TodayGroup(one.line_group), group.group):
            return line
        return replace(line, seen=_seen_words(one.acknowledged_at, one.quiet_until))

    lines = sorted(map(marked, group.lines), key=lambda line: bool(line.seen))
    return replace(group, lines=tuple(lines))


def _seen_words(at: datetime, until: datetime) -> str:
    return f"đã biết lúc {date_time_text(at)}, nhắc lại từ {day_words(until)}"


def _next_working(calendar: WorkCalendar, day: date) -> date:
    try:
        return calendar.next_working(next_day(day))
    except TermTooLong:
        return day


def _stored(session: Session, duty: ClockDuty, period: Period) -> PeriodicDuty | None:
    return session.scalars(
        select(PeriodicDuty).where(
            PeriodicDuty.duty == duty.value, PeriodicDuty.period == period.key
        )
    ).one_or_none()
