"""Statements, and the sheets that prepare them."""

from __future__ import annotations

from app.rules.vocabulary import SpeakerKind, StatementForm, StatementState
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
)

STATEMENT = RecordSpec(
    kind="statement",
    singular="phát ngôn",
    plural="Phát ngôn",
    label="title",
    has_attachments=True,
    first_step=(
        "Ghi lần phát ngôn từ vụ việc (nút “Phát ngôn”), hoặc ở đây khi chủ động cung cấp thông "
        "tin. Phát ngôn xong thì bấm “Đã phát ngôn” để khóa nội dung."
    ),
    sections=(
        Section(
            "Phát ngôn",
            (
                FieldSpec("title", "&Tên, chủ đề", required=True, max_length=300),
                FieldSpec(
                    "incident_id", "&Vụ việc", Kind.RELATED, related="incident",
                    help="Để trống khi chủ động cung cấp thông tin, không có vụ việc.",
                ),
                FieldSpec(
                    "continues_id", "Tiếp the&o lần", Kind.RELATED, related="statement",
                    help="Không có vụ việc: chọn lần mà lần này nói tiếp hoặc đính chính.",
                ),
                FieldSpec("form", "&Hình thức", Kind.CHOICE, required=True,
                          choices=StatementForm, default=StatementForm.SPOKEN),
                FieldSpec("given_at", "&Phát ngôn lúc", Kind.DATE_TIME),
                FieldSpec(
                    "next_update_at", "Hẹn phát ngôn tiếp &lúc", Kind.DATE_TIME,
                    help="Sổ nhắc trong Việc hôm nay cho đến lần phát ngôn sau.",
                ),
                FieldSpec("place", "Đị&a điểm", max_length=300),
                FieldSpec("audience", "C&ung cấp cho", Kind.LONG_TEXT, max_length=1000),
            ),
        ),
        Section(
            "Người phát ngôn",
            (
                FieldSpec("body_id", "&Cơ quan phát ngôn", Kind.RELATED, required=True,
                          related="body"),
                FieldSpec("speaker_kind", "&Người phát ngôn là", Kind.CHOICE, required=True,
                          choices=SpeakerKind, default=SpeakerKind.HEAD),
                FieldSpec(
                    "spokesperson_id", "Th&eo phân công", Kind.RELATED, related="spokesperson",
                    help="Chỉ chọn được người có quyền phát ngôn vào ngày đó.",
                ),
                FieldSpec(
                    "authorisation_id", "Theo giấy ủy &quyền", Kind.RELATED,
                    related="authorisation",
                    help="Giấy ủy quyền phải còn hạn vào ngày đó và đúng vụ việc.",
                ),
                FieldSpec(
                    "speaker", "Họ tên ngườ&i nói", max_length=100,
                    help="Lấy theo phân công, giấy ủy quyền đã chọn; không chọn thì nhập ở đây.",
                ),
                FieldSpec("speaker_position", "Chức &danh, chức vụ", max_length=200),
            ),
        ),
        Section(
            "Nội dung",
            (
                FieldSpec(
                    "text", "Ngu&yên văn", Kind.LONG_TEXT, max_length=20000, lines=6,
                    help="Đúng từng chữ đã nói, đã gửi; khóa lại khi bấm “Đã phát ngôn”.",
                ),
                FieldSpec("outcome", "&Kết quả, dư luận", Kind.LONG_TEXT, max_length=5000),
                FieldSpec("note", "&Ghi chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("given_at", "Phát ngôn lúc", "given_at", Kind.DATE_TIME, 16),
            ColumnSpec("title", "Tên, chủ đề", "title", width=36, sort="title_key"),
            ColumnSpec("state", "Tình trạng", "state", Kind.CHOICE, 14, StatementState),
            ColumnSpec("incident", "Vụ việc", "incident.title", width=30,
                       sort="incident.title_key"),
            ColumnSpec("form", "Hình thức", "form", Kind.CHOICE, 26, StatementForm),
            ColumnSpec("speaker", "Người phát ngôn", "speaker", width=22, sort="speaker_key"),
            ColumnSpec("speaker_kind", "Tư cách", "speaker_kind", Kind.CHOICE, 26, SpeakerKind),
            ColumnSpec("next_update_at", "Hẹn phát ngôn tiếp", "next_update_at",
                       Kind.DATE_TIME, 16),
            *DEADLINE_COLUMNS,
            ColumnSpec("body", "Cơ quan phát ngôn", "body.name", width=26,
                       sort="body.name_key"),
        ),
        search=("title", "text", "speaker", "place", "audience", "outcome"),
        search_related=("incident", "body"),
        default_sort="-given_at",
        filters=(
            FilterSpec("state", "Tình trạng", "state", Kind.CHOICE, StatementState),
            FilterSpec("form", "Hình thức", "form", Kind.CHOICE, StatementForm),
            FilterSpec("incident", "Vụ việc", "incident_id", Kind.RELATED, related="incident"),
            FilterSpec("given_at", "Phát ngôn", "given_at", Kind.DATE_TIME),
            FilterSpec("body", "Cơ quan, đơn vị", "body_id", Kind.RELATED, related="body"),
            DEADLINE_FILTER,
        ),
        views=(
            ViewSpec("Dự thảo", {"state": "draft"}),
            ViewSpec("Đã phát ngôn quý này", {"state": "given", "given_at": "quarter"}),
        ),
    ),
)  # fmt: skip

PREPARATION = RecordSpec(
    kind="preparation",
    singular="phiếu chuẩn bị phát ngôn",
    plural="Phiếu chuẩn bị",
    label="title",
    first_step="Trước khi phát ngôn đột xuất: ghi dữ kiện đã xác nhận, câu hỏi dự kiến, in phiếu.",
    sections=(
        Section(
            "Phiếu chuẩn bị",
            (
                FieldSpec("title", "&Tên phiếu", required=True, max_length=300),
                FieldSpec("incident_id", "&Vụ việc", Kind.RELATED, related="incident"),
                FieldSpec("statement_id", "&Lần phát ngôn", Kind.RELATED, related="statement"),
                FieldSpec("planned_at", "&Dự kiến phát ngôn lúc", Kind.DATE_TIME),
                FieldSpec("place", "Đị&a điểm", max_length=300),
                FieldSpec("speaker", "&Người sẽ phát ngôn", max_length=100),
                FieldSpec("message", "Thông điệp &chính", Kind.LONG_TEXT, max_length=2000),
                FieldSpec("prepared_by", "Người lậ&p phiếu", max_length=100),
                FieldSpec(
                    "secrecy_confirmed", "&Không chứa bí mật nhà nước", Kind.FLAG, default=False,
                    help="Đánh dấu sau khi đã đọc lại toàn bộ phiếu.",
                ),
                FieldSpec("note", "&Ghi chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    lines=(
        LinesSpec(
            "facts", "Dữ kiện", "dữ kiện",
            (
                FieldSpec("fact", "Dữ kiện", Kind.LONG_TEXT, required=True, max_length=1000),
                FieldSpec("confirmed_by", "Ai xác nhận", max_length=200),
                FieldSpec("confirmed_at", "Xác nhận lúc", Kind.DATE_TIME),
            ),
            help="Mỗi dòng một dữ kiện; dữ kiện chưa ai xác nhận thì chưa nói.",
        ),
        LinesSpec(
            "questions", "Hỏi và đáp", "câu hỏi",
            (
                FieldSpec("question", "Câu hỏi dự kiến", Kind.LONG_TEXT, required=True,
                          max_length=1000),
                FieldSpec("answer", "Trả lời", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
        LinesSpec(
            "limits", "Không nói", "điều không nói",
            (
                FieldSpec("topic", "Không nói", Kind.LONG_TEXT, required=True, max_length=1000),
                FieldSpec("reason", "Vì sao", max_length=300),
            ),
            help="Điều chưa kết luận, đang điều tra, thuộc đời tư, ngoài thẩm quyền. Không chép "
            "nội dung bí mật vào đây.",
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("planned_at", "Dự kiến lúc", "planned_at", Kind.DATE_TIME, 16),
            ColumnSpec("title", "Tên phiếu", "title", width=40, sort="title_key"),
            ColumnSpec("incident", "Vụ việc", "incident.title", width=36,
                       sort="incident.title_key"),
            ColumnSpec("speaker", "Người sẽ phát ngôn", "speaker", width=24,
                       sort="speaker_key"),
            ColumnSpec("secrecy_confirmed", "Đã xác nhận không có bí mật", "secrecy_confirmed",
                       Kind.FLAG, 16),
        ),
        search=("title", "speaker", "message", "facts.fact", "questions.question",
                "questions.answer"),
        search_related=("incident", "statement"),
        default_sort="-planned_at",
        filters=(
            FilterSpec("incident", "Vụ việc", "incident_id", Kind.RELATED, related="incident"),
            FilterSpec("planned_at", "Dự kiến", "planned_at", Kind.DATE_TIME),
        ),
    ),
)  # fmt: skip
