"""Enquiries and visits of the press, and the grounds on which the law lets one be refused."""

from __future__ import annotations

from app.rules.vocabulary import EnquiryChannel, EnquiryKind, EnquiryOutcome
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

ENQUIRY = RecordSpec(
    kind="enquiry",
    singular="câu hỏi báo chí",
    plural="Câu hỏi báo chí",
    label="title",
    has_attachments=True,
    first_step=(
        "Ghi câu hỏi, đề nghị phỏng vấn, lượt làm việc của báo chí ngay khi nhận được; trả lời rồi "
        "thì ghi nội dung, thời điểm, hoặc lập công văn trả lời ở tab “Văn bản”."
    ),
    sections=(
        Section(
            "Người hỏi",
            (
                FieldSpec("contact_id", "Trong danh &bạ", Kind.RELATED, related="contact"),
                FieldSpec("asker_name", "&Họ tên người hỏi", max_length=100,
                          help="Khi người hỏi chưa có trong danh bạ."),
                FieldSpec("outlet_id", "&Cơ quan báo chí", Kind.RELATED, related="outlet"),
                FieldSpec("card_number", "&Số thẻ nhà báo", max_length=50),
                FieldSpec("card_expires_on", "Hạn thẻ n&gày", Kind.DATE),
                FieldSpec("introduction", "Th&eo giới thiệu", max_length=200,
                          help="Giấy giới thiệu số, ngày, nơi cấp; cho lượt làm việc tại cơ quan."),
            ),
        ),
        Section(
            "Xử lý",
            (
                FieldSpec("incident_id", "&Vụ việc", Kind.RELATED, related="incident"),
                FieldSpec("accountable_body_id", "Cơ &quan trả lời", Kind.RELATED, related="body",
                          help="Cơ quan, đơn vị chịu trách nhiệm."),
                FieldSpec("outcome", "Kết q&uả", Kind.CHOICE, required=True,
                          choices=EnquiryOutcome, default=EnquiryOutcome.PENDING),
                FieldSpec("review_asked", "Đã yêu cầu &xem lại bài", Kind.FLAG,
                          default=False),
            ),
        ),
        Section(
            "Câu hỏi, yêu cầu",
            (
                FieldSpec("kind", "&Loại", Kind.CHOICE, required=True, choices=EnquiryKind,
                          default=EnquiryKind.QUESTION),
                FieldSpec("title", "&Tóm tắt", required=True, max_length=200,
                          help="Ví dụ: tiến độ khắc phục sạt lở bờ kè."),
                FieldSpec("question", "&Nội dung", Kind.LONG_TEXT, required=True, max_length=5000,
                          help="Câu hỏi như báo chí nêu, hoặc mục đích làm việc."),
                FieldSpec("received_at", "Tiế&p nhận lúc", Kind.DATE_TIME, required=True),
                FieldSpec("channel", "Qua &kênh", Kind.CHOICE, required=True,
                          choices=EnquiryChannel, default=EnquiryChannel.EMAIL),
                FieldSpec("answer_wanted_at", "Xin trả lời t&rước", Kind.DATE_TIME,
                          help="Báo chí đề nghị."),
            ),
        ),
        Section(
            "Trả lời hoặc từ chối",
            (
                FieldSpec("answer", "Nội &dung trả lời", Kind.LONG_TEXT, max_length=10000,
                          help="Với lượt làm việc: kết quả làm việc."),
                FieldSpec("answered_at", "Trả lờ&i lúc", Kind.DATE_TIME),
                FieldSpec("answered_by", "&Ai trả lời, tiếp", max_length=200),
                FieldSpec("refused_at", "Thời điể&m từ chối", Kind.DATE_TIME),
                FieldSpec("refusal_ground_id", "Qu&y định", Kind.RELATED,
                          related="refusal_ground",
                          help="Quy định cho phép từ chối; danh mục ở Thiết lập, Căn cứ từ chối."),
                FieldSpec("refusal_note", "Lý d&o cụ thể", Kind.LONG_TEXT, max_length=2000),
            ),
        ),
    ),
    lines=(
        LinesSpec(
            "drafts",
            "Bản thảo phỏng vấn",
            "bản thảo",
            (
                FieldSpec("received_on", "Nhận ngày", Kind.DATE),
                FieldSpec("returned_on", "Gửi lại ý kiến ngày", Kind.DATE),
                FieldSpec("remarks", "Ý kiến", Kind.LONG_TEXT, max_length=2000),
            ),
            help="Mỗi dòng là một bản thảo mà báo chí gửi để xem lại trước khi đăng, phát.",
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("received_at", "Tiếp nhận", "received_at", Kind.DATE_TIME, 16),
            ColumnSpec("title", "Tóm tắt", "title", width=36, sort="title_key"),
            ColumnSpec("kind", "Loại", "kind", Kind.CHOICE, 24, EnquiryKind),
            ColumnSpec("outlet", "Cơ quan báo chí", "outlet.name", width=24,
                       sort="outlet.name_key"),
            ColumnSpec("asker", "Người hỏi", "contact.name", width=20, sort="contact.name_key",
                       fallback="asker_name"),
            ColumnSpec("channel", "Kênh", "channel", Kind.CHOICE, 16, EnquiryChannel),
            *DEADLINE_COLUMNS,
            ColumnSpec("outcome", "Kết quả", "outcome", Kind.CHOICE, 20, EnquiryOutcome),
            ColumnSpec("answered_at", "Trả lời lúc", "answered_at", Kind.DATE_TIME, 16),
        ),
        search=("title", "question", "asker_name", "answer", "refusal_note", "introduction",
                "drafts.remarks"),
        search_related=("contact", "outlet", "incident"),
        default_sort="-received_at",
        filters=(
            DEADLINE_FILTER,
            FilterSpec("outcome", "Kết quả", "outcome", Kind.CHOICE, EnquiryOutcome),
            FilterSpec("kind", "Loại", "kind", Kind.CHOICE, EnquiryKind),
            FilterSpec("outlet", "Cơ quan báo chí", "outlet_id", Kind.RELATED, related="outlet"),
            FilterSpec("body", "Cơ quan trả lời", "accountable_body_id", Kind.RELATED,
                       related="body"),
            FilterSpec("received_at", "Tiếp nhận", "received_at", Kind.DATE_TIME),
        ),
        views=(
            ViewSpec("Chưa trả lời", {"outcome": "pending"}, "due"),
            ViewSpec("Quá hạn", {"due": "overdue"}, "due"),
            ViewSpec("Từ chối năm nay", {"outcome": "refused", "received_at": "year"}),
        ),
    ),
)  # fmt: skip

