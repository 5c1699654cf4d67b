"""What every part of a letter needs to set itself: the family, the values, the style."""

from __future__ import annotations

from dataclasses import dataclass

from app.exports.letter.data import LetterData
from app.exports.letter.presets import LEFT, PRESETS, RIGHT, Preset
from app.exports.letter.typesetting.fonts import Family
from app.exports.letter.typesetting.headings import balanced_lines
from app.exports.letter.typesetting.page import Row, Text, baseline_in, centred
from app.exports.letter.typesetting.typeset import Font, Line, break_lines
from app.rules.letter_style import PartyStyle
from app.rules.vocabulary import Layout

_HEADING_LEADING = 1.2  # of the size; single spacing of Times New Roman is 1.15


@dataclass(frozen=True, slots=True)
class Setting:
    """One letter in the making; ``sample`` marks each page as worth nothing."""

    data: LetterData
    family: Family
    style: PartyStyle
    sample: bool = False

    @property
    def preset(self) -> Preset:
        return PRESETS[self.data.layout]

    @property
    def is_state(self) -> bool:
        return self.data.layout is Layout.STATE

    @property
    def separator(self) -> str:
        """What closes each line of a list but the last."""
        return ";" if self.is_state else self.style.list_separator

    def line(self, text: str, font: Font) -> Line:
        """Set ``text`` on one line, with its spaces as they are."""
        face = self.family.face(font.bold, font.italic)
        return Line(((face, text),), face.width(text) * font.size, text.count(" "))

    def centred_rows(
        self, text: str, font: Font, start: float = LEFT, end: float = RIGHT, gap: float = 0
    ) -> list[Row]:
        """Set a heading centred between two edges, wrapped into about equal lines."""
        rows: list[Row] = []
        for line in balanced_lines(self.family, text, font, end - start):
            height = leading(font)
            text_of_row = centred(line, font, start, end, baseline_in(height, font.size))
            rows.append(Row(height, gap, [text_of_row], keep=True))
            gap = 0
        return rows

    def hanging_rows(
        self, mark: str, text: str, font: Font, start: float, end: float, height: float
    ) -> list[Row]:
        """Set ``text`` behind ``mark``; its further lines begin under its first word.

        The lines of one item stay on one page.
        """
        lead = self.line(mark, font)
        inner = start + lead.width
        baseline = baseline_in(height, font.size)
        rows: list[Row] = []
        for line in self._item_lines(text, font, end - inner):
            texts = [Text(inner, baseline, font.size, line)]
            if not rows:
                texts = [Text(start, baseline, font.size, self.joined(lead, line))]
            rows.append(Row(height, 0, texts, keep=True))
        rows[-1].keep = False
        return rows

    def _item_lines(self, text: str, font: Font, width: float) -> list[Line]:
        """Break an item of a list, before "(để báo cáo)" where that takes no more lines."""
        lines = break_lines(self.family, [(text, font)], width)
        name, _, purpose = text.rpartition(" (")
        if name and len(lines) > 1:
            before = break_lines(self.family, [(name, font)], width)
            after = break_lines(self.family, [("(" + purpose, font)], width)
            if len(before) + len(after) == len(lines):
                return before + after
        return lines

    @staticmethod
    def joined(left: Line, right: Line) -> Line:
        """Return two set lines as one, so that they are one string in the PDF too."""
        runs = list(left.runs)
        for face, text in right.runs:
            if runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + text)
            else:
                runs.append((face, text))
        return Line(tuple(runs), left.width + right.width, left.spaces + right.spaces)


def leading(font: Font) -> float:
    """Return the height of a line of a heading or a list, in points."""
    return font.size * _HEADING_LEADING
