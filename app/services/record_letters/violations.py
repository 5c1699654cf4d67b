"""Letters about a violation that the press found; each issued one is a step that was taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import select

from app.exports.letter.data import LetterData
from app.models import Article, Deadline, Violation, ViolationStep
from app.rules.duties.violations import (
    Step,
    StepTaken,
    first_days,
    missing,
    order_problem,
    result_day,
)
from app.rules.letter_text.common import ComposedText, Voice
from app.rules.letter_text.violations import (
    Inspector,
    Taken,
    Told,
    ViolationFacts,
    conclusion_notice,
    direction,
    press_answer,
    superior_report,
    team_decision,
)
from app.rules.vocabulary import (
    ClockDuty,
    DeadlineState,
    DocumentType,
    OutletType,
    TeamRole,
    ViolationConclusion,
    ViolationStage,
    ViolationSubject,
)
from app.services.letters import store as letter_store
from app.services.office.service import read_profile
from app.services.record_letters.common import decides
from app.services.record_letters.purposes import Address, Issued, LetterPurpose, Writing

KIND = "violation"

# Of these steps the record keeps to whom the letter went, of the others who wrote it.
_ADDRESSED = (Step.REPORTED, Step.INFORMED)


def _facts(writing: Writing, duty: ClockDuty) -> ViolationFacts:
    """Return what letters say; ``duty`` is the one whose grounds and due day they name."""
    one: Violation = writing.record
    profile = read_profile(writing.session)
    grounds = writing.rule_basis(duty)
    return ViolationFacts(
        title=one.title,
        finding=one.finding,
        body=one.accountable_body.name,
        subject_kind=ViolationSubject(one.subject_kind),
        subject=one.subject or "",
        told=tuple(_told(line.article) for line in one.articles),
        source=one.source or "",
        grounds=grounds,
        asked_on=one.asked_on,
        answer_by=_due(writing, ClockDuty.VIOLATION_CONCLUSION),
        superior=profile.superior_name if profile else "",
        directed=_first(one, Step.DIRECTED),
        inspected=_first(one, Step.INSPECTED),
        concluded=_first(one, Step.CONCLUDED),
        handled=tuple(_taken(line) for line in one.steps if line.step == Step.HANDLED),
        conclusion=_conclusion(one),
        conclusion_text=one.conclusion_text or "",
        team=tuple(Inspector(m.name, m.job_title or "", TeamRole(m.role)) for m in one.team),
        authority=decides(writing),
        legal_bases=(f"Căn cứ {grounds}",) if grounds else (),
    )


def _told(article: Article) -> Told:
    return Told(
        article.outlet.name,
        OutletType(article.outlet.type),
        article.title,
        article.published_at.date(),
    )


def _taken(line: ViolationStep) -> Taken:
    return Taken(line.done_on, line.until_on, line.who or "", line.paper or "", line.note or "")


def _first(one: Violation, step: Step) -> Taken | None:
    lines = [line for line in one.steps if line.step == step]
    return _taken(min(lines, key=lambda line: line.done_on)) if lines else None


def _conclusion(one: Violation) -> ViolationConclusion | None:
    return ViolationConclusion(one.conclusion) if one.conclusion else None


def _days(one: Violation) -> Mapping[Step, date]:
    return first_days(StepTaken(Step(line.step), line.done_on) for line in one.steps)


def _due(writing: Writing, duty: ClockDuty) -> date | None:
    due_at = writing.session.scalar(
        select(Deadline.due_at).where(
            Deadline.record_kind == KIND,
            Deadline.record_id == writing.record.id,
            Deadline.duty == duty.value,
            Deadline.state == DeadlineState.OPEN.value,
        )
    )
    return due_at.date() if due_at and due_at.date() > writing.on else None


def _writes(
    text: Callable[[Voice, ViolationFacts], ComposedText], duty: ClockDuty
) -> Callable[[Writing], ComposedText]:
    return lambda writing: text(writing.voice, _facts(writing, duty))


# What keeps a letter from going out


def _in_order(step: Step) -> Callable[[Writing, LetterData], Mapping[str, str]]:
    """Make the problems of a letter that is a step: it has what it tells of, and its place."""

    def problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
        one: Violation = writing.record
        if one.closed_on is not None:
            return {"closed_on": "Hồ sơ đã kết thúc; bỏ ngày kết thúc trước khi phát hành."}
        if writing.on < one.learned_on:
            return {"": "Ngày văn bản không thể trước ngày biết tin báo nêu."}
        if step is not Step.DIRECTED and (lacking := _lacks(one, step)):
            return lacking
        problem = order_problem(_days(one), step, writing.on)
        return {"": problem} if problem else {}

    return problems


def _lacks(one: Violation, step: Step) -> Mapping[str, str]:
    if not one.conclusion:
        return {"conclusion": "Chọn kết luận trước khi phát hành, rồi viết lại văn bản."}
    if not one.conclusion_text:
        return {"conclusion_text": "Ghi nội dung kết luận, xử lý rồi viết lại văn bản."}
    if step is Step.CONCLUDED or result_day(_days(one), _conclusion(one)) is not None:
        return {}
    before = Step.HANDLED if Step.CONCLUDED in _days(one) else Step.CONCLUDED
    return {"": f"Ghi bước “{before.label}” ở phần “Các bước” trước, rồi viết lại văn bản."}


def _team_problems(writing: Writing, letter: LetterData) -> Mapping[str, str]:
    if not any(member.role == TeamRole.LEADER for member in writing.record.team):
        return {"": "Nhập đoàn kiểm tra, có trưởng đoàn, rồi viết lại văn bản."}
    return _in_order(Step.DIRECTED)(writing, letter)


# What an issued letter writes to the record


def _takes(step: Step) -> Callable[[Issued], None]:
    """Make what an issued letter does: it is a step taken, or the paper of one."""

    def take(issued: Issued) -> None:
        one: Violation = issued.record
        day = issued.letter.letter_date
        assert day is not None  # it is issued
        bare = [line for line in one.steps if line.step == step and not line.paper]
        if bare:
            bare[0].paper = issued.letter.reference
        else:
            one.steps.append(
                ViolationStep(
                    position=len(one.steps),
                    step=step.value,
                    done_on=day,
                    who=_who(issued, step),
                    paper=issued.letter.reference,
                )
            )
        one.touch()

    return take


def _takes_back(step: Step) -> Callable[[Issued], None]:
    """Make what a void letter does: its step is gone, or stands without a paper."""

    def take_back(issued: Issued) -> None:
        one: Violation = issued.record
        letter = issued.letter
        own = [line for line in one.steps if line.step == step and line.paper == letter.reference]
        for line in own:
            if line.done_on == letter.letter_date and line.who == _who(issued, step):
                one.steps.remove(line)
            else:
                line.paper = None
        for place, line in enumerate(one.steps):
            line.position = place
        if missing(_days(one), _conclusion(one)):
            one.closed_on = None  # what is missing again cannot have ended (duty 23)
        one.touch()

    return take_back


def _who(issued: Issued, step: Step) -> str:
    if step in _ADDRESSED:
        return ", ".join(letter_store.data_of(issued.letter).recipients)
    profile = read_profile(issued.session)
    return profile.name if profile else ""


def _to_body(writing: Writing) -> tuple[Address, ...]:
    return (Address(writing.record.accountable_body.name),)


def _to_superior(writing: Writing) -> tuple[Address, ...]:
    profile = read_profile(writing.session)
    return (Address(profile.superior_name),) if profile and profile.superior_name else ()


def _to_outlets(writing: Writing) -> tuple[Address, ...]:
    outlets = dict.fromkeys(line.article.outlet for line in writing.record.articles)
    return tuple(Address(outlet.name, outlet.address or "") for outlet in outlets)


def _waits_for(*stages: ViolationStage) -> Callable[[object, Violation, date], bool]:
    return lambda _session, one, _on: one.stage in stages


VIOLATION_LETTERS = (
    LetterPurpose(
        "violation_direction",
        "công văn chỉ đạo kiểm tra",
        KIND,
        DocumentType.OFFICIAL_LETTER,
        _writes(direction, ClockDuty.VIOLATION_DIRECTION),
        problems=_in_order(Step.DIRECTED),
        addresses=_to_body,
        on_issued=_takes(Step.DIRECTED),
        on_voided=_takes_back(Step.DIRECTED),
        concerns=_waits_for(ViolationStage.DIRECTION),
    ),
    LetterPurpose(
        "violation_team",
        "quyết định thành lập đoàn kiểm tra",
        KIND,
        DocumentType.DECISION,
        _writes(team_decision, ClockDuty.VIOLATION_DIRECTION),
        problems=_team_problems,
        addresses=_to_body,
        on_issued=_takes(Step.DIRECTED),
        on_voided=_takes_back(Step.DIRECTED),
        concerns=_waits_for(ViolationStage.DIRECTION, ViolationStage.INSPECTION),
    ),
    LetterPurpose(
        "violation_conclusion",
        "thông báo kết luận",
        KIND,
        DocumentType.NOTICE,
        _writes(conclusion_notice, ClockDuty.VIOLATION_CONCLUSION),
        problems=_in_order(Step.CONCLUDED),
        addresses=_to_body,
        on_issued=_takes(Step.CONCLUDED),
        on_voided=_takes_back(Step.CONCLUDED),
        concerns=_waits_for(ViolationStage.CONCLUSION),
    ),
    LetterPurpose(
        "violation_report",
        "báo cáo cấp ủy cấp trên",
        KIND,
        DocumentType.REPORT,
        _writes(superior_report, ClockDuty.VIOLATION_REPORT),
        problems=_in_order(Step.REPORTED),
        addresses=_to_superior,
        on_issued=_takes(Step.REPORTED),
        on_voided=_takes_back(Step.REPORTED),
        concerns=_waits_for(ViolationStage.REPORT),
    ),
    LetterPurpose(
        "violation_answer",
        "công văn thông tin kết quả cho báo chí",
        KIND,
        DocumentType.OFFICIAL_LETTER,
        _writes(press_answer, ClockDuty.VIOLATION_RESULT),
        problems=_in_order(Step.INFORMED),
        addresses=_to_outlets,
        on_issued=_takes(Step.INFORMED),
        on_voided=_takes_back(Step.INFORMED),
        concerns=_waits_for(ViolationStage.REPORT, ViolationStage.ANSWER),
    ),
)
