"""A deadline in one sentence."""

from __future__ import annotations

from datetime import datetime

from app.rules.clocks.words import end_words
from app.services.deadlines.data import DeadlineView


def standing_text(view: DeadlineView, now: datetime) -> str:
    """Return how it stands and when it is due, with the original moment where it was put off."""
    words = view.words(now)
    if view.due_at is not None:
        words += f" (hạn {end_words(view.due_at)})"
    if view.extended_to is not None and view.original_due_at is not None:
        words += f"; đã gia hạn, hạn ban đầu {end_words(view.original_due_at)}"
    return words if view.is_confirmed or not view.rule_code else f"{words}; chưa kiểm chứng"
