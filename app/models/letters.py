"""Outgoing letters: drafts, issued ones with their frozen files, void ones that keep the number."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Record, list_index
from app.models.office import NumberBook
from app.rules.numbering import format_number, letter_reference
from app.rules.vocabulary import Layout


class Letter(Record):
    """A letter. ``content`` holds the parts of LetterData that have no column of their own.

    ``number`` is the number's integer part and ``number_suffix`` what a clerk may add ("15a");
    the number is None until the letter is issued, and stays when it is void. ``source_kind`` and
    ``source_id`` name the record the letter was made from ("correction_request", 7), ``purpose``
    which of the letters about such a record it is ("enquiry_answer"; a request has but one kind),
    ``batch_id`` the letters that were made together with it.
    """

    __tablename__ = "letters"
    sort_keys: ClassVar[dict[str, str]] = {"subject": "subject_key"}
    # Never twice, whatever else goes wrong: the database itself refuses a number taken before.
    __table_args__ = (
        UniqueConstraint("book_id", "number", "number_suffix"),
        list_index("letter_date"),
        list_index("state", "letter_date"),
        list_index("document_type", "letter_date"),
        Index(None, "source_kind", "source_id"),
        Index(None, "batch_id"),
    )

    layout: Mapped[str]
    document_type: Mapped[str]
    state: Mapped[str]
    symbol: Mapped[str]
    subject: Mapped[str]
    subject_key: Mapped[str]
    letter_date: Mapped[date | None]
    book_id: Mapped[int | None] = mapped_column(ForeignKey("number_books.id"))
    number: Mapped[int | None]
    # Empty, not NULL: to a unique constraint no NULL equals another.
    number_suffix: Mapped[str] = mapped_column(default="")
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    source_kind: Mapped[str | None]
    source_id: Mapped[int | None]
    signed_on: Mapped[date | None]
    issued_at: Mapped[datetime | None]
    voided_at: Mapped[datetime | None]
    void_reason: Mapped[str | None]
    # Columns that came later stand where a migration puts them: at the end.
    purpose: Mapped[str | None] = mapped_column(sort_order=1)
    batch_id: Mapped[int | None] = mapped_column(sort_order=1)
    # When who signed or issued it last said that it holds no state secret.
    secrecy_confirmed_at: Mapped[datetime | None] = mapped_column(sort_order=1)

    book: Mapped[NumberBook | None] = relationship()
    addresses: Mapped[list[LetterAddress]] = relationship(
        order_by="LetterAddress.position", cascade="all, delete-orphan"
    )

    @property
    def reference(self) -> str | None:
        """The number as people quote it: "144-CV/TU", "12/SVHTT-QLBC"; None before issue."""
        if self.number is None:
            return None
        number = format_number(self.number, self.number_suffix)
        return letter_reference(Layout(self.layout), number, self.symbol)


class LetterBatch(Base):
    """Letters of one purpose that were made together, to be signed, issued and printed as one."""

    __tablename__ = "letter_batches"

    id: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    made_at: Mapped[datetime]


class LetterAddress(Base):
    """To whom a letter goes and where, as an envelope says it."""

    __tablename__ = "letter_addresses"

    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    address: Mapped[str]


class LetterFile(Base):
    """What was issued, byte for byte, with the data it was set from; never changed."""

    __tablename__ = "letter_files"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"), primary_key=True)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
