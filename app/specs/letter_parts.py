"""The parts of a letter that only some document types have, as its page asks for them."""

from __future__ import annotations

from app.rules.vocabulary import DocumentType
from app.specs.fields import FieldSpec, Kind

AUTHORITY = FieldSpec(
    "authority", "Thẩm &quyền ban hành", help="In trên các căn cứ, ví dụ “GIÁM ĐỐC SỞ XÂY DỰNG”."
)
LEGAL_BASES = FieldSpec(
    "legal_bases", "&Căn cứ", Kind.LONG_TEXT,
    help="Mỗi căn cứ một dòng, bắt đầu bằng “Căn cứ …”, “Theo đề nghị của …”.",
)  # fmt: skip
CHAIR = FieldSpec("chair", "Chủ t&rì")
TIME = FieldSpec("time", "Thời &gian", help="Ví dụ: 8 giờ 00 ngày 06 tháng 10 năm 2026.")
VENUE = FieldSpec("venue", "Đị&a điểm")
STARTED_AT = FieldSpec("started_at", "Bắt đầ&u lúc")
ENDED_AT = FieldSpec("ended_at", "&Kết thúc lúc", help="Ví dụ: 11 giờ 15 cùng ngày.")
ATTENDEES = FieldSpec(
    "attendees", "Thành &phần tham dự", Kind.LONG_TEXT, help="Mỗi người một dòng."
)
SECRETARY = FieldSpec("secretary_name", "Th&ư ký", help="Ký bên trái, ghi họ tên.")
CHAIR_SIGNS = FieldSpec("signer_name", "Chủ trì ký, &họ tên", help="Ký bên phải, ghi họ tên.")

LINES = (LEGAL_BASES.name, ATTENDEES.name)
"""The parts that are lists, one item a line."""

_MEETINGS = {
    DocumentType.INVITATION: (CHAIR, TIME, VENUE),
    DocumentType.MINUTES: (STARTED_AT, VENUE, CHAIR, ATTENDEES, ENDED_AT, SECRETARY, CHAIR_SIGNS),
}


def own_parts(document_type: DocumentType) -> tuple[str, tuple[FieldSpec, ...]]:
    """Return the parts of a document type under their title."""
    if document_type in _MEETINGS:
        return "Cuộc họp", _MEETINGS[document_type]
    if document_type is DocumentType.DECISION:
        return "Căn cứ", (AUTHORITY, LEGAL_BASES)
    return "Căn cứ", (LEGAL_BASES,)
