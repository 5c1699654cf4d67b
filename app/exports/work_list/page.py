"""One sheet of A4 with what is due: what does not fit is counted, never silently left out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.pdfgen.canvas import Canvas

from app.exports.letter.engine import LOCK, SAMPLE
from app.exports.letter.presets import BOTTOM, MM, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from app.exports.letter.typesetting.fonts import Family, load_family
from app.exports.letter.typesetting.page import Page, Row, Rule, Text, baseline_in, draw
from app.exports.letter.typesetting.typeset import (
    Font,
    Line,
    break_lines,
    line_of,
    unbreakable,
    units_of,
)
from app.exports.work_list.data import PaperGroup, PaperLine, WorkListPaper
from app.rules.clocks.words import moment_words

TITLE = "VIỆC HÔM NAY"

_LEFT = 20 * MM  # enough for holes, and more room for words than a letter has
_WIDTH = RIGHT - _LEFT
_GUTTER = 3 * MM
# What and whose, how it stands, the next step; as shares of the width.
_SHARES = (0.46, 0.27, 0.27)
_STARTS = tuple(_LEFT + _WIDTH * share for share in accumulate((0.0, *_SHARES[:-1])))
_SMALL = Font(10.5)
_HEADING = Font(11.5, bold=True)
_TITLE = Font(15, bold=True)
_ASIDE = Font(10.5, italic=True)
_LEADING = 1.2
_MOST_LINES = 4  # of one cell: a long title must not crowd the others out
_GAP = 2.0


@dataclass(frozen=True, slots=True)
class _Part:
    """A group as rows: its heading, a row for each line, and what it says when some are left."""

    group: PaperGroup
    heading: Row
    lines: list[Row]
    more: Row


def work_list_page(paper: WorkListPaper) -> bytes:
    """Return the list as a PDF of one page, the same bytes for the same input.

    Raises FontMissing where no font is usable. A character that the font lacks becomes "?".
    """
    with LOCK:
        family = load_family()
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            # Else Helvetica, which is not embedded; the stubs take the name for a number.
            initialFontName=family.faces[0].name,  # type: ignore[arg-type]
            invariant=1,
            pageCompression=1,
            lang="vi-VN",
        )
        canvas.setTitle(f"{TITLE}, {moment_words(paper.at)}")
        canvas.setCreator("Sổ Phát ngôn")
        draw(canvas, _page(_Setter(family), paper))
        canvas.showPage()
        canvas.save()
        return buffer.getvalue()


class _Setter:
    """Sets words in the family's faces."""

    def __init__(self, family: Family) -> None:
        self._family = family

    def row(self, text: str, font: Font, gap: float = 0) -> Row:
        """Set a text over the whole width."""
        return self._cells([(text, font)], (_LEFT,), (_WIDTH,), gap)

    def line(self, line: PaperLine) -> Row:
        what = f"{line.what}: {line.whose}" if line.whose else line.what
        cells = [(what, _SMALL), (line.due, _SMALL), (line.next_step, _SMALL)]
        widths = tuple(_WIDTH * share - _GUTTER for share in _SHARES)
        row = self._cells(cells, _STARTS, widths, _GAP)
        row.rules.append(Rule(_LEFT, RIGHT, row.height + _GAP / 2))
        return row

    def _cells(
        self,
        cells: Sequence[tuple[str, Font]],
        starts: Sequence[float],
        widths: Sequence[float],
        gap: float,
    ) -> Row:
        row = Row(0, gap)
        for (text, font), start, width in zip(cells, starts, widths, strict=True):
            leading = font.size * _LEADING
            lines = self._broken(text, font, width)
            for place, line in enumerate(lines):
                baseline = place * leading + baseline_in(leading, font.size)
                row.texts.append(Text(start, baseline, font.size, line))
            row.height = max(row.height, len(lines) * leading)
        return row

    def _broken(self, text: str, font: Font, width: float) -> list[Line]:
        """Break into few lines; what is left out is marked, and no date or number is cut."""
        words = self._family.legible(text)
        lines = break_lines(self._family, [(words, font)], width, whole_words=True)
        while len(lines) > _MOST_LINES:
            kept = " ".join(run for line in lines[:_MOST_LINES] for _face, run in line.runs)
            words = f"{_shorter(kept)}…"
            lines = break_lines(self._family, [(words, font)], width, whole_words=True)
        return lines

    def at_right(self, row: Row, text: str, font: Font) -> None:
        """Set a text at the right end of a row."""
        line = line_of(units_of(self._family, text, font.bold, font.italic), font.size)
        baseline = baseline_in(row.height, font.size)
        row.texts.append(Text(RIGHT - line.width, baseline, font.size, line))


def _shorter(words: str) -> str:
    """Return the words without their end; a number whose unit is gone would say something else."""
    units = list(unbreakable(words.rstrip(" …")))[:-1]
    while units and units[-1][-1].isdigit():
        units.pop()
    return " ".join(units)


def _page(setter: _Setter, paper: WorkListPaper) -> Page:
    head = [setter.row(TITLE, _TITLE), setter.row(f"Lúc {moment_words(paper.at)}", _SMALL)]
    if paper.is_sample:
        setter.at_right(head[0], SAMPLE, _TITLE)
    if paper.office:
        head.insert(0, setter.row(paper.office, _SMALL))
    if not paper.groups:
        head.append(setter.row("Không có việc nào đến hạn.", _SMALL, gap=10))
    foot = [setter.row(paper.note, _ASIDE, gap=8)] if paper.note else []
    parts = [_part(setter, group) for group in paper.groups]
    room = BOTTOM - TOP - sum(map(_height, [*head, *foot]))
    return _placed([*head, *_fitting(setter, parts, room), *foot])


def _part(setter: _Setter, group: PaperGroup) -> _Part:
    return _Part(
        group,
        setter.row(f"{group.title}: {group.total} việc", _HEADING, gap=8),
        [setter.line(line) for line in group.lines],
        setter.row("… và 000 việc nữa", _ASIDE, gap=_GAP),
    )


def _fitting(setter: _Setter, parts: Sequence[_Part], room: float) -> Iterator[Row]:
    """Yield the rows that fit, the most pressing first; every group keeps its heading at least."""
    least = [_height(part.heading) + _height(part.more) for part in parts]
    for place, part in enumerate(parts):
        room -= _height(part.heading)
        yield part.heading
        left = room - sum(least[place + 1 :])
        shown = _most(part, left)
        yield from part.lines[:shown]
        room -= sum(map(_height, part.lines[:shown]))
        missing = part.group.total - shown
        if missing:
            words = f"… và {missing} việc nữa, xem trong phần mềm"
            yield setter.row(words, _ASIDE, gap=_GAP)
            room -= _height(part.more)


def _most(part: _Part, room: float) -> int:
    """Return how many lines of a group fit, with the line that counts the others."""
    sums = list(accumulate(map(_height, part.lines), initial=0.0))
    if sums[-1] <= room and part.group.total == len(part.lines):
        return len(part.lines)
    room -= _height(part.more)
    return max((count for count, used in enumerate(sums) if used <= room), default=0)


def _placed(rows: Sequence[Row]) -> Page:
    page: Page = []
    top = TOP
    for row in rows:
        top += row.gap
        page.append((top, row))
        top += row.height
    return page


def _height(row: Row) -> float:
    return row.gap + row.height
