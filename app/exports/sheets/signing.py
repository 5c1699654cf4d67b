"""The block under a sheet where one signs: all of it in one cell, so that no page's end cuts it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.exports.sheets.row_height import FONT, count_lines
from app.exports.sheets.texts import clean_text

if TYPE_CHECKING:
    from openpyxl.cell.rich_text import CellRichText

_LINES_TO_SIGN_ON = 4


@dataclass(frozen=True, slots=True)
class Signature:
    """One of the two blocks under the sheet: who signs, and what stands above and below."""

    heading: tuple[str, ...]
    hint: str
    above: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    bold: bool = False
    italic: bool = False


def signature_texts(
    signatures: Sequence[Signature], widths: Sequence[float], size: float
) -> tuple[list[CellRichText], int]:
    """Return each block line by line beside the others, and how many lines the tallest takes."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    tallest = max(len(signature.heading) for signature in signatures)
    texts, lines = [], 0
    for signature, width in zip(signatures, widths, strict=True):
        block = list(_lines(signature, tallest))
        texts.append(
            CellRichText(
                *(
                    TextBlock(InlineFont(rFont=FONT, sz=size, b=line.bold, i=line.italic), text)
                    for line, text in _with_ends(block)
                )
            )
        )
        lines = max(lines, sum(count_lines(one.text, width, size, one.bold) for one in block))
    return texts, lines


def _lines(signature: Signature, headings: int) -> Iterator[_Line]:
    yield _Line(clean_text(signature.above), italic=True)
    for place in range(headings):
        heading = signature.heading[place] if place < len(signature.heading) else ""
        yield _Line(clean_text(heading), bold=True)
    yield _Line(signature.hint, italic=True)
    yield from [_Line("")] * _LINES_TO_SIGN_ON
    yield _Line(clean_text(signature.name), bold=True)


def _with_ends(block: Sequence[_Line]) -> Iterator[tuple[_Line, str]]:
    """Yield each line with its end; only the last has none."""
    for place, line in enumerate(block, start=1):
        text = f"{line.text}\n" if place < len(block) else line.text
        if text:
            yield line, text
