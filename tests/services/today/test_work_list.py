"""Việc hôm nay: each open duty in one group, with its next step, back until it is done."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.rules.clocks.periods import Period
from app.rules.vocabulary import ClockDuty, TodayGroup
from app.services.today.data import PeriodicDone, TodayAction, TodayLine
from tests.conftest import NOW
from tests.factories import make_article, make_incident
from tests.services.deadlines.cases import Clock, change, change_rule, day, moment, rule_id

GROUPS = (TodayGroup.OVERDUE, TodayGroup.TODAY, TodayGroup.THIS_WEEK)


def incident(ctx: AppContext, learned_at: datetime, **over: object) -> int:
    return make_incident(ctx, sensitivity="sensitive", learned_at=learned_at, **over)


def lines(ctx: AppContext, *groups: TodayGroup) -> list[TodayLine]:
    found = ctx.today_list.work_list()
    return [line for line in found.lines() if not groups or line.group in groups]


def test_an_empty_book_without_an_office_has_nothing_to_do(ctx: AppContext) -> None:
    found = ctx.today_list.work_list()
    assert (found.groups, found.total, found.later, found.uncounted) == ((), 0, 0, "")


def test_what_is_due_is_ordered_by_how_pressing_it_is(office: AppContext) -> None:
    change_rule(office, "initial_statement-2026", value=48)
    late = incident(office, NOW - timedelta(hours=50))
    today = incident(office, NOW - timedelta(hours=40))
    soon = incident(office, NOW - timedelta(hours=1))
    found = lines(office, *GROUPS)
    assert [(line.group, line.record_id) for line in found] == [
        (TodayGroup.OVERDUE, late),
        (TodayGroup.TODAY, today),
        (TodayGroup.THIS_WEEK, soon),
    ]
    assert [line.due_words for line in found] == [
        "quá hạn 2 giờ",
        "còn 8 giờ",
        "còn 1 ngày 23 giờ",
    ]
    assert found[0].is_late
    assert found[0].next_step == "Phát ngôn, rồi ghi lần đó bằng nút “Phát ngôn”"
    assert (found[0].record_kind, found[0].action) == ("incident", TodayAction.OPEN_RECORD)


def test_what_is_due_after_the_week_is_only_counted(office: AppContext) -> None:
    change_rule(office, "initial_statement-2026", value=400)
    incident(office, NOW)
    found = office.today_list.work_list()
    assert found.later == 1
    assert lines(office, *GROUPS) == []


def test_an_article_without_a_request_leads_to_a_new_one(office: AppContext) -> None:
    article = make_article(office, title="Bờ kè nứt")
    (line,) = lines(office, TodayGroup.AT_ONCE)
    assert (line.action, line.record_kind, line.record_id) == (
        TodayAction.NEW_REQUEST,
        "article",
        article,
    )
    draft = office.requests.save(office.requests.new_draft(article))
    (line,) = lines(office, TodayGroup.AT_ONCE)
    assert (line.action, line.record_kind, line.record_id) == (
        TodayAction.OPEN_RECORD,
        "correction_request",
        draft.id,
    )
    assert line.next_step == "Hoàn thiện, trình ký văn bản yêu cầu"
    office.requests.sign(draft, secrecy_confirmed=True)
    (line,) = lines(office, TodayGroup.AT_ONCE)
    assert line.next_step == "Lấy số, phát hành văn bản đã ký"


def test_a_request_that_went_out_waits_for_the_other_side(office: AppContext) -> None:
    draft = office.requests.new_draft(make_article(office))
    office.requests.issue(draft, NOW.date(), secrecy_confirmed=True)
    (line,) = lines(office, TodayGroup.WAITING)
    assert line.duty is ClockDuty.CORRECTION
    assert line.next_step == "Ghi ngày cơ quan báo chí nhận được văn bản"


def test_a_line_that_was_seen_is_quiet_till_the_next_working_day(
    office: AppContext, clock: Clock
) -> None:
    clock.now = moment("09:00 09/10/2026")  # a Friday
    first = incident(office, clock.now - timedelta(hours=30))
    second = incident(office, clock.now - timedelta(hours=28))
    words = office.today_list.acknowledge(lines(office, TodayGroup.OVERDUE)[0])
    assert words == "đã biết lúc 09/10/2026 09:00, nhắc lại từ Thứ Hai 12/10/2026"
    found = lines(office, TodayGroup.OVERDUE)
    assert [(line.record_id, bool(line.seen)) for line in found] == [(second, False), (first, True)]
    clock.now = moment("00:00 12/10/2026")
    found = lines(office, TodayGroup.OVERDUE)
    assert [(line.record_id, line.seen) for line in found] == [(first, ""), (second, "")]


def test_a_line_that_gets_worse_comes_back_at_once(office: AppContext, clock: Clock) -> None:
    incident(office, clock.now - timedelta(hours=20))
    (line,) = lines(office, TodayGroup.TODAY)
    office.today_list.acknowledge(line)
    assert lines(office, TodayGroup.TODAY)[0].seen
    clock.now += timedelta(hours=5)
    assert lines(office, TodayGroup.OVERDUE)[0].seen == ""


def test_a_line_that_got_worse_takes_its_place_among_the_new_ones(
    office: AppContext, clock: Clock
) -> None:
    first = incident(office, clock.now - timedelta(hours=23))
    for hours in (22, 21, 20):
        incident(office, clock.now - timedelta(hours=hours))
    office.today_list.acknowledge(lines(office, TodayGroup.TODAY)[0])
    clock.now += timedelta(hours=5)
    cut = office.today_list.work_list(limit=2).groups[0]
    assert (cut.group, cut.total) == (TodayGroup.OVERDUE, 4)
    assert (cut.lines[0].record_id, cut.lines[0].seen) == (first, "")


def test_an_acknowledgement_can_be_taken_back(office: AppContext) -> None:
    incident(office, NOW - timedelta(hours=30))
    (line,) = lines(office, TodayGroup.OVERDUE)
    office.today_list.acknowledge(line)
    office.today_list.bring_back(line)
    assert lines(office, TodayGroup.OVERDUE)[0].seen == ""


def test_what_is_done_is_gone(office: AppContext) -> None:
    found = incident(office, NOW - timedelta(hours=30))
    (line,) = lines(office, TodayGroup.OVERDUE)
    office.today_list.acknowledge(line)
    change(office, "incident", found, first_statement_at=NOW)
    assert lines(office, TodayGroup.OVERDUE) == []


def test_a_long_group_is_cut_and_says_how_long_it_is(office: AppContext) -> None:
    for hours in range(5):
        incident(office, NOW - timedelta(hours=30 + hours))
    found = office.today_list.work_list(limit=3)
    (group,) = (one for one in found.groups if one.group is TodayGroup.OVERDUE)
    assert (group.total, len(group.lines)) == (5, 3)


def test_seen_lines_come_last_even_where_the_group_is_cut(office: AppContext) -> None:
    for hours in range(5):
        incident(office, NOW - timedelta(hours=30 + hours))
    for line in office.today_list.work_list(limit=3).groups[0].lines:
        office.today_list.acknowledge(line)
    found = office.today_list.work_list(limit=3).groups[0].lines
    assert [bool(line.seen) for line in found] == [False, False, True]


def test_the_list_can_be_asked_for_another_moment(office: AppContext) -> None:
    incident(office, NOW)
    later = office.today_list.work_list(NOW + timedelta(days=2))
    assert later.groups[0].group is TodayGroup.OVERDUE


# Gaps


def test_a_quarter_and_a_year_show_what_is_missing(office: AppContext) -> None:
    found = lines(office, TodayGroup.GAPS)
    assert {(line.duty, line.title) for line in found} == {
        (ClockDuty.BRIEFING, "Chưa có trong quý IV/2026"),
        (ClockDuty.TRAINING, "Chưa có trong năm 2026"),
        (ClockDuty.INSPECTION, "Chưa có trong năm 2026"),
        (ClockDuty.ANNUAL_REPORT, "Chưa có trong năm 2026"),
    }
    assert {line.due_words for line in found} == {"còn 87 ngày"}
    actions = {line.duty: line.action for line in found}
    assert actions[ClockDuty.ANNUAL_REPORT] is TodayAction.RECORD_DONE
    assert actions[ClockDuty.BRIEFING] is TodayAction.BEGIN_RECORD


def test_what_was_done_closes_its_gap_until_the_next_period(
    office: AppContext, clock: Clock
) -> None:
    quarter = Period(2026, 4)
    done = PeriodicDone(ClockDuty.BRIEFING, quarter, day("03/10/2026"), "Giao ban tháng 10")
    office.today_list.record_done(done)
    assert ClockDuty.BRIEFING not in {line.duty for line in lines(office, TodayGroup.GAPS)}
    assert office.today_list.done(2026) == (done,)
    clock.now = moment("09:00 04/01/2027")
    briefings = [line for line in lines(office, TodayGroup.GAPS) if line.duty is ClockDuty.BRIEFING]
    assert [line.period for line in briefings] == [Period(2027, 1)]
    office.today_list.undo_done(ClockDuty.BRIEFING, quarter)
    briefings = [line for line in lines(office, TodayGroup.GAPS) if line.duty is ClockDuty.BRIEFING]
    assert [line.period for line in briefings] == [quarter, Period(2027, 1)]
    assert briefings[0].due_words == "quá hạn 4 ngày"


def test_a_duty_done_after_its_period_needs_a_reason(office: AppContext, clock: Clock) -> None:
    clock.now = moment("09:00 04/01/2027")
    done = PeriodicDone(ClockDuty.TRAINING, Period(2026), day("04/01/2027"))
    with pytest.raises(FieldErrors) as refused:
        office.today_list.record_done(done)
    assert refused.value.errors == {"note": "Làm sau năm 2026: ghi lý do."}


def test_a_duty_without_a_rule_is_no_gap(office: AppContext) -> None:
    office.records.delete("legal_rule", rule_id(office, "briefing-2021"))
    assert ClockDuty.BRIEFING not in {line.duty for line in lines(office, TodayGroup.GAPS)}
