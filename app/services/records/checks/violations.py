"""Violations that the press found: a source, steps in their order, none left out at the end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.rules.duties.violations import StepTaken, first_days, missing, order_problem
from app.rules.vocabulary import ViolationConclusion, ViolationStepKind
from app.services.records.checks.common import (
    Check,
    Errors,
    Subject,
    not_before,
    not_in_future,
)
from app.services.records.checks.transfers import transfers
from app.text import lower_first

Step = ViolationStepKind


def _source(subject: Subject) -> Errors:
    values = subject.values
    if values.get("articles") or values.get("source"):
        return {}
    return {"source": "Chọn bài báo ở phần “Bài báo”, hoặc ghi ở đây báo nào, ngày nào."}


def _articles(subject: Subject) -> Errors:
    errors: Errors = {}
    seen: set[int] = set()
    for place, line in enumerate(subject.values.get("articles") or ()):
        article_id = line.get("article_id")
        if article_id in seen:
            errors[f"articles[{place}].article_id"] = "Bài này đã có ở dòng trên."
        if article_id is not None:
            seen.add(article_id)
    return errors


def _steps(subject: Subject) -> Errors:
    """Each step has happened, not before what it follows from."""
    errors: Errors = {}
    days = _days(subject)
    learned_on, today = subject.values.get("learned_on"), subject.now.date()
    for place, line in enumerate(subject.values.get("steps") or ()):
        done_on, until_on = line.get("done_on"), line.get("until_on")
        step = Step(line["step"]) if line.get("step") else None
        where = f"steps[{place}]"
        if step is None or done_on is None:
            continue
        if done_on > today:
            errors[f"{where}.done_on"] = "Ngày này còn ở tương lai; chỉ ghi bước đã làm."
        elif learned_on and done_on < learned_on:
            errors[f"{where}.done_on"] = "Không thể trước ngày biết tin báo nêu."
        elif problem := order_problem(days, step, done_on):
            errors[f"{where}.done_on"] = problem
        if until_on and step is not Step.INSPECTED:
            errors[f"{where}.until_on"] = "“Đến ngày” chỉ dùng cho bước “Kiểm tra”; xóa ô này."
        elif until_on and until_on < done_on:
            errors[f"{where}.until_on"] = "“Đến ngày” phải từ “Ngày” trở đi."
    return errors


def _conclusion(subject: Subject) -> Errors:
    """A concluded case says what was found; only wrongdoing is handled."""
    days, conclusion = _days(subject), subject.values.get("conclusion")
    if Step.CONCLUDED in days and not conclusion:
        return {"conclusion": "Đã có bước “Kết luận”: chọn kết luận có sai phạm hay không."}
    if Step.HANDLED in days and conclusion and conclusion != ViolationConclusion.WRONGDOING:
        return {
            "conclusion": "Không có sai phạm thì không có bước “Xử lý”; sửa kết luận, hoặc bỏ "
            "bước đó."
        }
    return {}


def _closing(subject: Subject) -> Errors:
    """A case ends once the press knows the result, and not before the other steps (duty 23)."""
    values = subject.values
    closed_on = values.get("closed_on")
    if closed_on is None:
        return {}
    days = _days(subject)
    conclusion = values.get("conclusion")
    left = missing(days, ViolationConclusion(conclusion) if conclusion else None)
    if Step.INFORMED in left and len(left) == 1:
        return {
            "closed_on": "Chưa kết thúc được vì chưa thông tin cho báo chí: gửi văn bản trả lời "
            "ở phần “Văn bản”, hoặc ghi bước “Thông tin cho báo chí” ở phần “Các bước”."
        }
    if left:
        names = ", ".join(lower_first(step.label) for step in left)
        return {
            "closed_on": f"Chưa kết thúc được, còn thiếu: {names}. Ghi các bước đó ở phần "
            "“Các bước”, hoặc để trống ngày kết thúc."
        }
    if closed_on < max(days.values()):
        return {"closed_on": "Không thể kết thúc trước bước cuối cùng; kiểm tra lại ngày."}
    return {}


def _days(subject: Subject) -> Mapping[Step, date]:
    lines: tuple[dict[str, Any], ...] = subject.values.get("steps") or ()
    return first_days(
        StepTaken(Step(line["step"]), line["done_on"])
        for line in lines
        if line.get("step") and line.get("done_on")
    )


CHECKS: dict[str, tuple[Check, ...]] = {
    "violation": (
        _source,
        _articles,
        _steps,
        _conclusion,
        _closing,
        transfers,
        not_before("asked_on", "learned_on", "Không thể trước ngày biết tin; sửa “Biết tin ngày”."),
        not_in_future("learned_on", "asked_on", "closed_on"),
    ),
}
