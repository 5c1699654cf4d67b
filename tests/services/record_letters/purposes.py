"""Letters about incidents as the tests write them: one of each document type that has own parts."""

from __future__ import annotations

from collections.abc import Mapping

from app.exports.letter.data import LetterData
from app.rules.letter_text.common import ComposedText
from app.rules.vocabulary import DocumentType, IncidentState, LegalDuty
from app.services.record_letters.purposes import Address, Issued, LetterPurpose, Writing


def _report(writing: Writing) -> ComposedText:
    incident = writing.record
    return ComposedText(
        subject=writing.voice.letter_subject(f"báo cáo vụ việc {incident.title}"),
        body=(f"{writing.voice.office} báo cáo: {incident.title}.",),
        recipients=("Ủy ban nhân dân tỉnh",),
        copies=("Văn phòng Ủy ban nhân dân tỉnh",),
    )


def _report_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    if writing.record.description:
        return {}
    return {"description": "Ghi diễn biến vụ việc trước khi báo cáo."}


def _close(issued: Issued) -> None:
    issued.record.state = IncidentState.CLOSED.value


def _open_again(issued: Issued) -> None:
    issued.record.state = IncidentState.HANDLING.value


def _invitation(writing: Writing) -> ComposedText:
    return ComposedText(
        subject=f"họp về vụ việc {writing.record.title}",
        body=("Tới dự cuộc họp về vụ việc nêu trên.",),
        recipients=("Đại diện các cơ quan báo chí",),
        copies=("Như thành phần mời",),
        chair="Bà Trần Thị Bình, Giám đốc Sở",
        venue="Hội trường Sở",
    )


def _minutes(writing: Writing) -> ComposedText:
    return ComposedText(
        subject=f"họp về vụ việc {writing.record.title}",
        body=("1. Chủ trì nêu nội dung.", "2. Các đại biểu phát biểu."),
        venue="Hội trường Sở",
        started_at="8 giờ 00 ngày 05 tháng 10 năm 2026",
        ended_at="11 giờ 00 cùng ngày",
        chair="Bà Trần Thị Bình, Giám đốc Sở",
        attendees=("Lãnh đạo các phòng", "Báo An Giang"),
    )


def _decision(writing: Writing) -> ComposedText:
    return ComposedText(
        subject="lập tổ xác minh vụ việc",
        body=("Điều 1. Lập tổ xác minh.", "Điều 2. Quyết định này có hiệu lực từ ngày ký."),
        authority="GIÁM ĐỐC SỞ XÂY DỰNG",
        legal_bases=writing.citations(LegalDuty.CORRECTION),
    )


REPORT = LetterPurpose(
    "test_report",
    "công văn báo cáo vụ việc",
    "incident",
    DocumentType.OFFICIAL_LETTER,
    _report,
    problems=_report_problems,
    addresses=lambda _writing: (Address("Ủy ban nhân dân tỉnh", "16C Tôn Đức Thắng"),),
    on_issued=_close,
    on_voided=_open_again,
)
INVITATION = LetterPurpose(
    "test_invitation", "giấy mời họp", "incident", DocumentType.INVITATION, _invitation
)
MINUTES = LetterPurpose("test_minutes", "biên bản họp", "incident", DocumentType.MINUTES, _minutes)
DECISION = LetterPurpose(
    "test_decision", "quyết định lập tổ", "incident", DocumentType.DECISION, _decision,
    copies_authority=True,
)  # fmt: skip
ALL = (REPORT, INVITATION, MINUTES, DECISION)
