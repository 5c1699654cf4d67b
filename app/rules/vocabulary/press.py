"""What happened, what the press wrote and asked, what was said to it."""

from __future__ import annotations

from app.rules.vocabulary.labelled import Labelled


class Sensitivity(Labelled):
    """How much attention an incident needs."""

    NORMAL = "normal", "Thường"
    SENSITIVE = "sensitive", "Phức tạp, nhạy cảm"
    SUDDEN = "sudden", "Đột xuất"


class IncidentState(Labelled):
    """Where the handling of an incident stands."""

    OPEN = "open", "Mới tiếp nhận"
    VERIFYING = "verifying", "Đang xác minh"
    HANDLING = "handling", "Đang xử lý"
    CLOSED = "closed", "Đã kết thúc"


class ArticleKind(Labelled):
    """What verification found (the three wordings are those of letter 144-CV/TU)."""

    UNVERIFIED = "unverified", "Chưa xác minh"
    CORRECT = "correct", "Đúng"
    INACCURATE = "inaccurate", "Chưa chính xác"
    INCOMPLETE = "incomplete", "Chưa đầy đủ"
    UNTRUE = "untrue", "Không đúng sự thật"


class RequestKind(Labelled):
    """What the newspaper is asked to do."""

    RESPOND = "respond", "Đăng phản hồi"
    CORRECT = "correct", "Cải chính"
    CORRECT_AND_APOLOGISE = "correct_and_apologise", "Cải chính và xin lỗi"
    REMOVE = "remove", "Gỡ bỏ"


class RequestOutcome(Labelled):
    """How the newspaper dealt with the request."""

    PENDING = "pending", "Chưa có kết quả"
    CORRECTED = "corrected", "Đã đăng cải chính"
    RESPONSE_PUBLISHED = "response_published", "Đã đăng phản hồi"
    REFUSED = "refused", "Từ chối, có nêu lý do"
    SILENT = "silent", "Không trả lời"


class NextStep(Labelled):
    """What is to be done next about a request."""

    WAIT = "wait", "Chờ cơ quan báo chí"
    REMIND = "remind", "Đôn đốc"
    REPORT_TO_AUTHORITY = "report_to_authority", "Báo cáo cơ quan quản lý báo chí"
    REPORT_TO_OWNER = "report_to_owner", "Kiến nghị cơ quan chủ quản báo chí"
    GO_TO_COURT = "go_to_court", "Khởi kiện"
    CLOSE = "close", "Kết thúc theo dõi"


class EnquiryKind(Labelled):
    """What the press came with (duties 2 and 3)."""

    QUESTION = "question", "Câu hỏi, yêu cầu cung cấp thông tin"
    INTERVIEW = "interview", "Đề nghị phỏng vấn"
    VISIT = "visit", "Lượt làm việc tại cơ quan"


class EnquiryChannel(Labelled):
    """How an enquiry reached the office."""

    IN_PERSON = "in_person", "Trực tiếp"
    PHONE = "phone", "Điện thoại"
    EMAIL = "email", "Thư điện tử"
    WRITTEN = "written", "Văn bản"
    SOCIAL = "social", "Mạng xã hội"
    BRIEFING = "briefing", "Tại họp báo, giao ban"


class EnquiryOutcome(Labelled):
    """What became of an enquiry."""

    PENDING = "pending", "Chưa trả lời"
    ANSWERED = "answered", "Đã trả lời"
    REFUSED = "refused", "Từ chối, có căn cứ"
    WITHDRAWN = "withdrawn", "Báo chí rút yêu cầu"


class LegalDuty(Labelled):
    """What a legal text is cited for in a letter; the day that picks it differs."""

    CORRECTION = "correction", "Nghĩa vụ cải chính (theo ngày đăng bài)"
    RESPONSE = "response", "Quyền phản hồi (theo ngày đăng bài)"
    REMOVAL = "removal", "Gỡ bỏ thông tin (theo ngày đăng bài)"
    PROCEDURE = "procedure", "Trình tự, thủ tục (theo ngày văn bản)"
    SPEAKING = "speaking", "Phát ngôn của cơ quan nhà nước (theo ngày phát ngôn)"
    PARTY_SPEAKING = "party_speaking", "Phát ngôn của cơ quan Đảng (theo ngày phát ngôn)"


class StatementForm(Labelled):
    """The six forms of speaking and giving information (Decree 09/2017, art. 4)."""

    CONFERENCE = "conference", "Họp báo"
    POSTED = "posted", "Đăng trên cổng, trang tin, mạng xã hội chính thức"
    SPOKEN = "spoken", "Phát ngôn trực tiếp, trả lời phỏng vấn"
    WRITTEN = "written", "Thông cáo, trả lời bằng văn bản, thư điện tử"
    BRIEFING = "briefing", "Trao đổi tại giao ban báo chí"
    RESPONSE = "response", "Văn bản đề nghị đăng phản hồi, cải chính"


class StatementState(Labelled):
    """Where a statement stands. What was given is frozen."""

    DRAFT = "draft", "Dự thảo"
    GIVEN = "given", "Đã phát ngôn"


class SpeakerKind(Labelled):
    """By what right someone speaks for a body; a record's kind where there is one.

    Whoever spoke without a right is told of as it happened (duties 7 and 26).
    """

    HEAD = "head", "Người đứng đầu"
    SPOKESPERSON = "spokesperson", "Người phát ngôn được phân công"
    AUTHORISED = "authorisation", "Người được ủy quyền phát ngôn"
    UNENTITLED = "unentitled", "Người không có quyền (việc đã xảy ra)"


class ViolationSubject(Labelled):
    """Whom the press says to have broken a rule."""

    COLLECTIVE = "collective", "Tập thể"
    INDIVIDUAL = "individual", "Cá nhân"
    BOTH = "both", "Tập thể và cá nhân"


class ViolationConclusion(Labelled):
    """What the inspection of a violation concluded; only wrongdoing is to be handled."""

    WRONGDOING = "wrongdoing", "Có sai phạm"
    NONE = "none", "Không có sai phạm"
    INSUFFICIENT = "insufficient", "Chưa đủ căn cứ kết luận"


class ViolationStepKind(Labelled):
    """The steps of letter 144-CV/TU about a violation that the press found, in their order."""

    DIRECTED = "directed", "Chỉ đạo kiểm tra"
    INSPECTED = "inspected", "Kiểm tra"
    CONCLUDED = "concluded", "Kết luận"
    HANDLED = "handled", "Xử lý"
    REPORTED = "reported", "Báo cáo cấp ủy cấp trên"
    INFORMED = "informed", "Thông tin cho báo chí"


class ViolationStage(Labelled):
    """What a violation waits for: the first step not taken; computed, never typed."""

    DIRECTION = "direction", "Chờ chỉ đạo kiểm tra"
    INSPECTION = "inspection", "Chờ kiểm tra"
    CONCLUSION = "conclusion", "Chờ kết luận"
    HANDLING = "handling", "Chờ xử lý"
    REPORT = "report", "Chờ báo cáo cấp ủy cấp trên"
    ANSWER = "answer", "Chờ thông tin cho báo chí"
    DONE = "done", "Đủ các bước, chờ kết thúc"
    CLOSED = "closed", "Đã kết thúc"


class TransferCount(Labelled):
    """How often the accountable body of a case changed; computed, never typed."""

    NONE = "none", "Chưa chuyển"
    ONCE = "once", "Đã chuyển 1 lần"
    TWICE = "twice", "Đã chuyển 2 lần"
    OFTEN = "often", "Đã chuyển từ 3 lần trở lên"
