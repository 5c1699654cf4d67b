"""Lines of the work list with a day that the office typed itself: no rule stands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from app.rules.clocks.duties import week_end
from app.rules.clocks.lateness import Standing, late_by, standing_words
from app.rules.vocabulary import DeadlineState, TodayGroup
from app.services.today.data import GroupLines, TodayAction, TodayLine

_LONGEST_TITLE = 80


def dated_groups(
    lines: Iterable[TodayLine], limit: int, seen: Mapping[str, TodayGroup]
) -> Iterator[GroupLines]:
    """Yield the parts of the work list that these lines fill, those that were seen last in each."""
    found = list(lines)
    for group in (TodayGroup.OVERDUE, TodayGroup.TODAY, TodayGroup.THIS_WEEK):
        own = [line for line in found if line.group is group]
        own.sort(key=lambda line: (line.key in seen, line.due_at or datetime.max))
        if own:
            yield GroupLines(group, len(own), tuple(own[:limit]))


def dated_line(
    now: datetime,
    due_at: datetime,
    *,
    key: str,
    name: str,
    title: str,
    steps: tuple[str, ...],
    next_step: str,
    record: tuple[str, int],
    part: str = "",
) -> TodayLine:
    """Return a line that leads to a record, its kind and id, or to the ``part`` with its lines."""
    standing = Standing(DeadlineState.OPEN, due_at, is_to_the_minute=False)
    return TodayLine(
        key=key,
        group=_group(due_at, now),
        duty=None,
        name=name,
        title=title,
        due_at=due_at,
        due_words=standing_words(standing, now),
        steps=steps,
        next_step=next_step,
        action=TodayAction.OPEN_RECORD,
        record_kind=record[0],
        record_id=record[1],
        record_part=part,
        is_late=late_by(standing, now) is not None,
        is_confirmed=True,
    )


def short(text: str) -> str:
    """Return the first line of a long text, cut between words."""
    first = text.splitlines()[0]
    if len(first) <= _LONGEST_TITLE:
        return first
    return f"{first[:_LONGEST_TITLE].rpartition(' ')[0] or first[:_LONGEST_TITLE]}…"


def _group(due_at: datetime, now: datetime) -> TodayGroup | None:
    if due_at < now:
        return TodayGroup.OVERDUE
    if due_at.date() == now.date():
        return TodayGroup.TODAY
    return TodayGroup.THIS_WEEK if due_at <= week_end(now.date()) else None
