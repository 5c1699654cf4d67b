"""What takes two records at once: a swap of working days, the day on which rules take turns."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import FieldErrors, NotFound
from app.models import CalendarDay, LegalRule
from app.rules.dates import date_text
from app.rules.vocabulary import DayKind
from app.services.clocks.data import Switch
from app.services.clocks.store import read_rules
from app.services.fetching import fetch
from app.services.records.checks import Subject, check


def enter_swap(
    session: Session, day_off: date | None, worked: date | None, source: str, now: datetime
) -> int:
    """Write both days of a swap; return the id of the day off.

    A day that stands in the calendar but does not count gives way. Raises FieldErrors under
    ``day_off`` and ``worked``.
    """
    if day_off is None or worked is None:
        days = {"day_off": day_off, "worked": worked}
        raise FieldErrors({name: "Nhập ngày này." for name, day in days.items() if day is None})
    halves = (
        ("day_off", day_off, DayKind.SWAP, f"Nghỉ thay ngày {date_text(worked)}"),
        ("worked", worked, DayKind.MAKE_UP, f"Làm bù ngày {date_text(day_off)}"),
    )
    errors: dict[str, str] = {}
    written = {}
    for field, day, kind, name in halves:
        record = _disabled(session, day) or CalendarDay()
        values = {
            "day": day,
            "name": name,
            "kind": kind,
            "is_enabled": True,
            "source": source or None,
            "confirmed": False,
            "confirmed_by": None,
            "confirmed_on": None,
        }
        subject = Subject(session, "calendar_day", record.id, values, now)
        if found := check(subject):
            errors[field] = " ".join(found.values())
        written[field] = (record, values)
    if errors:
        raise FieldErrors(errors)
    for record, values in written.values():
        for name, value in values.items():
            setattr(record, name, value)
        session.add(record)
    session.flush()
    return written["day_off"][0].id


def switch_before(session: Session, rule_id: int) -> Switch:
    """Return how a rule took over from the one before it.

    Raises NotFound, and FieldErrors under "" where there is none before it.
    """
    rules = read_rules(session)
    if rule_id not in rules:
        raise NotFound
    later = rules[rule_id]
    begins = later.valid_from or date.min
    before = [
        (other.valid_from or date.min, other_id)
        for other_id, other in rules.items()
        if other.family == later.family and (other.valid_from or date.min) < begins
    ]
    if not before:
        raise FieldErrors(
            {
                "": "Không có quy định nào trước quy định này để dời ngày chuyển tiếp. Muốn đổi "
                "ngày bắt đầu của nó, mở quy định và sửa “Hiệu lực từ ngày”."
            }
        )
    _begins, earlier_id = max(before)
    return Switch.between(earlier_id, rules[earlier_id], rule_id, later)


def move_switch(session: Session, rule_id: int, first_day: date | None) -> None:
    """Let a rule take over from another day on: the one before it ends the day before.

    Raises NotFound, FieldErrors under ``first_day`` where one of the two would have no day left.
    """
    switch = switch_before(session, rule_id)
    if first_day is None:
        raise FieldErrors({"first_day": "Nhập ngày đầu tiên của quy định sau."})
    if problem := switch.problem(first_day):
        raise FieldErrors({"first_day": problem})
    fetch(session, LegalRule, switch.later_id).valid_from = first_day
    fetch(session, LegalRule, switch.earlier_id).valid_to = first_day - timedelta(days=1)


def _disabled(session: Session, day: date) -> CalendarDay | None:
    """Return what stands in the calendar on that day without counting."""
    entries = select(CalendarDay).where(
        CalendarDay.day == day, CalendarDay.deleted_at.is_(None), CalendarDay.is_enabled.is_(False)
    )
    return session.scalars(entries).first()
