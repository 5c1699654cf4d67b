"""What the press asked of late: answered, refused on a ground, waiting, asked before."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import cycle
from typing import Any

from app.demo.registers.data import Book
from app.rules.vocabulary import EnquiryChannel, EnquiryKind, EnquiryOutcome

_ROAD = "Khi nào tuyến đường vào khu dân cư Kinh Mới sửa xong, kinh phí bao nhiêu?"
_SPEAKER = "Trần Thị Thu Hà, Phó Giám đốc Sở"

# Days before the demo's last one, and the fields of the enquiry; days again where a field is one.
_ENQUIRIES: tuple[tuple[int, dict[str, Any]], ...] = (
    (150, {"title": "Tiến độ sửa đường vào khu dân cư Kinh Mới", "question": _ROAD,
           "asker_name": "Lê Thị Thanh Vy", "outcome": EnquiryOutcome.ANSWERED,
           "answer": "Tuyến đường sửa xong trước ngày 30 tháng 6.\nKinh phí 1,8 tỷ đồng.",
           "answered_at": 146, "answered_by": _SPEAKER}),
    (64, {"title": "Kết quả thanh tra dự án kè sông Tà Nâu",
          "question": "Đề nghị cung cấp dự thảo kết luận thanh tra dự án kè sông Tà Nâu.",
          "asker_name": "Huỳnh Gia Phúc", "channel": EnquiryChannel.WRITTEN,
          "outcome": EnquiryOutcome.REFUSED, "refused_at": 62,
          "refusal_note": "Cuộc thanh tra chưa có kết luận chính thức."}),
    (30, {"title": "Phỏng vấn về cấp phép xây dựng trực tuyến", "kind": EnquiryKind.INTERVIEW,
          "question": "Đề nghị phỏng vấn lãnh đạo Sở về kết quả cấp phép xây dựng trực tuyến.",
          "asker_name": "Trịnh Hoàng Long", "channel": EnquiryChannel.PHONE,
          "outcome": EnquiryOutcome.ANSWERED, "answered_at": 27, "answered_by": _SPEAKER,
          "answer": "Đã trả lời phỏng vấn trực tiếp tại trụ sở.", "review_asked": True,
          "drafts": ({"received_on": 26, "returned_on": 25, "remarks": "Sửa số hồ sơ: 1.204."},)}),
    (12, {"title": "Làm việc về phản ánh bụi ở công trường cầu Rạch Sâu",
          "kind": EnquiryKind.VISIT, "channel": EnquiryChannel.IN_PERSON,
          "question": "Đề nghị làm việc, ghi hình về phản ánh bụi ở công trường cầu Rạch Sâu.",
          "asker_name": "Cao Minh Trí", "card_number": "CT-30415",
          "introduction": "Giấy giới thiệu số 88 của tòa soạn",
          "outcome": EnquiryOutcome.ANSWERED, "answered_at": 12,
          "answered_by": "Văn phòng Sở", "answer": "Đã cung cấp hồ sơ biện pháp che chắn."}),
    (3, {"title": "Đường vào khu dân cư Kinh Mới", "question": f"Xin hỏi {_ROAD}",
         "asker_name": "Vũ Khánh Linh", "answer_wanted_at": -3}),
    (1, {"title": "Chất lượng nước ở chung cư Bình Hòa",
         "question": "Sở đã kiểm tra phản ánh nước đục ở chung cư Bình Hòa chưa?",
         "asker_name": "Đinh Công Thành", "channel": EnquiryChannel.SOCIAL}),
)  # fmt: skip


def add_enquiries(book: Book) -> None:
    """Write them in the order in which they came."""
    outlets = cycle(book.outlets.values())
    for days, fields in _ENQUIRIES:
        received = _moment(book.today, days, time(8, 30))
        values = {name: _value(book.today, name, value) for name, value in fields.items()}
        if "refused_at" in values:
            (ground,) = book.ctx.records.options(
                "refusal_ground", "thanh tra", 1, on=values["refused_at"].date()
            )
            values["refusal_ground_id"] = ground.id
        book.add("enquiry", received_at=received, outlet_id=next(outlets), **values)


def _value(today: date, name: str, value: Any) -> Any:
    if name == "drafts":
        return tuple({key: _day(today, key, part) for key, part in one.items()} for one in value)
    return _moment(today, value, time(15, 0)) if name.endswith("_at") else value


def _day(today: date, name: str, value: Any) -> Any:
    return today - timedelta(days=value) if name.endswith("_on") else value


def _moment(today: date, days: int, at: time) -> datetime:
    return datetime.combine(today - timedelta(days=days), at)
