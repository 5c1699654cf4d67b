"""Letters: layouts, document types, states, numbers."""

from __future__ import annotations

from app.rules.vocabulary.labelled import Labelled


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


class ListSeparator(Labelled):
    """The mark at the end of each line of a Party list; value and mark are the same."""

    COMMA = ",", "Dấu phẩy (,)"
    SEMICOLON = ";", "Dấu chấm phẩy (;)"
