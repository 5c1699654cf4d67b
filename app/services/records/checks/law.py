"""Legal texts, letter styles, rules and days off."""

from __future__ import annotations

from sqlalchemy import select

from app.models import CalendarDay, LetterStyle
from app.rules.clocks.legal_rules import LegalRule, set_problems
from app.rules.clocks.terms import value_problem
from app.rules.clocks.work_calendar import is_weekend
from app.rules.vocabulary import DayKind
from app.services.clocks.store import read_rules
from app.services.records.checks.common import (
    CONFIRMED,
    PERIOD,
    Check,
    Errors,
    Subject,
    confirmed_with,
    not_in_future,
)
from app.specs.registry import SPECS


def _style_day_taken(subject: Subject) -> Errors:
    """No two styles of Party letters begin on the same day."""
    day = subject.values.get("valid_from")
    others = select(LetterStyle).where(
        LetterStyle.deleted_at.is_(None), LetterStyle.valid_from.is_not_distinct_from(day)
    )
    for other in subject.session.scalars(others):
        if other.id != subject.id:
            return {"valid_from": f"“{other.title}” đã áp dụng từ ngày này; chọn ngày khác."}
    return {}


def _term(subject: Subject) -> Errors:
    value = subject.values.get("value")
    problem = "" if value is None else value_problem(value)
    return {"value": problem} if problem else {}


def _turns(subject: Subject) -> Errors:
    """Rules of one duty that bind the same take turns: no day has two, none between has none."""
    values = subject.values
    begins, ends = values.get("valid_from"), values.get("valid_to")
    fields = {field.name for field in SPECS[subject.kind].fields()}
    if values.keys() != fields or (begins and ends and ends < begins):
        return {}  # what is wrong with one field alone comes first
    stored = read_rules(subject.session)
    own = LegalRule.from_values("", values)
    others = [rule for record_id, rule in stored.items() if record_id != subject.id]
    known = {problem.sentence for problem in set_problems(stored.values())}
    for problem in set_problems([*others, own]):
        if own in (problem.earlier, problem.later):
            field = "valid_from" if problem.later is own else "valid_to"
            return {field: f"{problem.sentence} {_TURNS_ADVICE}"}
        if problem.sentence not in known:
            return {"": f"Chuyển quy định này đi thì thiếu. {problem.sentence}"}
    return {}


_TURNS_ADVICE = (
    "Sửa ngày ở đây; nếu cả hai quy định cùng đổi ngày, dùng “Dời ngày chuyển tiếp” ở danh sách."
)


def _day_taken(subject: Subject) -> Errors:
    """A date is in the calendar once."""
    day = subject.values.get("day")
    others = select(CalendarDay).where(CalendarDay.deleted_at.is_(None), CalendarDay.day == day)
    for other in subject.session.scalars(others):
        if other.id != subject.id:
            return {"day": f"Ngày này đã có trong lịch: “{other.name}”; sửa dòng đó."}
    return {}


def _weekday(subject: Subject) -> Errors:
    """Work is made up for on a weekend; a weekday is given for it, or for a holiday on one."""
    day, kind = subject.values.get("day"), subject.values.get("kind")
    if day is None or kind is None or kind == DayKind.HOLIDAY:
        return {}
    if kind == DayKind.MAKE_UP:
        return {} if is_weekend(day) else {"day": "Ngày làm bù là thứ Bảy hoặc Chủ Nhật."}
    label = DayKind(kind).label
    return {"day": f"{label} vào ngày thường, từ thứ Hai đến thứ Sáu."} if is_weekend(day) else {}


CHECKS: dict[str, tuple[Check, ...]] = {
    "legal_basis": (PERIOD, CONFIRMED, not_in_future("confirmed_on")),
    "letter_style": (_style_day_taken, CONFIRMED, not_in_future("confirmed_on")),
    "legal_rule": (PERIOD, _term, _turns, CONFIRMED, not_in_future("confirmed_on")),
    "calendar_day": (
        _day_taken,
        _weekday,
        confirmed_with("thông báo chính thức"),
        not_in_future("confirmed_on"),
    ),
}
