"""Press briefings (duty 30): a period, who was invited and came, questions, tasks, counts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.services.plain import ListQuery
from app.specs.duties.briefings import BRIEFING
from tests import factories as make
from tests.conftest import NOW

COLUMNS = [column.name for column in BRIEFING.list.columns]
HELD = {"state": "held", "starts_at": datetime(2026, 10, 2, 8, 0)}


def row(ctx: AppContext, briefing: int) -> dict[str, Any]:
    (found,) = ctx.records.rows("briefing", [briefing])
    return dict(zip(COLUMNS, found.values, strict=True))


def errors(ctx: AppContext, **over: Any) -> dict[str, str]:
    with pytest.raises(FieldErrors) as caught:
        make.make_briefing(ctx, **over)
    return dict(caught.value.errors)


def test_a_briefing_keeps_guests_topics_questions_tasks_and_counts(ctx: AppContext) -> None:
    """Duty 30: the meeting records."""
    outlet, body = make.make_outlet(ctx), make.make_body(ctx)
    briefing = make.make_briefing(
        ctx,
        invited=[
            {"outlet_id": outlet, "is_present": True, "attendee": "Trần Thị Bình"},
            {"body_id": body, "role": "Báo cáo"},
        ],
        topics=[{"topic": "Tình hình báo chí quý IV"}],
        questions=[{"question": "Bờ kè bao giờ xong?", "outlet_id": outlet}],
        tasks=[
            {"task": "Trả lời về bờ kè", "body_id": body, "due_on": date(2026, 12, 20)},
            {"task": "Gửi tài liệu", "done_on": date(2026, 10, 2)},
        ],
        coverage=[
            {"subject": "Kinh tế", "positive": 800, "neutral": 500, "critical": 100},
            {"subject": "Môi trường", "critical": 27},
        ],
    )
    shown = row(ctx, briefing)
    assert shown["name"] == "Quý IV/2026"
    counts = ("invited", "present", "questions", "open_tasks", "articles")
    assert [shown[name] for name in counts] == [2, 1, 1, 1, 1427]
    assert ctx.records.get("briefing", briefing).name == "Quý IV/2026"


def test_briefings_stand_in_the_order_of_their_periods(ctx: AppContext) -> None:
    periods = [(2026, "Q1"), (2025, "12"), (2026, "02"), (2025, "Q4"), (2026, "11")]
    for year, part in periods:
        make.make_briefing(ctx, year=year, part=part, starts_at=None)
    ids = ctx.records.ids("briefing", ListQuery(sort="name"))
    names = [row(ctx, briefing)["name"] for briefing in ids]
    assert names == ["Quý IV/2025", "Tháng 12/2025", "Quý I/2026", "Tháng 2/2026", "Tháng 11/2026"]


def test_a_new_one_is_for_the_present_quarter_or_the_month_where_a_rule_asks_for_months(
    ctx: AppContext,
) -> None:
    """Duty 30: at least once a quarter; the province's own rule may say once a month."""
    new = ctx.records.new("briefing")
    assert (new["year"], new["part"]) == (2026, "Q4")
    make.make_legal_rule(
        ctx, duty="briefing", binds="body", value=1, unit="months", starts_from="period"
    )
    new = ctx.records.new("briefing")
    assert (new["year"], new["part"]) == (2026, "10")


