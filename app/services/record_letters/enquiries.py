"""Letters to the press about an enquiry: the answer (duty 2), and a refusal on a ground."""

from __future__ import annotations

from collections.abc import Mapping

from app.exports.letter.data import LetterData
from app.models import Enquiry, Outlet
from app.rules.letter_text.common import ComposedText
from app.rules.letter_text.enquiries import EnquiryFacts, answer_to_press, refusal_to_press
from app.rules.vocabulary import (
    ClockDuty,
    DocumentType,
    EnquiryChannel,
    EnquiryKind,
    EnquiryOutcome,
    OutletType,
)
from app.rules.wording.press_names import outlet_words
from app.services.record_letters.purposes import Address, Issued, LetterPurpose, Writing

_REFUSED = "Câu hỏi này đã bị từ chối; sửa kết quả trước khi lập công văn trả lời."
_ANSWERED = "Câu hỏi này đã được trả lời; sửa kết quả trước khi lập công văn từ chối."


def _outlet(enquiry: Enquiry) -> Outlet | None:
    contact = enquiry.contact
    return enquiry.outlet or (contact.last_outlet if contact else None)


def _facts(writing: Writing) -> EnquiryFacts:
    enquiry: Enquiry = writing.record
    outlet = _outlet(enquiry)
    contact = enquiry.contact
    return EnquiryFacts(
        kind=EnquiryKind(enquiry.kind),
        channel=EnquiryChannel(enquiry.channel),
        received_at=enquiry.received_at,
        title=enquiry.title,
        question=enquiry.question,
        asker=contact.name if contact else enquiry.asker_name or "",
        outlet=outlet_words(outlet.name, OutletType(outlet.type)) if outlet else None,
        law=writing.rule_basis(ClockDuty.PRESS_ANSWER, enquiry.received_at.date()),
    )


def _answer(writing: Writing) -> ComposedText:
    return answer_to_press(writing.voice, _facts(writing), writing.record.answer or "")


def _refusal(writing: Writing) -> ComposedText:
    enquiry: Enquiry = writing.record
    ground = enquiry.refusal_ground
    return refusal_to_press(
        writing.voice,
        _facts(writing),
        ground.wording if ground else "",
        ground.citation if ground else "",
        enquiry.refusal_note or "",
    )


def _answer_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    enquiry: Enquiry = writing.record
    if enquiry.outcome == EnquiryOutcome.REFUSED:
        return {"outcome": _REFUSED}
    if not enquiry.answer:
        return {"answer": "Nhập nội dung trả lời ở hồ sơ câu hỏi trước khi phát hành."}
    return {}


def _refusal_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    enquiry: Enquiry = writing.record
    ground = enquiry.refusal_ground
    if enquiry.outcome == EnquiryOutcome.ANSWERED:
        return {"outcome": _ANSWERED}
    if ground is None:
        return {"refusal_ground_id": "Chọn quy định cho phép từ chối ở hồ sơ câu hỏi."}
    begun = ground.valid_from is None or ground.valid_from <= writing.on
    if not begun or (ground.valid_to is not None and writing.on > ground.valid_to):
        return {
            "refusal_ground_id": "Căn cứ từ chối đã chọn không có hiệu lực vào ngày văn bản; chọn"
            " căn cứ khác ở hồ sơ câu hỏi."
        }
    return {}


def _addresses(writing: Writing) -> tuple[Address, ...]:
    outlet = _outlet(writing.record)
    if outlet is None:
        return ()
    name = outlet_words(outlet.name, OutletType(outlet.type)).name
    return (Address(name, outlet.address or ""),)


def _answered(issued: Issued) -> None:
    """The letter is the answer, unless one was noted before it."""
    enquiry: Enquiry = issued.record
    if enquiry.answered_at is None:
        enquiry.answered_at = issued.at
        enquiry.answered_by = enquiry.answered_by or issued.letter.content["signer_name"]
    enquiry.outcome = EnquiryOutcome.ANSWERED.value


def _not_answered(issued: Issued) -> None:
    enquiry: Enquiry = issued.record
    if enquiry.answered_at == issued.letter.issued_at:
        enquiry.answered_at = None
        enquiry.outcome = EnquiryOutcome.PENDING.value


def _refused(issued: Issued) -> None:
    enquiry: Enquiry = issued.record
    enquiry.refused_at = enquiry.refused_at or issued.at
    enquiry.outcome = EnquiryOutcome.REFUSED.value


def _not_refused(issued: Issued) -> None:
    enquiry: Enquiry = issued.record
    if enquiry.refused_at == issued.letter.issued_at:
        enquiry.refused_at = None
        enquiry.outcome = EnquiryOutcome.PENDING.value


ENQUIRY_LETTERS = (
    LetterPurpose(
        "enquiry_answer",
        "công văn trả lời báo chí",
        "enquiry",
        DocumentType.OFFICIAL_LETTER,
        _answer,
        problems=_answer_problems,
        addresses=_addresses,
        on_issued=_answered,
        on_voided=_not_answered,
    ),
    LetterPurpose(
        "enquiry_refusal",
        "công văn từ chối cung cấp thông tin",
        "enquiry",
        DocumentType.OFFICIAL_LETTER,
        _refusal,
        problems=_refusal_problems,
        addresses=_addresses,
        on_issued=_refused,
        on_voided=_not_refused,
    ),
)
