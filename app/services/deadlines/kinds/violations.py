"""Violations that the press found: inspected, concluded, handled, reported, answered (19 to 23)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from sqlalchemy import Table, select, update
from sqlalchemy.orm import Session

from app.models import Body, Violation, ViolationStep
from app.rules.clocks.duties import bound_of
from app.rules.clocks.violation_duties import ViolationFacts, violation_duties
from app.rules.duties.violations import StepTaken, first_days, stage
from app.rules.vocabulary import (
    BodyKind,
    ClockDuty,
    ViolationConclusion,
    ViolationStepKind,
)
from app.services.deadlines.kinds.clocked import DELETED, ClockedKind, Law, RecordDuties

KIND = "violation"


def _violations(
    session: Session, law: Law, ids: Sequence[int]
) -> Iterator[tuple[int, RecordDuties]]:
    days = _days(session, ids)
    for row in session.execute(_VIOLATIONS.where(Violation.id.in_(ids))):
        if row.deleted_at is not None:
            yield row.id, DELETED
            continue
        facts = ViolationFacts(
            bound=bound_of(law.layout, BodyKind(row.body)),
            learned_on=row.learned_on,
            days=days[row.id],
            conclusion=_conclusion(row.conclusion),
            asked_on=row.asked_on,
            is_closed=row.closed_on is not None,
        )
        gone = (
            "Hồ sơ đã kết thúc." if facts.is_closed else "Các bước đã sửa nên việc này không còn."
        )
        yield row.id, RecordDuties(tuple(violation_duties(facts)), gone)


def _settle(session: Session, ids: Sequence[int]) -> None:
    """Write what the list shows of the steps, where it is not so."""
    days = _days(session, ids)
    table = cast(Table, Violation.__table__).c
    rows = session.execute(
        select(table.id, table.conclusion, table.closed_on, table.stage, table.informed_on).where(
            table.id.in_(ids)
        )
    )
    for row in list(rows):
        own = days[row.id]
        now = stage(own, _conclusion(row.conclusion), row.closed_on)
        informed_on = own.get(ViolationStepKind.INFORMED)
        if (now.value, informed_on) != (row.stage, row.informed_on):
            session.execute(
                update(cast(Table, Violation.__table__))
                .where(table.id == row.id)
                .values(stage=now.value, informed_on=informed_on)
            )


def _days(session: Session, ids: Sequence[int]) -> Mapping[int, Mapping[ViolationStepKind, date]]:
    """Return the first day of each step that was taken, of each violation."""
    taken: defaultdict[int, list[StepTaken]] = defaultdict(list)
    for row in session.execute(_STEPS.where(ViolationStep.violation_id.in_(ids))):
        taken[row.violation_id].append(StepTaken(ViolationStepKind(row.step), row.done_on))
    return {record_id: first_days(taken[record_id]) for record_id in ids}


def _conclusion(value: str | None) -> ViolationConclusion | None:
    return ViolationConclusion(value) if value else None


_VIOLATIONS = select(
    Violation.id,
    Violation.deleted_at,
    Violation.learned_on,
    Violation.asked_on,
    Violation.conclusion,
    Violation.closed_on,
    Body.kind.label("body"),
).join(Violation.accountable_body)

_STEPS = select(ViolationStep.violation_id, ViolationStep.step, ViolationStep.done_on)

_OPEN_IDS = select(Violation.id).where(
    Violation.deleted_at.is_(None), Violation.closed_on.is_(None)
)

VIOLATIONS = ClockedKind(
    kind=KIND,
    model=Violation,
    read=_violations,
    open_ids=_OPEN_IDS,
    titles=select(Violation.id, Violation.title, Body.name).join(Violation.accountable_body),
    steps={
        ClockDuty.VIOLATION_DIRECTION: "Lập văn bản chỉ đạo kiểm tra, hoặc ghi bước “Chỉ đạo”",
        ClockDuty.VIOLATION_CONCLUSION: "Kiểm tra, kết luận, rồi ghi bước “Kết luận”",
        ClockDuty.VIOLATION_HANDLING: "Xử lý theo quy định, rồi ghi bước “Xử lý”",
        ClockDuty.VIOLATION_REPORT: "Báo cáo cấp ủy cấp trên, rồi ghi bước “Báo cáo”",
        ClockDuty.VIOLATION_RESULT: "Thông tin cho báo chí kết quả, rồi ghi bước đó",
        ClockDuty.PRESS_ANSWER: "Trả lời báo chí, rồi ghi bước “Thông tin cho báo chí”",
    },
    part="steps",
    settle=_settle,
)
