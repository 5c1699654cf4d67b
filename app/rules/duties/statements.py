"""Statements: their place in the series, the hash that freezes one, what differs between two."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import Enum, auto

from app.rules.vocabulary import SpeakerKind

_WITHOUT_RIGHT = " (không có quyền phát ngôn)"
# A word with the spaces before it, so that the pieces joined are the text again.
_WORD = re.compile(r"\s*\S+|\s+$")


def text_hash(text: str) -> str:
    """Return the SHA-256 of a statement's text, as it is shown and checked later."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def statement_times(
    typed: Iterable[datetime | None], given: Iterable[datetime]
) -> tuple[datetime | None, datetime | None]:
    """Return when an incident was first spoken about, and last where there was more than once.

    ``given`` are the times of the recorded statements; a time typed before them, or after, is of
    one that nobody recorded, and stays.
    """
    times = sorted({*filter(None, typed), *given})
    if not times:
        return None, None
    return times[0], times[-1] if len(times) > 1 else None


def spoken_by(speaker: str | None, kind: str) -> str:
    """Name who spoke, and that the person had no right to, as registers tell it."""
    return f"{speaker or ''}{_WITHOUT_RIGHT if kind == SpeakerKind.UNENTITLED else ''}"


class Difference(Enum):
    """What became of a piece of the earlier text."""

    SAME = auto()
    REMOVED = auto()
    ADDED = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that share one fate."""

    difference: Difference
    text: str


def word_differences(before: str, after: str) -> tuple[Piece, ...]:
    """Compare two texts word by word; what was removed stands in front of what replaced it."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    # Compared without the spaces: a line broken elsewhere is no other word.
    matcher = SequenceMatcher(
        None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False
    )
    return tuple(_pieces(matcher, old, new))


def _pieces(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Piece]:
    for _tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if _tag == "equal":
            yield Piece(Difference.SAME, "".join(new[new_start:new_end]))
            continue
        if old_end > old_start:
            yield Piece(Difference.REMOVED, "".join(old[old_start:old_end]))
        if new_end > new_start:
            yield Piece(Difference.ADDED, "".join(new[new_start:new_end]))


def difference_words(pieces: Iterable[Piece]) -> str:
    """Say in words how much differs: "Thêm 12 từ, bỏ 3 từ so với lần trước."."""
    count = dict.fromkeys(Difference, 0)
    for piece in pieces:
        count[piece.difference] += len(piece.text.split())
    added, removed = count[Difference.ADDED], count[Difference.REMOVED]
    if not added and not removed:
        return "Không khác lần trước chữ nào."
    parts = [f"thêm {added} từ"] if added else []
    parts += [f"bỏ {removed} từ"] if removed else []
    words = ", ".join(parts)
    return f"{words[0].upper()}{words[1:]} so với lần trước."
