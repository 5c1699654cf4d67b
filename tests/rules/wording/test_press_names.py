"""How outlets are named and addressed."""

from __future__ import annotations

import pytest

from app.rules.vocabulary import OutletType
from app.rules.wording.press_names import outlet_words

ONLINE, PRINT = OutletType.ONLINE, OutletType.PRINT
RADIO, TELEVISION, CHANNEL = OutletType.RADIO, OutletType.TELEVISION, OutletType.SOCIAL_CHANNEL


@pytest.mark.parametrize(
    ("name", "outlet_type", "in_text", "address"),
    [
        ("Báo Điện tử Đồng bằng", ONLINE, "Báo Điện tử Đồng bằng", "Quý Báo"),
        ("Tạp chí Đô thị mới", PRINT, "Tạp chí Đô thị mới", "Quý Tạp chí"),
        ("Tạp chí điện tử Nhà báo trẻ", ONLINE, "Tạp chí điện tử Nhà báo trẻ", "Quý Tạp chí"),
        ("Tuổi Trẻ", PRINT, "Báo Tuổi Trẻ", "Quý Báo"),
        ("VietNamNet", ONLINE, "Báo VietNamNet", "Quý Báo"),
        ("Thời báo Kinh tế", PRINT, "Thời báo Kinh tế", "Quý Báo"),
        ("Đài Phát thanh Đồng bằng", RADIO, "Đài Phát thanh Đồng bằng", "Quý Đài"),
        ("VTV", TELEVISION, "Đài VTV", "Quý Đài"),
        ("Truyền hình Đồng bằng", TELEVISION, "Truyền hình Đồng bằng", "Quý Đài"),
        (
            "Báo và Phát thanh, Truyền hình An Giang",
            TELEVISION,
            "Báo và Phát thanh, Truyền hình An Giang",
            "Quý Báo và Đài",
        ),
        ("Thông tấn xã Việt Nam", ONLINE, "Thông tấn xã Việt Nam", "Quý Thông tấn xã"),
        ("Kênh Đồng bằng 24h", CHANNEL, "Kênh Đồng bằng 24h", "Quý Kênh"),
        ("Đồng bằng 24h", CHANNEL, "Kênh Đồng bằng 24h", "Quý Cơ quan"),
        ("Đại Đoàn Kết", PRINT, "Báo Đại Đoàn Kết", "Quý Báo"),
        ("BÁO ĐỒNG BẰNG", PRINT, "BÁO ĐỒNG BẰNG", "Quý Báo"),
    ],
)
def test_an_outlet_gets_its_noun_and_its_address(
    name: str, outlet_type: OutletType, in_text: str, address: str
) -> None:
    words = outlet_words(name, outlet_type)
    assert (words.name, words.address) == (in_text, address)


@pytest.mark.parametrize(
    ("outlet_type", "manner"),
    [
        (PRINT, ("đăng", "bài")),
        (ONLINE, ("đăng", "bài")),
        (RADIO, ("phát sóng", "tin, bài")),
        (TELEVISION, ("phát sóng", "tin, bài")),
        (CHANNEL, ("đăng", "bài")),
    ],
)
def test_papers_print_and_stations_broadcast(
    outlet_type: OutletType, manner: tuple[str, str]
) -> None:
    words = outlet_words("X", outlet_type)
    assert (words.publish, words.item) == manner
