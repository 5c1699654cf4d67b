"""A deadline in one sentence."""

from __future__ import annotations

from datetime import datetime

from app.rules.clocks.words import day_words, moment_words
from app.services.deadlines.data import DeadlineView


def standing_text(view: DeadlineView, now: datetime) -> str:
    """Return how it stands and when it is due, with the original moment where it was put off."""
    words = view.words(now)
    if view.due_at is not None:
        words += f" (hạn {_moment(view, view.due_at)})"
    if view.extended_to is not None and view.original_due_at is not None:
        words += f"; đã gia hạn, hạn ban đầu {_moment(view, view.original_due_at)}"
    return words if view.is_confirmed or not view.rule_code else f"{words}; chưa kiểm chứng"


def _moment(view: DeadlineView, moment: datetime) -> str:
    return moment_words(moment) if view.is_to_the_minute else day_words(moment)
