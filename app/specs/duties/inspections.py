"""Inspections of how bodies speak to the press (duty 32)."""

from __future__ import annotations

from app.rules.vocabulary import (
    CalledOff,
    CheckResult,
    InspectionKind,
    InspectionState,
    InspectionTopic,
    TeamRole,
)
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

INSPECTION = RecordSpec(
    kind="inspection",
    singular="cuộc kiểm tra",
    plural="Kiểm tra",
    label="title",
    has_attachments=True,
    first_step=(
        "Nhập từng cuộc kiểm tra dự kiến trong năm, rồi mở một cuộc để lập kế hoạch của năm ở phần "
        "“Văn bản”: kế hoạch kể đủ các cuộc."
    ),
    sections=(
        Section(
            "Kế hoạch",
            (
                FieldSpec("kind", "&Hình thức", Kind.CHOICE, required=True, choices=InspectionKind,
                          default=InspectionKind.INSPECTION),
                FieldSpec("body_id", "&Cơ quan, đơn vị", Kind.RELATED,
                          required=True, related="body"),
                FieldSpec("title", "&Tên cuộc kiểm tra", Kind.LONG_TEXT, required=True,
                          max_length=500,
                          default="Kiểm tra công tác phát ngôn và cung cấp thông tin cho báo chí"),
                FieldSpec("planned_from", "&Dự kiến từ ngày", Kind.DATE, required=True,
                          help="Ngày này cho biết cuộc kiểm tra thuộc kế hoạch năm nào."),
                FieldSpec("planned_to", "Đến &ngày", Kind.DATE),
                FieldSpec("scope", "Nộ&i dung, thời kỳ", Kind.LONG_TEXT, max_length=1000),
                FieldSpec("plan_number", "&Kế hoạch số", max_length=100),
                FieldSpec("plan_date", "Ngày kế h&oạch", Kind.DATE),
            ),
        ),
        Section(
            "Thực hiện",
            (
                FieldSpec("decision_number", "&Quyết định số", max_length=100),
                FieldSpec("decision_date", "Ngà&y quyết định", Kind.DATE),
                FieldSpec("started_on", "&Bắt đầu kiểm tra ngày", Kind.DATE),
                FieldSpec("ended_on", "Kiể&m tra xong ngày", Kind.DATE),
                FieldSpec("called_off", "Hoãn h&ay hủy", Kind.CHOICE, choices=CalledOff,
                          help="Để trống nếu vẫn kiểm tra."),
                FieldSpec("called_off_reason", "&Lý do hoãn, hủy", max_length=500),
            ),
        ),
        Section(
            "Kết luận",
            (
                FieldSpec("conclusion", "Nhận &xét, kết luận", Kind.LONG_TEXT, max_length=4000),
                FieldSpec("conclusion_number", "Kết l&uận số", max_length=100),
                FieldSpec("conclusion_date", "Kết luận &vào ngày", Kind.DATE),
                FieldSpec("note", "&Ghi chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    lines=(
        LinesSpec(
            "team",
            "Đoàn",
            "thành viên đoàn",
            (
                FieldSpec("name", "Họ và tên", required=True, max_length=100),
                FieldSpec("job_title", "Chức vụ, đơn vị", max_length=200),
                FieldSpec("role", "Nhiệm vụ", Kind.CHOICE, required=True, choices=TeamRole,
                          default=TeamRole.MEMBER),
            ),
        ),
        LinesSpec(
            "checklist",
            "Nội dung",
            "nội dung kiểm tra",
            (
                FieldSpec("topic", "Nội dung", Kind.CHOICE, required=True,
                          choices=InspectionTopic),
                FieldSpec("result", "Kết quả", Kind.CHOICE, choices=CheckResult),
                FieldSpec("note", "Ghi chú", max_length=500),
            ),
            help="Để trống “Kết quả” khi chưa kiểm tra tới; bỏ dòng không kiểm tra.",
            first_lines=tuple({"topic": topic.value} for topic in InspectionTopic),
        ),
        LinesSpec(
            "findings",
            "Phát hiện",
            "phát hiện",
            (
                FieldSpec("finding", "Tồn tại, hạn chế", required=True, max_length=1000),
                FieldSpec("evidence", "Căn cứ, tài liệu", max_length=500),
            ),
        ),
        LinesSpec(
            "recommendations",
            "Kiến nghị",
            "kiến nghị",
            (
                FieldSpec("recommendation", "Kiến nghị", required=True, max_length=1000),
                FieldSpec("due_on", "Hạn", Kind.DATE),
                FieldSpec("done_on", "Xong ngày", Kind.DATE),
                FieldSpec("responsible", "Ai thực hiện", max_length=200),
                FieldSpec("urged_on", "Đôn đốc ngày", Kind.DATE),
                FieldSpec("result", "Kết quả theo dõi", max_length=500),
            ),
            help="Kiến nghị có hạn mà chưa xong thì Việc hôm nay và Lịch tháng nhắc.",
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("body", "Cơ quan, đơn vị", "body.name", width=30, sort="body.name_key"),
            ColumnSpec("state", "Tình trạng", "state", Kind.CHOICE, 18, InspectionState),
            ColumnSpec("planned_from", "Dự kiến từ", "planned_from", Kind.DATE, 12),
            ColumnSpec("next_remedy_on", "Hạn khắc phục", "next_remedy_on", Kind.DATE, 14,
                       expires="quá hạn"),
            ColumnSpec("recommended", "Kiến nghị", "recommended", Kind.INTEGER, 10),
            ColumnSpec("remedied", "Đã xong", "remedied", Kind.INTEGER, 8),
            ColumnSpec("kind", "Hình thức", "kind", Kind.CHOICE, 14, InspectionKind),
            ColumnSpec("conclusion_date", "Kết luận ngày", "conclusion_date", Kind.DATE, 13),
            ColumnSpec("conclusion_number", "Kết luận số", "conclusion_number", width=16,
                       sort="conclusion_number_key"),
        ),
        search=("title", "scope", "decision_number", "conclusion_number", "conclusion", "note",
                "team.name", "findings.finding", "recommendations.recommendation"),
        search_related=("body",),
        default_sort="-planned_from",
        filters=(
            FilterSpec("state", "Tình trạng", "state", Kind.CHOICE, InspectionState),
            FilterSpec("body", "Cơ quan, đơn vị", "body_id", Kind.RELATED, related="body"),
            FilterSpec("kind", "Hình thức", "kind", Kind.CHOICE, InspectionKind),
            FilterSpec("planned_from", "Dự kiến", "planned_from", Kind.DATE),
        ),
        views=(
            ViewSpec("Chờ khắc phục", {"state": "concluded"}, "next_remedy_on"),
            ViewSpec("Kế hoạch năm nay", {"state": "planned", "planned_from": "year"}),
        ),
    ),
)  # fmt: skip
