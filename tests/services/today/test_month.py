"""The month calendar: how much is due on each day, what is no working day, the lines of a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from app.bootstrap import AppContext
from app.rules.clocks.periods import Period
from app.rules.vocabulary import ClockDuty, DayKind
from app.services.today.data import PeriodicDone
from tests.conftest import NOW
from tests.factories import make_article, make_calendar_day, make_incident
from tests.services.deadlines.cases import Clock, change, change_rule, one

TODAY = NOW.date()


@pytest.fixture
def with_hours(office: AppContext) -> AppContext:
    """An office with a first statement due in two days."""
    change_rule(office, "initial_statement-2026", value=48)
    return office


def incident(ctx: AppContext, title: str, due_at: datetime) -> int:
    learned_at = due_at - timedelta(hours=48)
    return make_incident(ctx, title=title, sensitivity="sensitive", learned_at=learned_at)


def put_off(ctx: AppContext, until: datetime) -> None:
    record_id = incident(ctx, "Gia hạn", NOW + timedelta(hours=1))
    deadline = one(ctx, "incident", record_id, ClockDuty.INITIAL_STATEMENT)
    ctx.deadlines.extend(deadline.id, until, "Được đồng ý")


def test_each_day_has_its_number_and_how_many_of_them_are_late(with_hours: AppContext) -> None:
    incident(with_hours, "Trễ", NOW - timedelta(hours=1))
    incident(with_hours, "Chiều nay", NOW + timedelta(hours=5))
    incident(with_hours, "Hôm qua", NOW - timedelta(days=1))
    put_off(with_hours, datetime(2026, 11, 1, 23, 59, 59))  # the last of the month's last week
    put_off(with_hours, datetime(2026, 11, 2))
    found = with_hours.today_list.month(TODAY)
    assert {day.day: (day.total, day.late) for day in found.days if day.total} == {
        TODAY: (2, 1),
        date(2026, 10, 4): (1, 1),
        date(2026, 11, 1): (1, 0),
    }


def test_the_chosen_day_has_its_lines_in_the_order_they_are_due(with_hours: AppContext) -> None:
    incident(with_hours, "Sau", NOW + timedelta(hours=5))
    incident(with_hours, "Trước", NOW - timedelta(hours=1))
    incident(with_hours, "Ngày khác", NOW + timedelta(days=1))
    lines = with_hours.today_list.month(TODAY).lines
    assert [(line.title, line.due_text) for line in lines] == [
        ("Trước", "quá hạn 1 giờ (05/10/2026 08:00)"),
        ("Sau", "còn 5 giờ (05/10/2026 14:00)"),
    ]
    assert [line.record_kind for line in lines] == ["incident", "incident"]


def test_more_lines_than_the_limit_are_counted_all_the_same(with_hours: AppContext) -> None:
    for hour in range(3):
        incident(with_hours, "Sạt lở", NOW + timedelta(hours=hour))
    found = with_hours.today_list.month(TODAY, limit=2)
    assert len(found.lines) == 2
    assert found.day(TODAY).total == 3


def test_what_is_done_or_dropped_is_due_on_no_day(with_hours: AppContext) -> None:
    done = incident(with_hours, "Xong", NOW + timedelta(hours=1))
    dropped = incident(with_hours, "Thôi", NOW + timedelta(hours=2))
    change(with_hours, "incident", done, first_statement_at=NOW)
    change(with_hours, "incident", dropped, state="closed")
    found = with_hours.today_list.month(TODAY)
    assert found.lines == ()
    assert not [day for day in found.days if day.total]


def test_what_has_no_number_of_days_stands_on_none_and_is_counted(office: AppContext) -> None:
    make_article(office)  # a request "in good time", until the office's own rule says how many days
    (line,) = [line for line in office.today_list.work_list().lines() if line.due_at is None]
    assert line.duty is ClockDuty.CORRECTION_REQUEST
    found = office.today_list.month(TODAY)
    assert found.without_day == 1
    assert sum(day.total for day in found.days) == 0


def test_a_duty_of_the_quarter_stands_on_its_last_day_until_it_is_done(office: AppContext) -> None:
    day = date(2026, 12, 31)
    found = office.today_list.month(day)
    titles = [line.title for line in found.lines if line.duty is ClockDuty.BRIEFING]
    assert titles == ["Chưa có trong quý IV/2026"]
    assert found.day(day).total == len(found.lines)
    office.today_list.record_done(PeriodicDone(ClockDuty.BRIEFING, Period.parse("2026-Q4"), TODAY))
    after = office.today_list.month(day)
    assert after.day(day).total == found.day(day).total - 1


def test_days_off_and_days_made_up_are_named(office: AppContext) -> None:
    make_calendar_day(office, day=date(2026, 10, 7), name="Nghỉ thay", kind="swap")
    make_calendar_day(office, day=date(2026, 10, 10), name="Làm bù ngày 07/10", kind="make_up")
    make_calendar_day(office, day=date(2026, 10, 8), name="Không tính", is_enabled=False)
    found = office.today_list.month(TODAY)
    named = {day.day: (day.entry.kind, day.entry.name) for day in found.days if day.entry}
    assert named == {
        date(2026, 10, 7): (DayKind.SWAP, "Nghỉ thay"),
        date(2026, 10, 10): (DayKind.MAKE_UP, "Làm bù ngày 07/10"),
    }
    working = [day.day.day for day in found.days[7:14] if day.is_working]
    assert working == [5, 6, 8, 9, 10]


def test_a_year_without_holidays_is_told(office: AppContext) -> None:
    assert office.today_list.month(date(2026, 10, 5)).knows_holidays
    assert not office.today_list.month(date(2045, 10, 5)).knows_holidays


def test_the_month_is_read_at_the_offices_time(with_hours: AppContext, clock: Clock) -> None:
    incident(with_hours, "Sạt lở", NOW + timedelta(hours=5))
    assert with_hours.today_list.month(TODAY).day(TODAY).late == 0
    clock.now += timedelta(days=1)
    found = with_hours.today_list.month(TODAY)
    assert (found.at, found.day(TODAY).late) == (clock.now, 1)
