"""Duties 20 to 23 have clocks: terms that the letter does not count, and the answer by law."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.bootstrap import AppContext
from app.rules.vocabulary import ClockDuty, DeadlineState, TodayGroup, ViolationConclusion
from app.rules.vocabulary import ViolationStepKind as Step
from tests.factories import make_legal_rule, make_violation

KIND = "violation"


def deadlines(ctx: AppContext, record_id: int):
    return {one.duty: one for one in ctx.deadlines.of(KIND, record_id)}


def test_each_step_is_to_be_done_soon_and_no_number_is_made_up(ctx: AppContext) -> None:
    """Duty 20: "kịp thời chỉ đạo kiểm tra, kết luận"."""
    violation = make_violation(ctx, learned_on=date(2026, 9, 28))
    (first,) = deadlines(ctx, violation).values()
    assert (first.duty, first.due_at) == (ClockDuty.VIOLATION_DIRECTION, None)
    assert first.no_due == "chưa có số ngày, nhập theo quy chế phát ngôn của cơ quan"
    assert any("kịp thời chỉ đạo kiểm tra, kết luận" in step for step in first.steps)
    groups = ctx.today_list.work_list().groups
    (line,) = (one for group in groups for one in group.lines if one.record_kind == KIND)
    assert line.group is TodayGroup.AT_ONCE
    assert line.next_step == "Lập văn bản chỉ đạo kiểm tra, hoặc ghi bước “Chỉ đạo”"


def test_the_next_duty_begins_where_a_step_ends(ctx: AppContext) -> None:
    """Duties 21 to 23: handled as found, then at one time reported and told to the press."""
    violation = make_violation(
        ctx,
        taken={Step.DIRECTED: date(2026, 9, 2), Step.CONCLUDED: date(2026, 9, 15)},
        conclusion=ViolationConclusion.WRONGDOING,
    )
    found = deadlines(ctx, violation)
    assert found[ClockDuty.VIOLATION_CONCLUSION].state is DeadlineState.MET
    assert found[ClockDuty.VIOLATION_HANDLING].started_at == datetime(2026, 9, 15)
    assert ClockDuty.VIOLATION_REPORT not in found
    stored = ctx.records.get(KIND, violation)
    none = ViolationConclusion.NONE
    ctx.records.save(KIND, {"conclusion": none}, violation, stored.version)
    found = deadlines(ctx, violation)
    assert found[ClockDuty.VIOLATION_HANDLING].state is DeadlineState.DROPPED
    assert found[ClockDuty.VIOLATION_REPORT].state is DeadlineState.OPEN
    assert found[ClockDuty.VIOLATION_RESULT].state is DeadlineState.OPEN


def test_the_offices_own_number_makes_a_due_day(ctx: AppContext) -> None:
    make_legal_rule(
        ctx,
        duty=ClockDuty.VIOLATION_DIRECTION,
        is_own_regulation=True,
        binds="body",
        value=3,
        unit="days",
        starts_from="learned",
        valid_from=None,
    )
    violation = make_violation(ctx, learned_on=date(2026, 9, 28))
    found = deadlines(ctx, violation)[ClockDuty.VIOLATION_DIRECTION]
    assert found.due_at == datetime(2026, 10, 1, 23, 59, 59)


@pytest.mark.parametrize(
    ("asked_on", "due_at"),
    [(date(2026, 6, 30), datetime(2026, 7, 30, 23, 59, 59)), (date(2026, 7, 1), None)],
)
def test_the_answer_asked_for_is_due_by_the_law_of_its_day(
    ctx: AppContext, asked_on: date, due_at: datetime | None
) -> None:
    """Duty 23: 30 days by the law of 2016; the number of the new one is still to be read."""
    violation = make_violation(ctx, learned_on=asked_on, asked_on=asked_on)
    found = deadlines(ctx, violation)[ClockDuty.PRESS_ANSWER]
    assert found.due_at == due_at
    if due_at is None:
        assert found.no_due == "chưa có số ngày, nhập theo Nghị định 237/2026"


def test_telling_the_press_meets_both_the_letter_and_the_law(ctx: AppContext) -> None:
    violation = make_violation(
        ctx,
        asked_on=date(2026, 9, 2),
        taken={Step.CONCLUDED: date(2026, 9, 15), Step.INFORMED: date(2026, 9, 20)},
        conclusion=ViolationConclusion.NONE,
    )
    found = deadlines(ctx, violation)
    for duty in (ClockDuty.PRESS_ANSWER, ClockDuty.VIOLATION_RESULT):
        assert found[duty].state is DeadlineState.MET
