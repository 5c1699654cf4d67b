"""How a deadline stands in words: time left, lateness, or why there is no due moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.rules.clocks.words import span_words, time_gone, time_left
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


def _without_due(standing: Standing, now: datetime) -> str:
    words = standing.no_due or "chưa có hạn"
    if standing.started_at is None or standing.started_at > now:
        return words
    if standing.is_to_the_minute:
        return f"{words}; {time_gone(standing.started_at, now)}"
    days = (now.date() - standing.started_at.date()).days
    return f"{words}; đã {days} ngày" if days else words
