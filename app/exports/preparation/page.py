"""One sheet of A4, whatever is on it: smaller type first, then the last questions are left out.

What is left out is counted on the page, never silently gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.exports.letter.engine import SAMPLE
from app.exports.letter.presets import BOTTOM, MM, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from app.exports.letter.typesetting.typeset import Font, Line
from app.exports.paper import LEADING, Pen, pages_pdf
from app.exports.preparation.data import Entry, PreparationPaper

TITLE = "PHIẾU CHUẨN BỊ PHÁT NGÔN"

_LEFT = 20 * MM  # enough for holes
_INDENT = 5 * MM
_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
# In the order in which they are cut where the smallest type does not do: what must not be said is
# the last to go.
_CUT = ("questions", "facts", "limits")
_SECTIONS = (
    ("facts", "1. Dữ kiện", "dữ kiện", "Chưa ghi dữ kiện nào."),
    ("limits", "2. Không nói", "điều không nói", "Chưa ghi."),
    ("questions", "3. Câu hỏi dự kiến và trả lời", "câu hỏi", "Chưa ghi câu hỏi nào."),
)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one font; ``gap`` is the room above them."""

    lines: list[Line]
    font: Font
    indent: float = 0.0
    gap: float = 0.0

    @property
    def height(self) -> float:
        return self.gap + len(self.lines) * self.font.size * LEADING


def preparation_page(paper: PreparationPaper) -> bytes:
    """Return the sheet as a PDF of one page, the same bytes for the same input.

    Raises FontMissing where no font is usable. A character that the font lacks becomes "?".
    """
    return pages_pdf(TITLE, (PAGE_WIDTH, PAGE_HEIGHT), [lambda pen: _draw(pen, paper)])


def _draw(pen: Pen, paper: PreparationPaper) -> None:
    top = TOP
    for block in _fitting(pen, paper):
        top = pen.write(block.lines, block.font, _LEFT + block.indent, top + block.gap)


def _fitting(pen: Pen, paper: PreparationPaper) -> list[_Block]:
    room = BOTTOM - TOP
    for size in _SIZES:
        blocks = list(_blocks(pen, paper, paper, size))
        if _height(blocks) <= room:
            return blocks
    shown = paper
    while _height(blocks) > room:
        name = next((name for name in _CUT if getattr(shown, name)), None)
        if name is None:
            break  # only the head is left, which no form lets grow beyond a page
        shown = replace(shown, **{name: getattr(shown, name)[:-1]})
        blocks = list(_blocks(pen, paper, shown, _SIZES[-1]))
    return blocks


def _height(blocks: list[_Block]) -> float:
    return sum(block.height for block in blocks)


def _blocks(
    pen: Pen, whole: PreparationPaper, shown: PreparationPaper, size: float
) -> Iterator[_Block]:
    plain, bold = Font(size), Font(size, bold=True)
    gap = size / 2

    def block(text: str, font: Font, indent: float = 0.0, gap: float = 0.0) -> _Block:
        lines = pen.broken(text, font, RIGHT - _LEFT - indent)
        return _Block(lines, font, indent, gap)

    if whole.is_sample:
        yield block(SAMPLE, bold)
    yield block(whole.office, plain)
    yield block(TITLE, Font(size + 3, bold=True), gap=gap)
    yield block(whole.title, bold)
    for label, text in whole.heads:
        yield block(f"{label}: {text}", plain)
    if whole.message:
        yield block(f"Thông điệp chính: {whole.message}", bold, gap=gap)
    for name, heading, noun, nothing in _SECTIONS:
        yield block(heading, bold, gap=gap)
        entries: tuple[Entry, ...] = getattr(shown, name)
        for entry in entries:
            yield block(f"- {entry.text}", plain, gap=gap / 4)
            if entry.under:
                yield block(entry.under, Font(size, italic=name != "questions"), _INDENT)
        left = len(getattr(whole, name)) - len(entries)
        if left:
            yield block(
                f"… và {left} {noun} nữa không đủ chỗ trên một trang, xem trong phần mềm.", bold
            )
        elif not entries:
            yield block(nothing, plain)
    yield block(whole.secrecy, bold, gap=gap)
    if whole.prepared_by:
        yield block(f"Người lập phiếu: {whole.prepared_by}", plain)
