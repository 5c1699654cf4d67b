"""Trainings: a class that was held has its day, who took part has a name, and once each."""

from __future__ import annotations

from app.rules.vocabulary import TrainingState
from app.services.records.checks.common import Check, Errors, Subject, not_before


def _held(subject: Subject) -> Errors:
    values = subject.values
    state, starts_on = values.get("state"), values.get("starts_on")
    if state == TrainingState.HELD:
        if starts_on is None:
            return {"starts_on": "Nhập ngày tổ chức của lớp đã tổ chức."}
        if starts_on > subject.now.date():
            return {"starts_on": "Ngày này còn ở tương lai; lớp chưa tổ chức thì để “Kế hoạch”."}
    if state == TrainingState.CANCELLED and not values.get("cancel_reason"):
        return {"cancel_reason": "Ghi lý do hoãn, hủy lớp."}
    return {}


def _cost(subject: Subject) -> Errors:
    cost = subject.values.get("cost")
    return {"cost": "Kinh phí không thể là số âm."} if cost is not None and cost < 0 else {}


def _participants(subject: Subject) -> Errors:
    errors: Errors = {}
    seen: set[tuple[str, int]] = set()
    held = subject.values.get("state") == TrainingState.HELD
    for index, line in enumerate(subject.values.get("participants") or ()):
        place = f"participants[{index}]"
        # What is wrong in itself, too long say, has its own sentence and is not among the values.
        if not (line.get("spokesperson_id") or line.get("contact_id") or line.get("name")):
            errors[f"{place}.name"] = "Chọn người phát ngôn, người liên hệ, hoặc gõ họ tên."
        for field in ("spokesperson_id", "contact_id"):
            if line.get(field) is not None and (field, line.get(field)) in seen:
                errors[f"{place}.{field}"] = "Người này đã có ở dòng trên."
            if line.get(field) is not None:
                seen.add((field, line.get(field)))
        if line.get("attended") and not held:
            errors[f"{place}.attended"] = "Lớp chưa tổ chức; đổi tình trạng lớp trước."
        if line.get("certificate") and not line.get("attended"):
            errors[f"{place}.certificate"] = "Chỉ người có dự mới có giấy chứng nhận."
    return errors


CHECKS: dict[str, tuple[Check, ...]] = {
    "training": (
        not_before("ends_on", "starts_on", "“Đến ngày” phải từ “Từ ngày” trở đi."),
        _held,
        _cost,
        _participants,
    ),
}
