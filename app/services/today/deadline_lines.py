"""The lines of the work list that come from deadlines; each group is one range of an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from app.rules.clocks.duties import day_end, week_end
from app.rules.vocabulary import TodayGroup
from app.services.deadlines import store
from app.services.deadlines.data import DeadlineView
from app.services.deadlines.titles import titles
from app.services.today.data import GroupLines, TodayLine, is_quiet
from app.services.today.steps import Step, next_steps

_COLUMNS = store.TABLE.c
_PREFIX = "deadline:"


def deadline_groups(
    session: Session, now: datetime, limit: int, seen: Mapping[str, TodayGroup]
) -> Iterator[GroupLines]:
    """Yield the groups that deadlines fill; lines that were seen (by key) come last in each."""
    own = {int(key.removeprefix(_PREFIX)): seen[key] for key in seen if key.startswith(_PREFIX)}
    for group, wanted in _ranges(now).items():
        total = session.scalar(select(func.count()).select_from(store.TABLE).where(wanted)) or 0
        if not total:
            continue
        quiet = [deadline_id for deadline_id, was in own.items() if is_quiet(was, group)]
        fresh = _ids(session, group, and_(wanted, _COLUMNS.id.not_in(quiet)), limit)
        if len(fresh) < limit and quiet:
            again = and_(wanted, _COLUMNS.id.in_(quiet))
            fresh += _ids(session, group, again, limit - len(fresh))
        yield GroupLines(group, total, tuple(_lines(session, group, fresh, now)))


def due_later(session: Session, now: datetime) -> int:
    """Return how many own deadlines are due after the week."""
    later = and_(
        store.IS_OPEN, _COLUMNS.is_theirs.is_(False), _COLUMNS.due_at > week_end(now.date())
    )
    return session.scalar(select(func.count()).select_from(store.TABLE).where(later)) or 0


def lines_due_on(session: Session, day: date, now: datetime, limit: int) -> list[TodayLine]:
    """Return the lines of what is open and due on a day, at most so many, in the order it is due.

    They are of no group: the calendar has days instead.
    """
    wanted = and_(store.IS_OPEN, *store.due_on_days(day, day))
    return list(_lines(session, None, _ids(session, None, wanted, limit), now))


def key_of(deadline_id: int) -> str:
    """Return the name of a deadline's line."""
    return f"{_PREFIX}{deadline_id}"


def _ranges(now: datetime) -> dict[TodayGroup, ColumnElement[bool]]:
    """Say which open deadlines each group has; every one is in one group, or due later."""
    due, theirs = _COLUMNS.due_at, _COLUMNS.is_theirs
    ours = and_(store.IS_OPEN, theirs.is_(False))
    tonight, week = day_end(now.date()), week_end(now.date())
    return {
        TodayGroup.OVERDUE: and_(store.IS_OPEN, store.OF_BOTH_SIDES, due < now),
        TodayGroup.TODAY: and_(ours, due >= now, due <= tonight),
        TodayGroup.THIS_WEEK: and_(ours, due > tonight, due <= week),
        TodayGroup.AT_ONCE: and_(ours, due.is_(None)),
        TodayGroup.WAITING: and_(store.IS_OPEN, theirs.is_(True), or_(due.is_(None), due >= now)),
    }


def _ids(
    session: Session, group: TodayGroup | None, wanted: ColumnElement[bool], limit: int
) -> list[int]:
    due: ColumnElement[Any] = _COLUMNS.due_at
    if group is TodayGroup.WAITING:  # the only one that has both; the others come as indexed
        due = due.asc().nulls_last()
    statement = select(_COLUMNS.id).where(wanted)
    statement = statement.order_by(due, _COLUMNS.started_at, _COLUMNS.id).limit(limit)
    return list(session.scalars(statement))


def _lines(
    session: Session, group: TodayGroup | None, ids: Sequence[int], now: datetime
) -> Iterator[TodayLine]:
    views = {view.id: view for view in store.views(session, _COLUMNS.id.in_(ids))}
    steps = next_steps(session, list(views.values()))
    names = titles(session, [(view.record_kind, view.record_id) for view in views.values()])
    for deadline_id in ids:
        view = views[deadline_id]
        title = names.get((view.record_kind, view.record_id), "")
        yield _line(group, view, steps[deadline_id], title, now)


def _line(
    group: TodayGroup | None, view: DeadlineView, step: Step, title: str, now: datetime
) -> TodayLine:
    return TodayLine(
        key=key_of(view.id),
        group=group,
        duty=view.duty,
        title=title,
        due_at=view.due_at,
        due_words=view.words(now),
        steps=view.steps,
        next_step=step.words,
        action=step.action,
        record_kind=step.record_kind,
        record_id=step.record_id,
        record_part=step.record_part,
        deadline_id=view.id,
        is_late=view.late_by(now) is not None,
        is_confirmed=view.is_confirmed,
        is_extended=view.extended_to is not None,
    )
