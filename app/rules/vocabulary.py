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


class OutletType(Labelled):
    """The four legal types of press (Press Law 2025, art. 2) and the official channel (art. 30)."""

    PRINT = "print", "Báo chí in"
    ONLINE = "online", "Báo chí điện tử"
    RADIO = "radio", "Phát thanh"
    TELEVISION = "television", "Truyền hình"
    SOCIAL_CHANNEL = "social_channel", "Kênh chính thức trên mạng xã hội"


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
