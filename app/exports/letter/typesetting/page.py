"""Rows onto pages: where pages may end, and the drawing itself.

A row is what stands side by side at one height. Its parts are placed from the row's top, downwards,
in points; only ``draw`` knows that a PDF page counts from the bottom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from app.exports.letter.presets import BOTTOM, PAGE_HEIGHT, RULE_WEIGHT, TOP
from app.exports.letter.typesetting.typeset import Font, Line

_EPSILON = 1e-6
_ASCENT = 0.891  # of the size; the ascender and descender of Times New Roman and its equals
_DESCENT = 0.216
STAMP_RED = (0.8, 0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    """A set line at ``x``, its baseline ``baseline`` below the top of its row."""

    x: float
    baseline: float
    size: float
    line: Line
    word_space: float = 0
    colour: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line from ``x`` to ``end``, ``y`` below the top of its row."""

    x: float
    end: float
    y: float


@dataclass(frozen=True, slots=True)
class Upright:
    """A vertical line at ``x``, from ``y`` to ``end`` below the top of its row."""

    x: float
    y: float
    end: float


@dataclass(frozen=True, slots=True)
class Box:
    """A single red border, its top ``y`` below the top of its row."""

    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Row:
    """``gap`` is the room above, dropped at the head of a page; ``keep`` forbids a break after."""

    height: float
    gap: float = 0
    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    uprights: list[Upright] = field(default_factory=list)
    keep: bool = False


Page = list[tuple[float, Row]]


def baseline_in(leading: float, size: float) -> float:
    """Return how far below the top of a line of height ``leading`` its baseline stands."""
    return (leading - (_ASCENT + _DESCENT) * size) / 2 + _ASCENT * size


def set_text(line: Line, font: Font, x: float, baseline: float) -> Text:
    """Return ``line`` from ``x`` on, not stretched."""
    return Text(x, baseline, font.size, line)


def centred(line: Line, font: Font, start: float, end: float, baseline: float) -> Text:
    """Return ``line`` centred between ``start`` and ``end``."""
    return Text((start + end - line.width) / 2, baseline, font.size, line)


def paginate(rows: Sequence[Row]) -> list[Page]:
    """Put rows onto pages so that rows kept together share one, where one page can hold them."""
    pages: list[Page] = [[]]
    y = TOP
    for group in _groups(rows):
        height = sum(row.gap + row.height for row in group)
        whole = height - group[0].gap <= BOTTOM - TOP + _EPSILON
        if whole and pages[-1] and y + height > BOTTOM + _EPSILON:
            pages.append([])
        for row in group:
            if pages[-1] and y + row.gap + row.height > BOTTOM + _EPSILON:
                pages.append([])
            y = y + row.gap if pages[-1] else TOP
            pages[-1].append((y, row))
            y += row.height
    return pages


def _groups(rows: Sequence[Row]) -> Iterable[list[Row]]:
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if not row.keep:
            yield group
            group = []
    if group:
        yield group


def draw(canvas: Canvas, page: Page) -> None:
    """Draw one page of rows; text first, in the order of the rows, then rules and boxes."""
    writer = canvas.beginText()
    for top, row in page:
        for text in row.texts:
            draw_text(writer, text, top)
    canvas.drawText(writer)
    canvas.setLineWidth(RULE_WEIGHT)
    for top, row in page:
        for rule in row.rules:
            y = PAGE_HEIGHT - top - rule.y
            canvas.line(rule.x, y, rule.end, y)
        for upright in row.uprights:
            top_y, end_y = PAGE_HEIGHT - top - upright.y, PAGE_HEIGHT - top - upright.end
            canvas.line(upright.x, top_y, upright.x, end_y)
        for box in row.boxes:
            canvas.setStrokeColorRGB(*STAMP_RED)
            bottom = PAGE_HEIGHT - top - box.y - box.height
            canvas.rect(box.x, bottom, box.width, box.height)
            canvas.setStrokeColorRGB(0, 0, 0)


def draw_text(writer: PDFTextObject, text: Text, top: float) -> None:
    """Write one set line; the word space stretches its ordinary spaces."""
    writer.setTextOrigin(text.x, PAGE_HEIGHT - top - text.baseline)
    if text.colour is not None:
        writer.setFillColorRGB(*text.colour)
    writer.setWordSpace(text.word_space)
    for face, run in text.line.runs:
        writer.setFont(face.name, text.size)
        writer.textOut(run)
    if text.colour is not None:
        writer.setFillColorRGB(0, 0, 0)
