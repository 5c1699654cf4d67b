"""Due moments from stored records, swaps in one transaction, the switch between two rules."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors, NotFound
from app.models import CalendarDay, LegalRule
from app.rules.clocks.terms import Term
from app.rules.vocabulary import Bound, ClockDuty, StartsFrom, TermUnit
from app.services.plain import ListQuery
from tests.services.office_profiles import party_profile

BEFORE, AFTER = datetime(2026, 6, 30, 16, 0), datetime(2026, 7, 1, 16, 0)


def id_of(ctx: AppContext, code: str) -> int:
    with ctx.db.reading() as session:
        return session.query(LegalRule).filter_by(code=code).one().id


def test_which_rules_bind_the_office_follows_its_profile(ctx: AppContext) -> None:
    assert ctx.clocks.office_bound() is Bound.STATE
    ctx.office.save_profile(party_profile(ctx))
    assert ctx.clocks.office_bound() is Bound.PARTY


# The calendar


def test_another_holiday_moves_what_is_due(ctx: AppContext) -> None:
    start, term = datetime(2026, 10, 5, 9, 0), Term(10, TermUnit.DAYS)
    assert ctx.clocks.count(term, start).due == datetime(2026, 10, 15, 23, 59, 59)
    ctx.records.save(
        "calendar_day",
        {**ctx.records.new("calendar_day"), "day": date(2026, 10, 15), "name": "Nghỉ vì siêu bão"},
    )
    assert ctx.clocks.count(term, start).due == datetime(2026, 10, 16, 23, 59, 59)
    (row,) = ctx.records.page("calendar_day", ListQuery(search="siêu bão"), 0, 9)
    ctx.records.save("calendar_day", {"is_enabled": False}, row.id)
    assert ctx.clocks.count(term, start).due == datetime(2026, 10, 15, 23, 59, 59)
    ctx.records.save("calendar_day", {"is_enabled": True}, row.id)
    ctx.records.delete("calendar_day", row.id)
    assert ctx.clocks.count(term, start).due == datetime(2026, 10, 15, 23, 59, 59)


def test_a_swap_is_two_days_in_one_step(ctx: AppContext) -> None:
    before = ctx.records.count("calendar_day", ListQuery())
    one = ctx.clocks.enter_swap(date(2027, 1, 4), date(2027, 1, 9), "Thông báo 12")
    assert ctx.records.get("calendar_day", one).values == {
        "day": date(2027, 1, 4),
        "name": "Nghỉ thay ngày 09/01/2027",
        "kind": "swap",
        "is_enabled": True,
        "source": "Thông báo 12",
        "confirmed": False,
        "confirmed_by": None,
        "confirmed_on": None,
    }
    assert ctx.records.count("calendar_day", ListQuery()) == before + 2
    calendar = ctx.clocks.book().calendar
    assert not calendar.is_working(date(2027, 1, 4))
    assert calendar.is_working(date(2027, 1, 9))
    assert ctx.records.count("calendar_day", ListQuery(search="lam bu ngay 04/01/2027")) == 1


@pytest.mark.parametrize(
    ("day_off", "worked", "errors"),
    [
        (None, None, {"day_off": "Nhập ngày này.", "worked": "Nhập ngày này."}),
        (date(2027, 1, 4), None, {"worked": "Nhập ngày này."}),
        (
            date(2027, 1, 9), date(2027, 1, 4),
            {
                "day_off": "Nghỉ hoán đổi vào ngày thường, từ thứ Hai đến thứ Sáu.",
                "worked": "Ngày làm bù là thứ Bảy hoặc Chủ Nhật.",
            },
        ),
        (
            date(2026, 9, 2), date(2027, 1, 9),
            {"day_off": "Ngày này đã có trong lịch: “Quốc khánh”; sửa dòng đó."},
        ),
    ],
)  # fmt: skip
def test_half_a_swap_is_never_written(
    ctx: AppContext, day_off: date | None, worked: date | None, errors: dict[str, str]
) -> None:
    before = ctx.records.count("calendar_day", ListQuery())
    with pytest.raises(FieldErrors) as refused:
        ctx.clocks.enter_swap(day_off, worked)
    assert refused.value.errors == errors
    assert ctx.records.count("calendar_day", ListQuery()) == before


def test_a_day_that_does_not_count_gives_way_to_a_swap(ctx: AppContext) -> None:
    """The make-up day of January 2026 ships disabled, because nobody has read it anywhere."""
    (row,) = ctx.records.page("calendar_day", ListQuery(search="02/01/2026"), 0, 9)
    before = ctx.records.count("calendar_day", ListQuery())
    ctx.clocks.enter_swap(date(2026, 1, 5), date(2026, 1, 10))
    assert ctx.records.count("calendar_day", ListQuery()) == before + 1
    after = ctx.records.get("calendar_day", row.id)
    assert after.values["name"] == "Làm bù ngày 05/01/2026"
    assert after.values["is_enabled"]
    with ctx.db.reading() as session:
        assert session.query(CalendarDay).filter_by(day=date(2026, 1, 10)).count() == 1


# The day on which rules take turns


def test_both_rules_move_with_the_switch(ctx: AppContext) -> None:
    later = id_of(ctx, "press_answer-2026")
    switch = ctx.clocks.switch_before(later)
    assert (switch.earlier_title, switch.later_title, switch.first_day) == (
        "Trả lời báo chí, theo Luật Báo chí 2016",
        "Trả lời báo chí, theo Luật Báo chí 2025",
        date(2026, 7, 1),
    )
    ctx.clocks.move_switch(later, date(2026, 8, 1))
    earlier = ctx.records.get("legal_rule", id_of(ctx, "press_answer-2016"))
    assert earlier.values["valid_to"] == date(2026, 7, 31)
    assert ctx.records.get("legal_rule", later).values["valid_from"] == date(2026, 8, 1)
    book = ctx.clocks.book()
    moments = dict.fromkeys(StartsFrom, datetime(2026, 7, 15, 9, 0))
    found = book.reckon(ClockDuty.PRESS_ANSWER, Bound.STATE, moments).binding
    assert found is not None
    assert found.rule.id == "press_answer-2016"


def test_a_rule_keeps_at_least_a_day(ctx: AppContext) -> None:
    later = id_of(ctx, "press_answer-2026")
    ctx.records.save("legal_rule", {"valid_to": date(2026, 12, 31)}, later)

    def refused(first_day: date | None) -> str:
        with pytest.raises(FieldErrors) as error:
            ctx.clocks.move_switch(later, first_day)
        return error.value.errors["first_day"]

    assert refused(None) == "Nhập ngày đầu tiên của quy định sau."
    assert refused(date(2017, 1, 1)) == ("Phải sau ngày bắt đầu của quy định trước (01/01/2017).")
    assert refused(date(2027, 1, 1)) == (
        "Không thể sau ngày hết hiệu lực của chính nó (31/12/2026)."
    )
    ctx.clocks.move_switch(later, date(2017, 1, 2))


def test_the_first_rule_has_no_switch(ctx: AppContext) -> None:
    with pytest.raises(FieldErrors, match="Không có quy định nào trước quy định này"):
        ctx.clocks.switch_before(id_of(ctx, "press_answer-2016"))
    with pytest.raises(NotFound):
        ctx.clocks.switch_before(9999)
