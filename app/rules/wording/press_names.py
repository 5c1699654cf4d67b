"""How a press outlet is named in a sentence, addressed, and what it did with an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.rules.vocabulary import OutletType
from app.text import tidy

# A word in an outlet's name -> how a letter addresses it; the first of them in the name decides.
_ADDRESSES = {
    "báo và phát thanh": "Quý Báo và Đài",
    "thông tấn xã": "Quý Thông tấn xã",
    "tạp chí": "Quý Tạp chí",
    "đặc san": "Quý Đặc san",
    "báo": "Quý Báo",
    "đài": "Quý Đài",
    "phát thanh": "Quý Đài",
    "truyền hình": "Quý Đài",
    "kênh": "Quý Kênh",
    "tòa soạn": "Quý Tòa soạn",
    "toà soạn": "Quý Tòa soạn",
    "cơ quan": "Quý Cơ quan",
    "trung tâm": "Quý Cơ quan",
    "cổng": "Quý Cơ quan",
    "trang": "Quý Cơ quan",
    "bản tin": "Quý Cơ quan",
}
_NOUN = re.compile(rf"\b({'|'.join(_ADDRESSES)})\b")


@dataclass(frozen=True, slots=True)
class _Manner:
    """The words that fit one type of outlet."""

    noun: str  # goes before a name that says only "Tuổi Trẻ"
    address: str
    publish: str
    item: str  # before the title
    item_again: str  # the item when it is spoken of later


_PAPER = _Manner("Báo", "Quý Báo", "đăng", "bài", "bài viết")
_BROADCASTER = _Manner("Đài", "Quý Đài", "phát sóng", "tin, bài", "tin, bài này")
_MANNERS = {
    OutletType.PRINT: _PAPER,
    OutletType.ONLINE: _PAPER,
    OutletType.RADIO: _BROADCASTER,
    OutletType.TELEVISION: _BROADCASTER,
    OutletType.SOCIAL_CHANNEL: _Manner("Kênh", "Quý Cơ quan", "đăng", "bài", "bài đăng"),
}


@dataclass(frozen=True, slots=True)
class OutletWords:
    """An outlet in the words of a letter."""

    name: str
    address: str
    publish: str
    item: str
    item_again: str


def outlet_words(name: str, outlet_type: OutletType) -> OutletWords:
    """Return the words for an outlet: "Tuổi Trẻ" in print is "Báo Tuổi Trẻ" and "Quý Báo"."""
    manner = _MANNERS[outlet_type]
    name = tidy(name)
    found = _NOUN.search(name.lower())
    return OutletWords(
        name=name if found else f"{manner.noun} {name}",
        address=_ADDRESSES[found[1]] if found else manner.address,
        publish=manner.publish,
        item=manner.item,
        item_again=manner.item_again,
    )
