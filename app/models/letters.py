"""Outgoing letters: drafts, issued ones with their frozen files, void ones that keep the number."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Record
from app.models.office import NumberBook


class Letter(Record):
    """A letter. ``content`` holds the parts of LetterData that have no column of their own.

    ``number`` is the number's integer part and ``number_suffix`` what a clerk may add ("15a");
    both are empty until the letter is issued, and stay when it is void. ``source_kind`` and
    ``source_id`` name the record the letter was made from ("correction_request", 7).
    """

    __tablename__ = "letters"
    # Never twice, whatever else goes wrong: the database itself refuses a number taken before.
    __table_args__ = (UniqueConstraint("book_id", "number", "number_suffix"),)

    layout: Mapped[str]
    document_type: Mapped[str] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(index=True)
    symbol: Mapped[str]
    subject: Mapped[str]
    letter_date: Mapped[date | None] = mapped_column(index=True)
    book_id: Mapped[int | None] = mapped_column(ForeignKey("number_books.id"))
    number: Mapped[int | None]
    number_suffix: Mapped[str | None]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    source_kind: Mapped[str | None]
    source_id: Mapped[int | None] = mapped_column(index=True)
    signed_on: Mapped[date | None]
    issued_at: Mapped[datetime | None]
    voided_at: Mapped[datetime | None]
    void_reason: Mapped[str | None]

    book: Mapped[NumberBook | None] = relationship()


class LetterFile(Base):
    """What was issued, byte for byte, with the data it was set from; never changed."""

    __tablename__ = "letter_files"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"), primary_key=True)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
