"""Terms, moments and the time left in words: a clerk reads them, nobody has to see a colour."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from app.rules.clocks.terms import Term
from app.rules.dates import date_text, period_text, time_text
from app.rules.typed_dates import weekday_text
from app.rules.vocabulary import TermUnit

END_OF_DAY = time(23, 59, 59)
"""When terms that are not counted in hours end."""

_MINUTE = timedelta(minutes=1)


def term_words(term: Term) -> str:
    """Return "24 giờ", "02 ngày", "10 ngày làm việc", "01 quý"."""
    return f"{term.value:02} {term.unit.label}"


def day_words(day: date) -> str:
    """Return "Thứ Hai 23/11/2026"."""
    return f"{weekday_text(day)} {date_text(day)}"


def moment_words(moment: datetime) -> str:
    """Return "16:00 Thứ Ba 30/06/2026", with the seconds only where there are some."""
    seconds = f":{moment.second:02}" if moment.second else ""
    return f"{time_text(moment.time())}{seconds} {day_words(moment)}"


def end_words(due: datetime) -> str:
    """Return the day where it is the whole last day that counts, else the moment."""
    return day_words(due) if due.time() == END_OF_DAY else moment_words(due)


def due_words(due: datetime, unit: TermUnit) -> str:
    """Return the due moment of a term: to the minute where hours count, else the whole last day."""
    if unit is TermUnit.HOURS:
        return moment_words(due)
    return f"hết {day_words(due)}, lúc {due:%H:%M:%S}"


def in_force_words(start: date | None, end: date | None) -> str:
    """Return "áp dụng từ 01/07/2026", or that there is no limit."""
    return f"áp dụng {period_text(start, end)}" if start or end else "áp dụng không giới hạn"


def time_left(due: datetime, now: datetime, unit: TermUnit) -> str:
    """Return what a clerk wants to know of a due moment, "còn 3 giờ 12 phút" or "quá hạn 2 ngày".

    A term in hours is told to the minute, every other by whole days of the calendar.
    """
    if unit is TermUnit.HOURS:
        if now > due:
            return f"quá hạn {span_words(now - due)}"
        return f"còn {span_words(due - now)}"
    days = (due.date() - now.date()).days
    if now > due:
        return f"quá hạn {max(-days, 1)} ngày"
    return f"còn {days} ngày" if days else "đến hạn hôm nay"


def time_gone(since: datetime, now: datetime) -> str:
    """Return "đã 3 giờ 12 phút", for what is due at once and has no counted limit."""
    return f"đã {span_words(max(now - since, timedelta()))}"


def span_words(span: timedelta) -> str:
    """Return a span in days, hours and minutes, the last begun minute left out."""
    minutes = span // _MINUTE
    if minutes < 1:
        return "chưa đầy 1 phút"
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((days, "ngày"), (hours, "giờ"), (minutes, "phút"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)
