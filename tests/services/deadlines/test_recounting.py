"""Rules and days that change move what is open, leave what is done, and the log says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.bootstrap import AppContext, open_context
from app.rules.vocabulary import ChangeCause, ClockDuty, DeadlineState, Layout
from app.services.deadlines import orders
from tests.asking import queries
from tests.conftest import NOW
from tests.factories import make_article, make_calendar_day, make_incident, make_outlet
from tests.services.deadlines.cases import (
    Clock,
    change,
    change_rule,
    day,
    moment,
    one,
    rule_id,
    track,
)
from tests.services.office_profiles import TERM

INITIAL = ClockDuty.INITIAL_STATEMENT
RULE = "initial_statement-2026"


def sensitive(ctx: AppContext, **over: object) -> int:
    return make_incident(ctx, **{"sensitivity": "sensitive", "learned_at": NOW, **over})


def request_of(ctx: AppContext, *, received: date) -> int:
    """A request under the law before July 2026: the press has two days."""
    article = make_article(
        ctx,
        outlet_id=make_outlet(ctx, type="print"),
        published_at=moment("06:00 01/06/2026"),
    )
    request = ctx.requests.issue(
        ctx.requests.new_draft(article), received, secrecy_confirmed=True
    ).id
    assert request is not None
    track(ctx, request, received_by_outlet_on=received)
    return request


def writes(asked: Sequence[tuple[str, Any]]) -> list[str]:
    """Return what of it writes a deadline or a line of the log."""
    begins = ("INSERT INTO deadline", "UPDATE deadline")
    return [statement for statement, _ in asked if statement.startswith(begins)]


def test_another_number_moves_what_is_open_and_is_named(office: AppContext) -> None:
    incident = sensitive(office)
    change_rule(office, RULE, value=6)
    assert one(office, "incident", incident, INITIAL).due_at == NOW + timedelta(hours=6)
    line = office.deadlines.log("incident", incident)[-1]
    assert (line.cause, line.old_due_at, line.new_due_at) == (
        ChangeCause.RULE,
        NOW + timedelta(hours=24),
        NOW + timedelta(hours=6),
    )
    assert line.words == (
        "Quy định “Thông tin ban đầu về vụ việc, theo Nghị định 244/2026”: Số: 24 → 6."
    )


def test_the_own_regulation_may_be_stricter(office: AppContext) -> None:
    incident = sensitive(office, happened_at=NOW - timedelta(hours=1))
    change_rule(office, "initial_statement-own", value=6)
    deadline = one(office, "incident", incident, INITIAL)
    assert (deadline.due_at, deadline.rule_code) == (
        NOW + timedelta(hours=5),
        "initial_statement-own",
    )
    assert any(step.startswith("Cùng áp dụng: Thông tin ban đầu") for step in deadline.steps)


def test_a_new_rule_opens_what_had_none(office: AppContext) -> None:
    incident = sensitive(office, first_statement_at=NOW)
    change_rule(office, "follow_up_statement-2021", value=2, unit="days")
    deadline = one(office, "incident", incident, ClockDuty.FOLLOW_UP_STATEMENT)
    assert deadline.due_at.date() == NOW.date() + timedelta(days=2)


def test_what_is_done_and_what_is_closed_keep_what_applied(office: AppContext) -> None:
    done = sensitive(office, first_statement_at=NOW)
    closed = sensitive(office)
    change(office, "incident", closed, state="closed")
    change_rule(office, RULE, value=6)
    for incident in (done, closed):
        deadline = one(office, "incident", incident, INITIAL)
        assert deadline.due_at == NOW + timedelta(hours=24)
        assert "24 giờ" in " ".join(deadline.steps)
        assert ChangeCause.RULE not in {
            line.cause for line in office.deadlines.log("incident", incident)
        }


def test_a_new_holiday_puts_off_the_days_and_is_named(office: AppContext, clock: Clock) -> None:
    clock.now = moment("09:00 03/06/2026")
    request = request_of(office, received=day("03/06/2026"))
    assert one(office, "correction_request", request, ClockDuty.CORRECTION).due_at.date() == day(
        "05/06/2026"
    )
    holiday = make_calendar_day(office, day=day("05/06/2026"), name="Quốc tang", kind="holiday")
    deadline = one(office, "correction_request", request, ClockDuty.CORRECTION)
    assert deadline.due_at.date() == day("08/06/2026")
    line = office.deadlines.log("correction_request", request)[-1]
    assert (line.cause, line.words) == (
        ChangeCause.CALENDAR,
        "Lịch ngày nghỉ, “Quốc tang” Thứ Sáu 05/06/2026: thêm mới.",
    )
    change(office, "calendar_day", holiday, is_enabled=False)
    line = office.deadlines.log("correction_request", request)[-1]
    assert line.new_due_at.date() == day("05/06/2026")
    assert line.words.endswith("Đang áp dụng: có → không.")


def test_a_swap_entered_at_once_is_one_more_cause(office: AppContext, clock: Clock) -> None:
    clock.now = moment("09:00 03/06/2026")
    request = request_of(office, received=day("03/06/2026"))
    office.clocks.enter_swap(day("05/06/2026"), day("06/06/2026"), "Thông báo 12")
    deadline = one(office, "correction_request", request, ClockDuty.CORRECTION)
    assert deadline.due_at.date() == day("06/06/2026")  # the Saturday that makes up for it


def test_the_office_that_turns_out_to_be_of_the_party_goes_by_the_partys_rules(
    office: AppContext,
) -> None:
    incident = sensitive(office, happened_at=NOW - timedelta(hours=2))
    profile = office.office.profile()
    assert profile is not None
    office.office.save_profile(replace(profile, layout=Layout.PARTY, terms=(TERM,)))
    deadline = one(office, "incident", incident, INITIAL)
    assert deadline.rule_code == "initial_statement-party-2026"
    line = office.deadlines.log("incident", incident)[-1]
    assert line.words == "Áp dụng cho: Cơ quan hành chính nhà nước → Cơ quan của Đảng"


def test_an_outlet_put_right_changes_the_duty_of_the_press(
    office: AppContext, clock: Clock
) -> None:
    clock.now = moment("09:00 03/06/2026")
    outlet = make_outlet(office, type="print")
    article = make_article(office, outlet_id=outlet, published_at=moment("06:00 01/06/2026"))
    request = office.requests.issue(
        office.requests.new_draft(article), day("03/06/2026"), secrecy_confirmed=True
    ).id
    change(office, "outlet", outlet, is_periodical=True)
    states = {view.duty: view.state for view in office.deadlines.of("correction_request", request)}
    assert states[ClockDuty.CORRECTION] is DeadlineState.DROPPED
    assert states[ClockDuty.PERIODICAL_CORRECTION] is DeadlineState.OPEN


def test_saving_again_writes_nothing(office: AppContext) -> None:
    incident = sensitive(office)
    with queries(office) as asked:
        change(office, "incident", incident, place="Rạch Giá")
        change_rule(office, RULE, source="Đọc lại trên Công báo")
    assert writes(asked) == []


# Many open records


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "AT_ONCE", 2)
    monkeypatch.setattr(orders, "CHUNK", 3)


def test_where_many_are_open_the_count_waits_and_is_caught_up(
    office: AppContext, few_at_once: None
) -> None:
    incidents = [sensitive(office) for _ in range(8)]
    change_rule(office, RULE, value=6)
    assert one(office, "incident", incidents[0], INITIAL).due_at == NOW + timedelta(hours=24)
    pending = office.deadlines.pending()
    assert pending is not None
    assert pending.records == 8
    assert "Số: 24 → 6" in office.today_list.work_list().uncounted

    told = []
    assert office.deadlines.catch_up(lambda done, total: told.append((done, total)))
    assert told == [(3, 8), (6, 8), (8, 8)]
    assert office.deadlines.pending() is None
    assert office.today_list.work_list().uncounted == ""
    for incident in incidents:
        assert one(office, "incident", incident, INITIAL).due_at == NOW + timedelta(hours=6)
        assert office.deadlines.log("incident", incident)[-1].cause is ChangeCause.RULE


def test_a_count_broken_off_goes_on_where_it_was(office: AppContext, few_at_once: None) -> None:
    incidents = [sensitive(office) for _ in range(8)]
    change_rule(office, RULE, value=6)
    assert not office.deadlines.catch_up(lambda _done, _total: False)
    folder = office.data_dir
    office.close()
    again = open_context(folder, clock=lambda: NOW)
    told = []
    assert again.deadlines.catch_up(lambda done, total: told.append((done, total)))
    assert told == [(3, 5), (5, 5)]
    assert one(again, "incident", incidents[-1], INITIAL).due_at == NOW + timedelta(hours=6)
    again.close()


def test_a_second_change_on_the_way_reaches_all_too(office: AppContext, few_at_once: None) -> None:
    incidents = [sensitive(office) for _ in range(8)]
    change_rule(office, RULE, value=6)
    office.deadlines.catch_up(lambda _done, _total: False)
    change_rule(office, RULE, value=4)
    assert office.deadlines.catch_up()
    for incident in incidents:
        assert one(office, "incident", incident, INITIAL).due_at == NOW + timedelta(hours=4)
    assert office.deadlines.pending() is None


def test_a_record_saved_meanwhile_is_counted_by_the_new_rule(
    office: AppContext, few_at_once: None
) -> None:
    incidents = [sensitive(office) for _ in range(4)]
    change_rule(office, RULE, value=6)
    change(office, "incident", incidents[0], place="Rạch Giá")
    assert one(office, "incident", incidents[0], INITIAL).due_at == NOW + timedelta(hours=6)
    office.deadlines.catch_up()
    causes = [line.cause for line in office.deadlines.log("incident", incidents[0])]
    assert causes == [ChangeCause.OPENED, ChangeCause.RULE]


def test_catching_up_twice_writes_nothing(office: AppContext, few_at_once: None) -> None:
    for _ in range(4):
        sensitive(office)
    make_article(office)
    change_rule(office, RULE, value=6)
    office.deadlines.catch_up()
    change_rule(office, RULE, source="Đọc lại trên Công báo")
    with queries(office) as asked:
        assert office.deadlines.catch_up()
    assert writes(asked) == []


def test_a_deleted_rule_ends_what_it_asked_for(office: AppContext) -> None:
    incident = sensitive(office, first_statement_at=NOW)
    office.records.delete("legal_rule", rule_id(office, "follow_up_statement-2021"))
    deadline = one(office, "incident", incident, ClockDuty.FOLLOW_UP_STATEMENT)
    assert deadline.state is DeadlineState.DROPPED
    line = office.deadlines.log("incident", incident)[-1]
    assert line.words == ("Quy định “Phát ngôn tiếp trong quá trình xử lý vụ việc”: đã xóa.")
