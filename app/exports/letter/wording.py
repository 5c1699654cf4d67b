"""The words and marks that the layout adds to the facts of a letter, as plain text.

The caller gives text without marks; marks given all the same are taken off, never doubled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.exports.letter.data import LetterData
from app.rules.dates import day_text
from app.rules.vocabulary import DocumentType, Layout
from app.text import tidy, upper_first

ROOM_FOR_NUMBER = " " * 12
ROOM_FOR_DAY = " " * 9
ROOM_FOR_YEAR = " " * 12

_LIST_MARK = re.compile(r"^[-–—+•*]\s+")
_ABOUT = re.compile(r"^(v/v|về việc)\s*:?\s+", re.IGNORECASE)
_FORMAT_CHARACTERS = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_END_MARK = re.compile(r"(?:\s*\./\.)+$")
_NO_BREAK_HYPHEN = str.maketrans({"\u2011": "-"})


def cleaned(data: LetterData) -> LetterData:
    """Return ``data`` in NFC, each text one line without invisible characters.

    A paragraph of several lines becomes several paragraphs; blank ones fall away.
    """
    changes: dict[str, Any] = {}
    for name in data.__slots__:
        value = getattr(data, name)
        if type(value) is str:
            changes[name] = _one_line(value)
        elif isinstance(value, tuple):
            lines = (line for text in value for line in text.splitlines())
            changes[name] = tuple(filter(None, map(_one_line, lines)))
    return replace(data, **changes)


def _one_line(text: str) -> str:
    return tidy(without_format_characters(text).translate(_NO_BREAK_HYPHEN))


def without_format_characters(text: str) -> str:
    """Return ``text`` without soft hyphens, zero-width characters and marks of direction."""
    return _FORMAT_CHARACTERS.sub("", text)


# Header -----------------------------------------------------------------------------------


def number_text(number: int | str | None) -> str:
    """Return the number as printed: "05", "15", "15a", or room to write it by hand.

    One digit gets a leading zero in both layouts (Decree 30/2020, Annex I, II.3).
    """
    if number is None:
        return ROOM_FOR_NUMBER
    return str(number).zfill(2)


def place_date_text(place: str, day: date | None) -> str:
    """Return "An Giang, ngày 05 tháng 02 năm 2026", or the same with room for the figures.

    Days below 10 and the months 1 and 2 get a leading zero (Decree 30/2020, Annex I, II.4).
    """
    if day is None:
        return f"{place}, ngày{ROOM_FOR_DAY}tháng{ROOM_FOR_DAY}năm{ROOM_FOR_YEAR}"
    return f"{place}, {day_text(day)}"


def letter_subject(subject: str, layout: Layout, party_prefix: str) -> str:
    """Return the subject of an official letter behind its prefix: "V/v …" in the State layout."""
    prefix = "V/v" if layout is Layout.STATE else party_prefix
    bare = _ABOUT.sub("", bare_item(subject))
    return upper_first(f"{prefix} {bare}".strip())


def document_subject(subject: str, document_type: DocumentType, layout: Layout) -> str:
    """Return the subject under the name of a document; a decision's begins with "Về việc"."""
    bare = bare_item(subject)
    if document_type is DocumentType.DECISION and not _ABOUT.match(bare):
        bare = f"về việc {bare}"
    return upper_first(bare) if layout is Layout.STATE else bare


# Lists and ends ---------------------------------------------------------------------------


def bare_item(text: str) -> str:
    """Return a line of a list without a dash before it and closing marks behind it."""
    return _without_end(_LIST_MARK.sub("", text), ";,.")


def listed(items: Sequence[str], separator: str, last: str) -> list[str]:
    """Return the items, each closed by ``separator`` and the last one by ``last``."""
    bare = [bare_item(item) for item in items]
    return [item + separator for item in bare[:-1]] + [item + last for item in bare[-1:]]


def unclosed(paragraph: str) -> str:
    """Return a paragraph that others follow, a full stop in place of its "./."."""
    return _END_MARK.sub(".", paragraph)


def closed(paragraph: str, closing: str) -> str:
    """Return the last paragraph with the layout's end: "./." (State) or "." (Party).

    A question mark, exclamation mark or ellipsis at the end stays in place of the full stop.
    """
    bare = _without_end(paragraph, ";,.:")
    if bare.endswith(("?", "!", "…", "...")):
        return bare + closing.removeprefix(".")
    return bare + closing


def _without_end(text: str, marks: str) -> str:
    """Return ``text`` without closing marks; an ellipsis of full stops stays as it is."""
    bare = _END_MARK.sub("", text.rstrip())
    if bare.endswith("..."):
        return bare
    return bare.rstrip(marks + " ")
