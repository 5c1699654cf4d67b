"""How high a row must be so that wrapped text shows whole.

Excel and LibreOffice fit a row's height only when someone edits it, so a written sheet has to
bring its heights along. Widths are those of Times New Roman, which its metric-compatible kin share.
"""

from __future__ import annotations

import math
from functools import lru_cache

from app.text import fold

FONT = "Times New Roman"

# Width in thousandths of the font size -> the letters that have it; marks do not change it.
_WIDTHS = {
    c: width
    for width, letters in {
        200: "'|",
        260: " ,.",
        278: "/:;ijlt",
        333: "!()-[]`fr",
        389: "s",
        444: "?acez\"^",
        500: "#$*0123456789_bdghknopquvxy{}~",
        564: "+<=>",
        722: "w",
        778: "m&",
        833: "%",
        1000: "@—…",
    }.items()
    for c in letters
}  # fmt: skip
_CAPITAL = 700
_BOLD = 1.07
# One character of column width is a digit of the default font, 7 pixels of 96 to the inch, and
# 5 pixels of a column are its padding. LibreOffice has its columns a little wider and its lines
# a little lower; what fits in Excel fits there.
_PIXELS_PER_CHARACTER = 7
_PADDING = 5
_PIXELS_PER_POINT = 96 / 72
_LINE = 15 / 11
_ROW_PADDING = 2.0


def line_height(size: float) -> float:
    """Return the height of one line in points."""
    return size * _LINE


def row_height(lines: int, size: float) -> float:
    """Return the height in points of a row whose tallest cell has that many lines."""
    return round(max(lines, 1) * line_height(size) + _ROW_PADDING, 1)


def count_lines(text: str, width: float, size: float, bold: bool = False) -> int:
    """Return how many lines ``text`` takes in a column ``width`` characters wide."""
    room: float = width * _PIXELS_PER_CHARACTER - _PADDING
    room *= 1000 / (size * _PIXELS_PER_POINT * (_BOLD if bold else 1))
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    lines, filled = 1, 0.0
    for word in line.split(" "):
        width = _word_width(word)
        if filled and filled + width <= room:
            filled += width + 260
        elif width <= room:
            lines += filled > 0
            filled = width + 260
        else:  # A word longer than the line, a web address mostly, is broken anywhere.
            lines += filled > 0
            more = math.ceil(width / room) - 1
            lines += more
            filled = width - more * room + 260
    return lines


@lru_cache(maxsize=20_000)
def _word_width(word: str) -> float:
    width = 0
    for character in word:
        if character.isupper():
            width += _CAPITAL
        else:
            width += _WIDTHS.get(character) or _WIDTHS.get(fold(character)[:1], 556)
    return width
