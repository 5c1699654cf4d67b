"""Duties 19 to 23: what a violation that the press found still waits for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.duties.violations import (
    StepTaken,
    first_days,
    missing,
    order_problem,
    result_day,
    stage,
    transfer_count,
)
from app.rules.vocabulary import ViolationConclusion, ViolationStage
from app.rules.vocabulary import ViolationStepKind as Step

WRONGDOING, NONE = ViolationConclusion.WRONGDOING, ViolationConclusion.NONE
DAY = date(2026, 9, 1)
ALL = {step: DAY + timedelta(days=place) for place, step in enumerate(Step)}


def upto(last: Step | None) -> dict[Step, date]:
    """The steps down to one, each a day after the one before."""
    steps = list(Step)
    return {step: ALL[step] for step in steps[: steps.index(last) + 1 if last else 0]}


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (None, "Chờ chỉ đạo kiểm tra"),
        (Step.DIRECTED, "Chờ kiểm tra"),
        (Step.INSPECTED, "Chờ kết luận"),
        (Step.CONCLUDED, "Chờ xử lý"),
        (Step.HANDLED, "Chờ báo cáo cấp ủy cấp trên"),
        (Step.REPORTED, "Chờ thông tin cho báo chí"),
        (Step.INFORMED, "Đủ các bước, chờ kết thúc"),
    ],
)
def test_a_case_waits_for_the_first_step_not_taken(last: Step | None, words: str) -> None:
    assert stage(upto(last), WRONGDOING, None).label == words


def test_without_wrongdoing_nothing_is_to_be_handled() -> None:
    """Duty 21: only wrongdoing is handled; the superior and the press learn of either."""
    assert stage(upto(Step.CONCLUDED), NONE, None) is ViolationStage.REPORT
    assert missing(upto(Step.CONCLUDED), ViolationConclusion.INSUFFICIENT) == (
        Step.REPORTED,
        Step.INFORMED,
    )
    assert result_day(upto(Step.CONCLUDED), NONE) == ALL[Step.CONCLUDED]
    assert result_day(upto(Step.CONCLUDED), WRONGDOING) is None
    assert result_day(upto(Step.HANDLED), WRONGDOING) == ALL[Step.HANDLED]


def test_a_later_step_does_not_hide_that_an_earlier_one_is_missing() -> None:
    days = {step: day for step, day in ALL.items() if step is not Step.CONCLUDED}
    assert stage(days, WRONGDOING, None) is ViolationStage.CONCLUSION


@given(st.lists(st.tuples(st.sampled_from(Step), st.dates(DAY, DAY + timedelta(days=9)))))
def test_the_first_time_of_a_step_counts_whatever_the_order_of_the_lines(
    taken: list[tuple[Step, date]],
) -> None:
    days = first_days(StepTaken(step, day) for step, day in taken)
    assert days == first_days(StepTaken(step, day) for step, day in reversed(taken))
    assert all(days[step] <= day for step, day in taken)


@pytest.mark.parametrize("step", list(Step)[1:])
def test_no_step_is_before_the_one_it_follows_from(step: Step) -> None:
    assert order_problem(ALL, step, ALL[step]) == ""
    assert order_problem(ALL, step, DAY - timedelta(days=1)).startswith(
        f"“{step.label}” không thể trước “Chỉ đạo kiểm tra” (01/09/2026)"
    )


def test_the_press_may_learn_of_the_result_before_the_superior() -> None:
    """Duties 22 and 23 are to be done at one time ("đồng thời"): neither waits for the other."""
    assert order_problem(ALL, Step.INFORMED, ALL[Step.HANDLED]) == ""


def test_transfers_are_counted_in_words() -> None:
    """Duty 27: how often the answer was passed on is said in words."""
    words = [transfer_count(count).label for count in range(5)]
    assert (
        words
        == ["Chưa chuyển", "Đã chuyển 1 lần", "Đã chuyển 2 lần"]
        + ["Đã chuyển từ 3 lần trở lên"] * 2
    )
