"""The attendance list on A4: the headings stand over the lines of each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from app.exports.attendance.data import AttendanceList
from app.exports.letter.engine import SAMPLE
from app.exports.letter.presets import MM, PAGE_HEIGHT, PAGE_WIDTH
from app.exports.letter.typesetting.typeset import Font
from app.exports.paper import LEADING, Pen, pages_pdf

HEADINGS = ("STT", "Cơ quan, đơn vị", "Họ và tên", "Vai trò", "Ký tên")

_LEFT, _RIGHT = 20 * MM, PAGE_WIDTH - 15 * MM
_TOP, _BOTTOM = 18 * MM, PAGE_HEIGHT - 18 * MM
_SHARES = (0.07, 0.32, 0.25, 0.14, 0.22)
_EDGES = tuple(_LEFT + (_RIGHT - _LEFT) * share for share in accumulate((0.0, *_SHARES)))
_ROOM = 11 * MM  # to sign in
_PADDING = 1.5 * MM
_HEAD_WIDTH = 80 * MM
_OFFICE = Font(12, bold=True)
_SUPERIOR = Font(12)
_TITLE = Font(14, bold=True)
_TEXT = Font(13)
_HEADING = Font(12, bold=True)
_CELL = Font(12)

Cells = Sequence[str]


def attendance_pdf(facts: AttendanceList, *, sample: bool = False) -> bytes:
    """Return the list as a PDF, the same bytes for the same input. Raises FontMissing."""
    lines: list[Cells] = [line.cells(number) for number, line in enumerate(facts.lines, start=1)]
    first = len(lines) + 1
    lines += [(str(number), "", "", "", "") for number in range(first, first + facts.spare)]
    return pages_pdf(
        f"Danh sách ký: {facts.title}", (PAGE_WIDTH, PAGE_HEIGHT), _pages(facts, lines, sample)
    )


def _pages(facts: AttendanceList, lines: Sequence[Cells], sample: bool) -> Iterator[partial[None]]:
    """Yield a call that draws each page; a page takes from the lines what fits on it."""
    left = list(lines)
    number = 1
    while left:
        yield partial(_draw, facts, left, number, sample)
        number += 1


def _draw(facts: AttendanceList, left: list[Cells], number: int, sample: bool, pen: Pen) -> None:
    top = _TOP
    if sample:
        top = _centred(pen, SAMPLE, _OFFICE, top)
    if number == 1:
        top = _head(facts, pen, top)
    top = _line(pen, HEADINGS, _HEADING, top, least=0)
    top = _line(pen, left.pop(0), _CELL, top, least=_ROOM)  # whatever its height
    while left and top + _height(pen, left[0], _CELL, _ROOM) <= _BOTTOM:
        top = _line(pen, left.pop(0), _CELL, top, least=_ROOM)
    if not left:
        words = f"Danh sách có {len(facts.lines)} nơi được mời. Số đại biểu có mặt: ………"
        pen.write(pen.broken(words, _TEXT, _RIGHT - _LEFT), _TEXT, _LEFT, top + 3 * MM)


def _head(facts: AttendanceList, pen: Pen, top: float) -> float:
    axis = _LEFT + _HEAD_WIDTH / 2
    for words, font in ((facts.superior, _SUPERIOR), (facts.office, _OFFICE)):
        if words:
            lines = pen.broken(words.upper(), font, _HEAD_WIDTH)
            top = pen.write(lines, font, axis, top, centred=True)
    pen.rule(axis - 12 * MM, top + 1.5 * MM, 24 * MM)
    top = _centred(pen, f"DANH SÁCH {facts.people}", _TITLE, top + 8 * MM)
    top = _centred(pen, facts.title, _TITLE, top)
    for label, words in (("Thời gian", facts.when), ("Địa điểm", facts.place)):
        if words:
            top = _centred(pen, f"{label}: {words}", _TEXT, top)
    return top + 5 * MM


def _line(pen: Pen, cells: Cells, font: Font, top: float, least: float) -> float:
    """Draw the cells of one line between rules; return where it ends."""
    height = _height(pen, cells, font, least)
    for cell, start, end in zip(cells, _EDGES[:-1], _EDGES[1:], strict=True):
        lines = pen.broken(cell, font, end - start - 2 * _PADDING) if cell else []
        is_middle = font.bold or start == _LEFT
        x = (start + end) / 2 if is_middle else start + _PADDING
        room = height - len(lines) * font.size * LEADING
        pen.write(lines, font, x, top + room / 2 - font.size * 0.15, centred=is_middle)
    for y in (top, top + height):
        pen.rule(_LEFT, y, _RIGHT - _LEFT)
    for x in _EDGES:
        pen.upright(x, top, height)
    return top + height


def _height(pen: Pen, cells: Cells, font: Font, least: float) -> float:
    counts = (
        len(pen.broken(cell, font, end - start - 2 * _PADDING))
        for cell, start, end in zip(cells, _EDGES[:-1], _EDGES[1:], strict=True)
        if cell
    )
    return max(max(counts, default=0) * font.size * LEADING + 2 * _PADDING, least)


def _centred(pen: Pen, words: str, font: Font, top: float) -> float:
    lines = pen.broken(words, font, _RIGHT - _LEFT)
    return pen.write(lines, font, (_LEFT + _RIGHT) / 2, top, centred=True)
