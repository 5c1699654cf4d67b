"""One entry of the calendar; whoever reads the deadlines fills it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What is due when. ``uid`` is the same in every export, so that an entry is not doubled.

    ``is_whole_day``: only the day of ``due_at`` counts.
    """

    uid: str
    title: str
    detail: str
    due_at: datetime
    is_whole_day: bool
