"""Trainings in the work list: the years they cover (duty 31)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Training
from app.rules.clocks.periods import Period
from app.rules.vocabulary import TrainingState
from app.services.today.data import PeriodicRecords


def _done(session: Session) -> set[str]:
    """A training counts in the year in which it begins."""
    days = session.scalars(
        select(Training.starts_on).where(
            Training.deleted_at.is_(None),
            Training.state == TrainingState.HELD.value,
            Training.starts_on.is_not(None),
        )
    )
    return {Period(day.year).key for day in days if day is not None}


def _begun(session: Session) -> dict[str, int]:
    planned = session.execute(
        select(Training.id, Training.starts_on)
        .where(
            Training.deleted_at.is_(None),
            Training.state == TrainingState.PLANNED.value,
            Training.starts_on.is_not(None),
        )
        .order_by(Training.starts_on.desc(), Training.id.desc())
    )
    # Of several of one year the earliest comes last here, and stays.
    return {Period(row.starts_on.year).key: row.id for row in planned if row.starts_on}


TRAININGS = PeriodicRecords(
    kind="training",
    done=_done,
    begun=_begun,
    begin="Thêm lớp tập huấn, hoặc ghi ngày đã làm",
    go_on="Tổ chức lớp theo kế hoạch, rồi đổi tình trạng thành “Đã tổ chức”",
)
