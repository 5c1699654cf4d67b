"""The .ics file, read back by the library that other programs' authors use."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from icalendar import Calendar

from app.exports.calendar.data import CalendarEntry
from app.exports.calendar.ics import calendar_bytes, write_calendar

MADE = datetime(2026, 10, 5, 9, 0)
HOURS = CalendarEntry(
    "han-1@so-phat-ngon",
    "Phát ngôn, cung cấp thông tin ban đầu: Sạt lở; bờ kè, xã Cù Lao",
    "Quy định: Nghị định 244/2026.\nCộng 24 giờ liên tục.",
    datetime(2026, 10, 6, 16, 30),
    is_whole_day=False,
)
DAYS = CalendarEntry(
    "han-2@so-phat-ngon", "Đôn đốc: " + "Bờ kè nứt " * 20, "", datetime(2026, 10, 30, 23, 59, 59),
    is_whole_day=True,
)  # fmt: skip


def events(data: bytes):
    return Calendar.from_ical(data).walk("VEVENT")


def test_what_was_written_is_read_back() -> None:
    hours, days = events(calendar_bytes([HOURS, DAYS], MADE))
    assert (hours["UID"], days["UID"]) == (HOURS.uid, DAYS.uid)
    assert str(hours["SUMMARY"]) == HOURS.title
    assert str(hours["DESCRIPTION"]) == HOURS.detail
    assert str(days["SUMMARY"]) == DAYS.title
    assert "DESCRIPTION" not in days


def test_hours_are_a_local_moment_and_days_a_whole_day() -> None:
    hours, days = events(calendar_bytes([HOURS, DAYS], MADE))
    assert hours.decoded("DTSTART") == HOURS.due_at  # of no zone
    assert type(days.decoded("DTSTART")) is date
    assert days.decoded("DTSTART") == date(2026, 10, 30)
    assert days.decoded("DTEND") == date(2026, 10, 31)


def test_lines_are_as_the_standard_has_them() -> None:
    data = calendar_bytes([HOURS, DAYS], MADE)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert lines[:1] == [b"BEGIN:VCALENDAR"]


def test_the_same_deadlines_give_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "hạn.ics"
    write_calendar([HOURS], MADE, path)
    assert path.read_bytes() == calendar_bytes([HOURS], MADE)
    assert [file.name for file in tmp_path.iterdir()] == ["hạn.ics"]


def test_no_entries_are_a_calendar_too() -> None:
    assert events(calendar_bytes([], MADE)) == []
