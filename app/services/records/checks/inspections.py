"""Inspections: in the order in which one is held, and what is recommended after it."""

from __future__ import annotations

from app.rules.vocabulary import TeamRole
from app.services.records.checks.common import Check, Errors, Subject, not_before, not_in_future


def _called_off(subject: Subject) -> Errors:
    values = subject.values
    if not values.get("called_off"):
        return {}
    if values.get("conclusion_date"):
        return {"called_off": "Cuộc kiểm tra đã có kết luận thì không ghi hoãn, hủy."}
    if not values.get("called_off_reason"):
        return {"called_off_reason": "Ghi lý do hoãn, hủy."}
    return {}


def _concluded(subject: Subject) -> Errors:
    """What is concluded was held, and says what was found."""
    values = subject.values
    errors: Errors = {}
    if values.get("conclusion_date") is None:
        return errors
    if values.get("started_on") is None:
        errors["started_on"] = "Đã kết luận: nhập ngày bắt đầu kiểm tra."
    if not values.get("conclusion"):
        errors["conclusion"] = "Ghi nhận xét, kết luận của cuộc kiểm tra."
    return errors


def _team(subject: Subject) -> Errors:
    leaders = [
        index
        for index, line in enumerate(subject.values.get("team") or ())
        if line.get("role") == TeamRole.LEADER
    ]
    return {f"team[{index}].role": "Đoàn chỉ có một trưởng đoàn." for index in leaders[1:]}


def _checklist(subject: Subject) -> Errors:
    errors, seen = {}, set()
    for index, line in enumerate(subject.values.get("checklist") or ()):
        topic = line.get("topic")
        if topic and topic in seen:
            errors[f"checklist[{index}].topic"] = "Nội dung này đã có ở dòng trên."
        seen.add(topic)
    return errors


def _recommendations(subject: Subject) -> Errors:
    errors = {}
    today, started_on = subject.now.date(), subject.values.get("started_on")
    for index, line in enumerate(subject.values.get("recommendations") or ()):
        place = f"recommendations[{index}]"
        due_on, done_on, urged_on = line.get("due_on"), line.get("done_on"), line.get("urged_on")
        if due_on and started_on and due_on < started_on:
            errors[f"{place}.due_on"] = "Hạn khắc phục không thể trước ngày bắt đầu kiểm tra."
        if urged_on and urged_on > today:
            errors[f"{place}.urged_on"] = "Ngày này còn ở tương lai; chỉ ghi lần đã đôn đốc."
        if done_on and done_on > today:
            errors[f"{place}.done_on"] = "Ngày này còn ở tương lai; chỉ ghi việc đã xong."
        elif done_on and started_on and done_on < started_on:
            errors[f"{place}.done_on"] = "Không thể khắc phục xong trước ngày bắt đầu kiểm tra."
    return errors


CHECKS: dict[str, tuple[Check, ...]] = {
    "inspection": (
        not_before("planned_to", "planned_from", "“Đến ngày” phải từ “Dự kiến từ ngày” trở đi."),
        not_before("ended_on", "started_on", "Không thể kiểm tra xong trước ngày bắt đầu."),
        not_before("conclusion_date", "started_on", "Không thể kết luận trước ngày bắt đầu."),
        not_before("started_on", "decision_date", "Không thể kiểm tra trước ngày quyết định."),
        not_in_future("plan_date", "decision_date", "started_on", "ended_on", "conclusion_date"),
        _called_off,
        _concluded,
        _team,
        _checklist,
        _recommendations,
    ),
}
