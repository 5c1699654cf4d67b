"""When a term ends, and why then: each day left out is named in the steps.

By articles 147 and 148 of the Civil Code: hours run from their moment through nights and holidays;
of days and months the first day is left out, and a last day that is not worked moves to the next
working day, at whose end the term ends.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.rules.clocks.terms import Term
from app.rules.clocks.words import END_OF_DAY, day_words, due_words, term_words
from app.rules.clocks.work_calendar import TermTooLong, WorkCalendar, next_day
from app.rules.dates import date_text
from app.rules.typed_dates import LAST_YEAR
from app.rules.vocabulary import DayKind, TermUnit
from app.text import lower_first

BASIS = "Điều 147 và Điều 148 Bộ luật Dân sự năm 2015"

_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Counted:
    """The end of a term, and the steps that lead there in plain Vietnamese."""

    due: datetime
    steps: tuple[str, ...]


def count(
    term: Term, start: datetime, calendar: WorkCalendar, *, in_period: bool = False
) -> Counted:
    """Return when a term that begins at ``start`` ends. Raises TermTooLong.

    ``in_period``: months too are those of the calendar, counted to their end.
    """
    try:
        if term.unit is TermUnit.HOURS:
            return _hours(term, start)
        if term.unit is TermUnit.WORKING_DAYS:
            last, steps = _working_days(term, start.date(), calendar)
        else:
            in_period = in_period or term.unit in (TermUnit.QUARTER, TermUnit.YEAR)
            last, steps = _nominal_end(term, start.date(), in_period)
            last, moved = _moved(last, calendar)
            steps += moved
            if moved and in_period:
                steps.append("Việc của kỳ nên làm xong trong kỳ.")
        _within_years(last)
    except (OverflowError, ValueError) as error:
        raise TermTooLong from error
    # Working days are told from days off all the way, other terms only at their end.
    counts_all = term.unit is TermUnit.WORKING_DAYS
    years = range(start.year if counts_all else last.year, last.year + 1)
    if unknown := ", ".join(str(year) for year in years if not calendar.knows(year)):
        steps.append(f"Lịch ngày nghỉ năm {unknown} chưa có, nên mới chỉ tránh thứ Bảy, Chủ Nhật.")
    due = datetime.combine(last, END_OF_DAY)
    return Counted(due, (*steps, f"Hạn: {due_words(due, term.unit)}."))


def _hours(term: Term, start: datetime) -> Counted:
    due = start + timedelta(hours=term.value)
    _within_years(due)
    return Counted(
        due,
        (
            f"Cộng {term_words(term)} liên tục, kể cả ban đêm, ngày nghỉ và ngày lễ.",
            f"Hạn: {due_words(due, term.unit)}.",
        ),
    )


def _within_years(day: date) -> None:
    if day.year > LAST_YEAR:
        raise TermTooLong


def _nominal_end(term: Term, start: date, in_period: bool) -> tuple[date, list[str]]:
    """Return the last day by the calendar alone."""
    if term.unit is TermUnit.DAYS:
        return _calendar_days(term.value, start)
    if term.unit is TermUnit.MONTHS:
        return _whole_months(term.value, start) if in_period else _months(term, start)
    if term.unit is TermUnit.QUARTER:
        return _quarters(term.value, start)
    last = date(start.year + term.value - 1, 12, 31)
    return last, [f"Năm {last.year} hết ngày {date_text(last)}."]


def _calendar_days(number: int, start: date) -> tuple[date, list[str]]:
    last = start + timedelta(days=number)
    steps = [_first_day(start, "ngày thứ 1", start + timedelta(days=1))]
    if number > 1:
        steps.append(f"Ngày thứ {number} là {day_words(last)}.")
    return last, steps


def _months(term: Term, start: date) -> tuple[date, list[str]]:
    years, month = divmod(start.month - 1 + term.value, 12)
    year, month = start.year + years, month + 1
    last = date(year, month, min(start.day, monthrange(year, month)[1]))
    words = f"Không tính ngày bắt đầu; sau {term_words(term)} là ngày {date_text(last)}"
    if last.day != start.day:
        words += f", ngày cuối tháng, vì tháng {month:02}/{year} không có ngày {start.day}"
    return last, [f"{words}."]


def _whole_months(number: int, start: date) -> tuple[date, list[str]]:
    years, month = divmod(start.month + number - 2, 12)
    year, month = start.year + years, month + 1
    last = date(year, month, monthrange(year, month)[1])
    return last, [f"Tháng {month:02}/{year} hết ngày {date_text(last)}."]


def _quarters(number: int, start: date) -> tuple[date, list[str]]:
    years, quarter = divmod((start.month - 1) // 3 + number - 1, 4)
    year, month = start.year + years, quarter * 3 + 3
    last = date(year, month, monthrange(year, month)[1])
    return last, [f"Quý {_QUARTERS[quarter]}/{year} hết ngày {date_text(last)}."]


def _moved(nominal: date, calendar: WorkCalendar) -> tuple[date, list[str]]:
    """Return the working day on which the term ends, and each day left out on the way."""
    last = calendar.next_working(nominal)
    if last == nominal:
        made_up = _made_up(nominal, calendar)
        return last, [f"{made_up}, nên hạn không dời."] if made_up else []
    steps = [f"{_why_off(day, calendar)}, nên dời tiếp." for day in _days(nominal, last)]
    made_up = _made_up(last, calendar)
    return last, [*steps, f"{made_up}."] if made_up else steps


def _working_days(term: Term, start: date, calendar: WorkCalendar) -> tuple[date, list[str]]:
    first = calendar.next_working(next_day(start))
    steps = [_first_day(start, "ngày làm việc thứ 1", first)]
    last, left = first, term.value - 1
    while left:
        last = calendar.next_working(next_day(last))
        left -= 1
    weekend_days = 0
    for day in _days(next_day(start), last):
        if calendar.day_off(day):
            steps.append(f"{_why_off(day, calendar)}, nên không tính.")
        elif not calendar.is_working(day):
            weekend_days += 1
        elif made_up := _made_up(day, calendar):
            steps.append(f"{made_up}, nên có tính.")
    if weekend_days:
        steps.append(f"Không tính {weekend_days} ngày thứ Bảy, Chủ Nhật.")
    if made_up := _made_up(last, calendar):
        steps.append(f"{made_up}, nên có tính.")
    if term.value > 1:
        steps.append(f"Ngày làm việc thứ {term.value} là {day_words(last)}.")
    return last, steps


def _first_day(start: date, name: str, first: date) -> str:
    return f"Không tính ngày bắt đầu {date_text(start)}; {name} là {day_words(first)}."


def _days(first: date, end: date) -> Iterator[date]:
    """Yield the days from ``first`` on, without ``end``."""
    for place in range((end - first).days):
        yield first + timedelta(days=place)


def _why_off(day: date, calendar: WorkCalendar) -> str:
    entry = calendar.day_off(day)
    if entry is None:
        return f"{day_words(day)} là ngày nghỉ cuối tuần"
    kind = "" if entry.kind is DayKind.HOLIDAY else f"ngày {lower_first(entry.kind.label)}: "
    return f"{day_words(day)} là {kind}{entry.name}{_unconfirmed(entry.confirmed)}"


def _made_up(day: date, calendar: WorkCalendar) -> str:
    entry = calendar.make_up_day(day)
    if entry is None:
        return ""
    return f"{day_words(day)} là ngày làm bù{_unconfirmed(entry.confirmed)}"


def _unconfirmed(confirmed: bool) -> str:
    return "" if confirmed else " (lịch chưa kiểm chứng)"
