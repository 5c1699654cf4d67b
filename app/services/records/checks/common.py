"""What every check is made of, and the checks that several kinds share.

A check looks at the whole record as it would be saved and returns a sentence for each wrong field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.rules.dates import date_text

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
# A clock that is a little off, or an event noted the evening before, is no mistake.
_SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Subject:
    """A record about to be saved. ``id`` is None for a new one."""

    session: Session
    kind: str
    id: int | None
    values: Mapping[str, Any]
    now: datetime


Errors = dict[str, str]
Check = Callable[[Subject], Errors]


def not_before(later: str, earlier: str, sentence: str) -> Check:
    """Make a check that one time is not before another, where both are known."""

    def run(subject: Subject) -> Errors:
        start, end = subject.values.get(earlier), subject.values.get(later)
        return {later: sentence} if start and end and end < start else {}

    return run


def not_in_future(*fields: str) -> Check:
    """Make a check against a mistyped year: what is noted has happened."""

    def run(subject: Subject) -> Errors:
        latest = subject.now + _SLACK
        return {
            name: f"Thời điểm này còn ở tương lai (hôm nay là {date_text(subject.now)}); "
            "kiểm tra lại ngày, tháng, năm."
            for name in fields
            if (value := subject.values.get(name)) is not None
            and value > (latest if isinstance(value, datetime) else latest.date())
        }

    return run


def email(subject: Subject) -> Errors:
    parts = re.split(r"[,;]\s*|\s+", subject.values.get("email") or "")
    if all(_EMAIL.fullmatch(part) for part in parts if part):
        return {}
    return {"email": "Địa chỉ email có dạng ten@coquan.vn; nhiều địa chỉ cách nhau dấu chấm phẩy."}


def confirmed_with(original: str) -> Check:
    """Make a check that a text is confirmed by a person on a day, or not at all."""
    sentences = {
        "confirmed_by": f"Nhập tên người đã đối chiếu với {original}.",
        "confirmed_on": f"Nhập ngày đã đối chiếu với {original}.",
    }

    def run(subject: Subject) -> Errors:
        if not subject.values.get("confirmed"):
            return {}
        return {name: text for name, text in sentences.items() if not subject.values.get(name)}

    return run


CONFIRMED = confirmed_with("văn bản gốc")
PERIOD_SENTENCE = "“Đến ngày” phải từ “Từ ngày” trở đi."
PERIOD = not_before("valid_to", "valid_from", PERIOD_SENTENCE)
