"""The word that must be given before a letter or a statement leaves: it holds no state secret."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from app.errors import FieldErrors

# The name under which the missing word is told: the box in the dialog bears it.
FIELD = "secrecy_confirmed"
WORDS = "Tôi xác nhận nội dung không chứa bí mật nhà nước"


class Confirmable(Protocol):
    """What leaves the office; when that was confirmed last is stored with it."""

    secrecy_confirmed_at: datetime | None


def confirm(leaving: Confirmable, now: datetime, *, confirmed: bool) -> None:
    """Store the word and its time with what leaves. Raises FieldErrors where it was not given."""
    if not confirmed:
        raise FieldErrors(
            {FIELD: f"Đọc lại nội dung rồi đánh dấu “{WORDS}”; chưa xác nhận thì chưa làm được."}
        )
    leaving.secrecy_confirmed_at = now
