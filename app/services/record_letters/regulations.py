"""Letters about press regulations: to review one whose grounds ended, to issue one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from app.exports.letter.data import LetterData
from app.models import Deadline, Regulation
from app.rules.letter_text.common import ComposedText
from app.rules.letter_text.regulations import RegulationReminder, issue_reminder, review_reminder
from app.rules.vocabulary import ClockDuty, DeadlineState, DocumentType, ReviewState
from app.services.deadlines.kinds.regulations import KIND, needs
from app.services.record_letters.purposes import Address, LetterPurpose, Writing


def _due(writing: Writing) -> date | None:
    due_at = writing.session.scalar(
        select(Deadline.due_at).where(
            Deadline.record_kind == KIND,
            Deadline.record_id == writing.record.id,
            Deadline.duty == ClockDuty.REGULATION_REVIEW.value,
            Deadline.state == DeadlineState.OPEN.value,
        )
    )
    return due_at.date() if due_at and due_at.date() > writing.on else None


def _review(writing: Writing) -> ComposedText:
    regulation: Regulation = writing.record
    need = needs(writing.session, [regulation.id])[regulation.id]
    facts = RegulationReminder(
        body=regulation.body.name,
        grounds=writing.rule_basis(ClockDuty.REGULATION_REVIEW),
        title=regulation.title,
        number=regulation.number or "",
        issued_on=regulation.issued_on,
        ended=need.ended,
        answer_by=_due(writing),
    )
    return review_reminder(writing.voice, facts)


def _review_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    if writing.record.review_state in (ReviewState.NEEDED, ReviewState.AMENDING):
        return {}
    return {"": "Quy chế này không cần rà soát: các văn bản được viện dẫn còn hiệu lực."}


def _issue(writing: Writing) -> ComposedText:
    facts = RegulationReminder(
        body=writing.record.name, grounds=writing.rule_basis(ClockDuty.REGULATION_REVIEW)
    )
    return issue_reminder(writing.voice, facts)


def _to_body(writing: Writing) -> tuple[Address, ...]:
    return (Address(writing.record.body.name),)


REVIEW_REMINDER = LetterPurpose(
    "regulation_review",
    "công văn đề nghị rà soát quy chế",
    KIND,
    DocumentType.OFFICIAL_LETTER,
    _review,
    problems=_review_problems,
    addresses=_to_body,
)
ISSUE_REMINDER = LetterPurpose(
    "regulation_issue",
    "công văn đề nghị ban hành quy chế",
    "body",
    DocumentType.OFFICIAL_LETTER,
    _issue,
    addresses=lambda writing: (Address(writing.record.name),),
)
REGULATION_LETTERS = (REVIEW_REMINDER, ISSUE_REMINDER)
