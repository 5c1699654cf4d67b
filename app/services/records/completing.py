"""What a new record gets that no form asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import LegalRule, Record
from app.rules.clocks.legal_rules import id_stem
from app.rules.vocabulary import Bound, ClockDuty


def complete(session: Session, record: Record) -> None:
    """Give a new rule its code: readable, and never one that any rule has or had."""
    if not isinstance(record, LegalRule):
        return
    begins: date | None = record.valid_from
    stem = id_stem(ClockDuty(record.duty), Bound(record.binds), record.is_own_regulation, begins)
    with session.no_autoflush:
        taken = set(session.scalars(select(LegalRule.code)))
    record.code = next(code for code in _numbered(stem) if code not in taken)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    for number in count(2):
        yield f"{stem}-{number}"
