"""An incident that was written and spoken about, and the second statement about it."""

from __future__ import annotations

from datetime import datetime

from app.bootstrap import AppContext
from tests.factories import (
    give_statement,
    make_article,
    make_body,
    make_incident,
    make_outlet,
    make_statement,
)

_LONG = (
    "Khoảng 22 giờ 30 phút, người dân phát hiện vết nứt dọc thân kè và báo cho chính quyền. "
    "Lực lượng tại chỗ đã rào chắn, đặt biển cảnh báo và túc trực suốt đêm. "
)


def _incident(ctx: AppContext) -> int:
    incident = make_incident(
        ctx,
        title="Sạt lở bờ kè sông Hậu",
        happened_at=datetime(2026, 9, 30, 22, 30),
        place="phường Rạch Giá",
        sensitivity="sudden",
        draws_interest=True,
        accountable_body_id=make_body(ctx, name="Ban Quản lý dự án"),
        description=_LONG * 8,
        outcome="Đã gia cố xong đoạn kè nứt. Các báo đăng đúng thông tin, dư luận ổn định. " * 10,
    )
    for number in range(1, 7):
        make_article(
            ctx,
            incident_id=incident,
            outlet_id=make_outlet(ctx, name=f"Báo Đồng bằng {number}"),
            title=f"Bờ kè mới đã nứt, người dân lo lắng (kỳ {number})",
        )
    first = make_statement(
        ctx, incident_id=incident, given_at=datetime(2026, 10, 1, 15, 0), speaker="Trần Thị Bình"
    )
    give_statement(ctx, first)
    return incident


def second_statement(ctx: AppContext) -> int:
    return make_statement(
        ctx,
        incident_id=_incident(ctx),
        form="written",
        given_at=datetime(2026, 10, 5, 8, 30),
        next_update_at=datetime(2026, 10, 6, 16, 0),
        text="Vết nứt dài 12 mét, không có người bị thương.\n"
        "Từ 6 giờ ngày 05 tháng 10 năm 2026, đoạn kè được gia cố bằng rọ đá.",
    )


def followed_incident(ctx: AppContext) -> int:
    incident = _incident(ctx)
    statement = make_statement(
        ctx,
        incident_id=incident,
        form="conference",
        given_at=datetime(2026, 10, 2, 9, 0),
        speaker="Trần Thị Bình",
        next_update_at=datetime(2026, 10, 6, 16, 0),
    )
    give_statement(ctx, statement)
    return incident
