"""Every closed set of words: the value that is stored and the Vietnamese label that is shown."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A stored value with the label that screens, letters and sheets show."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Layout(Labelled):
    """Which body of rules sets the letter: Decree 30/2020 or the Party's guidance."""

    STATE = "state", "Nhà nước (Nghị định 30/2020/NĐ-CP)"
    PARTY = "party", "Đảng (hướng dẫn của Văn phòng Trung ương Đảng)"


class DocumentType(Labelled):
    """The document types the app can set, with the names of Annex III of Decree 30/2020."""

    OFFICIAL_LETTER = "cong_van", "Công văn"
    DECISION = "quyet_dinh", "Quyết định"
    NOTICE = "thong_bao", "Thông báo"
    REPORT = "bao_cao", "Báo cáo"
    INVITATION = "giay_moi", "Giấy mời"
    AUTHORISATION = "giay_uy_quyen", "Giấy ủy quyền"
    PLAN = "ke_hoach", "Kế hoạch"
    MINUTES = "bien_ban", "Biên bản"
    COMMUNIQUE = "thong_cao", "Thông cáo"


class Urgency(Labelled):
    """The urgency stamp; value and label are the words printed."""

    URGENT = "KHẨN", "Khẩn"
    VERY_URGENT = "THƯỢNG KHẨN", "Thượng khẩn"
    EXPRESS = "HOẢ TỐC", "Hoả tốc"


class EnvelopeSize(Labelled):
    """The two envelopes that offices print."""

    C5 = "c5", "C5 (229 × 162 mm)"
    DL = "dl", "DL (220 × 110 mm)"


class LetterState(Labelled):
    """Where a letter stands. Only an issued or void letter has a number."""

    DRAFT = "draft", "Dự thảo"
    SIGNED = "signed", "Đã ký, chờ lấy số"
    ISSUED = "issued", "Đã phát hành"
    VOID = "void", "Đã hủy"


NUMBERED_STATES = (LetterState.ISSUED, LetterState.VOID)
"""Where a letter has its number and its frozen file."""


class NumberingMode(Labelled):
    """How an office keeps its State outgoing numbers."""

    ONE_BOOK = "one_book", "Một sổ chung cho mọi loại văn bản"
    BOOK_PER_TYPE = "book_per_type", "Mỗi loại văn bản một sổ"


class NumberSource(Labelled):
    """Who gives the number of an outgoing letter."""

    OWN_BOOK = "own_book", "Phần mềm cấp số theo sổ của cơ quan"
    REGISTRY_CLERK = "registry_clerk", "Văn thư cấp số, nhập tay"


class BodyKind(Labelled):
    """What kind of body of the province this is."""

    PEOPLES_COMMITTEE = "peoples_committee", "Ủy ban nhân dân"
    DEPARTMENT = "department", "Sở, ban, ngành"
    PARTY_COMMITTEE = "party_committee", "Cấp ủy"
    PARTY_BODY = "party_body", "Cơ quan của Đảng"
    MASS_ORGANISATION = "mass_organisation", "Mặt trận, đoàn thể"
    COMMUNE = "commune", "Xã, phường, đặc khu"
    DISTRICT = "district", "Huyện, thành phố (trước 01/7/2025)"
    ASSOCIATION = "association", "Hội"
    OTHER = "other", "Khác"


class ReorganisationKind(Labelled):
    """What becomes of bodies that end on a day."""

    MERGE = "merge", "Hợp nhất, sáp nhập thành cơ quan mới"
    RENAME = "rename", "Đổi tên"
    SPLIT = "split", "Chia, tách thành nhiều cơ quan"
    ABOLISH = "abolish", "Giải thể, hoặc nhập vào cơ quan đang có"


class OutletType(Labelled):
    """The four legal types of press (Press Law 2025, art. 2) and the official channel (art. 30)."""

    PRINT = "print", "Báo chí in"
    ONLINE = "online", "Báo chí điện tử"
    RADIO = "radio", "Phát thanh"
    TELEVISION = "television", "Truyền hình"
    SOCIAL_CHANNEL = "social_channel", "Kênh chính thức trên mạng xã hội"


