"""Press briefings in the work list: those to come, what they gave to do, the periods they cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.models import Body, Briefing, BriefingTask
from app.rules.clocks.duties import day_end, day_start, week_end
from app.rules.clocks.periods import Period, periods_met
from app.rules.dates import date_text
from app.rules.vocabulary import BriefingState, TodayGroup
from app.services.today.data import GroupLines, PeriodicRecords, TodayLine
from app.services.today.dated import dated_groups, dated_line, short
from app.text import lower_first

_KIND = "briefing"


def briefing_groups(
    session: Session, now: datetime, limit: int, seen: Mapping[str, TodayGroup]
) -> Iterator[GroupLines]:
    """Yield what is due by the end of the week: tasks not done, and briefings to be held."""
    yield from dated_groups(_lines(session, now, None, week_end(now.date())), limit, seen)


def briefing_lines(session: Session, now: datetime, first: date, last: date) -> list[TodayLine]:
    """Return the lines of what is due between two days, however far ahead."""
    return _lines(session, now, first, day_end(last))


def due_later(session: Session, now: datetime) -> int:
    """Return how much is due after the week."""
    last = week_end(now.date())
    tasks, briefings = _tasks().where(BriefingTask.due_on > last.date()), _planned(last, None)
    return sum(
        session.scalar(select(func.count()).select_from(one.subquery())) or 0
        for one in (tasks, briefings)
    )


def _lines(session: Session, now: datetime, first: date | None, last: datetime) -> list[TodayLine]:
    tasks = _tasks().where(BriefingTask.due_on <= last.date())
    if first is not None:
        tasks = tasks.where(BriefingTask.due_on >= first)
    start = None if first is None else day_start(first)
    return [
        *(_task(now, *row) for row in session.execute(tasks)),
        *(_briefing(now, *row) for row in session.execute(_planned(start, last))),
    ]


# Those not done stand together in the index of tasks, in the order they are due.
def _tasks() -> Select[int, str, date | None, str, int, str, datetime | None]:
    return (
        select(
            BriefingTask.id, BriefingTask.task, BriefingTask.due_on, Body.name,
            Briefing.id, Briefing.name, Briefing.starts_at,
        )
        .join(Briefing, BriefingTask.briefing_id == Briefing.id)
        .outerjoin(Body, BriefingTask.body_id == Body.id)
        .where(BriefingTask.done_on.is_(None), Briefing.deleted_at.is_(None))
    )  # fmt: skip


def _planned(
    first: datetime | None, last: datetime | None
) -> Select[int, str, str | None, datetime | None]:
    wanted = select(Briefing.id, Briefing.name, Briefing.place, Briefing.starts_at).where(
        Briefing.deleted_at.is_(None),
        Briefing.state == BriefingState.PLANNED.value,
        Briefing.starts_at.is_not(None),
    )
    if first is not None:
        wanted = wanted.where(Briefing.starts_at > first)
    return wanted if last is None else wanted.where(Briefing.starts_at <= last)


def _task(
    now: datetime,
    task_id: int,
    task: str,
    due_on: date | None,
    body: str | None,
    briefing_id: int,
    briefing: str,
    held_at: datetime | None,
) -> TodayLine:
    assert due_on is not None  # as asked for
    given = f", ngày {date_text(held_at)}" if held_at else ""
    return dated_line(
        now,
        day_end(due_on),
        key=f"briefing_task:{task_id}",
        name="Việc giao tại giao ban báo chí",
        title=" · ".join(filter(None, [short(task), body])),
        steps=(f"Giao tại cuộc giao ban báo chí {lower_first(briefing)}{given}.", task),
        next_step="Đôn đốc; xong thì ghi “Xong ngày” ở phần Việc giao",
        record=(_KIND, briefing_id),
        part="tasks",
    )


def _briefing(
    now: datetime, briefing_id: int, name: str, place: str | None, starts_at: datetime | None
) -> TodayLine:
    assert starts_at is not None  # as asked for
    is_past = starts_at < now
    return dated_line(
        now,
        starts_at,
        key=f"briefing:{briefing_id}",
        name="Giao ban báo chí",
        title=" · ".join(filter(None, [name, place])),
        steps=("Cuộc giao ban đang ở tình trạng “Kế hoạch”.",),
        next_step=(
            "Ghi “Đã tổ chức”, hoặc hoãn, hủy và lý do"
            if is_past
            else "Gửi giấy mời, in danh sách ký"
        ),
        record=(_KIND, briefing_id),
    )


def _done(session: Session) -> set[str]:
    return {key for key, _id in _periods(session, BriefingState.HELD)}


def _begun(session: Session) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, briefing_id in _periods(session, BriefingState.PLANNED, BriefingState.POSTPONED):
        found[key] = min(briefing_id, found.get(key, briefing_id))  # the one begun first
    return found


def _periods(session: Session, *states: BriefingState) -> Iterator[tuple[str, int]]:
    """Yield the keys of the periods for which briefings in these states are, with their ids."""
    rows = select(Briefing.period, Briefing.starts_at, Briefing.id).where(
        Briefing.deleted_at.is_(None), Briefing.state.in_([state.value for state in states])
    )
    for key, starts_at, briefing_id in session.execute(rows):
        period = Period.parse(key)
        for met in periods_met(period, starts_at.date() if starts_at else period.first_day):
            yield met.key, briefing_id


BRIEFINGS = PeriodicRecords(
    kind=_KIND,
    done=_done,
    begun=_begun,
    begin="Lập kế hoạch giao ban, hoặc ghi ngày đã tổ chức",
    go_on="Tổ chức giao ban, rồi ghi “Đã tổ chức”",
)
