"""Words into lines: what must not be parted, and lines as full as they can be.

Widths are in points. A line keeps ordinary spaces; a justified line gets its extra width by word
spacing, which stretches the spaces inside an unbreakable pair too, so no rivers appear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.exports.letter.typesetting.fonts import Face, Family

EPSILON = 1e-6
SPACE = 0.25  # the width of a space in ems, in every face of the three families


@dataclass(frozen=True, slots=True)
class Font:
    """A size in points and the face of the family."""

    size: float
    bold: bool = False
    italic: bool = False


class Line(NamedTuple):
    """One set line: runs of text by face, its natural width and the number of its spaces."""

    runs: tuple[tuple[Face, str], ...]
    width: float
    spaces: int


class Unit(NamedTuple):
    """What a line takes or leaves as a whole: a word, or words that must not be parted."""

    face: Face
    text: str
    width: float  # in ems


# What must not be parted ------------------------------------------------------------------

_LABELS = (
    "giờ ngày tháng năm quý số điều khoản điểm mục chương phần tiết tập kỳ thứ trang bảng "
    "đoạn khóa cấp đợt nhóm hạng"
)
_MEASURES = (
    "giờ phút giây ngày tháng năm quý tuần km m cm mm m2 m3 ha kg g mg tấn lít ml °c kw kwh mw "
    "đồng nghìn triệu tỷ tỉ % người lượt vụ việc bài bản trang lần"
)
_RAISED = str.maketrans("²³", "23")
_SIGNS = frozenset("=<>≤≥×")
_BEFORE_NUMBER = frozenset(_LABELS.split())
_BEFORE_NAME = frozenset(("ông", "bà", "chí"))
_AFTER_NUMBER = frozenset(_MEASURES.split())
_OPENING = "(“\"'[‘«"
CLOSING = ")”\"']’».,;:!?…"
_ROMAN_OR_LETTER = re.compile(r"[IVXLC]+|[a-zđ]|\d.*")


@lru_cache(maxsize=4096)
def unbreakable(text: str) -> tuple[str, ...]:
    """Part ``text`` at its spaces, leaving whole what a reader must find on one line.

    Those are pairs only ("ngày 06", "Điều 42", "ông Trần", "12 cm"): a whole date kept together
    would leave holes in the line before it.
    """
    units: list[str] = []
    last, last_is_bound = "", False
    for word in text.split():
        binds = bool(units) and _binds(last, last_is_bound, word)
        if binds:
            units[-1] += " " + word
        else:
            units.append(word)
        last, last_is_bound = word, binds
    return tuple(units)


def _binds(left: str, left_is_bound: bool, right: str) -> bool:
    label = left.lstrip(_OPENING).lower()
    if label in _BEFORE_NUMBER:
        return _ROMAN_OR_LETTER.fullmatch(right.rstrip(CLOSING)) is not None
    if label in _BEFORE_NAME:
        return right[0].isupper()
    if label == "đồng":
        return right.rstrip(CLOSING) == "chí"
    if left in _SIGNS or right in _SIGNS:
        return True
    if left in ("nghìn", "triệu", "tỷ", "tỉ"):
        return right.rstrip(CLOSING) == "đồng"
    if left[-1].isdigit() and not left_is_bound:
        measure = right.rstrip(CLOSING).lower().partition("/")[0].translate(_RAISED)
        return measure in _AFTER_NUMBER or right[0].isdigit()
    if right in ("–", "—", "-"):
        return True  # a dash ends a line, it does not begin one
    initial = right.rstrip(CLOSING)
    return len(initial) == 1 and initial.isupper() and left[0].isupper()


# Breaking ---------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def units_of(family: Family, text: str, bold: bool, italic: bool) -> tuple[Unit, ...]:
    face = family.face(bold, italic)
    return tuple(Unit(face, unit, face.width(unit)) for unit in unbreakable(text))


def break_lines(
    family: Family,
    pieces: Sequence[tuple[str, Font]],
    width: float,
    *,
    whole_words: bool = False,
) -> list[Line]:
    """Break a paragraph into lines as full as they can be, no wider than ``width``.

    ``pieces`` are parts of the text with their fonts (one size for the paragraph), joined by
    spaces. ``whole_words`` parts only a word that is wider than a line: in a narrow column a date
    or a symbol is a long word already.
    """
    size = pieces[0][1].size
    units = [u for text, font in pieces for u in units_of(family, text, font.bold, font.italic)]
    room = width / size
    return [line_of(taken, size) for taken in filled(units, room, room, whole_words=whole_words)]


def filled(
    units: Sequence[Unit], room: float, limit: float, *, whole_words: bool = False
) -> list[list[Unit]]:
    """Share the units out to lines, each as full as it can be; in ems.

    The first line has ``room``, the others ``limit``. A unit is parted only when it must be.
    """
    lines: list[list[Unit]] = []
    taken: list[Unit] = []
    used = 0.0
    pending = list(reversed(units))
    while pending:
        unit = pending.pop()
        needed = used + unit.width + (SPACE if taken else 0)
        if needed <= room + EPSILON:
            taken.append(unit)
            used = needed
            continue
        start = used + SPACE if taken else 0.0
        is_kept = whole_words and unit.width <= limit + EPSILON
        parts = None if is_kept else _parted(unit, room - start, limit, bool(taken))
        if parts is not None:
            pending.extend(reversed(parts))
        elif taken:
            lines.append(taken)
            taken, used, room = [], 0.0, limit
            pending.append(unit)
        else:
            taken, used = [unit], unit.width  # a single letter wider than the column
    lines.append(taken)
    return lines


def line_of(units: Sequence[Unit], size: float) -> Line:
    """Return the units as one line, a space between each two."""
    runs: list[tuple[Face, str]] = []
    for unit in units:
        if runs and runs[-1][0] is unit.face:
            runs[-1] = (unit.face, runs[-1][1] + " " + unit.text)
        elif runs:
            runs[-1] = (runs[-1][0], runs[-1][1] + " ")
            runs.append((unit.face, unit.text))
        else:
            runs.append((unit.face, unit.text))
    width = sum(unit.width for unit in units) + SPACE * (len(units) - 1)
    return Line(tuple(runs), width * size, sum(text.count(" ") for _, text in runs))


_LONG_WORD = 0.4  # of the line; Vietnamese words are short, this is an address or a symbol
_LOOSE_LINE = 0.75  # of the line; emptier than this, the spaces would gape
_BREAK_AFTER = "/.?&-_=:,;@"


def _parted(unit: Unit, room: float, limit: float, after_others: bool) -> tuple[Unit, Unit] | None:
    """Part a unit that does not fit into ``room``, or return None to begin a new line with it.

    A unit wider than a whole line must be parted; a long word only where the line before it
    would gape otherwise.
    """
    face, text, width = unit
    if width > limit + EPSILON and " " in text:
        left, _, right = text.rpartition(" ")
        return Unit(face, left, face.width(left)), Unit(face, right, face.width(right))
    gaping = width > _LONG_WORD * limit and limit - room < _LOOSE_LINE * limit
    if " " in text or not (width > limit + EPSILON or gaping):
        return None
    fitting = 0
    so_far = 0.0
    at_mark = 0
    for fitting, character in enumerate(text):
        so_far += face.width(character)
        if so_far > room + EPSILON:
            break
        if character in _BREAK_AFTER and fitting >= 2:
            at_mark = fitting + 1
    cut = at_mark
    if not cut and not after_others:
        cut = max(fitting, 1)  # not even a mark to part it at, and the line is all its own
    if not 0 < cut < len(text):
        return None
    head, tail = text[:cut], text[cut:]
    return Unit(face, head, face.width(head)), Unit(face, tail, face.width(tail))
