"""The single fields of the office's profile; its signers and lists are laid out by its page."""

from __future__ import annotations

from app.rules.vocabulary import Layout, NumberingMode, NumberSource
from app.specs.fields import FieldSpec, Kind

IDENTITY = (
    FieldSpec("name", "&Tên cơ quan", required=True, max_length=200,
              help="Viết như trong câu văn, ví dụ: Sở Xây dựng."),
    FieldSpec("superior_name", "Cơ quan cấp t&rên", max_length=200,
              help="Dòng trên tên cơ quan ở đầu văn bản; để trống nếu không có."),
    FieldSpec("place", "Đị&a danh", required=True, max_length=100,
              help="Ghi trước ngày tháng, ví dụ: An Giang."),
    FieldSpec("layout", "T&hể thức", Kind.CHOICE, required=True, choices=Layout,
              default=Layout.STATE),
    FieldSpec("symbol", "&Ký hiệu", required=True, max_length=30,
              help="Phần đứng sau số văn bản, ví dụ: SXD-VP hoặc CV/TU."),
)  # fmt: skip

NUMBERING = (
    FieldSpec("number_source", "Cấp &số", Kind.CHOICE, required=True, choices=NumberSource,
              default=NumberSource.OWN_BOOK),
    FieldSpec("numbering_mode", "Sổ văn &bản", Kind.CHOICE, required=True, choices=NumberingMode,
              default=NumberingMode.ONE_BOOK),
)  # fmt: skip

AUTHORITY = FieldSpec(
    "press_authority_id", "Cơ quan &quản lý báo chí", Kind.RELATED, related="body",
    help="Được gửi một bản của mỗi văn bản yêu cầu cải chính.",
)  # fmt: skip
