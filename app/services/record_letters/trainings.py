"""Letters about trainings: the plan, the invitation."""

from __future__ import annotations

from collections.abc import Mapping

from app.exports.letter.data import LetterData
from app.models import Training
from app.rules.letter_text.common import ComposedText
from app.rules.letter_text.trainings import TrainingFacts, invitation, plan
from app.rules.vocabulary import ClockDuty, DocumentType, TrainingState
from app.services.record_letters.purposes import Address, Issued, LetterPurpose, Writing

KIND = "training"


def _facts(writing: Writing) -> TrainingFacts:
    training: Training = writing.record
    bodies = dict.fromkeys(one.body.name for one in training.participants if one.body)
    return TrainingFacts(
        title=training.title,
        grounds=writing.rule_basis(ClockDuty.TRAINING),
        starts_on=training.starts_on,
        ends_on=training.ends_on,
        hours=training.hours or "",
        place=training.place or "",
        topics=tuple(filter(None, (training.content or "").splitlines())),
        lecturers=tuple(
            f"{one.name}, {one.workplace}" if one.workplace else one.name
            for one in training.lecturers
        ),
        bodies=tuple(bodies),
        count=len(training.participants),
        cost=training.cost,
    )


def _plan(writing: Writing) -> ComposedText:
    return plan(writing.voice, _facts(writing))


def _invitation(writing: Writing) -> ComposedText:
    return invitation(writing.voice, _facts(writing))


def _invitation_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    training: Training = writing.record
    if training.state == TrainingState.CANCELLED:
        return {"": "Lớp đã hoãn, hủy; không phát hành giấy mời."}
    missing = {
        "starts_on": "Nhập ngày tổ chức trước khi phát hành giấy mời.",
        "place": "Nhập địa điểm trước khi phát hành giấy mời.",
    }
    return {name: text for name, text in missing.items() if not getattr(training, name)}


def _note_plan(issued: Issued) -> None:
    issued.record.plan_number = issued.letter.reference
    issued.record.plan_date = issued.letter.letter_date


def _drop_plan(issued: Issued) -> None:
    if issued.record.plan_number == issued.letter.reference:
        issued.record.plan_number = issued.record.plan_date = None


def _bodies(writing: Writing) -> tuple[Address, ...]:
    return tuple(Address(name) for name in _facts(writing).bodies)


PLAN = LetterPurpose(
    "training_plan",
    "kế hoạch tập huấn",
    KIND,
    DocumentType.PLAN,
    _plan,
    on_issued=_note_plan,
    on_voided=_drop_plan,
)
INVITATION = LetterPurpose(
    "training_invitation",
    "giấy mời dự tập huấn",
    KIND,
    DocumentType.INVITATION,
    _invitation,
    problems=_invitation_problems,
    addresses=_bodies,
)
TRAINING_LETTERS = (PLAN, INVITATION)