class ContactKind(Labelled):
    """Whom the office is in touch with."""

    JOURNALIST = "journalist", "Nhà báo, phóng viên"
    OFFICIAL = "official", "Lãnh đạo, cán bộ cơ quan"
    OTHER = "other", "Khác"


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


class ListSeparator(Labelled):
    """The mark at the end of each line of a Party list; value and mark are the same."""

    COMMA = ",", "Dấu phẩy (,)"
    SEMICOLON = ";", "Dấu chấm phẩy (;)"


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
    """By what right someone speaks for a body; a record's kind where there is one."""

    HEAD = "head", "Người đứng đầu"
    SPOKESPERSON = "spokesperson", "Người phát ngôn được phân công"
    AUTHORISED = "authorisation", "Người được ủy quyền phát ngôn"


class TermUnit(Labelled):
    """The unit of a term. Quarter and year are those of the calendar, counted to their end.

    So are months where a term is set for a period (``StartsFrom.PERIOD``).
    """

    HOURS = "hours", "giờ"
    DAYS = "days", "ngày"
    WORKING_DAYS = "working_days", "ngày làm việc"
    MONTHS = "months", "tháng"
    QUARTER = "quarter", "quý"
    YEAR = "year", "năm"


class DayKind(Labelled):
    """Why a day of the calendar is not what its weekday says."""

    HOLIDAY = "holiday", "Nghỉ lễ, Tết"
    IN_LIEU = "in_lieu", "Nghỉ bù"
    SWAP = "swap", "Nghỉ hoán đổi"
    MAKE_UP = "make_up", "Làm bù"


class ClockDuty(Labelled):
    """What a term is set for."""

    INITIAL_STATEMENT = "initial_statement", "Phát ngôn, cung cấp thông tin ban đầu"
    IMPACT_STATEMENT = "impact_statement", "Thông tin ban đầu khi dư luận có ý kiến khác nhau"
    FOLLOW_UP_STATEMENT = "follow_up_statement", "Phát ngôn tiếp trong quá trình xử lý"
    PRESS_ANSWER = "press_answer", "Trả lời báo chí"
    CORRECTION_REQUEST = "correction_request", "Gửi văn bản yêu cầu phản hồi, cải chính"
    AUTHORITY_COPY = "authority_copy", "Gửi cơ quan quản lý nhà nước về báo chí"
    CORRECTION = "correction", "Cơ quan báo chí đăng, phát cải chính"
    PERIODICAL_CORRECTION = "periodical_correction", "Báo tuần, tạp chí đăng cải chính"
    REPLY_TO_RESPONSE = "reply_to_response", "Cơ quan báo chí trả lời ý kiến phản hồi"
    REMINDER = "reminder", "Đôn đốc cơ quan báo chí"
    ESCALATION = "escalation", "Báo cáo, kiến nghị tiếp khi cơ quan báo chí không thực hiện"
    VIOLATION_DIRECTION = "violation_direction", "Chỉ đạo kiểm tra vi phạm báo nêu"
    VIOLATION_CONCLUSION = "violation_conclusion", "Kết luận vi phạm báo nêu"
    VIOLATION_HANDLING = "violation_handling", "Xử lý vi phạm báo nêu"
    VIOLATION_REPORT = "violation_report", "Báo cáo cấp ủy cấp trên về vi phạm báo nêu"
    VIOLATION_RESULT = "violation_result", "Thông tin cho báo chí kết quả xử lý vi phạm"
    SPOKESPERSON_PUBLICATION = "spokesperson_publication", "Công bố người phát ngôn"
    SPOKESPERSON_REPLACEMENT = "spokesperson_replacement", "Cử người phát ngôn mới"
    AUTHORISATION_PUBLICATION = "authorisation_publication", "Công bố văn bản ủy quyền phát ngôn"
    PERIODIC_INFORMATION = "periodic_information", "Cung cấp thông tin định kỳ"
    PRESS_CONFERENCE = "press_conference", "Họp báo định kỳ"
    BRIEFING = "briefing", "Giao ban báo chí"
    TRAINING = "training", "Tập huấn nghiệp vụ"
    INSPECTION = "inspection", "Kiểm tra công tác phát ngôn"
    ANNUAL_REPORT = "annual_report", "Báo cáo năm"
    REGULATION_REVIEW = "regulation_review", "Rà soát quy chế phát ngôn"
    REGULATION_AMENDMENT = "regulation_amendment", "Sửa đổi quy chế phát ngôn theo kết quả rà soát"


