"""The text itself: paragraphs by what they begin with, legal bases, centred headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.exports.letter.presets import BODY_LEADING, LEFT, PARAGRAPH_GAP, TEXT_WIDTH
from app.exports.letter.setting import Setting
from app.exports.letter.typesetting.justify import justified_lines
from app.exports.letter.typesetting.page import Row, Text, baseline_in
from app.exports.letter.typesetting.typeset import Font
from app.exports.letter.wording import listed

_DIVISION = re.compile(r"(Phần|Chương|Mục|Tiểu mục)\s+([IVXLC]+|\d+)\s*[.:]?\s*(.*)", re.DOTALL)
_ARTICLE = re.compile(r"(Điều\s+\d+[a-zđ]?)\s*[.:]?\s+(.+)", re.DOTALL)
_ROMAN = re.compile(r"[IVXLC]+[.\-/]\s")
_WIDEST_STRETCH = 0.8  # of the size
_SENTENCE_END = (".", ";", ":", ",", "!", "?", "…")


def body_rows(setting: Setting, paragraphs: Sequence[str]) -> list[Row]:
    """Set the paragraphs, each recognised by its beginning.

    "Phần", "Chương", "Mục" are centred in bold, their title in capitals below; "Điều 1." is bold;
    "1." "a)" "-" and plain paragraphs are justified with the first line indented. A heading, and
    a line that ends with a colon, stay with what follows.
    """
    rows: list[Row] = []
    for index, paragraph in enumerate(paragraphs):
        is_last = index == len(paragraphs) - 1
        division = _DIVISION.fullmatch(paragraph)
        if division and not is_last and not paragraph.endswith(_SENTENCE_END):
            rows += _division_rows(setting, *division.groups())
            continue
        pieces = _pieces(setting, paragraph, is_last)
        of_paragraph = paragraph_rows(setting, pieces)
        is_heading = not paragraph.endswith(_SENTENCE_END) and pieces[-1][1].bold
        of_paragraph[-1].keep = not is_last and (is_heading or paragraph.endswith(":"))
        rows += of_paragraph
    return rows


def _pieces(setting: Setting, paragraph: str, is_last: bool) -> list[tuple[str, Font]]:
    """Part a paragraph into its bold and its upright piece."""
    plain = setting.preset.body
    bold = Font(plain.size, bold=True)
    is_title = not is_last and not paragraph.endswith(_SENTENCE_END)
    article = _ARTICLE.fullmatch(paragraph)
    if article:
        # "Điều 1. Giao ông …" is a rule with a bold number; "Điều 1. Phạm vi điều chỉnh" a title.
        return [(f"{article[1]}.", bold), (article[2], bold if is_title else plain)]
    if is_title and _ROMAN.match(paragraph):
        return [(paragraph, bold)]
    return [(paragraph, plain)]


def _division_rows(setting: Setting, kind: str, number: str, title: str) -> list[Row]:
    bold = Font(setting.preset.body.size, bold=True)
    rows = setting.centred_rows(f"{kind} {number}", bold, gap=PARAGRAPH_GAP * 2)
    if title:
        rows += setting.centred_rows(title.upper(), bold)
    return rows


def legal_basis_rows(setting: Setting) -> list[Row]:
    """Set the legal bases: State italic, each closed by ";"; Party upright behind dashes."""
    rows: list[Row] = []
    mark = "" if setting.is_state else "- "
    for basis in listed(setting.data.legal_bases, setting.separator, "."):
        rows += paragraph_rows(setting, [(mark + basis, setting.preset.legal_basis)])
    return rows


def paragraph_rows(setting: Setting, pieces: Sequence[tuple[str, Font]]) -> list[Row]:
    """Set one justified paragraph; its first two lines stay together, and its last two."""
    size, indent = pieces[0][1].size, setting.preset.indent
    lines = justified_lines(setting.family, pieces, TEXT_WIDTH, indent)
    baseline = baseline_in(BODY_LEADING, size)
    rows = []
    last = len(lines) - 1
    for index, line in enumerate(lines):
        start = LEFT + indent if index == 0 else LEFT
        word_space = 0.0
        if index < last and line.spaces:
            word_space = (LEFT + TEXT_WIDTH - start - line.width) / line.spaces
            if word_space > _WIDEST_STRETCH * size:
                word_space = 0.0  # a gap in the text looks worse than an uneven edge
        text = Text(start, baseline, size, line, word_space)
        rows.append(Row(BODY_LEADING, 0, [text], keep=index in (0, last - 1) and index != last))
    rows[0].gap = PARAGRAPH_GAP
    return rows
