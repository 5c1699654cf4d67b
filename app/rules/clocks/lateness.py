"""How a deadline stands in words: time left, lateness, or why there is no due moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.rules.clocks.words import span_words, time_gone, time_left
from app.rules.dates import date_text, date_time_text
from app.rules.vocabulary import DeadlineState, TermUnit


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a deadline decides how it stands. ``ended_at`` is when it was done or dropped."""

    state: DeadlineState
    due_at: datetime | None
    is_to_the_minute: bool
    no_due: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None


def late_by(standing: Standing, now: datetime) -> timedelta | None:
    """Return by how much it is or was late; None in time, or where there is no due moment.

    A term in days is late by whole days of the calendar, at least one.
    """
    if standing.due_at is None:
        return None
    until = now if standing.state is DeadlineState.OPEN else standing.ended_at
    if until is None or until <= standing.due_at:
        return None
    if standing.is_to_the_minute:
        return until - standing.due_at
    return timedelta(days=max((until.date() - standing.due_at.date()).days, 1))


def standing_words(standing: Standing, now: datetime) -> str:
    """Return "còn 3 giờ 12 phút", "quá hạn 2 ngày", "đúng hạn", "trễ 1 ngày" and the like."""
    late = late_by(standing, now)
    if standing.state is DeadlineState.OPEN:
        if standing.due_at is None:
            return _without_due(standing, now)
        unit = TermUnit.HOURS if standing.is_to_the_minute else TermUnit.DAYS
        return time_left(standing.due_at, now, unit)
    if standing.state is DeadlineState.MET:
        if standing.due_at is None:
            return "đã thực hiện"
        return "đúng hạn" if late is None else f"trễ {span_words(late)}"
    return "đã kết thúc" if late is None else f"đã kết thúc khi quá hạn {span_words(late)}"


def leading(standings: Iterable[Standing]) -> Standing | None:
    """Return the one deadline that tells how a record stands in a list; None where it has none.

    That is the open one due first, one without a due moment after all others; where none is open,
    the one that was most late, else one that was met, else one that was dropped.
    """
    found = list(standings)
    is_open = [one for one in found if one.state is DeadlineState.OPEN]
    if is_open:
        return min(is_open, key=lambda one: one.due_at or datetime.max)
    return max(found, key=_ended_rank, default=None)


def due_text(standing: Standing) -> str:
    """Return when an open deadline is due, or why nobody can tell; nothing once it is ended."""
    if standing.state is not DeadlineState.OPEN:
        return ""
    if standing.due_at is None:
        return _no_due(standing)
    return (date_time_text if standing.is_to_the_minute else date_text)(standing.due_at)


def time_words(standing: Standing, now: datetime) -> str:
    """Return how it stands beside its ``due_text``: what that says already is left out."""
    if standing.state is DeadlineState.OPEN and standing.due_at is None:
        return _waiting(standing, now)
    return standing_words(standing, now)


def _ended_rank(standing: Standing) -> tuple[timedelta, bool]:
    late = late_by(standing, datetime.max)  # what is ended stands the same at any time
    return late or timedelta(), standing.state is DeadlineState.MET


def _without_due(standing: Standing, now: datetime) -> str:
    return "; ".join(filter(None, [_no_due(standing), _waiting(standing, now)]))


def _no_due(standing: Standing) -> str:
    return standing.no_due or "chưa có hạn"


def _waiting(standing: Standing, now: datetime) -> str:
    """Return for how long nothing was done: "đã 3 giờ", "đã 4 ngày"."""
    if standing.started_at is None or standing.started_at > now:
        return ""
    if standing.is_to_the_minute:
        return time_gone(standing.started_at, now)
    days = (now.date() - standing.started_at.date()).days
    return f"đã {days} ngày" if days else ""
