"""Press briefings in the work list and the month calendar (duty 30)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from app.bootstrap import AppContext
from app.rules.clocks.periods import Period
from app.rules.vocabulary import ClockDuty, TodayGroup
from app.services.today.data import PeriodicDone, TodayAction, TodayLine
from tests.conftest import NOW
from tests.factories import make_body, make_briefing, make_legal_rule
from tests.services.deadlines.cases import Clock, day, moment

TODAY = NOW.date()
HELD = {"state": "held", "starts_at": datetime(2026, 10, 2, 8, 0)}


def gaps(ctx: AppContext) -> list[TodayLine]:
    found = ctx.today_list.work_list().lines()
    return [line for line in found if line.duty is ClockDuty.BRIEFING]


def periods(ctx: AppContext) -> list[str]:
    return [line.period.key for line in gaps(ctx) if line.period]


def lines(ctx: AppContext) -> list[TodayLine]:
    found = ctx.today_list.work_list().lines()
    return [line for line in found if line.record_kind == "briefing" and not line.duty]


def by_month(ctx: AppContext) -> None:
    make_legal_rule(
        ctx, duty="briefing", binds="body", value=1, unit="months", starts_from="period"
    )


def with_task(ctx: AppContext, **task: Any) -> int:
    return make_briefing(ctx, tasks=[{"task": "Trả lời về bờ kè", **task}], **HELD)


# The quarter


def test_a_quarter_without_a_briefing_leads_to_a_new_one(office: AppContext) -> None:
    """Duty 30: at least one a quarter."""
    (gap,) = gaps(office)
    assert (gap.title, gap.action) == ("Chưa có trong quý IV/2026", TodayAction.BEGIN_RECORD)
    assert (gap.record_kind, gap.record_id) == ("briefing", None)
    assert gap.period is not None
    assert gap.period.parts() == {"year": 2026, "part": "Q4"}


def test_one_that_is_planned_is_gone_on_with_and_one_that_was_held_closes_the_quarter(
    office: AppContext,
) -> None:
    planned = make_briefing(office)
    (gap,) = gaps(office)
    assert (gap.action, gap.record_id) == (TodayAction.OPEN_RECORD, planned)
    assert gap.next_step == "Tổ chức giao ban, rồi ghi “Đã tổ chức”"
    record = office.records.get("briefing", planned)
    office.records.save("briefing", HELD, planned, record.version)
    assert gaps(office) == []
    office.records.delete("briefing", planned)
    assert periods(office) == ["2026-Q4"]


def test_one_that_was_called_off_leaves_the_quarter_open(office: AppContext) -> None:
    make_briefing(office, state="cancelled", reason="Bão số 5")
    assert [gap.action for gap in gaps(office)] == [TodayAction.BEGIN_RECORD]


def test_a_note_of_the_date_is_still_enough(office: AppContext) -> None:
    done = PeriodicDone(ClockDuty.BRIEFING, Period(2026, 4), day("03/10/2026"))
    office.today_list.record_done(done)
    assert gaps(office) == []


def test_where_a_rule_asks_for_months_each_month_is_asked_for(
    office: AppContext, clock: Clock
) -> None:
    """Duty 30: "hoặc khi cần thiết"; the province's own rule is data."""
    by_month(office)
    assert periods(office) == ["2026-10", "2026-Q4"]
    make_briefing(office, part="10", **HELD)
    assert periods(office) == []
    clock.now = moment("09:00 02/12/2026")
    assert [(gap.title, gap.due_words) for gap in gaps(office)] == [
        ("Chưa có trong tháng 11/2026", "quá hạn 2 ngày"),
        ("Chưa có trong tháng 12/2026", "còn 29 ngày"),
    ]


def test_a_briefing_of_the_quarter_is_one_of_its_month(office: AppContext) -> None:
    by_month(office)
    make_briefing(office, **HELD)
    assert periods(office) == []


# What it gave to do


def test_tasks_not_done_stand_in_the_work_list_by_the_day_they_are_due(office: AppContext) -> None:
    """Duty 30: questions raised lead to follow-ups."""
    body = make_body(office, name="Sở Giao thông")
    late = with_task(office, body_id=body, due_on=TODAY - timedelta(days=2))
    today = with_task(office, due_on=TODAY)
    soon = with_task(office, due_on=TODAY + timedelta(days=7))
    with_task(office, due_on=TODAY, done_on=TODAY)
    with_task(office)
    found = lines(office)
    assert [(line.group, line.record_id, line.due_words) for line in found] == [
        (TodayGroup.OVERDUE, late, "quá hạn 2 ngày"),
        (TodayGroup.TODAY, today, "đến hạn hôm nay"),
        (TodayGroup.THIS_WEEK, soon, "còn 7 ngày"),
    ]
    assert (found[0].label, found[0].title, found[0].is_late) == (
        "Việc giao tại giao ban báo chí",
        "Trả lời về bờ kè · Sở Giao thông",
        True,
    )
    assert found[0].steps[0] == ("Giao tại cuộc giao ban báo chí quý IV/2026, ngày 02/10/2026.")
    assert found[0].action is TodayAction.OPEN_RECORD
    office.records.delete("briefing", late)
    assert {line.record_id for line in lines(office)} == {today, soon}


def test_a_task_done_leaves_the_list(office: AppContext) -> None:
    briefing = with_task(office, due_on=TODAY)
    record = office.records.get("briefing", briefing)
    (task,) = record.values["tasks"]
    office.records.save(
        "briefing", {"tasks": [{**task, "done_on": TODAY}]}, briefing, record.version
    )
    assert lines(office) == []


def test_what_is_due_after_the_week_is_counted_and_stands_in_the_month(office: AppContext) -> None:
    with_task(office, due_on=TODAY + timedelta(days=20))
    make_briefing(office, starts_at=datetime(2026, 10, 27, 8, 0), place="Hội trường A")
    found = office.today_list.work_list()
    assert (found.later, lines(office)) == (2, [])
    month = office.today_list.month(date(2026, 10, 25))
    assert [line.title for line in month.lines] == ["Trả lời về bờ kè"]
    assert {one.day: one.total for one in month.days if one.total} == {
        date(2026, 10, 25): 1,
        date(2026, 10, 27): 1,
    }


def test_what_is_due_this_week_stands_once_in_the_month(office: AppContext) -> None:
    with_task(office, due_on=TODAY)
    assert office.today_list.month(TODAY).day(TODAY).total == 1


def test_a_briefing_to_come_is_prepared_and_one_that_is_past_is_told_about(
    office: AppContext, clock: Clock
) -> None:
    make_briefing(office, starts_at=datetime(2026, 10, 7, 8, 0), place="Hội trường A")
    (line,) = lines(office)
    assert (line.group, line.title) == (TodayGroup.THIS_WEEK, "Quý IV/2026 · Hội trường A")
    assert line.next_step == "Gửi giấy mời, in danh sách ký"
    clock.now = moment("09:00 08/10/2026")
    (line,) = lines(office)
    assert (line.group, line.next_step) == (
        TodayGroup.OVERDUE,
        "Ghi “Đã tổ chức”, hoặc hoãn, hủy và lý do",
    )


def test_a_long_task_is_cut_between_words(office: AppContext) -> None:
    briefing = make_briefing(
        office, tasks=[{"task": "Rà soát toàn bộ " + "quy chế " * 20, "due_on": TODAY}], **HELD
    )
    (line,) = lines(office)
    assert line.record_id == briefing
    assert line.title.endswith("quy chế quy…") or line.title.endswith("quy chế…")
    assert len(line.title) <= 81
