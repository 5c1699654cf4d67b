"""Inspections as records: their state, their order in time, what the list tells (duty 32)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.vocabulary import InspectionState, InspectionTopic
from app.services.plain import ListQuery
from tests.conftest import NOW
from tests.factories import make_body, make_inspection

TODAY = NOW.date()
HELD = {
    "decision_number": "15/QĐ-SXD",
    "decision_date": date(2026, 9, 1),
    "started_on": date(2026, 9, 7),
    "ended_on": date(2026, 9, 8),
}
CONCLUDED = {
    **HELD,
    "conclusion": "Quy chế phát ngôn đã ban hành; người phát ngôn chưa được công bố.",
    "conclusion_number": "31/TB-SXD",
    "conclusion_date": date(2026, 9, 15),
}


def cells(ctx: AppContext, inspection_id: int) -> dict[str, Any]:
    """Return what the list shows of an inspection, by column."""
    (row,) = ctx.records.rows("inspection", [inspection_id])
    from app.specs.duties.inspections import INSPECTION

    names = [column.name for column in INSPECTION.list.columns]
    return dict(zip(names, row.values, strict=True))


def wrong(ctx: AppContext, **over: Any) -> dict[str, str]:
    with pytest.raises(FieldErrors) as caught:
        make_inspection(ctx, **over)
    return caught.value.errors


def test_a_new_inspection_begins_with_the_whole_checklist(ctx: AppContext) -> None:
    new = ctx.records.new("inspection")
    assert [line["topic"] for line in new["checklist"]] == [
        topic.value for topic in InspectionTopic
    ]
    assert all(line["result"] is None for line in new["checklist"])
    stored = ctx.records.get("inspection", make_inspection(ctx)).values
    assert len(stored["checklist"]) == len(InspectionTopic)


def test_the_list_tells_how_far_the_inspection_is(ctx: AppContext) -> None:
    """Duty 32: from the plan to the last thing mended."""
    body = make_body(ctx, name="Sở Y tế")
    inspection = make_inspection(ctx, body_id=body)
    assert cells(ctx, inspection)["state"] == InspectionState.PLANNED

    def save(**values: Any) -> dict[str, Any]:
        record = ctx.records.get("inspection", inspection)
        ctx.records.save("inspection", values, inspection, record.version)
        return cells(ctx, inspection)

    assert save(**HELD)["state"] == InspectionState.RUNNING
    lines = (
        {"recommendation": "Công bố người phát ngôn.", "due_on": date(2026, 10, 9)},
        {"recommendation": "Sửa quy chế.", "due_on": date(2026, 10, 2)},
    )
    shown = save(**CONCLUDED, recommendations=lines)
    assert shown["state"] == InspectionState.CONCLUDED
    assert (shown["recommended"], shown["remedied"]) == (2, 0)
    assert shown["next_remedy_on"] == date(2026, 10, 2)

    first, second = ctx.records.get("inspection", inspection).values["recommendations"]
    shown = save(recommendations=({**first}, {**second, "done_on": date(2026, 9, 30)}))
    assert (shown["remedied"], shown["next_remedy_on"]) == (1, date(2026, 10, 9))
    both = [{**line, "done_on": date(2026, 9, 30)} for line in (first, second)]
    shown = save(recommendations=both)
    assert shown["state"] == InspectionState.FOLLOWED_UP
    assert shown["next_remedy_on"] is None


def test_one_that_is_called_off_says_why_and_has_nothing_to_mend(ctx: AppContext) -> None:
    assert wrong(ctx, called_off="postponed") == {"called_off_reason": "Ghi lý do hoãn, hủy."}
    off = {"called_off": "postponed", "called_off_reason": "Bão số 9"}
    assert "called_off" in wrong(ctx, **CONCLUDED, **off)
    lines = ({"recommendation": "Sửa quy chế.", "due_on": date(2026, 10, 9)},)
    shown = cells(ctx, make_inspection(ctx, **off, recommendations=lines))
    assert (shown["state"], shown["next_remedy_on"]) == (InspectionState.POSTPONED, None)


@pytest.mark.parametrize(
    ("over", "field"),
    [
        ({"planned_to": date(2026, 10, 1)}, "planned_to"),
        ({**HELD, "ended_on": date(2026, 9, 6)}, "ended_on"),
        ({**HELD, "decision_date": date(2026, 9, 8)}, "started_on"),
        ({**HELD, "started_on": date(2026, 12, 1), "ended_on": None}, "started_on"),
        ({**CONCLUDED, "conclusion_date": date(2026, 9, 1)}, "conclusion_date"),
        ({**CONCLUDED, "started_on": None, "ended_on": None}, "started_on"),
        ({**CONCLUDED, "conclusion": ""}, "conclusion"),
        ({"team": ({"name": "A", "role": "leader"}, {"name": "B", "role": "leader"})},
         "team[1].role"),
        ({"checklist": ({"topic": "files"}, {"topic": "files"})}, "checklist[1].topic"),
        ({**HELD, "recommendations": ({"recommendation": "x", "due_on": date(2026, 9, 6)},)},
         "recommendations[0].due_on"),
        ({**HELD, "recommendations": ({"recommendation": "x", "done_on": date(2026, 9, 6)},)},
         "recommendations[0].done_on"),
        ({"recommendations": ({"recommendation": "x", "done_on": date(2027, 1, 1)},)},
         "recommendations[0].done_on"),
        ({"recommendations": ({"recommendation": "x", "urged_on": date(2027, 1, 1)},)},
         "recommendations[0].urged_on"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_its_field(
    ctx: AppContext, over: dict[str, Any], field: str
) -> None:
    assert set(wrong(ctx, **over)) == {field}


def test_an_inspection_is_found_by_its_body_its_team_and_what_it_found(ctx: AppContext) -> None:
    found = make_inspection(
        ctx,
        body_id=make_body(ctx, name="Ủy ban nhân dân phường Rạch Dừa"),
        team=({"name": "Huỳnh Thị Mỹ Lệ", "role": "leader"},),
        findings=({"finding": "Sổ theo dõi ghi thiếu ngày."},),
    )
    make_inspection(ctx)
    for words in ("rach dua", "my le", "ghi thieu ngay"):
        assert ctx.records.ids("inspection", ListQuery(search=words)) == [found], words


def hints(ctx: AppContext, **over: Any) -> tuple[str, ...]:
    return ctx.records.hints("inspection", make_inspection(ctx, **over))


def test_the_page_tells_what_was_forgotten_and_what_is_late(ctx: AppContext) -> None:
    """Duty 32: lateness in words, counted and not typed."""
    assert hints(ctx) == ()
    assert hints(ctx, planned_from=date(2026, 9, 7)) == (
        "Đã qua thời gian dự kiến (đến 07/09/2026): nhập ngày bắt đầu kiểm tra, dời ngày dự kiến, "
        "hoặc ghi hoãn, hủy.",
    )
    assert hints(ctx, called_off_reason="Bão số 9", conclusion_number="31/TB-SXD") == (
        "Có lý do hoãn, hủy nhưng chưa chọn hoãn hay hủy.",
        "Văn bản kết luận có số nhưng chưa có ngày.",
    )
    failed = ({"topic": "files", "result": "failed"},)
    assert hints(ctx, **CONCLUDED, checklist=failed, recommendations=()) == (
        "Có 1 nội dung chưa đạt nhưng chưa có kiến nghị nào.",
    )
    lines = (
        {"recommendation": "Công bố.", "due_on": date(2026, 9, 25)},
        {"recommendation": "Sửa.", "due_on": date(2026, 9, 20), "done_on": date(2026, 9, 22)},
        {"recommendation": "Lập sổ.", "due_on": TODAY},
    )
    assert hints(ctx, **CONCLUDED, recommendations=lines) == (
        f"Kiến nghị ở dòng 1 quá hạn {(TODAY - date(2026, 9, 25)).days} ngày (hạn 25/09/2026).",
        "Kiến nghị ở dòng 2 đã khắc phục, chậm 2 ngày.",
    )