class StartsFrom(Labelled):
    """The moment from which a term is counted; each law names its own."""

    HAPPENED = "happened", "Vụ việc xảy ra"
    LEARNED = "learned", "Tiếp nhận vụ việc"
    IMPACT_DETERMINED = "impact_determined", "Xác định có tác động đến dư luận"
    PREVIOUS_STATEMENT = "previous_statement", "Lần phát ngôn trước"
    QUESTION_RECEIVED = "question_received", "Nhận được yêu cầu của báo chí"
    ARTICLE_PUBLISHED = "article_published", "Báo đăng, phát"
    LETTER_SENT = "letter_sent", "Gửi văn bản cho cơ quan báo chí"
    LETTER_RECEIVED = "letter_received", "Cơ quan báo chí nhận được văn bản"
    INSPECTION_DIRECTED = "inspection_directed", "Chỉ đạo kiểm tra"
    CONCLUDED = "concluded", "Kết luận kiểm tra"
    RESULT_KNOWN = "result_known", "Có kết quả (kết luận hoặc xử lý)"
    AUTHORISATION_SIGNED = "authorisation_signed", "Ký văn bản ủy quyền"
    SPOKESPERSON_ASSIGNED = "spokesperson_assigned", "Phân công người phát ngôn"
    SPOKESPERSON_LEFT = "spokesperson_left", "Người phát ngôn thôi nhiệm vụ"
    PREVIOUS_TIME = "previous_time", "Lần thực hiện trước"
    LAW_ENDED = "law_ended", "Văn bản được viện dẫn hết hiệu lực"
    REVIEWED = "reviewed", "Rà soát quy chế"
    PERIOD = "period", "Trong kỳ (tháng, quý, năm)"


class Bound(Labelled):
    """Whom a rule binds: bodies of the State or the Party, or the press, by its legal type."""

    BODY = "body", "Mọi cơ quan, đơn vị"
    STATE = "state", "Cơ quan hành chính nhà nước"
    PARTY = "party", "Cơ quan của Đảng"
    PRESS = "press", "Mọi cơ quan báo chí"
    PRINT = OutletType.PRINT.value, OutletType.PRINT.label
    ONLINE = OutletType.ONLINE.value, OutletType.ONLINE.label
    RADIO = OutletType.RADIO.value, OutletType.RADIO.label
    TELEVISION = OutletType.TELEVISION.value, OutletType.TELEVISION.label
    SOCIAL_CHANNEL = OutletType.SOCIAL_CHANNEL.value, OutletType.SOCIAL_CHANNEL.label


class DeadlineState(Labelled):
    """Where a deadline stands. Only an open one is counted anew when a rule or a day changes."""

    OPEN = "open", "Chưa xong"
    MET = "met", "Đã thực hiện"
    DROPPED = "dropped", "Kết thúc cùng hồ sơ"


class ChangeCause(Labelled):
    """Why a deadline came to be, moved or ended."""

    OPENED = "opened", "Bắt đầu tính"
    MOMENT = "moment", "Sửa thời điểm, dữ kiện"
    RULE = "rule", "Sửa quy định"
    CALENDAR = "calendar", "Sửa lịch ngày nghỉ"
    EXTENDED = "extended", "Gia hạn"
    EXTENSION_UNDONE = "extension_undone", "Bỏ gia hạn"
    MET = "met", "Đã thực hiện"
    CLOSED = "closed", "Kết thúc"
    REOPENED = "reopened", "Mở lại"


