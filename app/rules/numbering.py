"""Outgoing numbers: which book a letter belongs to, and how a number is read and written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.rules.dates import date_text
from app.rules.vocabulary import DocumentType, Layout, NumberingMode
from app.text import tidy

# The scope of the one book of an office that keeps a single register.
ALL_TYPES = "all"

# How a document type begins its symbol (Decree 30/2020, Annex III; guidance 36-HD/VPTW).
_CODES = {
    DocumentType.DECISION: "QĐ",
    DocumentType.NOTICE: "TB",
    DocumentType.REPORT: "BC",
    DocumentType.INVITATION: "GM",
    DocumentType.AUTHORISATION: "GUQ",
    DocumentType.PLAN: "KH",
    DocumentType.MINUTES: "BB",
    DocumentType.COMMUNIQUE: "TC",
}

_LARGEST = 999_999
_NUMBER = re.compile(r"([0-9]+)\s*([a-zđ]{0,3})")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the Party committee: its numbers start anew on ``starts_on``."""

    name: str
    starts_on: date


@dataclass(frozen=True, slots=True)
class BookKey:
    """One run of numbers.

    ``scope`` is a document type or ALL_TYPES; ``period`` the year ("2026") or the first day of the
    term ("2025-10-03").
    """

    layout: Layout
    scope: str
    period: str


def book_key(
    layout: Layout,
    document_type: DocumentType,
    letter_date: date,
    mode: NumberingMode,
    terms: Iterable[Term],
) -> BookKey:
    """Return the book that a letter of that day takes its number from.

    A State book runs through a calendar year (Decree 30/2020, art. 15); a Party book through a
    term and always holds one document type. Raises ValueError, in Vietnamese, for a Party letter
    dated before the first known term.
    """
    if layout is Layout.STATE:
        scope = ALL_TYPES if mode is NumberingMode.ONE_BOOK else document_type.value
        return BookKey(layout, scope, str(letter_date.year))
    term = term_on(terms, letter_date)
    if term is None:
        raise ValueError(
            f"Ngày {date_text(letter_date)} chưa thuộc nhiệm kỳ nào;"
            " nhập nhiệm kỳ trong Hồ sơ cơ quan để có sổ đánh số."
        )
    return BookKey(layout, document_type.value, term.starts_on.isoformat())


def term_on(terms: Iterable[Term], day: date) -> Term | None:
    """Return the term that ``day`` falls in: the last to begin on or before it."""
    begun = [term for term in terms if term.starts_on <= day]
    return max(begun, key=lambda term: term.starts_on, default=None)


def parse_number(text: str) -> tuple[int, str]:
    """Read a typed number: "15" and "015" give (15, ""), "15a" and "15 A" give (15, "a").

    Raises ValueError with a Vietnamese sentence for anything that is no number of a letter.
    """
    typed = tidy(text).lower()
    if not typed:
        raise ValueError("Nhập số văn bản.")
    match = _NUMBER.fullmatch(typed)
    if match is None:
        raise ValueError(
            f"“{tidy(text)}” không phải số văn bản; chỉ nhập phần số, ví dụ 15 hoặc 15a."
        )
    number = int(match[1]) if len(match[1]) <= 9 else _LARGEST + 1
    if number == 0:
        raise ValueError("Số văn bản bắt đầu từ 1.")
    if number > _LARGEST:
        raise ValueError("Số văn bản quá lớn; kiểm tra lại.")
    return number, match[2]


def format_number(number: int, suffix: str = "") -> str:
    """Return the number as printed, with a zero before a single digit: "07", "15a"."""
    return f"{number:02d}{suffix}"


def letter_reference(layout: Layout, number_text: str, symbol: str) -> str:
    """Return a letter's number as people quote it: "05/SXD-VP", "144-CV/TU"."""
    joiner = "-" if layout is Layout.PARTY else "/"
    return f"{number_text}{joiner}{symbol}"


def document_symbol(layout: Layout, document_type: DocumentType, letter_symbol: str) -> str:
    """Return a document type's symbol, made of that of the office's official letters.

    State: "SVHTT-QLBC" names body and unit, and a notice is "TB-SVHTT". Party: "CV/TU" becomes
    "TB/TU".
    """
    if document_type is DocumentType.OFFICIAL_LETTER or not letter_symbol:
        return letter_symbol
    if layout is Layout.PARTY:
        _, slash, body = letter_symbol.partition("/")
        return f"{_CODES[document_type]}/{body if slash else letter_symbol}"
    return f"{_CODES[document_type]}-{letter_symbol.partition('-')[0]}"
