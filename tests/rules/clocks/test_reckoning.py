"""Which rule is chosen for a case, and what is said where there is no number."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.rules.clocks.reckoning import Reckoning, reckon
from app.rules.vocabulary import Bound, ClockDuty, StartsFrom, TermUnit
from tests.rules.clocks.making import calendar, day, off, rule

# The switch of the law: 24 hours from the event, then from when the office learned of it.
OLD = rule("old", basis="Điều 6 Nghị định 09/2017/NĐ-CP", valid_to=day("30/06/2026"))
NEW = rule(
    "new",
    basis="Nghị định 244/2026/NĐ-CP",
    starts_from=StartsFrom.LEARNED,
    valid_from=day("01/07/2026"),
)
SWITCH = (OLD, NEW)


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M")


def told(*rules, bound=Bound.STATE, **moments: str) -> Reckoning:
    """Reckon the first statement from moments given by the names of StartsFrom."""
    known = {StartsFrom(name): at(text) for name, text in moments.items()}
    on = min(known.values()).date() if known else None
    return reckon(rules, calendar(), ClockDuty.INITIAL_STATEMENT, bound, known, on)


def test_the_same_case_falls_under_the_law_of_its_day() -> None:
    before = told(*SWITCH, happened="30/06/2026 16:00", learned="30/06/2026 17:00")
    after = told(*SWITCH, happened="01/07/2026 16:00", learned="01/07/2026 17:00")
    assert (before.binding.rule, before.due) == (OLD, at("01/07/2026 16:00"))
    assert (after.binding.rule, after.due) == (NEW, at("02/07/2026 17:00"))
    assert "Điều 6 Nghị định 09/2017/NĐ-CP" in before.steps[1]
    assert "Nghị định 244/2026/NĐ-CP" in after.steps[1]


def test_each_rule_is_picked_by_its_own_starting_moment_and_the_earlier_due_binds() -> None:
    across = told(*SWITCH, happened="30/06/2026 22:00", learned="01/07/2026 08:00")
    assert (across.binding.rule, across.due) == (OLD, at("01/07/2026 22:00"))
    assert [other.rule for other in across.others] == [NEW]
    assert across.steps[-1] == "Cùng áp dụng: Quy định new, 24 giờ: hạn 08:00 Thứ Năm 02/07/2026."


def test_the_steps_answer_why_this_due_moment() -> None:
    strict = rule(at_once="ngay sau khi vụ việc xảy ra", confirmed=True, confirmed_by="Lan",
                  confirmed_on=day("01/10/2026"), valid_from=day("30/03/2017"))  # fmt: skip
    assert told(strict, happened="30/06/2026 16:00").steps == (
        "Quy định: Quy định first (áp dụng từ 30/03/2017).",
        "Căn cứ: Điều 6; đã kiểm chứng bởi Lan ngày 01/10/2026.",
        "Văn bản ghi: “ngay sau khi vụ việc xảy ra”; số dưới đây là mức chậm nhất.",
        "Thời hạn: 24 giờ, bắt đầu 16:00 Thứ Ba 30/06/2026 (vụ việc xảy ra).",
        "Cộng 24 giờ liên tục, kể cả ban đêm, ngày nghỉ và ngày lễ.",
        "Hạn: 16:00 Thứ Tư 01/07/2026.",
    )


def test_of_a_start_known_to_the_day_only_the_day_is_told() -> None:
    days = rule(value=2, unit=TermUnit.DAYS)
    by_day, by_hour = (
        told(days, happened=f"05/10/2026 {time}").steps for time in ("00:00", "16:00")
    )
    assert by_day[2] == "Thời hạn: 02 ngày, bắt đầu Thứ Hai 05/10/2026 (vụ việc xảy ra)."
    assert by_hour[2] == "Thời hạn: 02 ngày, bắt đầu 16:00 Thứ Hai 05/10/2026 (vụ việc xảy ra)."
    midnight = told(OLD, happened="30/06/2026 00:00").steps[2]
    assert midnight == "Thời hạn: 24 giờ, bắt đầu 00:00 Thứ Ba 30/06/2026 (vụ việc xảy ra)."


def test_of_a_period_the_day_only_tells_which_one_is_meant() -> None:
    quarter = rule(value=1, unit=TermUnit.QUARTER, starts_from=StartsFrom.PERIOD)
    assert told(quarter, period="20/11/2026 00:00").steps[2:4] == (
        "Thời hạn: 01 quý, kể từ kỳ có ngày 20/11/2026.",
        "Quý IV/2026 hết ngày 31/12/2026.",
    )


def test_months_of_a_period_are_those_of_the_calendar() -> None:
    """Duty 30, where the province holds briefings by month."""
    month = rule(value=1, unit=TermUnit.MONTHS, starts_from=StartsFrom.PERIOD)
    found = told(month, period="10/11/2026 00:00")
    assert found.due == datetime(2026, 11, 30, 23, 59, 59)
    assert found.steps[3] == "Tháng 11/2026 hết ngày 30/11/2026."


# The office's own regulation


def test_a_stricter_regulation_of_the_office_binds_and_the_law_is_shown() -> None:
    own = rule("own", value=6, is_own_regulation=True)
    found = told(OLD, own, happened="30/06/2026 16:00")
    assert (found.binding.rule, found.due) == (own, at("30/06/2026 22:00"))
    assert found.steps[-1] == "Cùng áp dụng: Quy định old, 24 giờ: hạn 16:00 Thứ Tư 01/07/2026."


def test_a_laxer_regulation_of_the_office_does_not_loosen_the_law() -> None:
    own = rule("own", value=2, unit=TermUnit.DAYS, is_own_regulation=True)
    found = told(OLD, own, happened="30/06/2026 16:00")
    assert found.binding.rule == OLD
    assert "02 ngày: hạn hết Thứ Năm 02/07/2026, lúc 23:59:59" in found.steps[-1]


def test_a_regulation_without_a_number_is_as_good_as_none() -> None:
    own = rule("own", value=None, is_own_regulation=True)
    assert told(OLD, own, happened="30/06/2026 16:00").others == ()


def test_a_regulation_that_waits_for_its_moment_is_named() -> None:
    own = rule("own", value=6, is_own_regulation=True)
    found = told(NEW, own, learned="05/10/2026 16:00")
    assert (found.binding.rule, found.due) == (NEW, at("06/10/2026 16:00"))
    assert found.steps[-1] == (
        "Chưa tính theo: Quy định own, 06 giờ, vì chưa nhập thời điểm “Vụ việc xảy ra”."
    )
    known = told(NEW, own, happened="05/10/2026 15:00", learned="05/10/2026 16:00")
    assert (known.binding.rule, known.waiting) == (own, ())


def test_a_regulation_no_longer_in_force_waits_for_nothing() -> None:
    own = rule("own", value=6, is_own_regulation=True, valid_to=day("30/06/2026"))
    assert told(NEW, own, learned="05/10/2026 16:00").waiting == ()


def test_where_the_law_has_no_number_the_office_sets_one() -> None:
    unread = rule("law", value=None, unit=TermUnit.DAYS, look_up_in="Nghị định 237/2026")
    own = rule("own", value=5, unit=TermUnit.DAYS, is_own_regulation=True)
    found = told(unread, own, happened="01/07/2026 16:00")
    assert found.binding.rule == own
    assert found.steps[-1] == (
        "Cùng áp dụng: Quy định law: chưa có số ngày, nhập theo Nghị định 237/2026."
    )


# Values that are not there


def test_a_value_that_could_not_be_read_is_asked_for_and_the_old_one_never_carried_over() -> None:
    old = rule("old", value=2, unit=TermUnit.DAYS, valid_to=day("30/06/2026"))
    new = rule("new", value=None, unit=TermUnit.DAYS, look_up_in="Nghị định 237/2026",
               valid_from=day("01/07/2026"))  # fmt: skip
    assert told(old, new, happened="30/06/2026 16:00").due == at("02/07/2026 23:59").replace(
        second=59
    )
    found = told(old, new, happened="01/07/2026 16:00")
    assert found.due is None
    assert found.why_none() == "chưa có số ngày, nhập theo Nghị định 237/2026"
    assert found.steps[-1] == "Hạn: chưa có số ngày, nhập theo Nghị định 237/2026."
    assert not any("02 ngày" in step for step in found.steps)


@pytest.mark.parametrize(
    ("over", "sentence"),
    [
        ({"at_once": "ngay"}, "văn bản không ghi số giờ, chỉ ghi “ngay”"),
        ({}, "chưa có số giờ, nhập ở mục “Thời hạn theo luật”"),
        ({"unit": TermUnit.WORKING_DAYS, "look_up_in": "Điều 43"},
         "chưa có số ngày, nhập theo Điều 43"),
    ],
)  # fmt: skip
def test_what_has_no_number_says_why(over: dict, sentence: str) -> None:
    assert told(rule(value=None, **over), happened="01/07/2026 16:00").why_none() == sentence


def test_a_moment_not_entered_yet_is_named() -> None:
    found = told(OLD, learned="30/06/2026 17:00")
    assert found.due is None
    assert found.missing is StartsFrom.HAPPENED
    assert found.steps == ("chưa tính được hạn vì chưa nhập thời điểm “Vụ việc xảy ra”",)


def test_where_no_rule_holds_that_is_said() -> None:
    found = told(NEW, happened="30/06/2026 16:00", learned="30/06/2026 17:00")
    assert found.missing is None
    assert found.why_none() == (
        "không có quy định nào về “Phát ngôn, cung cấp thông tin ban đầu” áp dụng"
    )


# Whom a rule binds


def test_the_rule_for_this_type_of_press_goes_before_the_general_one() -> None:
    general = rule("press", binds=Bound.PRESS, duty=ClockDuty.CORRECTION, value=2)
    online = rule("online", binds=Bound.ONLINE, duty=ClockDuty.CORRECTION, value=1)
    moments = {StartsFrom.HAPPENED: at("30/06/2026 16:00")}

    def chosen(bound: Bound) -> str:
        found = reckon([general, online], calendar(), ClockDuty.CORRECTION, bound, moments)
        assert found.others == ()
        return found.binding.rule.id

    assert chosen(Bound.ONLINE) == "online"
    assert chosen(Bound.RADIO) == "press"


def test_a_rule_for_the_state_does_not_bind_the_party() -> None:
    state = rule("state", binds=Bound.STATE)
    assert told(state, bound=Bound.PARTY, happened="30/06/2026 16:00").binding is None


def test_days_are_told_with_each_holiday_left_out() -> None:
    days = rule(value=2, unit=TermUnit.DAYS)
    moments = {StartsFrom.HAPPENED: at("31/08/2026 09:00")}
    found = reckon(
        [days], calendar(off("01/09/2026"), off("02/09/2026", confirmed=True)),
        ClockDuty.INITIAL_STATEMENT, Bound.STATE, moments,
    )  # fmt: skip
    assert "Thứ Tư 02/09/2026 là Quốc khánh, nên dời tiếp." in found.steps
    assert found.due == datetime(2026, 9, 3, 23, 59, 59)
