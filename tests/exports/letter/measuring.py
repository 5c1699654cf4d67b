"""A PDF taken apart with a ruler: its lines of text, rules and boxes, all in millimetres."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

import pdfplumber

from app.commands.letter import read_letter
from app.exports.letter import LetterData, PartyStyle, render_letter
from app.paths import resources_dir

MM = 72 / 25.4
PAGE_HEIGHT = 297.0
LETTERS = sorted(path.stem for path in (resources_dir() / "letters").glob("*.json"))

TOP, BOTTOM, LEFT, RIGHT = 20.0, 277.0, 30.0, 195.0


@dataclass
class Line:
    """One string as it was drawn; ``y`` is its baseline, from the top of the page."""

    page: int
    y: float
    size: float
    face: str
    colour: tuple[float, ...]
    chars: list[tuple[str, float, float]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(char for char, _, _ in self.chars)

    @property
    def start(self) -> float:
        return self.chars[0][1]

    @property
    def end(self) -> float:
        return next(right for char, _, right in reversed(self.chars) if char != " ")

    @property
    def width(self) -> float:
        return self.end - self.start

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def top(self) -> float:
        return self.y - 0.891 * self.size / MM

    @property
    def bottom(self) -> float:
        return self.y + 0.216 * self.size / MM


@dataclass(frozen=True)
class Stroke:
    """A rule (no height) or a box."""

    page: int
    start: float
    end: float
    top: float
    bottom: float
    colour: tuple[float, ...]


class Measured:
    """A rendered letter."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.lines: list[Line] = []
        self.rules: list[Stroke] = []
        self.boxes: list[Stroke] = []
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            self.metadata = pdf.metadata
            self.sizes = [(page.width / MM, page.height / MM) for page in pdf.pages]
            for number, page in enumerate(pdf.pages, start=1):
                self._read(number, page)

    def _read(self, number: int, page: pdfplumber.page.Page) -> None:
        current: Line | None = None
        for char in page.chars:
            y = PAGE_HEIGHT - char["matrix"][5] / MM
            key = (round(y, 2), char["fontname"], round(char["size"], 2))
            left, right = char["x0"] / MM, char["x1"] / MM
            same = current is not None and key == (round(current.y, 2), current.face, current.size)
            # A new string begins further left, or further right than a stretched space reaches.
            if not same or not -0.1 < left - current.chars[-1][2] < 6:
                current = Line(number, y, key[2], key[1], tuple(char["non_stroking_color"] or ()))
                self.lines.append(current)
            current.chars.append((char["text"], left, right))
        for shape in page.lines:
            self.rules.append(self._stroke(number, shape))
        for shape in page.rects:
            self.boxes.append(self._stroke(number, shape))

    @staticmethod
    def _stroke(number: int, shape: dict) -> Stroke:
        return Stroke(
            number, shape["x0"] / MM, shape["x1"] / MM, shape["top"] / MM, shape["bottom"] / MM,
            tuple(shape["stroking_color"] or ()),
        )  # fmt: skip

    @cached_property
    def pages(self) -> int:
        return len(self.sizes)

    def line(self, beginning: str) -> Line:
        """Return the only line that begins with these words."""
        found = [line for line in self.lines if line.text.startswith(beginning)]
        assert len(found) == 1, f"{len(found)} lines begin with {beginning!r}"
        return found[0]

    def has(self, beginning: str) -> bool:
        return any(line.text.startswith(beginning) for line in self.lines)

    def rule_under(self, line: Line) -> Stroke:
        """Return the rule right under this line."""
        found = [
            rule
            for rule in self.rules
            if rule.page == line.page
            and 0 < rule.top - line.y < 4
            and rule.start < line.middle < rule.end
        ]
        assert len(found) == 1, f"{len(found)} rules under {line.text!r}"
        return found[0]

    @cached_property
    def flat_text(self) -> str:
        """Everything but the page numbers, one space between words."""
        lines = (line.text for line in self.lines if line.y > TOP)
        return " ".join(" ".join(lines).split())

    def dump(self) -> str:
        """Return the letter for a golden file: what stands where, to a tenth of a millimetre."""
        rows = [
            f"{line.page} x{line.start:6.1f} y{line.y:6.1f}  {line.size:4.1f} {face(line):10} "
            f"{line.text.rstrip()}"
            for line in self.lines
        ]
        rows += [
            f"{rule.page} x{rule.start:6.1f} y{rule.top:6.1f}  rule {rule.end - rule.start:.1f}"
            for rule in self.rules
        ]
        rows += [
            f"{box.page} x{box.start:6.1f} y{box.top:6.1f}  box {box.end - box.start:.1f} by "
            f"{box.bottom - box.top:.1f}"
            for box in self.boxes
        ]
        return "\n".join(rows)


def face(line: Line) -> str:
    """Return "Regular", "Bold", "Italic" or "BoldItalic"."""
    _, _, name = line.face.partition("Tinos")
    return name.lstrip("-") or "Regular"


@cache
def letter(name: str) -> LetterData:
    return read_letter(resources_dir() / "letters" / f"{name}.json")


def measured(data: LetterData, style: PartyStyle | None = None) -> Measured:
    return Measured(render_letter(data, style))


@cache
def measured_letter(name: str) -> Measured:
    return measured(letter(name))


def data_file(name: str) -> Path:
    return resources_dir() / "letters" / f"{name}.json"
