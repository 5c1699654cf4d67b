"""No character may come out blank: what the font lacks is named before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from app.errors import FontMissing
from app.exports.letter.data import LetterData
from app.exports.letter.typesetting.fonts import Family

FIELD_LABELS = {
    "superior_body": "Cơ quan cấp trên",
    "issuing_body": "Cơ quan ban hành",
    "number": "Số",
    "symbol": "Ký hiệu",
    "place": "Địa danh",
    "subject": "Trích yếu",
    "recipients": "Kính gửi",
    "body": "Nội dung",
    "capacity": "Quyền hạn ký",
    "signer_title": "Chức vụ người ký",
    "signer_name": "Họ tên người ký",
    "distribution": "Nơi nhận",
    "authority": "Thẩm quyền ban hành",
    "legal_bases": "Căn cứ",
    "chair": "Chủ trì",
    "time": "Thời gian",
    "venue": "Địa điểm",
    "started_at": "Thời gian bắt đầu",
    "ended_at": "Thời gian kết thúc",
    "attendees": "Thành phần tham dự",
    "secretary_name": "Thư ký",
}
"""Every field of text, as the office calls it."""


class MissingCharacter(FontMissing):
    """The font lacks a character; ``field`` is where it stands: "subject", "body[2]"."""

    def __init__(self, character: str, field: str, family: str) -> None:
        name, _, index = field.partition("[")
        place = FIELD_LABELS[name]
        if index:
            place += f", dòng {int(index[:-1]) + 1}"
        super().__init__(
            f"Phông chữ {family} không có ký tự “{character}” (U+{ord(character):04X}) "
            f"ở mục {place}.",
            "Thay ký tự đó bằng chữ thường dùng.",
        )
        self.field = field


def check_characters(data: LetterData, family: Family) -> None:
    """Raise MissingCharacter for the first character that a face of ``family`` lacks."""
    for field, text in _texts(data):
        missing = set(text + text.upper()) - family.characters
        if missing:
            first = min(missing, key=lambda c: (text + text.upper()).index(c))
            raise MissingCharacter(first, field, family.title)


def _texts(data: LetterData) -> Iterator[tuple[str, str]]:
    for name in FIELD_LABELS:
        value = getattr(data, name)
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, tuple):
            yield from ((f"{name}[{index}]", text) for index, text in enumerate(value))
