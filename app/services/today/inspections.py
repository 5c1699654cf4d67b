"""Inspections in the work list: what is to be mended after them, and the years they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.models import Body, Inspection, Recommendation
from app.rules.clocks.duties import day_end, week_end
from app.rules.clocks.periods import Period
from app.rules.dates import date_text
from app.rules.vocabulary import TodayGroup
from app.services.today.data import GroupLines, PeriodicRecords, TodayLine
from app.services.today.dated import dated_groups, dated_line, short

_KIND = "inspection"


def remedy_groups(
    session: Session, now: datetime, limit: int, seen: Mapping[str, TodayGroup]
) -> Iterator[GroupLines]:
    """Yield what is to be mended by the end of the week."""
    last = week_end(now.date()).date()
    yield from dated_groups(remedy_lines(session, now, date.min, last), limit, seen)


def remedy_lines(session: Session, now: datetime, first: date, last: date) -> Iterable[TodayLine]:
    """Return the lines of what is to be mended between two days, however far ahead."""
    wanted = _open(first, last).order_by(Recommendation.due_on, Recommendation.id)
    return [_line(now, *row) for row in session.execute(wanted)]


def remedies_later(session: Session, now: datetime) -> int:
    """Return how much is to be mended after the week."""
    first = week_end(now.date()).date() + timedelta(days=1)
    wanted = select(func.count()).select_from(_open(first, date.max).subquery())
    return session.scalar(wanted) or 0


# What is not done stands together in the index of recommendations, in the order it is due.
def _open(
    first: date, last: date
) -> Select[int, str, str | None, date | None, date | None, int, date | None, str]:
    return (
        select(
            Recommendation.id, Recommendation.recommendation, Recommendation.responsible,
            Recommendation.due_on, Recommendation.urged_on,
            Inspection.id, Inspection.conclusion_date, Body.name,
        )
        .join(Inspection, Recommendation.inspection_id == Inspection.id)
        .join(Body, Inspection.body_id == Body.id)
        .where(
            Recommendation.done_on.is_(None),
            Recommendation.due_on.between(first, last),
            Inspection.deleted_at.is_(None),
            Inspection.called_off.is_(None),
        )
    )  # fmt: skip


def _line(
    now: datetime,
    line_id: int,
    text: str,
    responsible: str | None,
    due_on: date | None,
    urged_on: date | None,
    inspection_id: int,
    concluded_on: date | None,
    body: str,
) -> TodayLine:
    assert due_on is not None  # as asked for
    concluded = f", kết luận ngày {date_text(concluded_on)}" if concluded_on else ""
    steps = [f"Kiến nghị sau kiểm tra {body}{concluded}.", text]
    if responsible:
        steps.append(f"{responsible} thực hiện.")
    if urged_on:
        steps.append(f"Đã đôn đốc ngày {date_text(urged_on)}.")
    is_late = due_on < now.date()
    return dated_line(
        now,
        day_end(due_on),
        key=f"remedy:{line_id}",
        name="Khắc phục sau kiểm tra",
        title=f"{short(text).rstrip(' .;')} · {body}",
        steps=tuple(steps),
        next_step=(
            "Lập công văn đôn đốc, hoặc ghi “Xong ngày”"
            if is_late and urged_on is None
            else "Hỏi kết quả; xong thì ghi “Xong ngày”"
        ),
        record=(_KIND, inspection_id),
        part="recommendations",
    )


def _done(session: Session) -> set[str]:
    """An inspection, or self-inspection, is held in the year in which it begins."""
    days = session.scalars(
        select(Inspection.started_on).where(
            Inspection.deleted_at.is_(None),
            Inspection.started_on.is_not(None),
            Inspection.called_off.is_(None),
        )
    )
    return {Period(day.year).key for day in days if day is not None}


def _begun(session: Session) -> dict[str, int]:
    planned = session.execute(
        select(Inspection.id, Inspection.planned_from)
        .where(
            Inspection.deleted_at.is_(None),
            Inspection.started_on.is_(None),
            Inspection.called_off.is_(None),
        )
        .order_by(Inspection.planned_from.desc(), Inspection.id.desc())
    )
    # Of several of one year the earliest comes last here, and stays.
    return {Period(row.planned_from.year).key: row.id for row in planned}


INSPECTIONS = PeriodicRecords(
    kind=_KIND,
    done=_done,
    begun=_begun,
    begin="Thêm cuộc kiểm tra, hoặc ghi ngày đã làm",
    go_on="Kiểm tra theo kế hoạch, rồi ghi ngày bắt đầu",
)
