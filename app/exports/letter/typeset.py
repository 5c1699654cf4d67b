"""Words into lines: what must not be parted, greedy breaking, balanced headings.

Widths are in points. A line keeps ordinary spaces; a justified line gets its extra width by word
spacing, which stretches the spaces inside an unbreakable pair too, so no rivers appear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from app.exports.letter.fonts import Face, Family

_EPSILON = 1e-6
_SPACE = 0.25  # the width of a space in ems, in every face of the three families


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


class _Unit(NamedTuple):
    """What a line takes or leaves as a whole: a word, or words that must not be parted."""

    face: Face
    text: str
    width: float  # in ems


# What must not be parted ------------------------------------------------------------------

_LABELS = "giờ ngày tháng năm quý số điều khoản điểm mục chương phần tiết tập kỳ thứ trang bảng"
_MEASURES = (
    "giờ phút giây ngày tháng năm quý tuần km m cm mm m2 m3 ha kg tấn lít đồng nghìn triệu "
    "tỷ tỉ % người lượt vụ việc bài bản trang lần"
)
_BEFORE_NUMBER = frozenset(_LABELS.split())
_BEFORE_NAME = frozenset(("ông", "bà", "chí"))
_AFTER_NUMBER = frozenset(_MEASURES.split())
_OPENING = "(“\"'[‘«"
_CLOSING = ")”\"']’».,;:!?…"
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
        return _ROMAN_OR_LETTER.fullmatch(right.rstrip(_CLOSING)) is not None
    if label in _BEFORE_NAME:
        return right[0].isupper()
    if label == "đồng":
        return right.rstrip(_CLOSING) == "chí"
    if left[-1].isdigit() and not left_is_bound:
        return right.rstrip(_CLOSING).lower() in _AFTER_NUMBER or right[0].isdigit()
    if right in ("–", "—", "-"):
        return True  # a dash ends a line, it does not begin one
    initial = right.rstrip(_CLOSING)
    return len(initial) == 1 and initial.isupper() and left[0].isupper()


# Breaking ---------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _units(family: Family, text: str, bold: bool, italic: bool) -> tuple[_Unit, ...]:
    face = family.face(bold, italic)
    return tuple(_Unit(face, unit, face.width(unit)) for unit in unbreakable(text))


def break_lines(
    family: Family,
    pieces: Sequence[tuple[str, Font]],
    width: float,
    first_indent: float = 0,
) -> list[Line]:
    """Break a paragraph into lines no wider than ``width``.

    ``pieces`` are parts of the text with their fonts (one size for the paragraph), joined by
    spaces; the first line is shorter by ``first_indent``.
    """
    size = pieces[0][1].size
    units = [u for text, font in pieces for u in _units(family, text, font.bold, font.italic)]
    limit, room = width / size, (width - first_indent) / size
    lines: list[Line] = []
    taken: list[_Unit] = []
    used = 0.0
    pending = list(reversed(units))
    while pending:
        unit = pending.pop()
        needed = used + unit.width + (_SPACE if taken else 0)
        if needed <= room + _EPSILON:
            taken.append(unit)
            used = needed
            continue
        start = used + _SPACE if taken else 0.0
        parts = _parted(unit, room - start, limit, bool(taken))
        if parts is not None:
            pending.extend(reversed(parts))
        elif taken:
            lines.append(_line(taken, used, size))
            taken, used, room = [], 0.0, limit
            pending.append(unit)
        else:
            taken, used = [unit], unit.width  # a single letter wider than the column
    lines.append(_line(taken, used, size))
    return lines


def _line(units: list[_Unit], width: float, size: float) -> Line:
    runs: list[tuple[Face, str]] = []
    for unit in units:
        if runs and runs[-1][0] is unit.face:
            runs[-1] = (unit.face, runs[-1][1] + " " + unit.text)
        elif runs:
            runs[-1] = (runs[-1][0], runs[-1][1] + " ")
            runs.append((unit.face, unit.text))
        else:
            runs.append((unit.face, unit.text))
    return Line(tuple(runs), width * size, sum(text.count(" ") for _, text in runs))


_LONG_WORD = 0.4  # of the line; Vietnamese words are short, this is an address or a symbol
_LOOSE_LINE = 0.75  # of the line; emptier than this, the spaces would gape
_BREAK_AFTER = "/.?&-_=:,;@"


def _parted(
    unit: _Unit, room: float, limit: float, after_others: bool
) -> tuple[_Unit, _Unit] | None:
    """Part a unit that does not fit into ``room``, or return None to begin a new line with it.

    A unit wider than a whole line must be parted; a long word only where the line before it
    would gape otherwise.
    """
    face, text, width = unit
    if width > limit + _EPSILON and " " in text:
        left, _, right = text.rpartition(" ")
        return _Unit(face, left, face.width(left)), _Unit(face, right, face.width(right))
    gaping = width > _LONG_WORD * limit and limit - room < _LOOSE_LINE * limit
    if " " in text or not (width > limit + _EPSILON or gaping):
        return None
    fitting = 0
    so_far = 0.0
    at_mark = 0
    for fitting, character in enumerate(text):
        so_far += face.width(character)
        if so_far > room + _EPSILON:
            break
        if character in _BREAK_AFTER and fitting >= 2:
            at_mark = fitting + 1
    cut = at_mark
    if not cut and not after_others:
        cut = max(fitting, 1)  # not even a mark to part it at, and the line is all its own
    if not 0 < cut < len(text):
        return None
    head, tail = text[:cut], text[cut:]
    return _Unit(face, head, face.width(head)), _Unit(face, tail, face.width(tail))


# Headings ---------------------------------------------------------------------------------

# A clerk breaks a heading by its sense: before one of these words, or after a mark.
_JOINING = "và về của cho trong tại theo do để với trên từ đối nhằm thuộc tỉnh phường xã đặc"
_CONNECTIVES = frozenset(_JOINING.split())
_AGAINST_SENSE = 0.06  # as bad as a line a quarter of the column shorter than its fellows


@lru_cache(maxsize=512)
def balanced_lines(family: Family, text: str, font: Font, width: float) -> list[Line]:
    """Break a centred heading into as few lines as ``width`` allows.

    The lines come out about equally long, and break by the sense where that costs little.
    """
    pieces = [(text, font)]
    lines = break_lines(family, pieces, width)
    units = _units(family, text, font.bold, font.italic)
    limit = width / font.size
    if len(lines) == 1 or any(unit.width > limit for unit in units):
        return lines
    ends = _even_breaks(units, limit, len(lines))
    broken = []
    for start, end in pairwise(ends):
        taken = list(units[start:end])
        length = sum(unit.width for unit in taken) + _SPACE * (len(taken) - 1)
        broken.append(_line(taken, length, font.size))
    return broken


def _even_breaks(units: Sequence[_Unit], limit: float, count: int) -> list[int]:
    """Return 0 and where each of ``count`` lines ends, at the least cost over all of them."""
    even = (sum(unit.width for unit in units) + _SPACE * (len(units) - count)) / count
    # best[n][end]: the least cost of the units before ``end`` in n lines, and the last one's start.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _start) in best[-1].items():
            length = -_SPACE
            for end in range(start + 1, len(units) + 1):
                length += _SPACE + units[end - 1].width
                if length > limit + _EPSILON:
                    break
                total = cost + ((even - length) / limit) ** 2 + _break_cost(units, end)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, start)
        best.append(reached)
    ends = [len(units)]
    for reached in reversed(best[1:]):
        ends.append(reached[ends[-1]][1])
    return ends[::-1]


def _break_cost(units: Sequence[_Unit], end: int) -> float:
    """Return what ending a line before unit ``end`` costs."""
    by_sense = (
        end == len(units)
        or units[end - 1].text[-1] in _CLOSING
        or units[end].text.partition(" ")[0].lower() in _CONNECTIVES
    )
    return 0.0 if by_sense else _AGAINST_SENSE
