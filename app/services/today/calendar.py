"""What is due, as a file for other calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from app.exports.calendar.data import CalendarEntry
from app.services.deadlines.data import DueItem
from app.services.today.data import TodayLine


def export_calendar(
    items: Iterable[DueItem],
    lines: Iterable[TodayLine],
    made_at: datetime,
    path: Path,
    *,
    is_sample: bool = False,
) -> int:
    """Write deadlines, and lines with a day of their own, into an .ics file; return how many.

    Raises FileBusy, StorageFull, StorageReadOnly.
    """
    from app.exports.calendar.ics import write_calendar  # icalendar, only for an export

    mark = "[DỮ LIỆU MẪU] " if is_sample else ""
    entries = [_entry(item, mark) for item in items]
    entries += [_dated(line, mark) for line in lines]
    entries.sort(key=lambda entry: entry.due_at)
    write_calendar(entries, made_at, path)
    return len(entries)


def _entry(item: DueItem, mark: str) -> CalendarEntry:
    deadline = item.deadline
    assert deadline.due_at is not None  # else it is due on no day
    return CalendarEntry(
        uid=f"han-{deadline.id}@so-phat-ngon",
        title=f"{mark}{deadline.duty.label}: {item.title}",
        detail="\n".join(deadline.steps),
        due_at=deadline.due_at,
        is_whole_day=not deadline.is_to_the_minute,
    )


def _dated(line: TodayLine, mark: str) -> CalendarEntry:
    assert line.due_at is not None
    return CalendarEntry(
        uid=f"{line.key.replace(':', '-')}@so-phat-ngon",
        title=f"{mark}{line.name}: {line.title}",
        detail="\n".join(line.steps),
        due_at=line.due_at,
        is_whole_day=True,
    )
