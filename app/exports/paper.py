"""Pages that are no letters (envelopes, certificates): a pen that writes lines down a page."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from reportlab.pdfgen.canvas import Canvas

from app.exports.letter.engine import LOCK
from app.exports.letter.typesetting.fonts import Family, load_family
from app.exports.letter.typesetting.typeset import Font, Line, break_lines

LEADING = 1.25


class Pen:
    """Writes lines one under the other on a page of its own size, in points from the top left."""

    def __init__(self, canvas: Canvas, family: Family, size: tuple[float, float]) -> None:
        self._canvas = canvas
        self._family = family
        self.width, self.height = size

    def broken(self, text: str, font: Font, width: float) -> list[Line]:
        """Break a text into lines no wider than ``width``."""
        return break_lines(self._family, [(self._family.legible(text), font)], width)

    def write(
        self,
        lines: list[Line],
        font: Font,
        x: float,
        top: float,
        *,
        centred: bool = False,
        leading: float = LEADING,
    ) -> float:
        """Write lines from ``top`` down, from ``x`` or about it; return where they end."""
        for line in lines:
            top += font.size * leading
            begin = x - line.width / 2 if centred else x
            writer = self._canvas.beginText(begin, self.height - top)
            for face, run in line.runs:
                writer.setFont(face.name, font.size)
                writer.textOut(run)
            self._canvas.drawText(writer)
        return top

    def rule(self, x: float, top: float, length: float, weight: float = 0.75) -> None:
        """Draw a line to the right from ``x``."""
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, self.height - top, x + length, self.height - top)

    def upright(self, x: float, top: float, length: float, weight: float = 0.75) -> None:
        """Draw a line down from ``top``."""
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, self.height - top, x, self.height - top - length)

    def frame(self, margin: float, weight: float) -> None:
        """Draw a frame so far inside the edges of the page."""
        self._canvas.setLineWidth(weight)
        self._canvas.rect(margin, margin, self.width - 2 * margin, self.height - 2 * margin)


def pages_pdf(
    title: str, size: tuple[float, float], pages: Iterable[Callable[[Pen], None]]
) -> bytes:
    """Return a PDF with a page for each of ``pages``, the same bytes for the same input.

    Raises FontMissing where no font is usable, and ValueError where there is no page at all.
    """
    with LOCK:
        family = load_family()
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer,
            pagesize=size,
            # Else Helvetica, which is not embedded; the stubs take the name for a number.
            initialFontName=family.faces[0].name,  # type: ignore[arg-type]
            invariant=1,
            pageCompression=1,
            lang="vi-VN",
        )
        canvas.setTitle(title)
        canvas.setCreator("Sổ Phát ngôn")
        empty = True
        for draw in pages:
            draw(Pen(canvas, family, size))
            canvas.showPage()
            empty = False
        if empty:
            raise ValueError("no page to draw")
        canvas.save()
        return buffer.getvalue()