REFUSAL_GROUND = RecordSpec(
    kind="refusal_ground",
    singular="căn cứ từ chối cung cấp thông tin",
    plural="Căn cứ từ chối cung cấp thông tin",
    label="title",
    sections=(
        Section(
            "Căn cứ",
            (
                FieldSpec("title", "&Tên gọi", required=True, max_length=200),
                FieldSpec("wording", "&Lời văn trong công văn", Kind.LONG_TEXT, required=True,
                          max_length=1000,
                          help="Viết tiếp sau “Nội dung này”, ví dụ: thuộc bí mật nhà nước."),
                FieldSpec("citation", "&Viện dẫn", Kind.LONG_TEXT, required=True, max_length=500,
                          help="Đúng như sẽ in trong văn bản."),
                FieldSpec("valid_from", "Hiệu lực từ n&gày", Kind.DATE),
                FieldSpec("valid_to", "Đế&n ngày", Kind.DATE),
                FieldSpec("source", "Ng&uồn", Kind.LONG_TEXT, required=True, max_length=500),
            ),
        ),
        Section(
            "Kiểm chứng",
            (
                FieldSpec("confirmed", "Đã &kiểm chứng với văn bản gốc", Kind.FLAG, default=False),
                FieldSpec("confirmed_by", "Người k&iểm chứng", max_length=100),
                FieldSpec("confirmed_on", "Ngà&y kiểm chứng", Kind.DATE),
            ),
        ),
    ),
    list=ListSpec(
        columns=(
            ColumnSpec("title", "Tên gọi", "title", width=36, sort="title_key"),
            ColumnSpec("citation", "Viện dẫn", "citation", Kind.LONG_TEXT, 40,
                       sort="citation_key"),
            ColumnSpec("valid_from", "Từ ngày", "valid_from", Kind.DATE, 12),
            ColumnSpec("valid_to", "Đến ngày", "valid_to", Kind.DATE, 12),
            ColumnSpec("confirmed", "Đã kiểm chứng", "confirmed", Kind.FLAG, 14),
        ),
        search=("title", "wording", "citation", "source"),
        default_sort="-valid_from",
        filters=(validity_filter("Hiệu lực"),),
    ),
)  # fmt: skip
