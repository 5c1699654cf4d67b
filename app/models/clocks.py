"""Legal clocks: the rules that set terms, and the days that are not what their weekday says."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Record, list_index


class LegalRule(Record):
    """A term set by law or by the office's own regulation; see app.rules.clocks.legal_rules.

    ``code`` is its name on the command line and in logs; it never changes and is never given
    again. ``value`` is empty where the text in force names no number, or could not be read.
    """

    __tablename__ = "legal_rules"
    __table_args__ = (
        UniqueConstraint("code"),
        Index("ix_legal_rules_duty_valid_from", "duty", "valid_from"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"title": "title_key", "basis": "basis_key"}

    code: Mapped[str]
    duty: Mapped[str]
    title: Mapped[str]
    title_key: Mapped[str]
    value: Mapped[int | None] = mapped_column(Integer)
    unit: Mapped[str]
    at_once: Mapped[str | None]
    starts_from: Mapped[str]
    binds: Mapped[str]
    is_own_regulation: Mapped[bool]
    basis: Mapped[str]
    basis_key: Mapped[str]
    look_up_in: Mapped[str | None]
    source: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    confirmed: Mapped[bool]
    confirmed_by: Mapped[str | None]
    confirmed_on: Mapped[date | None]
    # The text in the library that sets the term, or the first of several.
    document_id: Mapped[int | None] = mapped_column(ForeignKey("legal_documents.id"), sort_order=1)


class CalendarDay(Record):
    """A day off, or a weekend day that is worked; one that is not enabled does not count."""

    __tablename__ = "calendar_days"
    __table_args__ = (list_index("day"),)
    sort_keys: ClassVar[dict[str, str]] = {"name": "name_key"}

    day: Mapped[date]
    name: Mapped[str]
    name_key: Mapped[str]
    kind: Mapped[str]
    is_enabled: Mapped[bool]
    source: Mapped[str | None]
    confirmed: Mapped[bool]
    confirmed_by: Mapped[str | None]
    confirmed_on: Mapped[date | None]
