"""What a day of the month calendar says: short in its cell, whole for a sentence."""

from __future__ import annotations

from datetime import date

from app.rules.clocks.words import day_words
from app.rules.vocabulary import DayKind
from app.services.today.data import DueDay, DueMonth
from app.text import fold

_TODAY = "Hôm nay"


def cell_words(due: DueDay, month: int, today: date) -> list[str]:
    """Return the lines of a day's cell, what presses most before what may be cut off."""
    day = due.day
    number = str(day.day) if day.month == month else f"{day.day}/{day.month}"
    lines = [f"{number} {_TODAY}" if day == today else number]
    if due.late:
        lines.append(f"{due.late} quá hạn")
    if due.total > due.late:
        left = due.total - due.late
        lines.append(f"{left} còn hạn" if due.late else f"{left} việc")
    if due.entry is not None:
        is_holiday = due.entry.kind is DayKind.HOLIDAY  # its name tells that
        lines.append(due.entry.name if is_holiday else due.entry.kind.label)
    return lines


def day_sentence(due: DueDay, today: date) -> str:
    """Return "Thứ Hai 05/10/2026, hôm nay: 2 việc, trong đó 1 việc quá hạn. Nghỉ lễ, Tết: …"."""
    day = f"{day_words(due.day)}, {_TODAY.lower()}" if due.day == today else day_words(due.day)
    words = f"{day}: {_count_words(due)}."
    if due.entry is None:
        return words
    unsure = "" if due.entry.confirmed else " (chưa kiểm chứng)"
    kind, name = due.entry.kind.label, due.entry.name
    named = name if fold(name).startswith(fold(kind)) else f"{kind}: {name}"
    return f"{words} {named}{unsure}."


def foot_words(found: DueMonth) -> str:
    """Say what the days cannot show."""
    words = []
    if found.without_day:
        words.append(
            f"{found.without_day} việc chưa có số ngày nên không đứng ở ngày nào; xem ở Việc hôm "
            "nay (Esc)."
        )
    if not found.knows_holidays:
        year = found.chosen.year
        words.append(f"Lịch ngày nghỉ chưa có ngày lễ nào của năm {year}.")
    return " ".join([*words, found.uncounted]).strip()


def _count_words(due: DueDay) -> str:
    if not due.total:
        return "không có việc đến hạn"
    if due.late == due.total:
        return f"{due.total} việc quá hạn"
    late = f", trong đó {due.late} việc quá hạn" if due.late else ""
    return f"{due.total} việc đến hạn{late}"
