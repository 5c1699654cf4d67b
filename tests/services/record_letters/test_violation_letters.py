"""Letters about violations the press found: each is a step taken, and void it is not (20-23)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.vocabulary import ClockDuty, DeadlineState
from tests.conftest import NOW
from tests.factories import make_violation
from tests.services.record_letters.violation_examples import (
    CONCLUDED,
    DIRECTED,
    FOUND,
    HANDLED,
    INSPECTED,
    handled_violation,
    inspected_violation,
    told_violation,
    violation,
)

TODAY = NOW.date()
REPORTED = {"step": "reported", "done_on": date(2026, 9, 22)}


def issued(ctx: AppContext, purpose: str, record: int, day: date = TODAY) -> int:
    draft = ctx.record_letters.create(purpose, record)
    return ctx.record_letters.issue(draft, day, secrecy_confirmed=True).letter_id


def void(ctx: AppContext, letter: int) -> None:
    ctx.record_letters.void(ctx.record_letters.open(letter), "Sai tên cơ quan.")


def values(ctx: AppContext, record: int) -> dict[str, Any]:
    return dict(ctx.records.get("violation", record).values)


def steps(ctx: AppContext, record: int, step: str) -> list[tuple[date, str | None, str | None]]:
    lines = values(ctx, record)["steps"]
    return [(one["done_on"], one["who"], one["paper"]) for one in lines if one["step"] == step]


def state(ctx: AppContext, record: int, duty: ClockDuty) -> DeadlineState:
    return {one.duty: one.state for one in ctx.deadlines.of("violation", record)}[duty]


def save(ctx: AppContext, record: int, **changes: Any) -> None:
    version = ctx.records.get("violation", record).version
    ctx.records.save("violation", changes, record, version)


def refused(ctx: AppContext, purpose: str, record: int, day: date = TODAY) -> dict[str, str]:
    with pytest.raises(FieldErrors) as caught:
        issued(ctx, purpose, record, day)
    return dict(caught.value.errors)


@pytest.mark.parametrize(
    ("purpose", "step", "record", "who", "number", "duty"),
    [
        ("violation_direction", "directed", told_violation, "Sở Xây dựng", "01/SXD-VP",
         ClockDuty.VIOLATION_DIRECTION),
        ("violation_team", "directed", told_violation, "Sở Xây dựng", "01/QĐ-SXD",
         ClockDuty.VIOLATION_DIRECTION),
        ("violation_conclusion", "concluded", inspected_violation, "Sở Xây dựng", "01/TB-SXD",
         ClockDuty.VIOLATION_CONCLUSION),
        ("violation_report", "reported", handled_violation, "UBND tỉnh An Giang", "01/BC-SXD",
         ClockDuty.VIOLATION_REPORT),
        ("violation_answer", "informed", handled_violation,
         "Báo Đồng bằng, Đài Truyền hình Sông Hậu", "01/SXD-VP", ClockDuty.VIOLATION_RESULT),
    ],
)  # fmt: skip
def test_an_issued_letter_is_a_step_taken_until_it_is_void(
    office: AppContext, purpose, step, record, who, number, duty
) -> None:
    """Duties 20, 22 and 23: directed, concluded, reported, told, each with its date and paper."""
    case = record(office)
    assert state(office, case, duty) is DeadlineState.OPEN
    letter = issued(office, purpose, case)
    assert steps(office, case, step) == [(TODAY, who, number)]
    assert state(office, case, duty) is DeadlineState.MET
    void(office, letter)
    assert steps(office, case, step) == []
    assert state(office, case, duty) is DeadlineState.OPEN


def test_a_step_noted_before_its_letter_gets_the_number_and_keeps_its_day(
    office: AppContext,
) -> None:
    """Duty 20: an order by word of mouth stands with its own day; the paper follows."""
    case = violation(office, {"step": "directed", "done_on": date(2026, 9, 3), "who": "Giám đốc"})
    letter = issued(office, "violation_direction", case)
    assert steps(office, case, "directed") == [(date(2026, 9, 3), "Giám đốc", "01/SXD-VP")]
    void(office, letter)
    assert steps(office, case, "directed") == [(date(2026, 9, 3), "Giám đốc", None)]


def test_nothing_is_told_before_there_is_a_result(office: AppContext) -> None:
    """Duties 21 to 23: what the press learns is what was concluded and, if wrong, handled."""
    case = told_violation(office)
    assert list(refused(office, "violation_conclusion", case)) == ["conclusion"]
    assert list(refused(office, "violation_answer", case)) == ["conclusion"]
    save(office, case, steps=[DIRECTED, INSPECTED, CONCLUDED], **FOUND)
    for purpose in ("violation_report", "violation_answer"):
        found = refused(office, purpose, case)
        assert found[""].startswith("Ghi bước “Xử lý” ở phần “Các bước” trước")
    save(office, case, conclusion="none", conclusion_text="Bến phà thu đúng giá niêm yết.")
    issued(office, "violation_answer", case)


def test_a_letter_is_not_dated_before_what_it_follows_from(office: AppContext) -> None:
    case = handled_violation(office)
    found = refused(office, "violation_report", case, date(2026, 9, 10))
    assert found[""].startswith("“Báo cáo cấp ủy cấp trên” không thể trước “Kết luận”")


def test_the_team_has_a_leader(office: AppContext) -> None:
    assert "trưởng đoàn" in refused(office, "violation_team", make_violation(office))[""]


def test_a_case_that_ended_is_open_again_once_the_answer_to_the_press_is_void(
    office: AppContext,
) -> None:
    """Duty 23: no case has ended while the press has not been told."""
    case = violation(office, DIRECTED, INSPECTED, CONCLUDED, HANDLED, REPORTED, **FOUND)
    letter = issued(office, "violation_answer", case)
    save(office, case, closed_on=TODAY)
    void(office, letter)
    assert values(office, case)["closed_on"] is None
    assert state(office, case, ClockDuty.VIOLATION_RESULT) is DeadlineState.OPEN


def test_one_newspaper_is_addressed_by_what_it_is(office: AppContext) -> None:
    case = handled_violation(office)
    save(office, case, articles=values(office, case)["articles"][:1])
    letter = office.record_letters.create("violation_answer", case).letter
    assert letter.recipients == ("Báo Đồng bằng",)
    assert letter.body[1].startswith("Trả lời yêu cầu của Quý Báo ngày 04 tháng 9 năm 2026, Sở Xây")
