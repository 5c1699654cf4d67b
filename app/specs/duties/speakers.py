"""Spokespersons assigned by decision, and those authorised to speak about one case."""

from __future__ import annotations

from app.specs.deadlines import DEADLINE_COLUMNS, DEADLINE_FILTER
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

SPOKESPERSON = RecordSpec(
    kind="spokesperson",
    singular="người phát ngôn",
    plural="Người phát ngôn",
    label="person",
    first_step="Ghi người được cơ quan phân công phát ngôn theo quyết định của người đứng đầu.",
    sections=(
        Section(
            "Người phát ngôn",
            (
                FieldSpec("body_id", "&Cơ quan, đơn vị", Kind.RELATED, required=True,
                          related="body"),
                FieldSpec("person", "&Họ và tên", required=True, max_length=100),
                FieldSpec("position", "Chức vụ, chức &danh", max_length=200),
                FieldSpec("phone", "Đ&iện thoại", max_length=50),
                FieldSpec("email", "&Email", max_length=100),
            ),
        ),
        Section(
            "Quyết định phân công",
            (
                FieldSpec("decision_number", "&Số, ký hiệu", max_length=50),
                FieldSpec("decision_date", "&Ngày quyết định", Kind.DATE),
                FieldSpec("decision_signer", "Người &ký", max_length=100),
                FieldSpec("valid_from", "&Phát ngôn từ ngày", Kind.DATE, required=True),
                FieldSpec(
                    "valid_to", "Đến ngà&y", Kind.DATE, help="Để trống khi chưa thôi nhiệm vụ."
                ),
                FieldSpec(
                    "replaces_id", "&Thay cho", Kind.RELATED, related="spokesperson",
                    help="Người trước thôi phát ngôn từ ngày người này bắt đầu.",
                ),
                FieldSpec(
                    "is_beside_another", "&Quyết định ghi hai người",
                    Kind.FLAG, default=False,
                    help="Đánh dấu khi quyết định cho hai người cùng phát ngôn một lúc.",
                ),
            ),
        ),
        Section(
            "Công bố",
            (
                FieldSpec("published_on", "Đăng t&rên cổng ngày", Kind.DATE),
                FieldSpec("published_where", "Đị&a chỉ trang đã đăng", max_length=1000),
                FieldSpec(
                    "announced_on", "Thông &báo báo chí ngày", Kind.DATE,
                    help="Bằng văn bản, gửi các báo và cơ quan quản lý nhà nước về báo chí.",
                ),
                FieldSpec("announced_in", "Số &văn bản thông báo", max_length=50),
                FieldSpec("note", "&Ghi chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("body", "Cơ quan, đơn vị", "body.name", width=34, sort="body.name_key"),
            ColumnSpec("person", "Họ và tên", "person", width=24, sort="person_key"),
            ColumnSpec("notes", "Tình trạng, cần lưu ý", "valid_to", Kind.NOTES, 34),
            ColumnSpec("position", "Chức vụ, chức danh", "position", width=26,
                       sort="position_key"),
            ColumnSpec("phone", "Điện thoại", "phone", width=14),
            ColumnSpec("email", "Email", "email", width=26),
            ColumnSpec("valid_from", "Từ ngày", "valid_from", Kind.DATE, 12),
            ColumnSpec("valid_to", "Đến ngày", "valid_to", Kind.DATE, 12),
            *DEADLINE_COLUMNS,
            ColumnSpec("decision_number", "Số quyết định", "decision_number", width=14),
            ColumnSpec("decision_date", "Ngày quyết định", "decision_date", Kind.DATE, 14),
        ),
        search=("person", "position", "phone", "email", "decision_number"),
        search_related=("body",),
        default_sort="body",
        filters=(
            DEADLINE_FILTER,
            FilterSpec("body", "Cơ quan, đơn vị", "body_id", Kind.RELATED, related="body"),
            FilterSpec("valid_from", "Từ ngày", "valid_from", Kind.DATE),
            validity_filter("Nhiệm vụ"),
        ),
        views=(
            ViewSpec("Đang giữ nhiệm vụ", {"validity": "current"}),
            ViewSpec("Đã thôi nhiệm vụ", {"validity": "past"}, "-valid_to"),
        ),
    ),
)  # fmt: skip

AUTHORISATION = RecordSpec(
    kind="authorisation",
    singular="ủy quyền phát ngôn",
    plural="Ủy quyền phát ngôn",
    label="grantee",
    first_step="Ủy quyền bằng văn bản, cho từng vụ việc, có thời hạn; không ủy quyền tiếp.",
    sections=(
        Section(
            "Ủy quyền",
            (
                FieldSpec("body_id", "Cơ q&uan, đơn vị", Kind.RELATED, required=True,
                          related="body"),
                FieldSpec(
                    "grantor", "&Người ủy quyền", required=True, max_length=100,
                    help="Người đứng đầu; người được ủy quyền không được ủy quyền tiếp.",
                ),
                FieldSpec("grantor_position", "&Chức vụ người ủy quyền", max_length=200),
                FieldSpec("grantee", "Người được ủy &quyền", required=True, max_length=100),
                FieldSpec("grantee_position", "Chức &vụ người được ủy quyền", max_length=200),
                FieldSpec("phone", "Đ&iện thoại", max_length=50),
                FieldSpec("email", "&Email", max_length=100),
            ),
        ),
        Section(
            "Vụ việc và thời hạn",
            (
                FieldSpec(
                    "incident_id", "Vụ việc &trong sổ", Kind.RELATED, related="incident",
                    help="Mỗi giấy ủy quyền cho một vụ việc: chọn ở đây, hoặc ghi ở dòng dưới.",
                ),
                FieldSpec("case_text", "Vụ việc g&hi trong giấy", max_length=300),
                FieldSpec("scope", "Phạm vi nội &dung", Kind.LONG_TEXT, required=True,
                          max_length=2000),
                FieldSpec("valid_from", "&Phát ngôn từ ngày", Kind.DATE, required=True),
                FieldSpec("valid_to", "Đến ngà&y", Kind.DATE, required=True),
            ),
        ),
        Section(
            "Văn bản và công bố",
            (
                FieldSpec("paper_number", "&Số, ký hiệu", max_length=50),
                FieldSpec(
                    "signed_at", "&Ký lúc", Kind.DATE_TIME,
                    help="Ghi cả giờ: luật tính giờ công bố từ lúc ký.",
                ),
                FieldSpec("published_at", "Công bố &lúc", Kind.DATE_TIME),
                FieldSpec("published_where", "Công &bố tại", max_length=1000),
                FieldSpec("note", "&Ghi chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("body", "Cơ quan, đơn vị", "body.name", width=30, sort="body.name_key"),
            ColumnSpec("grantee", "Người được ủy quyền", "grantee", width=24,
                       sort="grantee_key"),
            ColumnSpec("notes", "Tình trạng, cần lưu ý", "valid_to", Kind.NOTES, 34),
            ColumnSpec("grantee_position", "Chức vụ", "grantee_position", width=20,
                       sort="grantee_position_key"),
            ColumnSpec("incident", "Vụ việc trong sổ", "incident.title", width=30,
                       sort="incident.title_key"),
            ColumnSpec("case_text", "Vụ việc ghi trong giấy", "case_text", width=26,
                       sort="case_text_key"),
            ColumnSpec("valid_from", "Từ ngày", "valid_from", Kind.DATE, 12),
            ColumnSpec("valid_to", "Đến ngày", "valid_to", Kind.DATE, 12),
            ColumnSpec("grantor", "Người ủy quyền", "grantor", width=22, sort="grantor_key"),
            *DEADLINE_COLUMNS,
            ColumnSpec("paper_number", "Số giấy ủy quyền", "paper_number", width=16),
        ),
        search=("grantee", "grantor", "case_text", "scope", "paper_number"),
        search_related=("body", "incident"),
        default_sort="-valid_to",
        filters=(
            DEADLINE_FILTER,
            FilterSpec("body", "Cơ quan, đơn vị", "body_id", Kind.RELATED, related="body"),
            FilterSpec("incident", "Vụ việc", "incident_id", Kind.RELATED, related="incident"),
            FilterSpec("valid_to", "Đến ngày", "valid_to", Kind.DATE),
            validity_filter("Hiệu lực"),
        ),
        views=(
            ViewSpec("Đang có hiệu lực", {"validity": "current"}),
            ViewSpec("Hết hạn trong tháng này", {"valid_to": "month"}, "valid_to"),
        ),
    ),
)  # fmt: skip