class LateCause(Labelled):
    """Why something was late; that it was late is computed, never typed."""

    FACTS_UNKNOWN = "facts_unknown", "Chờ xác minh, chờ số liệu"
    APPROVAL = "approval", "Chờ lãnh đạo duyệt"
    OTHER_BODY = "other_body", "Chờ cơ quan khác phối hợp"
    LEARNED_LATE = "learned_late", "Biết tin muộn"
    PASSIVE = "passive", "Thụ động, chậm xử lý"
    AVOIDING = "avoiding", "Né tránh, ngại tiếp xúc báo chí"
    PRESS = "press", "Phía cơ quan báo chí chậm"
    UNAVOIDABLE = "unavoidable", "Bất khả kháng: mất điện, mất mạng, thiên tai"
    OTHER = "other", "Lý do khác (ghi rõ)"


class DueSpan(Labelled):
    """Which deadlines a list is narrowed to, by when the first open one is due."""

    OVERDUE = "overdue", "Quá hạn"
    TODAY = "today", "Đến hạn hôm nay"
    THIS_WEEK = "this_week", "Đến hạn trong 7 ngày tới"
    IN_TIME = "in_time", "Còn hạn"
    UNCOUNTED = "uncounted", "Chưa có ngày đến hạn"
    NONE = "none", "Không có hạn hoặc đã xong"


class Validity(Labelled):
    """Whether what holds from one day to another holds today."""

    CURRENT = "current", "Hiện hành"
    COMING = "coming", "Chưa bắt đầu"
    PAST = "past", "Đã kết thúc"


class TodayGroup(Labelled):
    """The parts of the work list, the most pressing first."""

    OVERDUE = "overdue", "Quá hạn"
    TODAY = "today", "Đến hạn hôm nay"
    THIS_WEEK = "this_week", "Đến hạn trong 7 ngày tới"
    AT_ONCE = "at_once", "Cần làm sớm, văn bản không ghi số ngày"
    WAITING = "waiting", "Chờ cơ quan báo chí, cơ quan khác"
    EXPIRING = "expiring", "Sắp hết hiệu lực"
    GAPS = "gaps", "Còn thiếu trong quý, trong năm"


class LegalDocumentKind(Labelled):
    """What sort of text a document of the library is."""

    LAW = "law", "Luật, pháp lệnh"
    DECREE = "decree", "Nghị định"
    CIRCULAR = "circular", "Thông tư"
    DECISION = "decision", "Quyết định"
    DIRECTIVE = "directive", "Chỉ thị"
    PARTY_RULE = "party_rule", "Quy định, quy chế của Đảng"
    GUIDANCE = "guidance", "Hướng dẫn"
    CONCLUSION = "conclusion", "Nghị quyết, kết luận"
    OFFICIAL_LETTER = "official_letter", "Công văn"
    OTHER = "other", "Văn bản khác"


class RegulationStatus(Labelled):
    """Where a press regulation stands."""

    DRAFTING = "drafting", "Đang xây dựng"
    IN_FORCE = "in_force", "Đang áp dụng"
    AMENDED = "amended", "Đang áp dụng, đã sửa đổi, bổ sung"
    REPLACED = "replaced", "Đã được thay thế"
    ABOLISHED = "abolished", "Đã bãi bỏ"


class RegulationTopic(Labelled):
    """What a press regulation is expected to deal with."""

    SCOPE = "scope", "Phạm vi điều chỉnh, đối tượng áp dụng"
    SPOKESPERSON = "spokesperson", "Người phát ngôn"
    AUTHORISATION = "authorisation", "Ủy quyền phát ngôn"
    FORMS = "forms", "Hình thức phát ngôn, cung cấp thông tin"
    PERIODIC = "periodic", "Cung cấp thông tin định kỳ"
    SUDDEN = "sudden", "Cung cấp thông tin đột xuất"
    RIGHTS = "rights", "Quyền và trách nhiệm"
    PRESS_CONTENT = "press_content", "Xử lý thông tin trên báo chí"
    SECRECY = "secrecy", "Bảo vệ bí mật nhà nước"
    REWARDS = "rewards", "Khen thưởng, xử lý vi phạm"
    IMPLEMENTATION = "implementation", "Tổ chức thực hiện"


class ReviewResult(Labelled):
    """What a review of a regulation found."""

    FITS = "fits", "Còn phù hợp"
    AMEND = "amend", "Cần sửa đổi, bổ sung"
    REPLACE = "replace", "Cần ban hành quy chế mới"
    ABOLISH = "abolish", "Cần bãi bỏ"


