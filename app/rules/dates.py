"""Days and moments in the words of an official letter."""

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
