"""Letters about inspections; number and date go back to the records (duty 32)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exports.letter.data import LetterData
from app.models import Inspection, Recommendation
from app.rules.clocks.periods import Period
from app.rules.dates import date_text
from app.rules.letter_text.common import ComposedText
from app.rules.letter_text.inspections import (
    Asked,
    Checked,
    InspectionFacts,
    Member,
    PlanFacts,
    conclusion,
    plan,
    team_decision,
    urging,
)
from app.rules.vocabulary import (
    CheckResult,
    ClockDuty,
    DocumentType,
    InspectionKind,
    InspectionTopic,
    TeamRole,
)
from app.services.record_letters.common import decides, speaking_bases
from app.services.record_letters.purposes import Address, Issued, LetterPurpose, Writing
from app.services.records.completing import tell_state

KIND = "inspection"


def _facts(one: Inspection, **over: object) -> InspectionFacts:
    values: dict[str, object] = {
        "title": one.title,
        "kind": InspectionKind(one.kind),
        "body": one.body.name,
        "begins": one.started_on or one.planned_from,
        "ends": one.ended_on if one.started_on else one.planned_to,
        "scope": one.scope or "",
        "plan": (one.plan_number or "", one.plan_date),
        "decision": (one.decision_number or "", one.decision_date),
        "conclusion_paper": (one.conclusion_number or "", one.conclusion_date),
        "team": tuple(Member(m.name, m.job_title or "", TeamRole(m.role)) for m in one.team),
        "topics": tuple(InspectionTopic(line.topic) for line in one.checklist),
        "checked": tuple(
            Checked(InspectionTopic(line.topic), CheckResult(line.result), line.note or "")
            for line in one.checklist
            if line.result
        ),
        "findings": tuple((line.finding, line.evidence or "") for line in one.findings),
        "conclusion": one.conclusion or "",
        "recommendations": tuple(map(_asked, one.recommendations)),
    }
    return InspectionFacts(**{**values, **over})  # type: ignore[arg-type]


def _asked(line: Recommendation) -> Asked:
    return Asked(line.recommendation, line.responsible or "", line.due_on)


# The plan of a year, written from any one of its inspections


def _of_year(session: Session, year: int) -> Sequence[Inspection]:
    """Return the inspections planned in a year that are to be held, in the order of their days."""
    period = Period(year)
    return session.scalars(
        select(Inspection)
        .where(
            Inspection.deleted_at.is_(None),
            Inspection.called_off.is_(None),
            Inspection.planned_from >= period.first_day,
            Inspection.planned_from <= period.last_day,
        )
        .order_by(Inspection.planned_from, Inspection.id)
    ).all()


def _plan(writing: Writing) -> ComposedText:
    year = writing.record.planned_from.year
    of_year = _of_year(writing.session, year)
    facts = PlanFacts(
        year=year,
        # By the days of the plan, also where one of them was begun meanwhile.
        inspections=tuple(
            _facts(one, begins=one.planned_from, ends=one.planned_to)
            for one in of_year
            if not one.plan_number
        ),
        grounds=writing.rule_basis(ClockDuty.INSPECTION),
        is_additional=any(one.plan_number for one in of_year),
    )
    return plan(writing.voice, facts)


def _plan_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    one: Inspection = writing.record
    if one.called_off:
        return {"": "Cuộc kiểm tra này đã hoãn, hủy: lập kế hoạch từ một cuộc khác của năm."}
    return _has_number(one.plan_number, "Kế hoạch")


def _first_to_plan(session: Session, record: Inspection, _on: date) -> bool:
    """One plan is enough for a year: it is written from the first that is in none yet."""
    to_plan = [one for one in _of_year(session, record.planned_from.year) if not one.plan_number]
    return bool(to_plan) and to_plan[0] is record


def _plan_issued(issued: Issued) -> None:
    for one in _of_year(issued.session, issued.record.planned_from.year):
        if not one.plan_number:
            one.plan_number, one.plan_date = issued.letter.reference, issued.letter.letter_date


def _plan_voided(issued: Issued) -> None:
    same = select(Inspection).where(
        Inspection.plan_number == issued.letter.reference,
        Inspection.plan_date == issued.letter.letter_date,
    )
    for one in issued.session.scalars(same):
        one.plan_number = one.plan_date = None


# The team


def _decision(writing: Writing) -> ComposedText:
    bases = {"authority": decides(writing), "legal_bases": speaking_bases(writing)}
    return team_decision(writing.voice, _facts(writing.record, **bases))


def _decision_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    one: Inspection = writing.record
    if not any(member.role == TeamRole.LEADER for member in one.team):
        return {"": "Nhập thành phần đoàn, có trưởng đoàn, rồi viết lại văn bản."}
    if one.started_on and writing.on > one.started_on:
        began = date_text(one.started_on)
        return {"": f"Cuộc kiểm tra đã bắt đầu {began}, trước ngày của quyết định này."}
    return _has_number(one.decision_number, "Quyết định")


def _decided(issued: Issued) -> None:
    one: Inspection = issued.record
    one.decision_number, one.decision_date = issued.letter.reference, issued.letter.letter_date


def _undecided(issued: Issued) -> None:
    one: Inspection = issued.record
    if one.decision_number == issued.letter.reference:
        one.decision_number = one.decision_date = None


# The conclusion


def _conclusion(writing: Writing) -> ComposedText:
    return conclusion(writing.voice, _facts(writing.record))


def _conclusion_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    one: Inspection = writing.record
    if one.called_off:
        return {"called_off": "Cuộc kiểm tra đã hoãn, hủy thì không có kết luận."}
    if one.started_on is None:
        return {"started_on": "Nhập ngày bắt đầu kiểm tra rồi viết lại văn bản."}
    if writing.on < one.started_on:
        return {"": f"Không thể kết luận trước ngày bắt đầu kiểm tra {date_text(one.started_on)}."}
    if not one.conclusion:
        return {"conclusion": "Ghi nhận xét, kết luận rồi viết lại văn bản."}
    return _has_number(one.conclusion_number, "Kết luận")


def _concluded(issued: Issued) -> None:
    one: Inspection = issued.record
    one.conclusion_number, one.conclusion_date = issued.letter.reference, issued.letter.letter_date
    tell_state(one)


def _not_concluded(issued: Issued) -> None:
    one: Inspection = issued.record
    if one.conclusion_number == issued.letter.reference:
        one.conclusion_number = one.conclusion_date = None
        tell_state(one)


# Urging what is overdue


def _overdue(one: Inspection, on: date) -> list[Recommendation]:
    if one.called_off:
        return []
    lines = one.recommendations
    return [line for line in lines if line.due_on and not line.done_on and line.due_on < on]


def _urging(writing: Writing) -> ComposedText:
    late = tuple(map(_asked, _overdue(writing.record, writing.on)))
    return urging(writing.voice, _facts(writing.record, overdue=late, on=writing.on))


def _urging_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    if _overdue(writing.record, writing.on):
        return {}
    day = date_text(writing.on)
    return {"": f"Đến {day} không có kiến nghị nào quá hạn, không cần đôn đốc."}


def _urged(issued: Issued) -> None:
    day = issued.letter.letter_date
    assert day is not None  # it is issued
    for line in _overdue(issued.record, day):
        line.urged_on = day
    issued.record.touch()


def _not_urged(issued: Issued) -> None:
    for line in issued.record.recommendations:
        if line.urged_on == issued.letter.letter_date:
            line.urged_on = None
    issued.record.touch()


def _has_number(number: str | None, paper: str) -> dict[str, str]:
    if not number:
        return {}
    return {"": f"Bản ghi đã có {paper} số {number}; nhập nhầm thì xóa số đó trước khi phát hành."}


def _to_body(writing: Writing) -> tuple[Address, ...]:
    return (Address(writing.record.body.name),)


INSPECTION_LETTERS = (
    LetterPurpose(
        "inspection_plan",
        "kế hoạch kiểm tra của năm",
        KIND,
        DocumentType.PLAN,
        _plan,
        problems=_plan_problems,
        on_issued=_plan_issued,
        on_voided=_plan_voided,
        concerns=_first_to_plan,
    ),
    LetterPurpose(
        "inspection_decision",
        "quyết định thành lập đoàn kiểm tra",
        KIND,
        DocumentType.DECISION,
        _decision,
        problems=_decision_problems,
        addresses=_to_body,
        on_issued=_decided,
        on_voided=_undecided,
        concerns=lambda _session, one, _on: not one.decision_number and not one.called_off,
    ),
    LetterPurpose(
        "inspection_conclusion",
        "thông báo kết luận kiểm tra",
        KIND,
        DocumentType.NOTICE,
        _conclusion,
        problems=_conclusion_problems,
        addresses=_to_body,
        on_issued=_concluded,
        on_voided=_not_concluded,
        concerns=lambda _session, one, _on: bool(one.started_on) and not one.conclusion_number,
    ),
    LetterPurpose(
        "inspection_urging",
        "công văn đôn đốc khắc phục sau kiểm tra",
        KIND,
        DocumentType.OFFICIAL_LETTER,
        _urging,
        problems=_urging_problems,
        addresses=_to_body,
        on_issued=_urged,
        on_voided=_not_urged,
        concerns=lambda _session, one, on: bool(_overdue(one, on)),
    ),
)
