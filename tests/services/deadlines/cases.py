"""An office whose time can be set, and the words that the deadlines' tests ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.bootstrap import AppContext
from app.models import LegalRule
from app.rules.vocabulary import ClockDuty
from app.services.deadlines.data import DeadlineView
from app.services.requests.data import ReminderLine, RequestDraft


class Clock:
    """The office's clock, set by the test."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def moment(text: str) -> datetime:
    """Read "16:00 30/06/2026"."""
    return datetime.strptime(text, "%H:%M %d/%m/%Y")


def day(text: str) -> date:
    """Read "30/06/2026"."""
    return datetime.strptime(text, "%d/%m/%Y").date()


def one(ctx: AppContext, kind: str, record_id: int, duty: ClockDuty) -> DeadlineView:
    """Return the record's deadline of that duty; there is one."""
    (found,) = (view for view in ctx.deadlines.of(kind, record_id) if view.duty is duty)
    return found


def duties(ctx: AppContext, kind: str, record_id: int) -> list[ClockDuty]:
    return [view.duty for view in ctx.deadlines.of(kind, record_id)]


def change(ctx: AppContext, kind: str, record_id: int, /, **values: Any) -> None:
    """Save changed fields of a record, as a clerk does who has just opened it."""
    version = ctx.records.get(kind, record_id).version
    ctx.records.save(kind, values, record_id, version)


def rule_id(ctx: AppContext, code: str) -> int:
    with ctx.db.reading() as session:
        return session.query(LegalRule).filter_by(code=code).one().id


def change_rule(ctx: AppContext, code: str, **values: Any) -> None:
    change(ctx, "legal_rule", rule_id(ctx, code), **values)


def track(
    ctx: AppContext, request_id: int, *reminders: ReminderLine, **values: Any
) -> RequestDraft:
    """Save what became of a request."""
    draft = ctx.requests.open(request_id)
    assert draft.version is not None
    tracking = replace(draft.tracking, **values)
    return ctx.requests.save_tracking(
        request_id, draft.version, tracking, reminders or draft.reminders
    )
