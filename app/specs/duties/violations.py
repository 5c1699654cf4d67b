"""Violations that the press found (letter 144-CV/TU, duties 19 to 23)."""

from __future__ import annotations

from app.rules.vocabulary import (
    TeamRole,
    TransferCount,
    ViolationConclusion,
    ViolationStage,
    ViolationStepKind,
    ViolationSubject,
)
from app.specs.deadlines import DEADLINE_COLUMNS, DEADLINE_FILTER
from app.specs.duties.transfers import TRANSFER_LINES
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

VIOLATION = RecordSpec(
    kind="violation",
    singular="vi phạm báo chí phát hiện",
    plural="Vi phạm báo chí phát hiện",
    label="title",
    has_attachments=True,
    first_step=(
        "Khi báo nêu tập thể, cá nhân có hành vi vi phạm: ghi báo nêu gì, cơ quan nào chịu trách "
        "nhiệm, rồi ghi từng bước đã làm, từ chỉ đạo kiểm tra đến thông tin lại cho báo chí."
    ),
    sections=(
        Section(
            "Báo chí nêu",
            (
                FieldSpec("title", "&Tên vụ", required=True, max_length=300),
                FieldSpec("learned_on", "Biết tin n&gày", Kind.DATE, required=True),
                FieldSpec("asked_on", "Báo chí &yêu cầu ngày", Kind.DATE,
                          help="Ngày nhận văn bản, câu hỏi; báo chỉ đăng bài thì để trống."),
                FieldSpec("finding", "Báo nêu vi phạ&m gì", Kind.LONG_TEXT, required=True,
                          max_length=5000),
                FieldSpec("source", "&Nguồn khác", Kind.LONG_TEXT, max_length=1000,
                          help="Báo, ngày đăng, khi bài chưa có ở phần “Bài báo”."),
                FieldSpec("incident_id", "&Vụ việc", Kind.RELATED, related="incident"),
            ),
        ),
        Section(
            "Ai bị nêu, ai chịu trách nhiệm",
            (
                FieldSpec("subject_kind", "Ai &bị nêu",
                          Kind.CHOICE, required=True, choices=ViolationSubject,
                          default=ViolationSubject.COLLECTIVE),
                FieldSpec("subject", "Tập t&hể, cá nhân", max_length=300,
                          help="Chỉ ghi đủ để xử lý: tên tập thể, chức danh. Không ghi ngày sinh, "
                          "số căn cước, nơi ở, sức khỏe, gia đình."),
                FieldSpec("accountable_body_id", "Cơ &quan chịu trách nhiệm", Kind.RELATED,
                          required=True, related="body"),
            ),
        ),
        Section(
            "Kết quả",
            (
                FieldSpec("conclusion", "&Kết luận", Kind.CHOICE, choices=ViolationConclusion),
                FieldSpec("conclusion_text", "Nội &dung kết luận, xử lý", Kind.LONG_TEXT,
                          max_length=5000,
                          help="Viết như sẽ thông báo, báo cáo; không nêu thông tin riêng tư."),
                FieldSpec("closed_on", "Kết thúc hồ &sơ ngày", Kind.DATE,
                          help="Chỉ khi đã làm đủ các bước, gồm thông tin cho báo chí."),
                FieldSpec("note", "Gh&i chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    lines=(
        LinesSpec(
            "articles",
            "Bài báo",
            "bài báo nêu vi phạm",
            (
                FieldSpec("article_id", "Bài báo", Kind.RELATED, required=True, related="article"),
                FieldSpec("note", "Ghi chú", max_length=500),
            ),
        ),
        LinesSpec(
            "steps",
            "Các bước",
            "bước đã làm",
            (
                FieldSpec("step", "Bước", Kind.CHOICE, required=True, choices=ViolationStepKind),
                FieldSpec("done_on", "Ngày", Kind.DATE, required=True),
                FieldSpec("until_on", "Đến ngày", Kind.DATE),
                FieldSpec("who", "Ai làm, gửi cho ai", max_length=300),
                FieldSpec("paper", "Số, ký hiệu văn bản", max_length=100),
                FieldSpec("note", "Hình thức, ghi chú", max_length=500),
            ),
            help=(
                "Theo Công văn 144-CV/TU: chỉ đạo kiểm tra, kiểm tra, kết luận, xử lý (nếu có sai "
                "phạm), báo cáo cấp ủy cấp trên, thông tin cho báo chí."
            ),
        ),
        LinesSpec(
            "team",
            "Đoàn",
            "thành viên đoàn kiểm tra",
            (
                FieldSpec("name", "Họ và tên", required=True, max_length=100),
                FieldSpec("job_title", "Chức vụ, đơn vị", max_length=200),
                FieldSpec("role", "Nhiệm vụ", Kind.CHOICE, required=True, choices=TeamRole,
                          default=TeamRole.MEMBER),
            ),
        ),
        TRANSFER_LINES,
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("learned_on", "Biết tin", "learned_on", Kind.DATE, 11),
            ColumnSpec("title", "Tên vụ", "title", width=34, sort="title_key"),
            ColumnSpec("stage", "Tình trạng", "stage", Kind.CHOICE, 28, ViolationStage),
            *DEADLINE_COLUMNS,
            ColumnSpec("accountable_body", "Cơ quan chịu trách nhiệm", "accountable_body.name",
                       width=24, sort="accountable_body.name_key"),
            ColumnSpec("transferred", "Chuyển trách nhiệm", "transferred", Kind.CHOICE, 20,
                       TransferCount),
            ColumnSpec("informed_on", "Thông tin báo chí", "informed_on", Kind.DATE, 11),
        ),
        search=("title", "finding", "source", "subject", "conclusion_text", "note",
                "steps.who", "steps.paper", "steps.note", "transfers.reason"),
        search_related=("accountable_body", "incident", "articles.article"),
        default_sort="-learned_on",
        filters=(
            DEADLINE_FILTER,
            FilterSpec("stage", "Tình trạng", "stage", Kind.CHOICE, ViolationStage),
            FilterSpec("accountable_body", "Cơ quan chịu trách nhiệm", "accountable_body_id",
                       Kind.RELATED, related="body"),
            FilterSpec("conclusion", "Kết luận", "conclusion", Kind.CHOICE, ViolationConclusion),
            FilterSpec("transferred", "Chuyển trách nhiệm", "transferred", Kind.CHOICE,
                       TransferCount),
            FilterSpec("learned_on", "Biết tin", "learned_on", Kind.DATE),
        ),
        views=(
            ViewSpec("Quá hạn", {"due": "overdue"}, "due"),
            ViewSpec("Chờ kết luận", {"stage": "conclusion"}),
            ViewSpec("Chờ thông tin cho báo chí", {"stage": "answer"}),
        ),
    ),
)  # fmt: skip
