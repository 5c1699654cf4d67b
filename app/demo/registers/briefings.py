"""Press briefings: the year's quarters held with what was asked and given to do, one to come."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from app.demo.people_and_places import OFFICE
from app.demo.registers.data import Book
from app.rules.clocks.periods import Period, periods_between
from app.rules.vocabulary import BriefingState, TermUnit

_PLACE = "Hội trường A, trụ sở Sở Xây dựng"
_CHAIR = {"chair": "Nguyễn Minh Khang", "chair_position": "Giám đốc Sở"}
_BODIES = ("Sở Văn hóa và Thể thao", "Sở Nông nghiệp và Môi trường", "Sở Y tế")
_COVERAGE = (("Hạ tầng, giao thông", 412, 260, 38), ("Nhà ở, đô thị", 305, 190, 27))
# The days before the end of a quarter on which its briefing is held.
_BEFORE_END = 9


def add_briefings(book: Book) -> None:
    """Hold one in each quarter of the year that is over, and plan the present one's."""
    present = Period.of(book.today, TermUnit.QUARTER)
    for place, period in enumerate(
        periods_between(date(book.today.year, 1, 1), book.today, TermUnit.QUARTER)
    ):
        if period != present:
            is_last = period.next() == present
            _hold(book, period, growth=place * 17, leaves_open=is_last)
    _plan(book, present)


def _day(period: Period) -> date:
    """Return a working day near the end of a period."""
    day = period.last_day - timedelta(days=_BEFORE_END)
    return day - timedelta(days=max(0, day.weekday() - 4))


def _plan(book: Book, period: Period) -> None:
    day = _day(period)
    if day <= book.today:
        return
    book.add(
        "briefing",
        **period.parts(),
        **_CHAIR,
        starts_at=datetime.combine(day, time(8, 0)),
        place=_PLACE,
        invited=[{"outlet_id": outlet} for outlet in list(book.outlets.values())[:4]],
    )


def _hold(book: Book, period: Period, growth: int, *, leaves_open: bool) -> None:
    day = _day(period)
    outlets = list(book.outlets.items())[:4]
    guests: list[dict[str, Any]] = [
        {"outlet_id": outlet, "is_present": place != 2}
        for place, (_name, outlet) in enumerate(outlets)
    ]
    guests += [{"body_id": book.bodies[name], "is_present": True} for name in _BODIES]
    open_task = {
        "task": "Rà soát biển báo, rào chắn các công trình đang thi công",
        "body_id": book.bodies[_BODIES[0]],
        "due_on": book.today + timedelta(days=3),
    }
    book.add(
        "briefing",
        **period.parts(),
        **_CHAIR,
        state=BriefingState.HELD.value,
        starts_at=datetime.combine(day, time(8, 0)),
        ends_at=datetime.combine(day, time(10, 45)),
        place=_PLACE,
        secretary="Trần Thị Thu Hà",
        co_organiser="Hội Nhà báo tỉnh",
        invited=[*guests, {"name": "Hội Nhà báo tỉnh", "role": "Phối hợp", "is_present": True}],
        topics=[
            {"topic": f"Tình hình báo chí phản ánh về ngành trong {period.label}"},
            {"topic": "Tiến độ các công trình giao thông, thủy lợi", "presenter": "Phòng Quản lý"},
        ],
        questions=[
            {
                "question": "Bao giờ hoàn thành sửa chữa các cầu yếu trên đường tỉnh?",
                "asked_by": "Phóng viên thường trú",
                "outlet_id": outlets[0][1],
                "answer": "Hoàn thành trong năm; Sở sẽ thông báo từng công trình.",
                "answered_by": "Nguyễn Minh Khang",
            },
            {"question": "Đề nghị cung cấp số liệu nhà ở xã hội.", "outlet_id": outlets[1][1]},
        ],
        tasks=[
            {
                "task": "Cung cấp số liệu nhà ở xã hội cho báo chí",
                "body_id": book.bodies[OFFICE],
                "due_on": day + timedelta(days=14),
                "done_on": day,
            },
            *([open_task] if leaves_open else []),
        ],
        coverage=[
            {
                "subject": subject,
                "positive": positive + growth,
                "neutral": neutral + growth,
                "critical": critical,
            }
            for subject, positive, neutral, critical in _COVERAGE
        ],
    )
