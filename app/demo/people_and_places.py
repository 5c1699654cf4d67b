"""Who and where in the demo: an office, invented press outlets, bodies, people and places."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.rules.vocabulary import BodyKind, ContactKind, OutletType

_REORGANISED = date(2025, 7, 1)

OUTLETS: tuple[dict[str, Any], ...] = tuple(
    {
        "name": name,
        "type": type_,
        "governing_body": governing_body,
        "editor_in_chief": editor,
        "address": address,
        "phone": f"0296 399 {number:04d}",
        "email": f"toasoan@{domain}.example",
    }
    for number, (name, type_, governing_body, editor, address, domain) in enumerate(
        (
            ("Báo Điện tử Đồng bằng", OutletType.ONLINE, "Hội Khuyến học Châu thổ",
             "Lâm Quốc Thịnh", "12 đường Bờ Kè, phường Long Sơn Tây", "dientudongbang"),
            ("Báo Sông Nước", OutletType.PRINT, "Hội Nhà vườn Châu thổ",
             "Đặng Thị Ngọc Ánh", "45 đường Hàng Dừa, phường Tân Phú Đông", "songnuoc"),
            ("Tạp chí Nhịp sống Cù lao", OutletType.PRINT, "Hội Di sản Cù lao",
             "Huỳnh Văn Đạt", "8 đường Cây Bàng, phường Long Sơn Tây", "nhipsongculao"),
            ("Báo Điện tử Bến Sông", OutletType.ONLINE, "Liên hiệp Hợp tác xã Bến Sông",
             "Ngô Thanh Hải", "201 đường Ven Kênh, xã Vĩnh Thuận Hưng", "bensong"),
            ("Đài Phát thanh Sông Xanh", OutletType.RADIO, "Trung tâm Truyền thông Sông Xanh",
             "Phan Thị Mỹ Dung", "3 đường Bưu Điện, phường Tân Phú Đông", "songxanh"),
            ("Đài Truyền hình Miền Châu thổ", OutletType.TELEVISION,
             "Trung tâm Truyền thông Châu thổ", "Trương Công Định",
             "77 đường Trung Tâm, phường Long Sơn Tây", "chauthotv"),
            ("Báo Phù sa", OutletType.PRINT, "Hội Nông nghiệp sạch Phù sa",
             "Võ Hoàng Yến", "19 đường Chợ Mới Xây, xã An Thạnh Tây", "phusa"),
            ("Tạp chí Điện tử Nhà nông Trẻ", OutletType.ONLINE, "Quỹ Khởi nghiệp Nhà nông",
             "Ân Trọng Nghĩa", "5 đường Lúa Vàng, xã An Thạnh Tây", "nhanongtre"),
            ("Kênh Bến Sông trên mạng xã hội", OutletType.SOCIAL_CHANNEL,
             "Báo Điện tử Bến Sông", "Ngô Thanh Hải",
             "201 đường Ven Kênh, xã Vĩnh Thuận Hưng", "kenhbensong"),
            ("Báo Điện tử Cánh Cò", OutletType.ONLINE, "Hội Sinh thái Cánh Cò",
             "Đỗ Minh Uyên", "60 đường Rặng Trâm, phường Tân Phú Đông", "canhco"),
            ("Đài Phát thanh Cửa Biển", OutletType.RADIO, "Trung tâm Truyền thông Cửa Biển",
             "Mai Xuân Ổn", "2 đường Hải Đăng, xã Hòn Trúc", "cuabien"),
            ("Đài Truyền hình Hạ Nguồn", OutletType.TELEVISION,
             "Trung tâm Truyền thông Hạ Nguồn", "Bùi Thị Lệ Quyên",
             "33 đường Cầu Đúc, phường Long Sơn Tây", "hanguontv"),
        ),
        start=101,
    )
)  # fmt: skip

# The body that took over comes before the one it took over from.
PRESS_AUTHORITY = "Sở Văn hóa và Thể thao"
OFFICE = "Sở Xây dựng"
BODIES: tuple[dict[str, Any], ...] = (
    {"name": PRESS_AUTHORITY, "short_name": "Sở VHTT", "symbol": "SVHTT",
     "kind": BodyKind.DEPARTMENT, "is_press_authority": True, "valid_from": _REORGANISED},
    {"name": "Sở Thông tin và Truyền thông", "short_name": "Sở TTTT", "symbol": "STTTT",
     "kind": BodyKind.DEPARTMENT, "is_press_authority": True, "valid_to": date(2025, 6, 30),
     "successor": PRESS_AUTHORITY},
    {"name": OFFICE, "short_name": "Sở XD", "symbol": "SXD", "kind": BodyKind.DEPARTMENT},
    {"name": "Sở Nông nghiệp và Môi trường", "short_name": "Sở NN và MT", "symbol": "SNNMT",
     "kind": BodyKind.DEPARTMENT},
    {"name": "Sở Giáo dục và Đào tạo", "short_name": "Sở GDĐT", "symbol": "SGDĐT",
     "kind": BodyKind.DEPARTMENT},
    {"name": "Sở Y tế", "short_name": "Sở Y tế", "symbol": "SYT", "kind": BodyKind.DEPARTMENT},
    {"name": "Sở Công Thương", "short_name": "Sở CT", "symbol": "SCT",
     "kind": BodyKind.DEPARTMENT},
    {"name": "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
     "short_name": "Ban QLDA giao thông", "symbol": "BQLDAGT", "kind": BodyKind.OTHER},
    {"name": "Ủy ban nhân dân tỉnh An Giang", "short_name": "UBND tỉnh", "symbol": "UBND",
     "kind": BodyKind.PEOPLES_COMMITTEE},
    {"name": "Tỉnh ủy An Giang", "short_name": "Tỉnh ủy", "symbol": "TU",
     "kind": BodyKind.PARTY_COMMITTEE},
    {"name": "Ban Tuyên giáo và Dân vận Tỉnh ủy", "short_name": "BTG và DV Tỉnh ủy",
     "symbol": "BTGDVTU", "kind": BodyKind.PARTY_BODY},
    {"name": "Hội Nhà báo tỉnh An Giang", "short_name": "Hội Nhà báo", "symbol": "HNB",
     "kind": BodyKind.ASSOCIATION},
    {"name": "Đoàn Thanh niên tỉnh An Giang", "short_name": "Tỉnh đoàn", "symbol": "TĐTN",
     "kind": BodyKind.MASS_ORGANISATION},
    {"name": "Ủy ban nhân dân phường Long Sơn Tây", "symbol": "UBND", "kind": BodyKind.COMMUNE,
     "valid_from": _REORGANISED},
    {"name": "Ủy ban nhân dân xã An Thạnh Tây", "symbol": "UBND", "kind": BodyKind.COMMUNE,
     "valid_from": _REORGANISED},
    {"name": "Ủy ban nhân dân huyện Châu Bình Thượng", "symbol": "UBND",
     "kind": BodyKind.DISTRICT, "valid_to": date(2025, 6, 30)},
)  # fmt: skip

# Journalists and officials; a post names its outlet or its body.
CONTACTS: tuple[dict[str, Any], ...] = (
    {"name": "Nguyễn Hoài An", "phone": "0913 555 010", "email": "hoaian@dientudongbang.example",
     "card_number": "CT-20261", "card_expires_on": date(2030, 12, 31),
     "posts": (
         {"outlet": "Báo Sông Nước", "job_title": "Phóng viên",
          "started_on": date(2016, 9, 1), "ended_on": date(2023, 3, 31)},
         {"outlet": "Báo Điện tử Đồng bằng", "job_title": "Phóng viên thường trú",
          "started_on": date(2023, 4, 1)},
     )},
    {"name": "Võ Minh Ái", "phone": "0913 555 011", "card_number": "CT-20118",
     "card_expires_on": date(2025, 12, 31), "note": "Đang chờ cấp lại thẻ.",
     "posts": (
         {"outlet": "Báo Điện tử Bến Sông", "job_title": "Biên tập viên",
          "started_on": date(2019, 5, 6)},
     )},
    {"name": "Trương Quốc Cường", "phone": "0913 555 012", "card_number": "CT-20377",
     "card_expires_on": date(2030, 12, 31),
     "posts": (
         {"outlet": "Đài Truyền hình Miền Châu thổ", "job_title": "Quay phim",
          "started_on": date(2012, 1, 2), "ended_on": date(2020, 6, 30)},
         {"outlet": "Đài Truyền hình Miền Châu thổ", "job_title": "Trưởng phòng Thời sự",
          "started_on": date(2020, 7, 1)},
     )},
    {"name": "Lâm Ngọc Diễm", "phone": "0913 555 013", "email": "ngocdiem@songnuoc.example",
     "posts": (
         {"outlet": "Báo Sông Nước", "job_title": "Cộng tác viên",
          "started_on": date(2021, 2, 1), "ended_on": date(2025, 12, 31)},
     )},
    {"name": "Phan Thanh Giang", "kind": ContactKind.OFFICIAL, "phone": "0296 398 0101",
     "posts": (
         {"body": "Sở Thông tin và Truyền thông", "job_title": "Chuyên viên Phòng Báo chí",
          "started_on": date(2018, 8, 1), "ended_on": date(2025, 6, 30)},
         {"body": PRESS_AUTHORITY, "job_title": "Phó Trưởng phòng Quản lý báo chí",
          "started_on": _REORGANISED},
     )},
    {"name": "Đỗ Bảo Hân", "kind": ContactKind.OFFICIAL, "phone": "0296 398 0102",
     "posts": (
         {"body": "Ban Tuyên giáo và Dân vận Tỉnh ủy", "job_title": "Chuyên viên",
          "started_on": date(2022, 3, 1)},
     )},
    {"name": "Bùi Hải Nam", "kind": ContactKind.OTHER, "phone": "0913 555 014",
     "note": "Trưởng nhóm phóng viên thường trú tại tỉnh.", "posts": ()},
)  # fmt: skip

PLACES = (
    "phường Long Sơn Tây", "phường Tân Phú Đông", "phường Mỹ Hòa Trung", "xã An Thạnh Tây",
    "xã Vĩnh Thuận Hưng", "xã Hòn Trúc", "xã Bình Phước Nam", "xã Thạnh Lợi Đông",
    "xã Kênh Ngang", "xã Tân Hội Thượng", "xã Đông Hòa Phú", "xã Cù Lao Dừa",
)  # fmt: skip

ROADS = (
    "đường liên xã Kênh Ngang - Bình Phước Nam", "đường tỉnh 9A", "đường Ven Kênh",
    "đường Bờ Kè", "đường dẫn vào cụm công nghiệp Thạnh Lợi Đông", "đường Hàng Dừa nối dài",
    "tuyến tránh chợ Tân Hội Thượng", "đường Cầu Đúc",
)  # fmt: skip

REPORTERS = (
    "Hoài An", "Minh Ái", "Thu Ba", "Quốc Cường", "Ngọc Diễm", "Văn Đức", "Thanh Giang",
    "Bảo Hân", "Gia Khiêm", "Phương Lan", "Nhóm phóng viên Thời sự", "Trúc Ly", "Hải Nam",
    "Kim Oanh", "PV thường trú", "Hồng Phúc", "Đăng Quang", "Diệu Thảo", "Ý Nhi",
)  # fmt: skip

SECTIONS = ("Thời sự", "Đời sống", "Bạn đọc", "Hạ tầng", "Kinh tế", "Điều tra", "Chuyện hôm nay")
