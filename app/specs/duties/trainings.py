"""Trainings in speaking to the press."""

from __future__ import annotations

from app.rules.vocabulary import TrainingState
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

TRAINING = RecordSpec(
    kind="training",
    singular="lớp tập huấn",
    plural="Tập huấn",
    label="title",
    has_attachments=True,
    first_step=(
        "Ghi lớp tập huấn theo kế hoạch năm, thêm học viên từ danh sách người phát ngôn; từ đó lập "
        "kế hoạch, giấy mời, danh sách ký tên và giấy chứng nhận."
    ),
    sections=(
        Section(
            "Lớp tập huấn",
            (
                FieldSpec("title", "&Tên lớp", required=True, max_length=300),
                FieldSpec("state", "Tìn&h trạng", Kind.CHOICE, required=True,
                          choices=TrainingState, default=TrainingState.PLANNED),
                FieldSpec("starts_on", "Từ n&gày", Kind.DATE),
                FieldSpec("ends_on", "Đế&n ngày", Kind.DATE,
                          help="Để trống nếu chỉ trong một ngày."),
                FieldSpec("hours", "&Khai mạc lúc", max_length=50,
                          help="Như sẽ in trong giấy mời: 7 giờ 30 phút."),
                FieldSpec("place", "Địa điể&m", max_length=300),
                FieldSpec("content", "Nội &dung", Kind.LONG_TEXT, max_length=5000,
                          help="Mỗi chuyên đề một dòng."),
            ),
        ),
        Section(
            "Kế hoạch và kết quả",
            (
                FieldSpec("plan_number", "&Số kế hoạch", max_length=100),
                FieldSpec("plan_date", "Ngà&y kế hoạch", Kind.DATE),
                FieldSpec("cost", "Kinh &phí (đồng)", Kind.INTEGER),
                FieldSpec("evaluation", "Đánh g&iá", Kind.LONG_TEXT, max_length=5000),
                FieldSpec("cancel_reason", "&Lý do hoãn, hủy", max_length=500),
                FieldSpec("note", "Ghi &chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    lines=(
        LinesSpec(
            "participants",
            "Học viên",
            "học viên",
            (
                FieldSpec("spokesperson_id", "Người phát ngôn", Kind.RELATED,
                          related="spokesperson"),
                FieldSpec("contact_id", "Người liên hệ", Kind.RELATED, related="contact"),
                FieldSpec("name", "Hoặc họ tên", max_length=100),
                FieldSpec("job_title", "Chức vụ", max_length=150),
                FieldSpec("body_id", "Cơ quan, đơn vị", Kind.RELATED, related="body"),
                FieldSpec("attended", "Có dự", Kind.FLAG, default=False),
                FieldSpec("certificate", "Số giấy chứng nhận", max_length=50),
                FieldSpec("note", "Ghi chú", max_length=300),
            ),
            help="Chọn người phát ngôn hoặc người liên hệ thì họ tên, chức vụ, cơ quan tự điền.",
        ),
        LinesSpec(
            "lecturers",
            "Giảng viên",
            "giảng viên",
            (
                FieldSpec("name", "Họ tên", required=True, max_length=100),
                FieldSpec("workplace", "Nơi công tác", max_length=200),
                FieldSpec("topic", "Chuyên đề", max_length=300),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("starts_on", "Từ ngày", "starts_on", Kind.DATE, 12),
            ColumnSpec("ends_on", "Đến ngày", "ends_on", Kind.DATE, 12),
            ColumnSpec("title", "Tên lớp", "title", width=44, sort="title_key"),
            ColumnSpec("place", "Địa điểm", "place", width=26, sort="place_key"),
            ColumnSpec("state", "Tình trạng", "state", Kind.CHOICE, 14, TrainingState),
            ColumnSpec("cost", "Kinh phí (đồng)", "cost", Kind.INTEGER, 14),
        ),
        search=("title", "place", "content", "participants.name", "lecturers.name"),
        search_related=("participants.body",),
        default_sort="-starts_on",
        filters=(
            FilterSpec("state", "Tình trạng", "state", Kind.CHOICE, TrainingState),
            FilterSpec("starts_on", "Từ ngày", "starts_on", Kind.DATE),
        ),
        views=(
            ViewSpec("Kế hoạch", {"state": "planned"}, "starts_on"),
            ViewSpec("Đã tổ chức năm nay", {"state": "held", "starts_on": "year"}),
        ),
    ),
)  # fmt: skip
