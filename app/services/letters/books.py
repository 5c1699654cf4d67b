"""Number books inside a transaction: found, begun, moved on."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Letter, NumberBook
from app.rules.dates import date_text
from app.rules.numbering import ALL_TYPES, BookKey
from app.rules.vocabulary import DocumentType, Layout


def find_book(session: Session, key: BookKey) -> NumberBook | None:
    """Return a book that has begun."""
    return session.scalars(
        select(NumberBook).where(
            NumberBook.layout == key.layout.value,
            NumberBook.scope == key.scope,
            NumberBook.period == key.period,
        )
    ).one_or_none()


def open_book(session: Session, key: BookKey) -> NumberBook:
    """Return the book, begun now if need be."""
    book = find_book(session, key)
    if book is None:
        book = NumberBook(
            layout=key.layout.value,
            scope=key.scope,
            period=key.period,
            last_number=_carried_over(session, key),
        )
        session.add(book)
        session.flush()
    return book


def last_number(session: Session, key: BookKey) -> int:
    """Return the number the book stands at, also for one that has not begun."""
    book = find_book(session, key)
    return _carried_over(session, key) if book is None else book.last_number


def highest_used(session: Session, book: NumberBook) -> int:
    """Return the highest number that a letter of the book has; 0 for none."""
    return session.scalar(select(func.max(Letter.number)).where(Letter.book_id == book.id)) or 0


def holder(session: Session, book: NumberBook, number: int, suffix: str) -> Letter | None:
    """Return the letter, void or not, that has the number."""
    return session.scalars(
        select(Letter).where(
            Letter.book_id == book.id, Letter.number == number, Letter.number_suffix == suffix
        )
    ).one_or_none()


def book_title(key: BookKey, term_name: str | None = None) -> str:
    """Return "Sổ chung năm 2026", "Công văn, năm 2026", "Công văn, Nhiệm kỳ 2025 - 2030"."""
    if key.layout is Layout.PARTY:
        period = term_name or f"từ {date_text(date.fromisoformat(key.period))}"
    else:
        period = f"năm {key.period}"
    if key.scope == ALL_TYPES:
        return f"Sổ chung {period}"
    return f"{DocumentType(key.scope).label}, {period}"


def _carried_over(session: Session, key: BookKey) -> int:
    """Return where a new book goes on when the office changed its way of numbering in mid-period.

    One register split into one per type, or the other way round, must not print a number again.
    """
    same_period = (
        select(func.max(Letter.number))
        .join(Letter.book)
        .where(NumberBook.layout == key.layout.value, NumberBook.period == key.period)
    )
    if key.scope != ALL_TYPES:
        same_period = same_period.where(Letter.document_type == key.scope)
    return session.scalar(same_period) or 0
