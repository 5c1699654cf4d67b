"""A justified paragraph: in as few lines as can be, its spaces about equally wide.

Lines filled one after the other leave one loose line before a long unbreakable pair and a single
word on the last line. Where that happens, the breaks of the whole paragraph are chosen together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from app.exports.letter.typesetting.fonts import Family
from app.exports.letter.typesetting.typeset import (
    EPSILON,
    SPACE,
    Font,
    Line,
    Unit,
    filled,
    line_of,
    units_of,
)

_LOOSE = 0.15  # ems that a space may grow before the paragraph is thought over
_SHORT_END = 3.0  # ems: a last line no longer than this is a single short word
_SHORT_END_COST = 0.06  # as bad as a line whose spaces grow by a quarter of an em


def justified_lines(
    family: Family, pieces: Sequence[tuple[str, Font]], width: float, first_indent: float
) -> list[Line]:
    """Break a paragraph to be justified; the first line is shorter by ``first_indent``.

    ``pieces`` are parts of the text with their fonts (one size for the paragraph), joined by
    spaces.
    """
    size = pieces[0][1].size
    units = [u for text, font in pieces for u in units_of(family, text, font.bold, font.italic)]
    room, limit = (width - first_indent) / size, width / size
    lines = filled(units, room, limit)
    if len(lines) > 1 and sum(map(len, lines)) == len(units):  # no word had to be parted
        paragraph = _Paragraph(units, [room] + [limit] * (len(lines) - 1))
        ends = list(accumulate(map(len, lines), initial=0))
        if paragraph.worst(ends) > _LOOSE**2:
            ends = paragraph.best_ends(ends)
        lines = [units[start:end] for start, end in pairwise(ends)]
    return [line_of(taken, size) for taken in lines]


class _Paragraph:
    """Units, the room of each of their lines, and what a line of them costs."""

    def __init__(self, units: Sequence[Unit], rooms: Sequence[float]) -> None:
        self._rooms = rooms
        self._reach = list(accumulate((unit.width + SPACE for unit in units), initial=0.0))
        self._spaces = list(accumulate((unit.text.count(" ") + 1 for unit in units), initial=0))

    def worst(self, ends: Sequence[int]) -> float:
        return max(self._cost(n, *pair) for n, pair in enumerate(pairwise(ends)))

    def best_ends(self, filled_ends: Sequence[int]) -> list[int]:
        """Return 0 and where each line ends, at the least cost over all lines.

        A line can end no later than when all before it are full, and no earlier than all after
        it can still hold the rest.
        """
        earliest = [filled_ends[-1]]
        for n in range(len(self._rooms) - 1, 0, -1):
            start = earliest[-1]
            while start > n and self._slack(n, start - 1, earliest[-1]) >= -EPSILON:
                start -= 1
            earliest.append(start)
        best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
        for n, (low, high) in enumerate(zip(reversed(earliest), filled_ends[1:], strict=True)):
            reached: dict[int, tuple[float, int]] = {}
            for end in range(low, high + 1):
                reached[end] = min(
                    (cost + self._cost(n, start, end), start)
                    for start, (cost, _before) in best[-1].items()
                    if start < end and self._slack(n, start, end) >= -EPSILON
                )
            best.append(reached)
        ends = [filled_ends[-1]]
        for reached in reversed(best[1:]):
            ends.append(reached[ends[-1]][1])
        return ends[::-1]

    def _slack(self, n: int, start: int, end: int) -> float:
        return self._rooms[n] - (self._reach[end] - self._reach[start] - SPACE)

    def _cost(self, n: int, start: int, end: int) -> float:
        """Return the square of how far the line's spaces are stretched, in ems."""
        slack = self._slack(n, start, end)
        if n == len(self._rooms) - 1:
            return _SHORT_END_COST if self._rooms[n] - slack < _SHORT_END else 0.0
        spaces = self._spaces[end] - self._spaces[start] - 1
        return (slack / spaces) ** 2 if spaces else slack**2
