"""When a term ends: the examples of the legal reference by name, and what lies at the edges."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.rules.clocks.counting import count
from app.rules.clocks.terms import Term
from app.rules.clocks.work_calendar import CalendarDay, TermTooLong, WorkCalendar
from app.rules.vocabulary import DayKind, TermUnit
from tests.rules.clocks.making import calendar, day, made_up, off

END_OF_DAY = (23, 59, 59)


def due(
    value: int, unit: str, start: str, in_calendar: WorkCalendar | None = None
) -> tuple[str, tuple[str, ...]]:
    """Return the last day as "23/11/2026" and the steps; every term but hours ends with it."""
    began = datetime.strptime(start, "%d/%m/%Y %H:%M")
    counted = count(Term(value, TermUnit(unit)), began, in_calendar or calendar())
    assert (counted.due.hour, counted.due.minute, counted.due.second) == END_OF_DAY
    return counted.due.strftime("%d/%m/%Y"), counted.steps


# The examples of section 8 of the legal reference.


def test_received_friday_20_11_2026_two_days_end_on_monday_23_11() -> None:
    last, steps = due(2, "days", "20/11/2026 09:00", calendar(off("02/09/2026")))
    assert last == "23/11/2026"
    assert steps == (
        "Không tính ngày bắt đầu 20/11/2026; ngày thứ 1 là Thứ Bảy 21/11/2026.",
        "Ngày thứ 2 là Chủ Nhật 22/11/2026.",
        "Chủ Nhật 22/11/2026 là ngày nghỉ cuối tuần, nên dời tiếp.",
        "Hạn: hết Thứ Hai 23/11/2026, lúc 23:59:59.",
    )


def test_received_31_8_2026_two_days_end_after_the_national_day_with_1_9_off() -> None:
    last, steps = due(2, "days", "31/08/2026 09:00", calendar(off("01/09/2026"), off("02/09/2026")))
    assert last == "03/09/2026"
    assert "Thứ Tư 02/09/2026 là Quốc khánh (lịch chưa kiểm chứng), nên dời tiếp." in steps
    assert not any("01/09/2026" in step for step in steps[1:])  # a holiday in between counts


def test_received_31_8_2026_two_days_end_on_friday_with_3_9_off() -> None:
    last, _steps = due(
        2, "days", "31/08/2026 09:00", calendar(off("02/09/2026"), off("03/09/2026"))
    )
    assert last == "04/09/2026"


def test_thirty_days_from_2_1_2026_end_on_monday_2_2() -> None:
    assert due(30, "days", "02/01/2026 09:00")[0] == "02/02/2026"


def test_a_month_from_31_1_2025_ends_on_the_last_of_february() -> None:
    last, steps = due(1, "months", "31/01/2025 09:00")
    assert last == "28/02/2025"
    assert steps[0] == (
        "Không tính ngày bắt đầu; sau 01 tháng là ngày 28/02/2025, ngày cuối tháng, "
        "vì tháng 02/2025 không có ngày 31."
    )


def test_24_hours_run_through_the_night_and_the_weekend() -> None:
    counted = count(
        Term(24, TermUnit.HOURS), datetime(2026, 11, 21, 16, 0), calendar(off("22/11/2026"))
    )
    assert counted.due == datetime(2026, 11, 22, 16, 0)
    assert counted.steps == (
        "Cộng 24 giờ liên tục, kể cả ban đêm, ngày nghỉ và ngày lễ.",
        "Hạn: 16:00 Chủ Nhật 22/11/2026.",
    )


# Months, quarters, years


@pytest.mark.parametrize(
    ("value", "unit", "start", "last"),
    [
        (1, "months", "31/01/2028 09:00", "29/02/2028"),  # a leap year, a Tuesday
        (12, "months", "05/10/2026 09:00", "05/10/2027"),
        (13, "months", "30/11/2026 09:00", "30/12/2027"),
        (2, "months", "30/11/2026 09:00", "01/02/2027"),  # 30 January is a Saturday
        (1, "quarter", "05/10/2026 09:00", "31/12/2026"),
        (1, "quarter", "31/12/2026 23:59", "31/12/2026"),
        (2, "quarter", "05/10/2026 09:00", "31/03/2027"),
        (5, "quarter", "05/10/2026 09:00", "31/12/2027"),
        (1, "year", "05/10/2026 09:00", "31/12/2026"),
        (2, "year", "01/01/2026 00:00", "31/12/2027"),
    ],
)
def test_longer_units_end_where_the_calendar_says(
    value: int, unit: str, start: str, last: str
) -> None:
    assert due(value, unit, start)[0] == last


def test_a_quarter_that_ends_on_a_sunday_moves_and_says_what_is_wise() -> None:
    last, steps = due(1, "quarter", "05/02/2024 09:00")
    assert last == "01/04/2024"
    assert steps[0] == "Quý I/2024 hết ngày 31/03/2024."
    assert "Việc của kỳ nên làm xong trong kỳ." in steps


# Working days


def test_working_days_leave_out_weekends_and_holidays_and_count_make_up_days() -> None:
    days = calendar(
        off("31/08/2026", "Nghỉ thay ngày 22/08/2026", kind=DayKind.SWAP, confirmed=True),
        off("01/09/2026"),
        off("02/09/2026"),
        made_up("22/08/2026"),
    )
    last, steps = due(8, "working_days", "20/08/2026 09:00", days)
    assert last == "03/09/2026"
    assert steps == (
        "Không tính ngày bắt đầu 20/08/2026; ngày làm việc thứ 1 là Thứ Sáu 21/08/2026.",
        "Thứ Bảy 22/08/2026 là ngày làm bù (lịch chưa kiểm chứng), nên có tính.",
        "Thứ Hai 31/08/2026 là ngày nghỉ hoán đổi: Nghỉ thay ngày 22/08/2026, nên không tính.",
        "Thứ Ba 01/09/2026 là Quốc khánh (lịch chưa kiểm chứng), nên không tính.",
        "Thứ Tư 02/09/2026 là Quốc khánh (lịch chưa kiểm chứng), nên không tính.",
        "Không tính 3 ngày thứ Bảy, Chủ Nhật.",
        "Ngày làm việc thứ 8 là Thứ Năm 03/09/2026.",
        "Hạn: hết Thứ Năm 03/09/2026, lúc 23:59:59.",
    )


def test_a_term_may_end_on_a_make_up_day() -> None:
    days = calendar(off("01/01/2026"), made_up("22/08/2026"))
    last, steps = due(2, "days", "20/08/2026 09:00", days)
    assert last == "22/08/2026"
    assert any("là ngày làm bù" in step and "không dời" in step for step in steps)
    last, steps = due(2, "working_days", "20/08/2026 09:00", days)
    assert last == "22/08/2026"
    assert any("là ngày làm bù" in step and "có tính" in step for step in steps)


def test_a_term_moves_to_a_make_up_day_after_a_holiday() -> None:
    days = calendar(off("21/08/2026"), made_up("22/08/2026"))
    last, steps = due(1, "days", "20/08/2026 09:00", days)
    assert last == "22/08/2026"
    assert steps[1:3] == (
        "Thứ Sáu 21/08/2026 là Quốc khánh (lịch chưa kiểm chứng), nên dời tiếp.",
        "Thứ Bảy 22/08/2026 là ngày làm bù (lịch chưa kiểm chứng).",
    )


def test_the_first_day_may_lie_far_behind_a_holiday() -> None:
    tet = [off(f"{number}/02/2026", "Tết Nguyên Đán") for number in range(16, 21)]
    last, steps = due(1, "working_days", "13/02/2026 16:00", calendar(*tet))
    assert last == "23/02/2026"
    assert steps[0] == (
        "Không tính ngày bắt đầu 13/02/2026; ngày làm việc thứ 1 là Thứ Hai 23/02/2026."
    )
    assert sum("Tết Nguyên Đán" in step for step in steps) == 5
    assert "Không tính 4 ngày thứ Bảy, Chủ Nhật." in steps


def test_a_weekday_entered_as_made_up_is_told_as_the_working_day_it_is() -> None:
    days = calendar(off("02/09/2026"), made_up("24/11/2026"))
    assert not any("làm bù" in step for step in due(1, "days", "23/11/2026 09:00", days)[1])


def test_a_day_off_wins_over_a_make_up_day_on_the_same_date() -> None:
    assert not calendar(made_up("22/08/2026"), off("22/08/2026")).is_working(day("22/08/2026"))


def test_disabled_days_do_not_count() -> None:
    ships_disabled = off("24/11/2026", "Ngày Văn hóa Việt Nam", enabled=False)
    assert due(1, "days", "23/11/2026 09:00", calendar(ships_disabled))[0] == "24/11/2026"
    makes_up = CalendarDay(day("21/11/2026"), "Làm bù", DayKind.MAKE_UP, enabled=False)
    assert not calendar(makes_up).is_working(day("21/11/2026"))


def test_a_year_without_holidays_in_the_calendar_is_told() -> None:
    known = calendar(off("02/09/2030"), made_up("01/02/2031"))
    assert due(5, "days", "01/09/2031 09:00", known)[1][-2] == (
        "Lịch ngày nghỉ năm 2031 chưa có, nên mới chỉ tránh thứ Bảy, Chủ Nhật."
    )
    assert not any("Lịch" in step for step in due(5, "days", "01/08/2030 09:00", known)[1])


def test_working_days_need_the_holidays_of_every_year_on_the_way() -> None:
    known = calendar(off("02/09/2030"))
    assert due(260, "working_days", "01/09/2029 09:00", known)[1][-2] == (
        "Lịch ngày nghỉ năm 2029 chưa có, nên mới chỉ tránh thứ Bảy, Chủ Nhật."
    )
    assert "năm 2029, 2031 chưa có" in due(400, "working_days", "01/09/2029 09:00", known)[1][-2]
    assert not any("Lịch" in step for step in due(90, "days", "01/12/2029 09:00", known)[1])


# Nonsense


@pytest.mark.parametrize("value", [0, -1, 100_001])
def test_a_term_is_at_least_one_and_not_absurd(value: int) -> None:
    with pytest.raises(ValueError, match="Thời hạn"):
        Term(value, TermUnit.DAYS)


@pytest.mark.parametrize("unit", list(TermUnit))
def test_a_term_past_the_years_we_know_is_refused(unit: TermUnit) -> None:
    with pytest.raises(TermTooLong, match="2099"):
        count(Term(100_000, unit), datetime(2099, 12, 1, 9, 0), calendar())


@pytest.mark.parametrize("unit", ["days", "working_days"])
def test_a_term_that_would_move_past_the_last_year_is_refused(unit: str) -> None:
    with pytest.raises(TermTooLong):
        due(1, unit, "30/12/2099 09:00", calendar(off("31/12/2099")))
