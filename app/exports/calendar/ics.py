"""Entries as an iCalendar file (RFC 5545), which Outlook and phones read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from app.exports.calendar.data import CalendarEntry
from app.files import write_atomically

_PRODUCT = "-//So Phat ngon//Han xu ly//VI"


def calendar_bytes(entries: Iterable[CalendarEntry], made_at: datetime) -> bytes:
    """Return the file's content. Times are local and without a zone, as the office counts them."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", made_at.astimezone(UTC))
        event.add("summary", entry.title)
        if entry.detail:
            event.add("description", entry.detail)
        if entry.is_whole_day:
            event.add("dtstart", entry.due_at.date())
            event.add("dtend", entry.due_at.date() + timedelta(days=1))  # the day it does not have
        else:
            event.add("dtstart", entry.due_at)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def write_calendar(entries: Iterable[CalendarEntry], made_at: datetime, path: Path) -> None:
    """Write the file whole or not at all. Raises FileBusy, StorageFull, StorageReadOnly."""
    write_atomically(path, calendar_bytes(entries, made_at))
