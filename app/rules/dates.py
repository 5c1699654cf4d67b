"""How days and moments are written: in the words of a letter, and short for lists and sentences."""

from __future__ import annotations

from datetime import date, datetime, time


def day_text(day: date) -> str:
    """Return "ngày 06 tháng 5 năm 2021".

    Days below 10 and the months 1 and 2 get a leading zero (Decree 30/2020, Annex I, II.4).
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment_text(moment: datetime) -> str:
    """Return "13 giờ 19 phút ngày 16 tháng 10 năm 2025"; midnight means that only the day is known.

    Articles are often recorded by their day alone.
    """
    if moment.time() == time():
        return day_text(moment)
    minutes = f" {moment.minute:02d} phút" if moment.minute else ""
    return f"{moment.hour:02d} giờ{minutes} {day_text(moment)}"


def date_text(day: date | None) -> str:
    """Return ``dd/MM/yyyy``, or nothing for None."""
    return "" if day is None else f"{day.day:02}/{day.month:02}/{day.year:04}"


def time_text(clock: time | None) -> str:
    """Return ``HH:mm``, or nothing for None."""
    return "" if clock is None else f"{clock.hour:02}:{clock.minute:02}"


def date_time_text(moment: datetime | None) -> str:
    """Return ``dd/MM/yyyy HH:mm``, or nothing for None."""
    return "" if moment is None else f"{date_text(moment)} {moment.hour:02}:{moment.minute:02}"


def period_text(start: date | None, end: date | None) -> str:
    """Return "từ 01/10/2026 đến 31/10/2026", without the end that is open."""
    words = [f"từ {date_text(start)}"] if start else []
    if end:
        words.append(f"đến {date_text(end)}")
    return " ".join(words)