class ReviewState(Labelled):
    """Whether a regulation fits the rules in force; computed, never typed."""

    NEEDED = "needed", "Cần rà soát"
    AMENDING = "amending", "Đã rà soát, chờ sửa đổi"
    CURRENT = "current", "Còn phù hợp"
    NOT_IN_USE = "not_in_use", "Không áp dụng"


class BriefingPart(Labelled):
    """The part of a year a press briefing is held for; with the year, a period's key."""

    Q1 = "Q1", "Quý I"
    Q2 = "Q2", "Quý II"
    Q3 = "Q3", "Quý III"
    Q4 = "Q4", "Quý IV"
    M01 = "01", "Tháng 1"
    M02 = "02", "Tháng 2"
    M03 = "03", "Tháng 3"
    M04 = "04", "Tháng 4"
    M05 = "05", "Tháng 5"
    M06 = "06", "Tháng 6"
    M07 = "07", "Tháng 7"
    M08 = "08", "Tháng 8"
    M09 = "09", "Tháng 9"
    M10 = "10", "Tháng 10"
    M11 = "11", "Tháng 11"
    M12 = "12", "Tháng 12"


class BriefingState(Labelled):
    """Where a press briefing stands."""

    PLANNED = "planned", "Kế hoạch"
    HELD = "held", "Đã tổ chức"
    POSTPONED = "postponed", "Hoãn"
    CANCELLED = "cancelled", "Hủy"


class InspectionKind(Labelled):
    """Who looks: the office at a body, or a body at itself."""

    INSPECTION = "inspection", "Kiểm tra"
    SELF_INSPECTION = "self_inspection", "Tự kiểm tra"


class CalledOff(Labelled):
    """Why an inspection that was planned is not held."""

    POSTPONED = "postponed", "Hoãn"
    CANCELLED = "cancelled", "Hủy"


class InspectionState(Labelled):
    """Where an inspection stands; computed, never typed."""

    PLANNED = "planned", "Trong kế hoạch"
    RUNNING = "running", "Đang kiểm tra"
    CONCLUDED = "concluded", "Đã kết luận"
    FOLLOWED_UP = "followed_up", "Đã theo dõi xong"
    POSTPONED = CalledOff.POSTPONED.value, CalledOff.POSTPONED.label
    CANCELLED = CalledOff.CANCELLED.value, CalledOff.CANCELLED.label


class TeamRole(Labelled):
    """What a member of an inspection team does there."""

    LEADER = "leader", "Trưởng đoàn"
    DEPUTY = "deputy", "Phó trưởng đoàn"
    SECRETARY = "secretary", "Thư ký"
    MEMBER = "member", "Thành viên"


class InspectionTopic(Labelled):
    """What is looked at in an inspection of speaking to the press."""

    REGULATION = "regulation", "Quy chế phát ngôn còn phù hợp"
    ASSIGNMENT = "assignment", "Phân công người phát ngôn"
    PUBLICATION = "publication", "Công bố người phát ngôn"
    AUTHORISATION = "authorisation", "Ủy quyền phát ngôn đúng quy định"
    IN_TIME = "in_time", "Phát ngôn, cung cấp thông tin đúng hạn"
    PRESS_CONTENT = "press_content", "Xử lý thông tin báo chí nêu"
    CORRECTION = "correction", "Yêu cầu phản hồi, cải chính"
    BRIEFING = "briefing", "Giao ban báo chí, họp báo"
    TRAINING = "training", "Tập huấn nghiệp vụ"
    SECRECY = "secrecy", "Bảo vệ bí mật nhà nước"
    FILES = "files", "Hồ sơ, sổ sách"


class CheckResult(Labelled):
    """What an inspection found about one topic."""

    PASSED = "passed", "Đạt"
    FAILED = "failed", "Chưa đạt"
    NOT_APPLICABLE = "not_applicable", "Không áp dụng"


class TrainingState(Labelled):
    """Where a training stands."""

    PLANNED = "planned", "Kế hoạch"
    HELD = "held", "Đã tổ chức"
    CANCELLED = "cancelled", "Hoãn, hủy"


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
