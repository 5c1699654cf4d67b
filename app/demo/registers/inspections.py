"""Inspections in every state: mended, with a remedy overdue and one to come, planned, put off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from app.demo.people_and_places import OFFICE
from app.demo.registers.data import Book
from app.rules.vocabulary import CheckResult, InspectionTopic, TeamRole

_TEAM = (
    {"name": "Trần Thị Thu Hà", "job_title": "Phó Giám đốc Sở", "role": TeamRole.LEADER},
    {"name": "Lê Hoàng Phúc", "job_title": "Chánh Văn phòng Sở", "role": TeamRole.DEPUTY},
    {"name": "Dương Ngọc Mai", "job_title": "Chuyên viên Văn phòng", "role": TeamRole.SECRETARY},
)
_SCOPE = "Việc thực hiện quy chế phát ngôn trong 12 tháng trước ngày kiểm tra."
_FAILED = {
    InspectionTopic.PUBLICATION: "Chưa đăng số điện thoại, email của người phát ngôn.",
    InspectionTopic.FILES: "Sổ theo dõi thông tin báo chí ghi thiếu ngày.",
}
_FINDINGS = (
    {
        "finding": "Danh sách người phát ngôn trên Cổng thông tin còn thiếu số điện thoại.",
        "evidence": "Ảnh chụp Cổng thông tin vào ngày kiểm tra.",
    },
    {"finding": "Sổ theo dõi thông tin báo chí ghi thiếu ngày.", "evidence": "Sổ năm nay."},
)


def add_inspections(book: Book) -> None:
    """Hold two, leaving something to be mended after the later one; plan one, put one off."""
    names = [name for name in book.bodies if name != OFFICE]
    _hold(book, names[1], days_ago=200, number=12, mended=True)
    _hold(book, names[2], days_ago=55, number=47, mended=False)
    book.add(
        "inspection",
        body_id=book.bodies[OFFICE],
        kind="self_inspection",
        title="Tự kiểm tra công tác phát ngôn và cung cấp thông tin cho báo chí",
        planned_from=book.today + timedelta(days=18),
        planned_to=book.today + timedelta(days=19),
        scope=_SCOPE,
        team=_TEAM,
    )
    book.add(
        "inspection",
        body_id=book.bodies[names[3]],
        planned_from=book.today - timedelta(days=30),
        called_off="postponed",
        called_off_reason="Đơn vị đang tập trung khắc phục hậu quả mưa bão.",
    )


def _hold(book: Book, body: str, days_ago: int, number: int, *, mended: bool) -> None:
    began = book.today - timedelta(days=days_ago)
    concluded = began + timedelta(days=8)
    book.add(
        "inspection",
        body_id=book.bodies[body],
        planned_from=began,
        planned_to=began + timedelta(days=1),
        scope=_SCOPE,
        decision_number=f"{number}/QĐ-SXD",
        decision_date=began - timedelta(days=6),
        started_on=began,
        ended_on=began + timedelta(days=1),
        conclusion="Đơn vị đã có quy chế và người phát ngôn; việc công bố, ghi sổ còn thiếu sót.",
        conclusion_number=f"{number + 3}/TB-SXD",
        conclusion_date=concluded,
        team=_TEAM,
        checklist=_checklist(),
        findings=_FINDINGS,
        recommendations=_recommendations(book.today, concluded, mended=mended),
    )


def _checklist() -> list[dict[str, Any]]:
    return [
        {
            "topic": topic,
            "result": CheckResult.FAILED if topic in _FAILED else CheckResult.PASSED,
            "note": _FAILED.get(topic),
        }
        for topic in InspectionTopic
    ]


def _recommendations(today: date, concluded: date, *, mended: bool) -> list[dict[str, Any]]:
    first_due, second_due = concluded + timedelta(days=15), concluded + timedelta(days=25)
    lines: list[dict[str, Any]] = [
        {
            "recommendation": "Đăng đủ số điện thoại, email của người phát ngôn",
            "responsible": "Văn phòng",
            "due_on": first_due,
            "done_on": first_due + timedelta(days=2),
            "result": "Đã đăng đủ, chậm vì chờ nâng cấp Cổng thông tin.",
        },
        {
            "recommendation": "Ghi đủ ngày trong sổ theo dõi thông tin báo chí",
            "responsible": "Văn phòng",
            "due_on": second_due,
            "done_on": second_due if mended else None,
        },
    ]
    if not mended:
        later = {
            "recommendation": "Tập huấn cho công chức mới",
            "due_on": today + timedelta(days=5),
        }
        lines.append(later)
    return lines
