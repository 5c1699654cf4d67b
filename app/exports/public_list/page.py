"""The public list on A4: the prescribed head, the six columns on each page, the signer."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reportlab.pdfgen.canvas import Canvas

from app.exports.letter.data import LetterData
from app.exports.letter.engine import LOCK, draw_pages
from app.exports.letter.header import header_rows
from app.exports.letter.presets import (
    BOTTOM,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    SIGNATURE_ROOM,
    SIGNER_FROM,
    TEXT_WIDTH,
    TOP,
)
from app.exports.letter.setting import Setting
from app.exports.letter.styles import load_party_styles
from app.exports.letter.typesetting.fonts import load_family
from app.exports.letter.typesetting.page import Page, Row, Rule, Text, Upright, baseline_in
from app.exports.letter.typesetting.typeset import Font, break_lines
from app.exports.public_list.data import HEADINGS, TITLE, PublicList
from app.rules.dates import date_text
from app.rules.letter_style import party_style_on
from app.rules.vocabulary import DocumentType

_SHARES = (0.06, 0.23, 0.18, 0.19, 0.16, 0.18)
_EDGES = tuple(LEFT + TEXT_WIDTH * share for share in accumulate((0.0, *_SHARES)))
_CELL = Font(11)
_HEADING = Font(11, bold=True)
_TITLE = Font(14, bold=True)
_ASIDE = Font(13, italic=True)
_LEADING = 1.2
_PADDING = 2.5
_SIGNER_GAP = 16.0
_SIGNER_START = LEFT + SIGNER_FROM * TEXT_WIDTH


def public_list_pdf(facts: PublicList) -> bytes:
    """Return the list as a PDF, the same bytes for the same input. Raises FontMissing."""
    with LOCK:
        family = load_family()
        head = LetterData(
            layout=facts.layout, document_type=DocumentType.NOTICE, issuing_body=facts.office,
            superior_body=facts.superior or None, symbol="", place=facts.place,
            date=facts.made_on, subject=TITLE, body=(), signer_name=facts.signer_name,
        )  # fmt: skip
        style = party_style_on(load_party_styles(), facts.made_on)
        setting = Setting(head, family, style, facts.is_sample)
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
        canvas.setTitle(f"{TITLE}, {date_text(facts.on)}")
        canvas.setAuthor(facts.office)
        canvas.setCreator("Sổ Phát ngôn")
        draw_pages(canvas, setting, _pages(setting, facts))
        canvas.save()
        return buffer.getvalue()


def _pages(setting: Setting, facts: PublicList) -> list[Page]:
    """Put the rows onto pages; the row of headings stands over the lines of each."""
    headings = _line(setting, HEADINGS, _HEADING)
    lines = [_line(setting, line.cells(n), _CELL) for n, line in enumerate(facts.lines, 1)]
    pages: list[Page] = [[]]
    foot = _place(pages[-1], TOP, [*_top(setting, facts), headings])
    for line in lines:
        if foot + line.height > BOTTOM:
            pages.append([])
            foot = _place(pages[-1], TOP, [headings])
        foot = _place(pages[-1], foot, [line])
    signature = list(_signature(setting, facts))
    if foot + sum(row.gap + row.height for row in signature) > BOTTOM:
        # The signer is not left alone on a page: the last line goes along.
        moved = pages[-1].pop()[1] if len(lines) > 1 else None
        pages.append([])
        foot = TOP if moved is None else _place(pages[-1], TOP, [headings, moved])
    _place(pages[-1], foot, signature)
    return pages


def _place(page: Page, foot: float, rows: Sequence[Row]) -> float:
    for row in rows:
        foot += row.gap
        page.append((foot, row))
        foot += row.height
    return foot


def _top(setting: Setting, facts: PublicList) -> Iterator[Row]:
    yield from header_rows(setting)
    yield from setting.centred_rows(TITLE, _TITLE, gap=22)
    yield from setting.centred_rows(f"(Tính đến ngày {date_text(facts.on)})", _ASIDE)
    yield Row(10)


def _line(setting: Setting, cells: Sequence[object], font: Font) -> Row:
    """Set the cells of one line between rules."""
    leading = font.size * _LEADING
    row = Row(0)
    for cell, start, end in zip(cells, _EDGES[:-1], _EDGES[1:], strict=True):
        words = setting.family.legible(str(cell))
        width = end - start - 2 * _PADDING
        broken = break_lines(setting.family, [(words, font)], width) if words else []
        is_middle = font.bold or start == LEFT
        for place, line in enumerate(broken):
            x = start + _PADDING + (max(width - line.width, 0) / 2 if is_middle else 0)
            baseline = _PADDING + place * leading + baseline_in(leading, font.size)
            row.texts.append(Text(x, baseline, font.size, line))
        row.height = max(row.height, len(broken) * leading + 2 * _PADDING)
    row.rules = [Rule(LEFT, RIGHT, 0), Rule(LEFT, RIGHT, row.height)]
    row.uprights = [Upright(x, 0, row.height) for x in _EDGES]
    return row


def _signature(setting: Setting, facts: PublicList) -> Iterator[Row]:
    font = Font(14, bold=True)
    gap = _SIGNER_GAP
    for words in (*facts.capacity, facts.signer_title):
        if words:
            yield from setting.centred_rows(words, font, _SIGNER_START, RIGHT, gap=gap)
            gap = 0
    if facts.signer_name:
        rows = setting.centred_rows(facts.signer_name, font, _SIGNER_START, RIGHT)
        yield from (Row(SIGNATURE_ROOM), *rows)
