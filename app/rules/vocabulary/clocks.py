"""Legal clocks, deadlines and the work list."""

from __future__ import annotations

from app.rules.vocabulary.directory import OutletType
from app.rules.vocabulary.labelled import Labelled


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
