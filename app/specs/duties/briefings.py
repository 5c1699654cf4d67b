"""Press briefings."""

from __future__ import annotations

from app.rules.vocabulary import BriefingPart, BriefingState
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

BRIEFING = RecordSpec(
    kind="briefing",
    singular="cuộc giao ban báo chí",
    plural="Giao ban báo chí",
    label="name",
    has_attachments=True,
    first_step=(
        "Lập kế hoạch giao ban của kỳ này: thời gian, địa điểm, chủ trì, ai được mời; rồi lập giấy "
        "mời ở phần “Văn bản”. “Theo quý” cho thấy kỳ nào đã tổ chức, kỳ nào còn thiếu."
    ),
    sections=(
        Section(
            "Kỳ giao ban",
            (
                FieldSpec("part", "&Kỳ", Kind.CHOICE, required=True, choices=BriefingPart),
                FieldSpec("year", "&Năm", Kind.INTEGER, required=True),
                FieldSpec("state", "Tìn&h trạng", Kind.CHOICE, required=True,
                          choices=BriefingState, default=BriefingState.PLANNED),
                FieldSpec("reason", "&Lý do hoãn, hủy, tổ chức muộn", Kind.LONG_TEXT,
                          max_length=500),
                FieldSpec("note", "&Ghi chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
        Section(
            "Thời gian, địa điểm, chủ trì",
            (
                FieldSpec("starts_at", "&Bắt đầu lúc", Kind.DATE_TIME),
                FieldSpec("ends_at", "Kết thúc lú&c", Kind.DATE_TIME),
                FieldSpec("place", "Đị&a điểm", max_length=300),
                FieldSpec("chair", "Chủ t&rì", max_length=100,
                          help="Họ và tên, như in ở chỗ ký biên bản."),
                FieldSpec("chair_position", "Chức &vụ người chủ trì", max_length=200),
                FieldSpec("secretary", "Thư ký cuộc họ&p", max_length=100),
                FieldSpec("co_organiser", "Đơn vị phố&i hợp", max_length=300),
            ),
        ),
    ),
    lines=(
        LinesSpec(
            "invited",
            "Thành phần",
            "nơi được mời",
            (
                FieldSpec("body_id", "Cơ quan, đơn vị", Kind.RELATED, related="body"),
                FieldSpec("outlet_id", "Cơ quan báo chí", Kind.RELATED, related="outlet"),
                FieldSpec("name", "Hoặc ghi tên", max_length=200),
                FieldSpec("role", "Vai trò", max_length=100),
                FieldSpec("is_present", "Có mặt", Kind.FLAG, default=False),
                FieldSpec("attendee", "Người dự", max_length=200),
            ),
            help="Mỗi dòng là một nơi được mời: chọn cơ quan, chọn báo, hoặc ghi tên. Giấy mời, bì"
            " thư và danh sách ký lấy từ đây.",
        ),
        LinesSpec(
            "topics",
            "Nội dung",
            "nội dung",
            (
                FieldSpec("topic", "Nội dung", Kind.LONG_TEXT, required=True, max_length=1000),
                FieldSpec("presenter", "Người trình bày", max_length=200),
            ),
        ),
        LinesSpec(
            "questions",
            "Câu hỏi",
            "câu hỏi",
            (
                FieldSpec("question", "Câu hỏi, kiến nghị", Kind.LONG_TEXT, required=True,
                          max_length=2000),
                FieldSpec("asked_by", "Người hỏi", max_length=100),
                FieldSpec("outlet_id", "Cơ quan báo chí", Kind.RELATED, related="outlet"),
                FieldSpec("answer", "Trả lời", Kind.LONG_TEXT, max_length=4000),
                FieldSpec("answered_by", "Người trả lời", max_length=200),
                FieldSpec("follow_up", "Việc tiếp theo", Kind.LONG_TEXT, max_length=500),
                FieldSpec("enquiry_id", "Theo dõi trả lời", Kind.RELATED, related="enquiry"),
                FieldSpec("incident_id", "Vụ việc", Kind.RELATED, related="incident"),
            ),
            help="Câu hỏi phải trả lời sau: Ctrl+Shift+H lập câu hỏi báo chí, Ctrl+Shift+V lập vụ"
            " việc từ dòng đang đứng.",
        ),
        LinesSpec(
            "tasks",
            "Việc giao",
            "việc giao",
            (
                FieldSpec("task", "Việc", Kind.LONG_TEXT, required=True, max_length=1000),
                FieldSpec("body_id", "Cơ quan thực hiện", Kind.RELATED, related="body"),
                FieldSpec("due_on", "Hạn", Kind.DATE),
                FieldSpec("done_on", "Xong ngày", Kind.DATE),
                FieldSpec("note", "Ghi chú", max_length=500),
            ),
            help="Việc chưa xong và có hạn thì được nhắc ở “Việc hôm nay” và ở lịch tháng.",
        ),
        LinesSpec(
            "coverage",
            "Tin, bài",
            "lĩnh vực",
            (
                FieldSpec("subject", "Lĩnh vực", required=True, max_length=200),
                FieldSpec("positive", "Tích cực", Kind.INTEGER),
                FieldSpec("neutral", "Chỉ đạo điều hành, trung tính", Kind.INTEGER),
                FieldSpec("critical", "Phản ánh tồn tại", Kind.INTEGER),
            ),
            help="Số tin, bài theo lĩnh vực và sắc thái; biên bản và bảng tổng hợp tự cộng.",
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("name", "Kỳ", "name", width=14, sort="period_key"),
            ColumnSpec("starts_at", "Thời gian", "starts_at", Kind.DATE_TIME, 16),
            ColumnSpec("state", "Tình trạng", "state", Kind.CHOICE, 14, BriefingState),
            ColumnSpec("place", "Địa điểm", "place", width=30, sort="place_key"),
            ColumnSpec("chair", "Chủ trì", "chair", width=22, sort="chair_key"),
            ColumnSpec("invited", "Mời", "invited_count", Kind.INTEGER, 7),
            ColumnSpec("present", "Có mặt", "present_count", Kind.INTEGER, 8),
            ColumnSpec("questions", "Câu hỏi", "question_count", Kind.INTEGER, 9),
            ColumnSpec("open_tasks", "Việc chưa xong", "open_task_count", Kind.INTEGER, 14),
            ColumnSpec("articles", "Tin, bài", "article_count", Kind.INTEGER, 9),
        ),
        search=(
            "name", "place", "chair", "co_organiser", "note", "invited.name", "topics.topic",
            "questions.question", "questions.answer", "tasks.task",
        ),
        search_related=("invited.body", "invited.outlet"),
        default_sort="-name",
        filters=(
            FilterSpec("state", "Tình trạng", "state", Kind.CHOICE, BriefingState),
            FilterSpec("starts_at", "Thời gian", "starts_at", Kind.DATE_TIME),
        ),
        views=(
            ViewSpec("Kế hoạch", {"state": "planned"}, "starts_at"),
            ViewSpec("Quý này", {"starts_at": "quarter"}),
            ViewSpec("Đã tổ chức năm nay", {"state": "held", "starts_at": "year"}),
        ),
    ),
)  # fmt: skip
