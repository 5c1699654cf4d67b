"""The library of legal and Party documents, and the press regulations of the bodies."""

from __future__ import annotations

from app.rules.vocabulary import (
    LegalDocumentKind,
    RegulationStatus,
    RegulationTopic,
    ReviewResult,
    ReviewState,
)
from app.specs.deadlines import DEADLINE_COLUMNS, DEADLINE_FILTER
from app.specs.fields import (
    ColumnSpec,
    FieldSpec,
    FilterSpec,
    Kind,
    LinesSpec,
    ListSpec,
    RecordSpec,
    Section,
    ViewSpec,
    validity_filter,
)

LEGAL_DOCUMENT = RecordSpec(
    kind="legal_document",
    singular="văn bản pháp luật, văn bản của Đảng",
    plural="Văn bản pháp luật, Đảng",
    label="number",
    has_attachments=True,
    first_step=(
        "Nhập các văn bản mà quy chế phát ngôn viện dẫn. Khi một văn bản hết hiệu lực, phần Quy "
        "chế phát ngôn tự báo các quy chế cần rà soát."
    ),
    sections=(
        Section(
            "Văn bản",
            (
                FieldSpec("kind", "&Loại", Kind.CHOICE, required=True, choices=LegalDocumentKind,
                          default=LegalDocumentKind.DECREE),
                FieldSpec("number", "&Số, ký hiệu", required=True, max_length=100,
                          help="Như 244/2026/NĐ-CP, 144-CV/TU."),
                FieldSpec("issued_on", "Ngà&y ban hành", Kind.DATE),
                FieldSpec("issuer", "Cơ &quan ban hành", max_length=200),
                FieldSpec("title", "&Tên, trích yếu", Kind.LONG_TEXT, required=True,
                          max_length=1000),
                FieldSpec("note", "Gh&i chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
        Section(
            "Hiệu lực",
            (
                FieldSpec("valid_from", "Từ n&gày", Kind.DATE),
                FieldSpec("valid_to", "Đế&n hết ngày", Kind.DATE,
                          help="Ngày cuối cùng còn hiệu lực; để trống nếu đang có hiệu lực."),
                FieldSpec("replaced_by_id", "Thay &bằng", Kind.RELATED, related="legal_document"),
            ),
        ),
        Section(
            "Kiểm chứng",
            (
                FieldSpec("source", "Ng&uồn", Kind.LONG_TEXT, max_length=500),
                FieldSpec("confirmed", "Đã &kiểm chứng với văn bản gốc", Kind.FLAG, default=False),
                FieldSpec("confirmed_by", "Người kiể&m chứng", max_length=100),
                FieldSpec("confirmed_on", "Ngày kiểm c&hứng", Kind.DATE),
            ),
        ),
    ),
    lines=(
        LinesSpec(
            "disseminations",
            "Quán triệt",
            "lần quán triệt",
            (
                FieldSpec("held_on", "Ngày", Kind.DATE, required=True),
                FieldSpec("manner", "Hình thức, nơi tổ chức", max_length=300),
                FieldSpec("audience", "Cho ai", required=True, max_length=500),
                FieldSpec("note", "Ghi chú", max_length=500),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("number", "Số, ký hiệu", "number", width=20, sort="number_key"),
            ColumnSpec("issued_on", "Ngày ban hành", "issued_on", Kind.DATE, 13),
            ColumnSpec("kind", "Loại", "kind", Kind.CHOICE, 18, LegalDocumentKind),
            ColumnSpec("title", "Tên, trích yếu", "title", Kind.LONG_TEXT, 46, sort="title_key"),
            ColumnSpec("issuer", "Cơ quan ban hành", "issuer", width=24, sort="issuer_key"),
            ColumnSpec("valid_from", "Từ ngày", "valid_from", Kind.DATE, 12),
            ColumnSpec("valid_to", "Đến hết ngày", "valid_to", Kind.DATE, 13),
            ColumnSpec("replaced_by", "Thay bằng", "replaced_by.number", width=20,
                       sort="replaced_by.number_key"),
            ColumnSpec("confirmed", "Đã kiểm chứng", "confirmed", Kind.FLAG, 14),
        ),
        search=("number", "title", "issuer", "note"),
        default_sort="-issued_on",
        filters=(
            FilterSpec("kind", "Loại", "kind", Kind.CHOICE, LegalDocumentKind),
            FilterSpec("issued_on", "Ban hành", "issued_on", Kind.DATE),
            FilterSpec("valid_to", "Hết hiệu lực", "valid_to", Kind.DATE),
            validity_filter("Hiệu lực"),
        ),
        views=(ViewSpec("Đang có hiệu lực", {"validity": "current"}),),
    ),
)  # fmt: skip

REGULATION = RecordSpec(
    kind="regulation",
    singular="quy chế phát ngôn",
    plural="Quy chế phát ngôn",
    label="title",
    has_attachments=True,
    first_step=(
        "Nhập quy chế phát ngôn đang áp dụng của cơ quan mình và của từng cơ quan, đơn vị, kèm các "
        "văn bản mà quy chế viện dẫn; rồi mở “Rà soát” để thấy quy chế nào không còn phù hợp."
    ),
    sections=(
        Section(
            "Quy chế",
            (
                FieldSpec("body_id", "&Cơ quan, đơn vị", Kind.RELATED, required=True,
                          related="body"),
                FieldSpec("title", "&Tên quy chế", Kind.LONG_TEXT, required=True, max_length=500),
                FieldSpec("number", "&Số, ký hiệu quyết định", max_length=100),
                FieldSpec("issued_on", "Ngà&y ban hành", Kind.DATE),
                FieldSpec("status", "Tìn&h trạng", Kind.CHOICE, required=True,
                          choices=RegulationStatus, default=RegulationStatus.IN_FORCE),
            ),
        ),
        Section(
            "Hiệu lực",
            (
                FieldSpec("valid_from", "Từ n&gày", Kind.DATE),
                FieldSpec("valid_to", "Đế&n hết ngày", Kind.DATE),
                FieldSpec("replaces_id", "Thay thế &quy chế", Kind.RELATED, related="regulation"),
                FieldSpec("note", "Gh&i chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    lines=(
        LinesSpec(
            "bases",
            "Căn cứ",
            "văn bản viện dẫn",
            (
                FieldSpec("document_id", "Văn bản viện dẫn", Kind.RELATED, required=True,
                          related="legal_document"),
                FieldSpec("note", "Ghi chú", max_length=500),
            ),
            help="Văn bản nào hết hiệu lực thì quy chế này chuyển thành “Cần rà soát”.",
        ),
        LinesSpec(
            "clauses",
            "Nội dung",
            "nội dung",
            (
                FieldSpec("topic", "Nội dung phải có", Kind.CHOICE, required=True,
                          choices=RegulationTopic),
                FieldSpec("is_covered", "Đã có", Kind.FLAG, default=False),
                FieldSpec("note", "Điều, khoản; ghi chú", max_length=500),
            ),
            first_lines=tuple({"topic": topic.value} for topic in RegulationTopic),
        ),
        LinesSpec(
            "reviews",
            "Rà soát",
            "lần rà soát",
            (
                FieldSpec("reviewed_on", "Ngày rà soát", Kind.DATE, required=True),
                FieldSpec("result", "Kết quả", Kind.CHOICE, required=True, choices=ReviewResult),
                FieldSpec("plan", "Kế hoạch sửa đổi", max_length=1000),
                FieldSpec("plan_due_on", "Hạn hoàn thành", Kind.DATE),
                FieldSpec("done_on", "Hoàn thành ngày", Kind.DATE),
                FieldSpec("note", "Ghi chú", max_length=500),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("body", "Cơ quan, đơn vị", "body.name", width=32, sort="body.name_key"),
            ColumnSpec("number", "Số, ký hiệu", "number", width=18, sort="number_key"),
            ColumnSpec("issued_on", "Ngày ban hành", "issued_on", Kind.DATE, 13),
            ColumnSpec("title", "Tên quy chế", "title", Kind.LONG_TEXT, 40, sort="title_key"),
            ColumnSpec("status", "Tình trạng", "status", Kind.CHOICE, 18, RegulationStatus),
            ColumnSpec("review_state", "Rà soát", "review_state", Kind.CHOICE, 18, ReviewState),
            ColumnSpec("review_from", "Cần rà soát từ", "review_from", Kind.DATE, 14),
            *DEADLINE_COLUMNS,
        ),
        search=("title", "number", "note"),
        search_related=("body",),
        default_sort="body",
        filters=(
            DEADLINE_FILTER,
            FilterSpec("review_state", "Rà soát", "review_state", Kind.CHOICE, ReviewState),
            FilterSpec("status", "Tình trạng", "status", Kind.CHOICE, RegulationStatus),
            FilterSpec("body", "Cơ quan, đơn vị", "body_id", Kind.RELATED, related="body"),
            FilterSpec("issued_on", "Ban hành", "issued_on", Kind.DATE),
        ),
        views=(
            ViewSpec("Cần rà soát", {"review_state": "needed"}, "review_from"),
            ViewSpec("Chờ sửa đổi", {"review_state": "amending"}),
            ViewSpec("Đang áp dụng", {"status": "in_force"}),
        ),
    ),
)  # fmt: skip
