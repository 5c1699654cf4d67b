"""Incidents, articles, correction requests and the letters that go out."""

from __future__ import annotations

from app.rules.vocabulary import (
    ArticleKind,
    DocumentType,
    IncidentState,
    LetterState,
    NextStep,
    RequestKind,
    RequestOutcome,
    Sensitivity,
    TransferCount,
)
from app.specs.deadlines import DEADLINE_COLUMNS, DEADLINE_FILTER
from app.specs.duties.transfers import TRANSFER_LINES
from app.specs.fields import (
    ColumnSpec,
    FieldSpec,
    FilterSpec,
    Kind,
    ListSpec,
    RecordSpec,
    Section,
    ViewSpec,
)

INCIDENT = RecordSpec(
    kind="incident",
    singular="vụ việc",
    plural="Vụ việc",
    label="title",
    has_attachments=True,
    first_step=(
        "Ghi vụ việc, thêm bài báo viết về vụ việc đó, rồi từ bài báo sai lập yêu cầu cải chính. "
        "Không có vụ việc thì bắt đầu từ phần Bài báo."
    ),
    sections=(
        Section(
            "Vụ việc",
            (
                FieldSpec("title", "&Tên vụ việc", required=True, max_length=300),
                FieldSpec("description", "&Diễn biến", Kind.LONG_TEXT, max_length=5000),
                FieldSpec("place", "Nơ&i xảy ra", max_length=200),
                FieldSpec("field", "Lĩnh &vực", max_length=100),
                FieldSpec(
                    "sensitivity", "&Mức độ", Kind.CHOICE, required=True, choices=Sensitivity,
                    default=Sensitivity.NORMAL,
                ),
                FieldSpec(
                    "draws_interest", "Dư l&uận quan tâm", Kind.FLAG, default=False,
                    help="Đánh dấu khi vụ việc thu hút sự quan tâm của dư luận.",
                ),
                FieldSpec(
                    "accountable_body_id", "Cơ &quan chịu trách nhiệm", Kind.RELATED,
                    related="body",
                ),
                FieldSpec(
                    "state", "Tì&nh trạng", Kind.CHOICE, required=True, choices=IncidentState,
                    default=IncidentState.OPEN,
                ),
            ),
        ),
        Section(
            "Ba thời điểm",
            (
                FieldSpec("happened_at", "&Xảy ra lúc", Kind.DATE_TIME),
                FieldSpec("learned_at", "Tiế&p nhận lúc", Kind.DATE_TIME, required=True),
                FieldSpec(
                    "impact_determined_at", "Xác định &có tác động lúc", Kind.DATE_TIME,
                    help="Khi xác định vụ việc có tác động đến dư luận.",
                ),
            ),
        ),
        Section(
            "Phát ngôn",
            (
                FieldSpec(
                    "first_statement_at", "Phát ngôn &lần đầu lúc", Kind.DATE_TIME,
                    help="Lấy theo các lần phát ngôn trong sổ; chỉ nhập khi lần đó không ghi sổ.",
                ),
                FieldSpec(
                    "last_statement_at", "Phát n&gôn gần nhất lúc", Kind.DATE_TIME,
                    help="Từ lần thứ hai trở đi; cũng lấy theo các lần phát ngôn trong sổ.",
                ),
            ),
        ),
        Section(
            "Kết quả",
            (
                FieldSpec(
                    "outcome", "&Kết quả xử lý, dư luận", Kind.LONG_TEXT, max_length=5000,
                    help="Đã xử lý ra sao, dư luận thế nào; dùng khi báo cáo lãnh đạo, bàn giao.",
                ),
                FieldSpec("note", "Ghi c&hú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    lines=(TRANSFER_LINES,),
    list=ListSpec(
        columns=(
            ColumnSpec("title", "Vụ việc", "title", width=40, sort="title_key"),
            ColumnSpec("learned_at", "Tiếp nhận", "learned_at", Kind.DATE_TIME, 16),
            *DEADLINE_COLUMNS,
            ColumnSpec("place", "Nơi xảy ra", "place", width=20, sort="place_key"),
            ColumnSpec("field", "Lĩnh vực", "field", width=16, sort="field_key"),
            ColumnSpec("sensitivity", "Mức độ", "sensitivity", Kind.CHOICE, 18, Sensitivity),
            ColumnSpec("accountable_body", "Cơ quan chịu trách nhiệm", "accountable_body.name",
                       width=28, sort="accountable_body.name_key"),
            ColumnSpec("state", "Tình trạng", "state", Kind.CHOICE, 16, IncidentState),
            ColumnSpec("transferred", "Chuyển trách nhiệm", "transferred", Kind.CHOICE, 18,
                       TransferCount),
        ),
        search=("title", "place", "field", "description"),
        search_related=("accountable_body",),
        default_sort="-learned_at",
        filters=(
            DEADLINE_FILTER,
            FilterSpec("state", "Tình trạng", "state", Kind.CHOICE, IncidentState),
            FilterSpec("sensitivity", "Mức độ", "sensitivity", Kind.CHOICE, Sensitivity),
            FilterSpec("transferred", "Chuyển trách nhiệm", "transferred", Kind.CHOICE,
                       TransferCount),
            FilterSpec("body", "Cơ quan chịu trách nhiệm", "accountable_body_id", Kind.RELATED,
                       related="body"),
            FilterSpec("learned_at", "Tiếp nhận", "learned_at", Kind.DATE_TIME),
        ),
        views=(
            ViewSpec("Đang xử lý", {"state": "handling"}),
            ViewSpec("Quá hạn", {"due": "overdue"}, "due"),
            ViewSpec("Tiếp nhận quý này", {"learned_at": "quarter"}),
        ),
    ),
)  # fmt: skip

ARTICLE = RecordSpec(
    kind="article",
    singular="bài báo",
    plural="Bài báo",
    label="title",
    has_attachments=True,
    first_step=(
        "Nhập bài báo có nội dung sai, ghi đoạn sai và nội dung đúng; rồi ngay ở bài báo đó bấm "
        "“Lập yêu cầu cải chính”."
    ),
    sections=(
        Section(
            "Bài báo",
            (
                FieldSpec("outlet_id", "&Cơ quan báo chí", Kind.RELATED, required=True,
                          related="outlet"),
                FieldSpec("title", "Tê&n bài", required=True, max_length=500),
                FieldSpec("published_at", "Đăng, &phát lúc", Kind.DATE_TIME, required=True),
                FieldSpec("section", "Chuyên &mục", max_length=100),
                FieldSpec("author", "Tác &giả", max_length=200),
                FieldSpec("url", "Đường dẫn (UR&L)", max_length=1000),
                FieldSpec("issue", "&Số báo, trang", max_length=100,
                          help="Báo in: số 215, trang 4."),
                FieldSpec("programme", "Chương t&rình, giờ phát", max_length=200),
                FieldSpec("incident_id", "&Vụ việc", Kind.RELATED, related="incident"),
            ),
        ),
        Section(
            "Kết quả xác minh",
            (
                FieldSpec(
                    "kind", "Đán&h giá", Kind.CHOICE, required=True, choices=ArticleKind,
                    default=ArticleKind.UNVERIFIED,
                ),
                FieldSpec("wrong_passage", "Đoạn sa&i, trích nguyên văn", Kind.LONG_TEXT,
                          max_length=5000, help="Nhiều điểm thì đánh số 1., 2. ở đầu dòng, cả ở"
                          " nội dung đúng."),
                FieldSpec("true_content", "Nội &dung đúng", Kind.LONG_TEXT, max_length=5000),
                FieldSpec("grounds", "Căn cứ &xác minh", Kind.LONG_TEXT, max_length=5000,
                          help="Hồ sơ, biên bản, kết luận nào cho biết như vậy."),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("published_at", "Đăng, phát", "published_at", Kind.DATE_TIME, 16),
            ColumnSpec("outlet", "Cơ quan báo chí", "outlet.name", width=26,
                       sort="outlet.name_key"),
            ColumnSpec("title", "Tên bài", "title", width=44, sort="title_key"),
            *DEADLINE_COLUMNS,
            ColumnSpec("author", "Tác giả", "author", width=18, sort="author_key"),
            ColumnSpec("kind", "Đánh giá", "kind", Kind.CHOICE, 18, ArticleKind),
            ColumnSpec("incident", "Vụ việc", "incident.title", width=28,
                       sort="incident.title_key"),
        ),
        search=("title", "section", "author", "url", "wrong_passage"),
        search_related=("outlet", "incident"),
        default_sort="-published_at",
        filters=(
            DEADLINE_FILTER,
            FilterSpec("kind", "Đánh giá", "kind", Kind.CHOICE, ArticleKind),
            FilterSpec("outlet", "Cơ quan báo chí", "outlet_id", Kind.RELATED, related="outlet"),
            FilterSpec("published_at", "Đăng, phát", "published_at", Kind.DATE_TIME),
        ),
        views=(
            ViewSpec("Chưa xác minh", {"kind": "unverified"}),
            ViewSpec("Không đúng sự thật năm nay", {"kind": "untrue", "published_at": "year"}),
        ),
    ),
)  # fmt: skip

CORRECTION_REQUEST = RecordSpec(
    kind="correction_request",
    singular="yêu cầu phản hồi, cải chính",
    plural="Yêu cầu phản hồi, cải chính",
    label="article.title",
    first_step="Cách nhanh nhất: mở bài báo sai trong phần Bài báo, bấm “Lập yêu cầu cải chính”.",
    # The facts of the request; its points, reminders and letter are edited by the page made for it.
    sections=(
        Section(
            "Yêu cầu",
            (
                FieldSpec("article_id", "&Bài báo", Kind.RELATED, required=True,
                          related="article"),
                FieldSpec("kind", "&Loại yêu cầu", Kind.CHOICE, required=True,
                          choices=RequestKind, default=RequestKind.CORRECT),
                FieldSpec("grounds", "Căn cứ &xác minh", Kind.LONG_TEXT, max_length=5000),
                FieldSpec("legal_basis", "Căn cứ &pháp lý", Kind.LONG_TEXT, max_length=2000),
                FieldSpec("deadline_asked", "Đề nghị thực &hiện trước ngày", Kind.DATE),
                FieldSpec("no_copy_reason", "Lý do không gửi cơ quan q&uản lý báo chí",
                          max_length=500),
            ),
        ),
        Section(
            "Theo dõi",
            (
                FieldSpec("sent_to_outlet_on", "Gửi cơ quan báo chí ngà&y", Kind.DATE),
                FieldSpec("received_by_outlet_on", "Cơ quan báo chí &nhận ngày", Kind.DATE),
                FieldSpec("sent_to_authority_on", "Gửi cơ quan &quản lý báo chí ngày", Kind.DATE),
                FieldSpec("due_by_law_on", "Hạn theo luậ&t", Kind.DATE,
                          help="Chỉ nhập khi quy định chưa có số ngày; có số thì máy tự tính."),
                FieldSpec("outcome", "&Kết quả", Kind.CHOICE, required=True,
                          choices=RequestOutcome, default=RequestOutcome.PENDING),
                FieldSpec("refusal_reason", "Lý &do từ chối", Kind.LONG_TEXT, max_length=2000),
                FieldSpec("published_on", "Đăn&g ngày", Kind.DATE),
                FieldSpec("published_where", "Đăng tại (đường dẫn, số, t&rang)", max_length=1000),
                FieldSpec("next_step", "Bước tiếp th&eo", Kind.CHOICE, required=True,
                          choices=NextStep, default=NextStep.WAIT),
                FieldSpec("note", "Ghi &chú", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("number", "Số", "letter.number", Kind.INTEGER, 8,
                       suffix="letter.number_suffix"),
            ColumnSpec("letter_date", "Ngày văn bản", "letter.letter_date", Kind.DATE, 13),
            ColumnSpec("letter_state", "Văn bản", "letter.state", Kind.CHOICE, 16, LetterState),
            ColumnSpec("outlet", "Cơ quan báo chí", "article.outlet.name", width=26,
                       sort="article.outlet.name_key"),
            ColumnSpec("title", "Tên bài", "article.title", width=40, sort="article.title_key"),
            ColumnSpec("kind", "Loại yêu cầu", "kind", Kind.CHOICE, 18, RequestKind),
            *DEADLINE_COLUMNS,
            ColumnSpec("outcome", "Kết quả", "outcome", Kind.CHOICE, 18, RequestOutcome),
            ColumnSpec("next_step", "Bước tiếp theo", "next_step", Kind.CHOICE, 22, NextStep),
        ),
        search=("grounds", "note", "published_where"),
        search_related=("article", "article.outlet", "letter"),
        default_sort="-letter_date",
        filters=(
            DEADLINE_FILTER,
            FilterSpec("outcome", "Kết quả", "outcome", Kind.CHOICE, RequestOutcome),
            FilterSpec("kind", "Loại yêu cầu", "kind", Kind.CHOICE, RequestKind),
            FilterSpec("outlet", "Cơ quan báo chí", "article.outlet_id", Kind.RELATED,
                       related="outlet"),
            FilterSpec("letter_date", "Ngày văn bản", "letter.letter_date", Kind.DATE),
        ),
        views=(
            ViewSpec("Chờ báo đăng", {"outcome": "pending"}, "due"),
            ViewSpec("Quá hạn", {"due": "overdue"}, "due"),
            ViewSpec("Báo từ chối", {"outcome": "refused"}),
        ),
    ),
)  # fmt: skip

# The lines of a request's table of points.
WRONG_TEXT = FieldSpec("wrong_text", "Báo đã đăng", Kind.LONG_TEXT, max_length=5000)
TRUE_TEXT = FieldSpec("true_text", "Nội dung đúng", Kind.LONG_TEXT, max_length=5000)

LETTER = RecordSpec(
    kind="letter",
    singular="văn bản đi",
    plural="Văn bản đi",
    label="subject",
    sections=(),  # A letter is made and edited on the page of another record, and stays for good.
    list=ListSpec(
        columns=(
            ColumnSpec("number", "Số", "number", Kind.INTEGER, 8, suffix="number_suffix"),
            ColumnSpec("symbol", "Ký hiệu", "symbol", width=16),
            ColumnSpec("letter_date", "Ngày", "letter_date", Kind.DATE, 12),
            ColumnSpec("document_type", "Loại văn bản", "document_type", Kind.CHOICE, 16,
                       DocumentType),
            ColumnSpec("subject", "Trích yếu", "subject", Kind.LONG_TEXT, 50,
                       sort="subject_key"),
            ColumnSpec("state", "Tình trạng", "state", Kind.CHOICE, 18, LetterState),
            ColumnSpec("void_reason", "Lý do hủy", "void_reason", width=24),
        ),
        search=("reference", "subject"),
        default_sort="-letter_date",
        filters=(
            FilterSpec("state", "Tình trạng", "state", Kind.CHOICE, LetterState),
            FilterSpec("document_type", "Loại văn bản", "document_type", Kind.CHOICE,
                       DocumentType),
            FilterSpec("letter_date", "Ngày", "letter_date", Kind.DATE),
        ),
        views=(
            ViewSpec("Chờ lấy số", {"state": "signed"}),
            ViewSpec("Phát hành quý này", {"state": "issued", "letter_date": "quarter"}),
        ),
    ),
)  # fmt: skip
