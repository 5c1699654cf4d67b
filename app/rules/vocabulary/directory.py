"""Bodies, outlets and people."""

from __future__ import annotations

from app.rules.vocabulary.labelled import Labelled


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
    """What becomes of bodies on a day: they end, or a part of one becomes a body of its own."""

    MERGE = "merge", "Hợp nhất, sáp nhập thành cơ quan mới"
    RENAME = "rename", "Đổi tên"
    SPLIT = "split", "Chia thành nhiều cơ quan, cơ quan cũ không còn"
    PART = "part", "Tách ra cơ quan mới, cơ quan cũ vẫn tồn tại"
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
