"""Calendars and rules for tests, in one line each."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from app.rules.clocks.legal_rules import LegalRule
from app.rules.clocks.work_calendar import CalendarDay, WorkCalendar
from app.rules.vocabulary import Bound, ClockDuty, DayKind, StartsFrom, TermUnit


def day(text: str) -> date:
    """Read "23/11/2026"."""
    return datetime.strptime(text, "%d/%m/%Y").date()


def off(text: str, name: str = "Quốc khánh", **over: Any) -> CalendarDay:
    return CalendarDay(day(text), name, **{"kind": DayKind.HOLIDAY, **over})


def made_up(text: str) -> CalendarDay:
    return CalendarDay(day(text), "Làm bù", DayKind.MAKE_UP)


def calendar(*days: CalendarDay) -> WorkCalendar:
    return WorkCalendar(days)


def rule(name: str = "first", **over: Any) -> LegalRule:
    """A rule of 24 hours from the event, for every body, in force for ever."""
    values = {
        "duty": ClockDuty.INITIAL_STATEMENT,
        "title": f"Quy định {name}",
        "value": 24,
        "unit": TermUnit.HOURS,
        "starts_from": StartsFrom.HAPPENED,
        "binds": Bound.BODY,
        "basis": "Điều 6",
        "source": "Công báo",
    }
    return LegalRule(name, **{**values, **over})
