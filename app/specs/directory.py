"""Bodies of the province, press outlets, and the legal texts that letters rest on."""

from __future__ import annotations

from app.rules.vocabulary import BodyKind, LegalDuty, OutletType
from app.specs.fields import (
    ColumnSpec,
    FieldSpec,
    FilterSpec,
    Kind,
    ListSpec,
    RecordSpec,
    Section,
    ViewSpec,
    validity_filter,
)

OUTLET = RecordSpec(
    kind="outlet",
    singular="cơ quan báo chí",
    plural="Cơ quan báo chí",
    label="name",
    sections=(
        Section(
            "Cơ quan báo chí",
            (
                FieldSpec("name", "&Tên", required=True, max_length=200),
                FieldSpec(
                    "type", "&Loại hình", Kind.CHOICE, required=True, choices=OutletType,
                    default=OutletType.ONLINE,
                ),
                FieldSpec(
                    "is_periodical", "&Báo tuần, tạp chí", Kind.FLAG, default=False,
                    help="Báo in không ra hằng ngày có thời hạn cải chính riêng.",
                ),
                FieldSpec("governing_body", "Cơ quan chủ &quản", max_length=200),
                FieldSpec("editor_in_chief", "Tổng biên tậ&p", max_length=100),
            ),
        ),
        Section(
            "Liên hệ",
            (
                FieldSpec("address", "Đị&a chỉ", max_length=300),
                FieldSpec("phone", "Điện t&hoại", max_length=50),
                FieldSpec("email", "&Email", max_length=100),
            ),
        ),
        Section(
            "Thời gian hoạt động",
            (
                FieldSpec("valid_from", "Từ n&gày", Kind.DATE),
                FieldSpec(
                    "valid_to", "Đế&n ngày", Kind.DATE,
                    help="Để trống nếu đang hoạt động.",
                ),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("name", "Tên", "name", width=34, sort="name_key"),
            ColumnSpec("type", "Loại hình", "type", Kind.CHOICE, 18, OutletType),
            ColumnSpec("governing_body", "Cơ quan chủ quản", "governing_body", width=28,
                       sort="governing_body_key"),
            ColumnSpec("editor_in_chief", "Tổng biên tập", "editor_in_chief", width=22,
                       sort="editor_in_chief_key"),
            ColumnSpec("phone", "Điện thoại", "phone", width=14),
            ColumnSpec("email", "Email", "email", width=24),
        ),
        search=("name", "governing_body", "editor_in_chief", "address", "phone", "email"),
        default_sort="name",
        filters=(
            FilterSpec("type", "Loại hình", "type", Kind.CHOICE, OutletType),
            validity_filter("Hoạt động"),
        ),
    ),
)  # fmt: skip

BODY = RecordSpec(
    kind="body",
    singular="cơ quan, đơn vị",
    plural="Cơ quan, đơn vị",
    label="name",
    sections=(
        Section(
            "Cơ quan, đơn vị",
            (
                FieldSpec("name", "&Tên đầy đủ", required=True, max_length=200),
                FieldSpec("short_name", "Tên &viết tắt", max_length=100),
                FieldSpec("symbol", "&Ký hiệu văn bản", max_length=30),
                FieldSpec(
                    "kind", "&Loại", Kind.CHOICE, required=True, choices=BodyKind,
                    default=BodyKind.DEPARTMENT,
                ),
                FieldSpec(
                    "is_press_authority", "Là cơ quan &quản lý nhà nước về báo chí của tỉnh",
                    Kind.FLAG, default=False,
                    help="Văn bản yêu cầu cải chính phải gửi cơ quan này một bản.",
                ),
            ),
        ),
        Section(
            "Thời gian tồn tại",
            (
                FieldSpec("valid_from", "Từ n&gày", Kind.DATE),
                FieldSpec(
                    "valid_to", "Đế&n ngày", Kind.DATE,
                    help="Để trống nếu đang hoạt động.",
                ),
                FieldSpec("successor_id", "Cơ quan kế t&hừa", Kind.RELATED, related="body"),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("name", "Tên", "name", width=46, sort="name_key"),
            ColumnSpec("short_name", "Viết tắt", "short_name", width=16, sort="short_name_key"),
            ColumnSpec("symbol", "Ký hiệu", "symbol", width=12),
            ColumnSpec("kind", "Loại", "kind", Kind.CHOICE, 18, BodyKind),
            ColumnSpec("valid_from", "Từ ngày", "valid_from", Kind.DATE, 12),
            ColumnSpec("valid_to", "Đến ngày", "valid_to", Kind.DATE, 12),
            ColumnSpec("successor", "Kế thừa", "successor.name", width=30,
                       sort="successor.name_key"),
        ),
        search=("name", "short_name", "symbol"),
        default_sort="name",
        filters=(
            FilterSpec("kind", "Loại", "kind", Kind.CHOICE, BodyKind),
            validity_filter("Hoạt động"),
        ),
        views=(
            ViewSpec("Đang hoạt động", {"validity": "current"}),
            ViewSpec("Xã, phường đang hoạt động", {"kind": "commune", "validity": "current"}),
        ),
    ),
)  # fmt: skip

LEGAL_BASIS = RecordSpec(
    kind="legal_basis",
    singular="căn cứ pháp lý",
    plural="Căn cứ pháp lý",
    label="citation",
    sections=(
        Section(
            "Căn cứ",
            (
                FieldSpec(
                    "duty", "&Dùng cho", Kind.CHOICE, required=True, choices=LegalDuty,
                    default=LegalDuty.CORRECTION,
                ),
                FieldSpec(
                    "citation", "Nội dung &viện dẫn", Kind.LONG_TEXT, required=True,
                    max_length=500, help="Đúng như sẽ in trong văn bản.",
                ),
                FieldSpec("document_id", "Văn &bản trong thư viện", Kind.RELATED,
                          related="legal_document"),
                FieldSpec("valid_from", "Hiệu lực &từ ngày", Kind.DATE),
                FieldSpec("valid_to", "Đế&n ngày", Kind.DATE),
                FieldSpec("source", "Ng&uồn", Kind.LONG_TEXT, required=True, max_length=500),
            ),
        ),
        Section(
            "Kiểm chứng",
            (
                FieldSpec("confirmed", "Đã &kiểm chứng với văn bản gốc", Kind.FLAG, default=False),
                FieldSpec("confirmed_by", "N&gười kiểm chứng", max_length=100),
                FieldSpec("confirmed_on", "Ngà&y kiểm chứng", Kind.DATE),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("duty", "Dùng cho", "duty", Kind.CHOICE, 30, LegalDuty),
            ColumnSpec("citation", "Nội dung viện dẫn", "citation", Kind.LONG_TEXT, 50,
                       sort="citation_key"),
            ColumnSpec("valid_from", "Từ ngày", "valid_from", Kind.DATE, 12),
            ColumnSpec("valid_to", "Đến ngày", "valid_to", Kind.DATE, 12),
            ColumnSpec("confirmed", "Đã kiểm chứng", "confirmed", Kind.FLAG, 14),
            ColumnSpec("source", "Nguồn", "source", Kind.LONG_TEXT, 30),
        ),
        search=("citation", "source"),
        default_sort="duty",
        filters=(
            FilterSpec("duty", "Dùng cho", "duty", Kind.CHOICE, LegalDuty),
            validity_filter("Hiệu lực"),
        ),
    ),
)  # fmt: skip
