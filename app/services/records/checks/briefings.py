"""Press briefings: a period that fits the day, guests named once, tasks after the briefing."""

from __future__ import annotations

from app.rules.clocks.periods import Period
from app.rules.dates import date_text
from app.rules.typed_dates import FIRST_YEAR, LAST_YEAR
from app.rules.vocabulary import BriefingState
from app.services.records.checks.common import Check, Errors, Subject, not_before

_WHY = {
    BriefingState.POSTPONED: "Ghi lý do hoãn.",
    BriefingState.CANCELLED: "Ghi lý do hủy.",
}
_TONES = ("positive", "neutral", "critical")


def _year(subject: Subject) -> Errors:
    year = subject.values.get("year")
    if year is None or FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    return {"year": f"Năm {year} không hợp lý; kiểm tra lại."}


def _state(subject: Subject) -> Errors:
    """One that was held has its time, in its period; one late or called off has a reason."""
    values = subject.values
    state, starts_at, reason = values.get("state"), values.get("starts_at"), values.get("reason")
    if state in _WHY and not reason:
        return {"reason": _WHY[BriefingState(state)]}
    if state != BriefingState.HELD:
        return {}
    if starts_at is None:
        return {"starts_at": "Đã tổ chức thì nhập ngày giờ bắt đầu."}
    if starts_at > subject.now:
        return {
            "state": f"Cuộc giao ban ngày {date_text(starts_at)} chưa đến; để “Kế hoạch”, họp xong "
            "mới chọn “Đã tổ chức”."
        }
    return {}


def _in_period(subject: Subject) -> Errors:
    values = subject.values
    starts_at, year, part = values.get("starts_at"), values.get("year"), values.get("part")
    if starts_at is None or part is None or year is None or _year(subject):
        return {}
    period = Period.parse(f"{year:04}-{part}")
    if starts_at.date() < period.first_day:
        return {
            "starts_at": f"Ngày {date_text(starts_at)} trước {period.label}; kiểm tra lại kỳ và "
            "ngày."
        }
    if starts_at.date() > period.last_day and not values.get("reason"):
        return {"reason": f"Ngày {date_text(starts_at)} sau {period.label}: ghi lý do muộn."}
    return {}


def _invited(subject: Subject) -> Errors:
    """A guest is one body, one outlet or one name, and stands there once."""
    errors: Errors = {}
    places: dict[tuple[str, object], int] = {}
    for place, guest in enumerate(subject.values.get("invited", ())):
        named = [(name, guest[name]) for name in ("body_id", "outlet_id", "name") if guest[name]]
        if not named:
            errors[f"invited[{place}].body_id"] = "Chọn cơ quan, chọn báo, hoặc ghi tên."
        elif len(named) > 1:
            errors[f"invited[{place}].{named[1][0]}"] = (
                "Mỗi dòng một nơi được mời; nơi khác thì nhập ở dòng khác."
            )
        elif (first := places.setdefault(named[0], place)) != place:
            errors[f"invited[{place}].{named[0][0]}"] = f"Đã mời ở dòng {first + 1}."
    return errors


def _tasks(subject: Subject) -> Errors:
    """A task is due after it was given, and done by today at the latest."""
    errors: Errors = {}
    held = subject.values.get("starts_at")
    for place, task in enumerate(subject.values.get("tasks", ())):
        due, done = task.get("due_on"), task.get("done_on")
        if held and due and due < held.date():
            errors[f"tasks[{place}].due_on"] = f"Hạn trước ngày giao ban {date_text(held)}."
        if done and done > subject.now.date():
            errors[f"tasks[{place}].done_on"] = "Ngày này còn ở tương lai; xong rồi mới ghi."
    return errors


def _coverage(subject: Subject) -> Errors:
    return {
        f"coverage[{place}].{tone}": "Số tin, bài từ 0 trở lên."
        for place, line in enumerate(subject.values.get("coverage", ()))
        for tone in _TONES
        if (line.get(tone) or 0) < 0
    }


CHECKS: dict[str, tuple[Check, ...]] = {
    "briefing": (
        _year,
        _state,
        _in_period,
        not_before("ends_at", "starts_at", "Kết thúc phải sau lúc bắt đầu."),
        _invited,
        _tasks,
        _coverage,
    ),
}
