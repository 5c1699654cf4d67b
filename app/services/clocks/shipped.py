"""The rules and days that ship with the app, without any database."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from app.paths import resources_dir
from app.rules.clocks.book import ClockBook
from app.rules.clocks.legal_rules import LegalRule
from app.rules.clocks.work_calendar import CalendarDay
from app.rules.vocabulary import DayKind

_DATES = ("valid_from", "valid_to", "confirmed_on", "day", "issued_on")


def shipped_rules() -> tuple[LegalRule, ...]:
    """Return the rules that a new database begins with."""
    rows = start_value_rows("legal_rules")
    return tuple(LegalRule.from_values(row["id"], row) for row in rows)


def shipped_calendar() -> tuple[CalendarDay, ...]:
    """Return the days that a new database begins with."""
    return tuple(
        CalendarDay(row["day"], row["name"], DayKind(row["kind"]), row["is_enabled"])
        for row in start_value_rows("holidays")
    )


def start_value_rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of a file of start values, its dates read."""
    file = resources_dir() / "start_values" / f"{name}.json"
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))[name]
    for row in rows:
        row.update({key: date.fromisoformat(row[key]) for key in _DATES if row.get(key)})
    return rows


def shipped_book() -> ClockBook:
    """Return rules and days together."""
    return ClockBook(shipped_rules(), shipped_calendar())
