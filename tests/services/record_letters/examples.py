"""For each purpose of a letter a record it can be made from, as full as a clerk fills it in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from app.bootstrap import AppContext
from tests.conftest import NOW
from tests.factories import (
    make_authorisation,
    make_body,
    make_briefing,
    make_enquiry,
    make_inspection,
    make_legal_document,
    make_outlet,
    make_regulation,
    make_spokesperson,
    make_training,
)
from tests.services.record_letters.statement_examples import followed_incident, second_statement
from tests.services.record_letters.violation_examples import (
    handled_violation,
    inspected_violation,
    told_violation,
)


def _outdated_regulation(ctx: AppContext) -> int:
    new = make_legal_document(
        ctx, number="245/2026/NĐ-CP", issuer="Chính phủ", valid_from=date(2026, 7, 1)
    )
    old = make_legal_document(
        ctx, number="10/2017/NĐ-CP", valid_to=date(2026, 6, 30), replaced_by_id=new
    )
    return make_regulation(
        ctx,
        body_id=make_body(ctx, name="Sở Nông nghiệp và Môi trường"),
        title="Quy chế phát ngôn và cung cấp thông tin cho báo chí",
        number="215/QĐ-SNNMT",
        issued_on=date(2025, 8, 12),
        cites=[old],
    )


def _body_without_one(ctx: AppContext) -> int:
    return make_body(ctx, name="Ủy ban nhân dân xã Cù Lao Dừa")


def _own_body(ctx: AppContext) -> int:
    profile = ctx.office.profile()
    assert profile is not None
    return make_body(ctx, name=profile.name)


def _assigned(ctx: AppContext, **over: object) -> int:
    body = _own_body(ctx)
    former = make_spokesperson(ctx, body_id=body, person="Lê Thị Hoa", decision_number="41/QĐ-SXD")
    return make_spokesperson(
        ctx,
        body_id=body,
        person="Trần Minh Cường",
        replaces_id=former,
        valid_from=date(2026, 10, 6),
        published_on=None,
        announced_on=None,
        **over,
    )


def _to_be_assigned(ctx: AppContext) -> int:
    return _assigned(ctx, decision_number=None, decision_date=None)


def _to_be_announced(ctx: AppContext) -> int:
    return _assigned(ctx, decision_number="57/QĐ-SXD", decision_date=date(2026, 10, 5))


def _to_be_authorised(ctx: AppContext) -> int:
    """By whoever the office names first, for nobody else signs it."""
    profile = ctx.office.profile()
    assert profile is not None
    return make_authorisation(
        ctx,
        body_id=_own_body(ctx),
        grantor=profile.signers[0].name,
        grantor_position=profile.signers[0].title.capitalize(),
        grantee="Phạm Thu Dung",
        valid_from=date(2026, 10, 5),
        paper_number=None,
        signed_at=None,
        published_at=None,
    )


def _training(ctx: AppContext) -> int:
    bodies = [make_body(ctx, name=name) for name in ("Sở Nội vụ", "Ủy ban nhân dân xã Châu Thành")]
    return make_training(
        ctx,
        title="Tập huấn kỹ năng phát ngôn và cung cấp thông tin cho báo chí năm 2026",
        starts_on=date(2026, 11, 10),
        ends_on=date(2026, 11, 11),
        hours="7 giờ 30 phút",
        place="Hội trường Sở Xây dựng, số 99 đường Nguyễn Trung Trực",
        content="Quy định của pháp luật về báo chí, phát ngôn\nKỹ năng trả lời phỏng vấn",
        cost=18500000,
        lecturers=[{"name": "Bà Lê Thị Minh", "workplace": "Hội Nhà báo tỉnh"}],
        participants=[
            {"name": f"Nguyễn Văn {given}", "body_id": body}
            for given, body in zip(("Tư", "Năm"), bodies, strict=True)
        ],
    )


def held_inspection(
    ctx: AppContext, body: str = "Sở Nông nghiệp và Môi trường", **over: object
) -> int:
    """One held at a body, found wanting in two matters; what it recommended is not mended yet."""
    values: dict[str, object] = {
        "body_id": make_body(ctx, name=body),
        "title": "Kiểm tra công tác phát ngôn và cung cấp thông tin cho báo chí",
        "planned_from": date(2026, 9, 7),
        "planned_to": date(2026, 9, 8),
        "scope": "Từ ngày 01/7/2025 đến thời điểm kiểm tra.",
        "plan_number": "09/KH-SXD",
        "plan_date": date(2026, 1, 12),
        "decision_number": "15/QĐ-SXD",
        "decision_date": date(2026, 9, 1),
        "started_on": date(2026, 9, 7),
        "ended_on": date(2026, 9, 8),
        "conclusion": (
            "Sở đã ban hành quy chế phát ngôn, phân công người phát ngôn; việc công bố còn chậm."
        ),
        "team": (
            {"name": "Trần Thị Bình", "job_title": "Phó Giám đốc Sở", "role": "leader"},
            {"name": "Lê Văn Cường", "job_title": "Chánh Văn phòng", "role": "deputy"},
            {"name": "Phạm Thu Dung", "job_title": "Chuyên viên Văn phòng", "role": "secretary"},
        ),
        "checklist": (
            {"topic": "regulation", "result": "passed"},
            {"topic": "publication", "result": "failed", "note": "Công bố chậm 12 ngày."},
            {"topic": "files", "result": "failed"},
            {"topic": "briefing", "result": "not_applicable"},
        ),
        "findings": (
            {
                "finding": "Danh sách người phát ngôn đăng chậm trên Cổng thông tin.",
                "evidence": "Ảnh chụp Cổng thông tin ngày 07/9/2026.",
            },
            {"finding": "Sổ theo dõi thông tin báo chí ghi thiếu ngày."},
        ),
        "recommendations": (
            {
                "recommendation": "Công bố đủ số điện thoại, email của người phát ngôn.",
                "responsible": "Văn phòng Sở",
                "due_on": date(2026, 9, 25),
            },
            {"recommendation": "Ghi đủ ngày trong sổ theo dõi.", "due_on": date(2026, 9, 30)},
            {"recommendation": "Tập huấn cho công chức mới.", "due_on": date(2026, 12, 1)},
        ),
        **over,
    }
    return make_inspection(ctx, **values)


def _planned_inspections(ctx: AppContext) -> int:
    """Two to be planned; a third was called off."""
    own = ctx.office.profile()
    assert own is not None
    topics = ({"topic": "regulation"}, {"topic": "in_time"}, {"topic": "secrecy"})
    first = make_inspection(
        ctx,
        body_id=make_body(ctx, name="Sở Nông nghiệp và Môi trường"),
        planned_from=date(2026, 11, 3),
        planned_to=date(2026, 11, 4),
        scope="Từ ngày 01/7/2025 đến thời điểm kiểm tra.",
        checklist=topics,
    )
    make_inspection(
        ctx,
        body_id=make_body(ctx, name=own.name),
        kind="self_inspection",
        planned_from=date(2026, 12, 1),
        checklist=({"topic": "files"},),
    )
    make_inspection(
        ctx,
        planned_from=date(2026, 12, 8),
        called_off="cancelled",
        called_off_reason="Sáp nhập đơn vị.",
    )
    return first


def _team_to_set_up(ctx: AppContext) -> int:
    ahead = {"planned_from": date(2026, 10, 12), "planned_to": date(2026, 10, 13)}
    not_yet = dict.fromkeys(("decision_number", "decision_date", "started_on", "ended_on"))
    return held_inspection(ctx, **ahead, **not_yet, conclusion=None, recommendations=())


def _inspection_with_remedies_overdue(ctx: AppContext) -> int:
    return held_inspection(ctx, conclusion_number="31/TB-SXD", conclusion_date=date(2026, 9, 15))


def _briefing(ctx: AppContext) -> int:
    outlet = make_outlet(ctx, name="Báo Đồng bằng", address="1 Lê Lợi, phường Long Xuyên")
    body = make_body(ctx, name="Sở Giao thông vận tải")
    return make_briefing(
        ctx,
        state="held",
        starts_at=datetime(2026, 10, 2, 8, 0),
        ends_at=datetime(2026, 10, 2, 11, 15),
        place="Hội trường A, Trung tâm Hội nghị tỉnh",
        chair="Trần Thị Bình Minh",
        chair_position="Giám đốc Sở",
        secretary="Ngô Quốc Đạt",
        co_organiser="Hội Nhà báo tỉnh",
        invited=[
            {"outlet_id": outlet, "is_present": True, "attendee": "Lê Văn Ba"},
            {"body_id": body, "is_present": True},
            {"name": "Hội Nhà báo tỉnh"},
        ],
        topics=[
            {"topic": "Tình hình báo chí phản ánh về tỉnh"},
            {"topic": "Tiến độ các cầu trên đường tỉnh", "presenter": "Sở Giao thông vận tải"},
        ],
        questions=[
            {
                "question": "Bao giờ thông cầu Kinh Mới?",
                "asked_by": "Lê Văn Ba",
                "outlet_id": outlet,
                "answer": "Thông xe ngày 15 tháng 12 năm 2026",
                "answered_by": "Sở Giao thông vận tải",
            },
            {"question": "Đề nghị cung cấp số liệu nhà ở xã hội", "follow_up": "Gửi bằng văn bản"},
        ],
        tasks=[
            {"task": "Cung cấp số liệu nhà ở xã hội.", "body_id": body,
             "due_on": date(2026, 10, 20)},
            {"task": "Rà soát người phát ngôn"},
        ],
        coverage=[
            {"subject": "Hạ tầng", "positive": 800, "neutral": 500, "critical": 100},
            {"subject": "Môi trường", "critical": 27},
        ],
    )  # fmt: skip


def _answered_question(ctx: AppContext) -> int:
    return make_enquiry(
        ctx,
        title="Tiến độ khắc phục sạt lở bờ kè ấp Kinh Mới",
        question="Khi nào bờ kè được sửa xong? Kinh phí bao nhiêu?",
        outlet_id=make_outlet(ctx, name="Báo Điện tử Đồng bằng", address="1 Lê Lợi"),
        answer="1. Bờ kè sửa xong trước ngày 30 tháng 11 năm 2026.\n2. Kinh phí 2,4 tỷ đồng.",
    )


def _refused_question(ctx: AppContext) -> int:
    on = NOW.date()
    (ground,) = ctx.records.options("refusal_ground", "thanh tra", 1, on=on)
    return make_enquiry(
        ctx,
        title="Kết quả thanh tra dự án bờ kè",
        question="Đề nghị cung cấp kết quả thanh tra dự án bờ kè ấp Kinh Mới.",
        outlet_id=make_outlet(ctx, name="Tuổi Trẻ Đồng bằng", type="print"),
        channel="written",
        refusal_ground_id=ground.id,
        refusal_note="Cuộc thanh tra kết thúc trong tháng 12 năm 2026.",
    )


# The purpose -> makes the record, and returns its id.
EXAMPLES: dict[str, Callable[[AppContext], int]] = {
    "communique": second_statement,
    "incident_summary": followed_incident,
    "enquiry_answer": _answered_question,
    "enquiry_refusal": _refused_question,
    "regulation_review": _outdated_regulation,
    "regulation_issue": _body_without_one,
    "briefing_invitation": _briefing,
    "briefing_minutes": _briefing,
    "training_plan": _training,
    "training_invitation": _training,
    "spokesperson_decision": _to_be_assigned,
    "spokesperson_announcement": _to_be_announced,
    "authorisation_paper": _to_be_authorised,
    "inspection_plan": _planned_inspections,
    "inspection_decision": _team_to_set_up,
    "inspection_conclusion": held_inspection,
    "inspection_urging": _inspection_with_remedies_overdue,
    "violation_direction": told_violation,
    "violation_team": told_violation,
    "violation_conclusion": inspected_violation,
    "violation_report": handled_violation,
    "violation_answer": handled_violation,
}