@pytest.mark.parametrize(
    ("over", "field", "sentence"),
    [
        (
            {"state": "held", "starts_at": None},
            "starts_at",
            "Đã tổ chức thì nhập ngày giờ bắt đầu.",
        ),
        (
            {"state": "held"},
            "state",
            "Cuộc giao ban ngày 15/12/2026 chưa đến; để “Kế hoạch”, họp xong mới chọn "
            "“Đã tổ chức”.",
        ),
        ({"state": "postponed"}, "reason", "Ghi lý do hoãn."),
        ({"state": "cancelled"}, "reason", "Ghi lý do hủy."),
        (
            {"starts_at": datetime(2026, 9, 30, 8, 0)},
            "starts_at",
            "Ngày 30/09/2026 trước quý IV/2026; kiểm tra lại kỳ và ngày.",
        ),
        (
            {"part": "Q3", **HELD},
            "reason",
            "Ngày 02/10/2026 sau quý III/2026: ghi lý do muộn.",
        ),
        ({"year": 26}, "year", "Năm 26 không hợp lý; kiểm tra lại."),
        ({"ends_at": datetime(2026, 12, 15, 7, 0)}, "ends_at", "Kết thúc phải sau lúc bắt đầu."),
        (
            {"invited": [{"role": "Dự"}]},
            "invited[0].body_id",
            "Chọn cơ quan, chọn báo, hoặc ghi tên.",
        ),
        (
            {"invited": [{"name": "Hội Nhà báo"}, {"name": "Hội Nhà báo"}]},
            "invited[1].name",
            "Đã mời ở dòng 1.",
        ),
        (
            {"tasks": [{"task": "Trả lời", "due_on": date(2026, 12, 1)}]},
            "tasks[0].due_on",
            "Hạn trước ngày giao ban 15/12/2026.",
        ),
        (
            {"tasks": [{"task": "Trả lời", "done_on": date(2026, 12, 1)}]},
            "tasks[0].done_on",
            "Ngày này còn ở tương lai; xong rồi mới ghi.",
        ),
        (
            {"coverage": [{"subject": "Kinh tế", "critical": -1}]},
            "coverage[0].critical",
            "Số tin, bài từ 0 trở lên.",
        ),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    ctx: AppContext, over: dict[str, Any], field: str, sentence: str
) -> None:
    assert errors(ctx, **over) == {field: sentence}


def test_a_guest_is_one_body_or_one_outlet(ctx: AppContext) -> None:
    guest = {"body_id": make.make_body(ctx), "outlet_id": make.make_outlet(ctx)}
    assert errors(ctx, invited=[guest]) == {
        "invited[0].outlet_id": "Mỗi dòng một nơi được mời; nơi khác thì nhập ở dòng khác."
    }


def test_one_held_late_says_why(ctx: AppContext) -> None:
    briefing = make.make_briefing(ctx, part="Q3", reason="Lũ lụt", **HELD)
    assert row(ctx, briefing)["state"] == "held"
    assert HELD["starts_at"] < NOW


def test_a_briefing_is_found_by_its_questions_and_guests(ctx: AppContext) -> None:
    outlet = make.make_outlet(ctx, name="Báo Đồng bằng")
    briefing = make.make_briefing(
        ctx, invited=[{"outlet_id": outlet}], questions=[{"question": "Bao giờ thông cầu?"}]
    )
    make.make_briefing(ctx)
    for search in ("thong cau", "dong bang"):
        assert ctx.records.ids("briefing", ListQuery(search=search)) == [briefing]


# What is worth a look


def test_what_was_asked_and_neither_answered_nor_followed_up_is_told(ctx: AppContext) -> None:
    """Duty 30: questions raised lead to follow-ups."""
    briefing = make.make_briefing(
        ctx,
        invited=[{"name": "Hội Nhà báo", "is_present": True}],
        questions=[
            {"question": "Bao giờ thông cầu?", "answer": "Cuối năm."},
            {"question": "Còn nhà ở xã hội?"},
            {"question": "Ai chịu trách nhiệm?", "incident_id": make.make_incident(ctx)},
        ],
        **HELD,
    )
    assert ctx.records.hints("briefing", briefing) == (
        "Câu hỏi ở dòng 2 chưa có trả lời, cũng chưa ghi việc tiếp theo.",
    )


def test_one_held_of_which_nobody_is_noted_present_is_told(ctx: AppContext) -> None:
    briefing = make.make_briefing(ctx, questions=[], **HELD)
    assert ctx.records.hints("briefing", briefing) == (
        "Đã tổ chức nhưng chưa ghi nơi nào có mặt ở phần “Thành phần”.",
    )
    assert ctx.records.hints("briefing", make.make_briefing(ctx)) == ()
