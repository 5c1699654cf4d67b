"""The month calendar: how much is due on each day, and the lines of the day one looks at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.rules.clocks.work_calendar import WorkCalendar
from app.rules.month import month_days
from app.services.clocks.store import read_calendar
from app.services.deadlines import orders, store
from app.services.today.data import DueDay, DueMonth, TodayLine
from app.services.today.deadline_lines import lines_due_on

_DUE = store.TABLE.c.due_at


def read_month(
    session: Session, now: datetime, chosen: date, others: Iterable[TodayLine], limit: int
) -> DueMonth:
    """Return the month around a day, and what is due on the day itself.

    ``others`` are lines of the work list that are no deadlines; those with a due moment take their
    places among the days. ``limit`` is the most lines of the day.
    """
    days = month_days(chosen)
    totals, late = _counts(session, days[0], days[-1], now)
    by_day: defaultdict[date, list[TodayLine]] = defaultdict(list)
    for line in others:
        if line.due_at is not None:
            by_day[line.due_at.date()].append(line)
            totals[line.due_at.date()] += 1
            late[line.due_at.date()] += line.is_late
    calendar = WorkCalendar(read_calendar(session))
    lines = lines_due_on(session, chosen, now, limit) + by_day[chosen]
    lines.sort(key=lambda line: line.due_at or now)
    return DueMonth(
        at=now,
        chosen=chosen,
        days=tuple(
            DueDay(
                day=day,
                total=totals[day],
                late=late[day],
                is_working=calendar.is_working(day),
                entry=calendar.day_off(day) or calendar.make_up_day(day),
            )
            for day in days
        ),
        lines=tuple(lines[:limit]),
        without_day=_without_day(session),
        knows_holidays=calendar.knows(chosen.year),
        uncounted=" ".join(orders.pending_words(session)),
    )


def _counts(
    session: Session, first: date, last: date, now: datetime
) -> tuple[Counter[date], Counter[date]]:
    """Return how many open deadlines each day has, and how many of them are late.

    Counted from the index alone, whatever the number of records.
    """
    day = func.date(_DUE)
    late = func.sum(case((now > _DUE, 1), else_=0))
    rows = session.execute(
        select(day, func.count(), late)
        .where(store.IS_OPEN, *store.due_on_days(first, last))
        .group_by(day)
    )
    totals: Counter[date] = Counter()
    overdue: Counter[date] = Counter()
    for text, number, number_late in rows:
        totals[date.fromisoformat(text)] = number
        overdue[date.fromisoformat(text)] = number_late
    return totals, overdue


def _without_day(session: Session) -> int:
    wanted = select(func.count()).where(store.IS_OPEN, store.OF_BOTH_SIDES, _DUE.is_(None))
    return session.scalar(wanted.select_from(store.TABLE)) or 0
