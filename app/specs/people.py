"""Journalists, and the people of other bodies whom the office is in touch with."""

from __future__ import annotations

from app.rules.vocabulary import ContactKind
from app.specs.fields import (
    ColumnSpec,
    FieldSpec,
    FilterSpec,
    Kind,
    LinesSpec,
    ListSpec,
    RecordSpec,
    Section,
)

CONTACT = RecordSpec(
    kind="contact",
    singular="nhà báo, người liên hệ",
    plural="Nhà báo, người liên hệ",
    label="name",
    sections=(
        Section(
            "Người liên hệ",
            (
                FieldSpec("name", "&Họ và tên", required=True, max_length=100),
                FieldSpec(
                    "kind", "&Là", Kind.CHOICE, required=True, choices=ContactKind,
                    default=ContactKind.JOURNALIST,
                ),
                FieldSpec("phone", "Điệ&n thoại", max_length=50),
                FieldSpec("email", "&Email", max_length=100),
            ),
        ),
        Section(
            "Thẻ nhà báo",
            (
                FieldSpec("card_number", "&Số thẻ nhà báo", max_length=50),
                FieldSpec("card_expires_on", "Thẻ có giá &trị đến ngày", Kind.DATE),
                FieldSpec("note", "&Ghi chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    lines=(
        LinesSpec(
            "posts",
            "Nơi công tác",
            "nơi công tác",
            (
                FieldSpec("outlet_id", "Cơ quan báo chí", Kind.RELATED, related="outlet"),
                FieldSpec("body_id", "Cơ quan, đơn vị", Kind.RELATED, related="body"),
                FieldSpec("job_title", "Chức danh, nhiệm vụ", max_length=200),
                FieldSpec("started_on", "Từ ngày", Kind.DATE),
                FieldSpec("ended_on", "Đến ngày", Kind.DATE),
            ),
            help="Mỗi dòng là một cơ quan báo chí, hoặc một cơ quan, đơn vị. Nơi đang làm việc thì"
            " để trống “Đến ngày”.",
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("name", "Họ và tên", "name", width=30, sort="name_key"),
            ColumnSpec("workplace", "Nơi công tác", "last_outlet.name", width=30,
                       sort="last_outlet.name_key", fallback="last_body.name"),
            ColumnSpec("job_title", "Chức danh", "last_job_title", width=20,
                       sort="last_job_title_key"),
            ColumnSpec("phone", "Điện thoại", "phone", width=14),
            ColumnSpec("card_expires_on", "Hạn thẻ", "card_expires_on", Kind.DATE, 12,
                       expires="hết hạn"),
            ColumnSpec("left_on", "Làm đến ngày", "last_ended_on", Kind.DATE, 12),
            ColumnSpec("kind", "Là", "kind", Kind.CHOICE, 20, ContactKind),
            ColumnSpec("email", "Email", "email", width=26),
        ),
        search=("name", "phone", "email", "card_number", "note", "posts.job_title"),
        search_related=("posts.outlet", "posts.body"),
        default_sort="name",
        filters=(
            FilterSpec("kind", "Là", "kind", Kind.CHOICE, ContactKind),
            FilterSpec("outlet", "Cơ quan báo chí", "last_outlet_id", Kind.RELATED,
                       related="outlet"),
            FilterSpec("body", "Cơ quan, đơn vị", "last_body_id", Kind.RELATED, related="body"),
            FilterSpec("card_expires_on", "Hạn thẻ", "card_expires_on", Kind.DATE),
        ),
    ),
)  # fmt: skip
