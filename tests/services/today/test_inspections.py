"""Inspections in the work list and the month calendar: remedies, and the year (duty 32)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from app.bootstrap import AppContext
from app.rules.clocks.periods import Period
from app.rules.vocabulary import ClockDuty, TodayGroup
from app.services.today.data import PeriodicDone, TodayAction, TodayLine
from tests.conftest import NOW
from tests.factories import make_body, make_incident, make_inspection

TODAY = NOW.date()
HELD = {"started_on": date(2026, 9, 7), "ended_on": date(2026, 9, 8)}


def gaps(ctx: AppContext) -> list[TodayLine]:
    found = ctx.today_list.work_list().lines()
    return [line for line in found if line.duty is ClockDuty.INSPECTION]


def remedies(ctx: AppContext) -> dict[str, TodayLine]:
    """Return the lines about remedies by the first word of what is to be mended."""
    found = ctx.today_list.work_list().lines()
    return {line.title.split()[0]: line for line in found if line.key.startswith("remedy:")}


def held(ctx: AppContext, *lines: dict[str, Any], **over: Any) -> int:
    body = make_body(ctx, name="Sở Y tế")
    return make_inspection(ctx, **{"body_id": body, **HELD, "recommendations": lines, **over})


def remedy(text: str, days: int, **over: Any) -> dict[str, Any]:
    return {"recommendation": text, "due_on": TODAY + timedelta(days=days), **over}


# What is to be mended


def test_what_is_to_be_mended_stands_where_its_day_puts_it(office: AppContext) -> None:
    """Duty 32: the days of the recommendations are the clocks of an inspection."""
    inspection = held(
        office,
        remedy("Muộn.", -3, responsible="Văn phòng"),
        remedy("Nay.", 0),
        remedy("Tuần này.", 5),
        remedy("Xa.", 30),
        remedy("Xong.", -9, done_on=date(2026, 9, 20)),
        {"recommendation": "Không hạn."},
    )
    found = remedies(office)
    assert {first: line.group for first, line in found.items()} == {
        "Muộn": TodayGroup.OVERDUE,
        "Nay": TodayGroup.TODAY,
        "Tuần": TodayGroup.THIS_WEEK,
    }
    late = found["Muộn"]
    assert (late.label, late.title) == ("Khắc phục sau kiểm tra", "Muộn · Sở Y tế")
    assert late.is_late
    assert late.due_text == "quá hạn 3 ngày (02/10/2026)"
    assert "Văn phòng thực hiện." in late.steps
    assert late.next_step == "Lập công văn đôn đốc, hoặc ghi “Xong ngày”"
    assert (late.record_kind, late.record_id) == ("inspection", inspection)
    assert (late.action, late.record_part) == (TodayAction.OPEN_RECORD, "recommendations")
    assert office.today_list.work_list().later >= 1


def test_what_was_urged_is_asked_about(office: AppContext) -> None:
    held(office, remedy("Muộn.", -3, urged_on=TODAY - timedelta(days=1)))
    late = remedies(office)["Muộn"]
    assert late.next_step == "Hỏi kết quả; xong thì ghi “Xong ngày”"
    assert "Đã đôn đốc ngày 04/10/2026." in late.steps


def test_nothing_is_to_be_mended_after_one_deleted_or_called_off(office: AppContext) -> None:
    deleted = held(office, remedy("Muộn.", -3))
    make_inspection(
        office,
        called_off="cancelled",
        called_off_reason="Sáp nhập.",
        recommendations=(remedy("Bỏ.", -3),),
    )
    assert set(remedies(office)) == {"Muộn"}
    office.records.delete("inspection", deleted)
    assert remedies(office) == {}


def test_lines_of_all_sources_stand_in_the_order_they_are_due(office: AppContext) -> None:
    make_incident(office, sensitivity="sudden", learned_at=NOW - timedelta(days=10))
    held(office, remedy("Cũ.", -60), remedy("Mới.", -1), started_on=date(2026, 6, 1), ended_on=None)
    group = next(
        one for one in office.today_list.work_list().groups if one.group is TodayGroup.OVERDUE
    )
    dues = [line.due_at for line in group.lines]
    assert len(dues) > 2
    assert dues == sorted(dues)


def test_the_month_calendar_has_its_day_however_far_ahead(office: AppContext) -> None:
    held(office, remedy("Xa.", 40))
    wanted = TODAY + timedelta(days=40)
    month = office.today_list.month(wanted)
    assert month.day(wanted).total == 1
    assert [line.title for line in month.lines] == ["Xa · Sở Y tế"]
    assert month.lines[0].group is None


def test_one_that_was_seen_comes_back_when_it_is_overdue(office: AppContext) -> None:
    held(office, remedy("Nay.", 0))
    office.today_list.acknowledge(remedies(office)["Nay"])
    assert remedies(office)["Nay"].seen
    later = office.today_list.work_list(datetime(2026, 10, 6, 0, 1))
    assert not next(line for line in later.lines() if line.key.startswith("remedy:")).seen


# The year


def test_a_year_without_an_inspection_leads_to_a_new_one(office: AppContext) -> None:
    """Duty 32: once a year at least."""
    (gap,) = gaps(office)
    assert (gap.title, gap.action) == ("Chưa có trong năm 2026", TodayAction.BEGIN_RECORD)
    assert (gap.record_kind, gap.record_id) == ("inspection", None)


def test_the_one_planned_first_is_gone_on_with_and_one_held_closes_the_year(
    office: AppContext,
) -> None:
    make_inspection(office, planned_from=date(2026, 12, 1))
    first = make_inspection(office, planned_from=date(2026, 11, 1))
    make_inspection(office, planned_from=date(2027, 1, 5))
    (gap,) = gaps(office)
    assert (gap.action, gap.record_id) == (TodayAction.OPEN_RECORD, first)
    assert gap.next_step == "Kiểm tra theo kế hoạch, rồi ghi ngày bắt đầu"
    inspection = make_inspection(office, kind="self_inspection", **HELD)
    assert gaps(office) == []
    office.records.delete("inspection", inspection)
    assert len(gaps(office)) == 1


def test_one_called_off_or_of_another_year_closes_nothing(office: AppContext) -> None:
    make_inspection(office, **HELD, called_off="postponed", called_off_reason="Bão số 9.")
    make_inspection(office, planned_from=date(2025, 9, 1), started_on=date(2025, 9, 1))
    assert len(gaps(office)) == 1


def test_a_note_that_it_was_done_is_still_enough(office: AppContext) -> None:
    done = PeriodicDone(ClockDuty.INSPECTION, Period(2026), TODAY, "Biên bản 12/BB.")
    office.today_list.record_done(done)
    assert gaps(office) == []
