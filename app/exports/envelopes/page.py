"""One page for each envelope, of the envelope's size: the office above, whom it goes to below."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas

from app.exports.envelopes.data import Envelope
from app.exports.letter.engine import LOCK, SAMPLE
from app.exports.letter.presets import MM
from app.exports.letter.typesetting.fonts import Family, load_family
from app.exports.letter.typesetting.typeset import Font, Line, break_lines
from app.rules.vocabulary import EnvelopeSize

SIZES = {EnvelopeSize.C5: (229 * MM, 162 * MM), EnvelopeSize.DL: (220 * MM, 110 * MM)}

_MARGIN = 12 * MM
# The office's column, and where the addressee's begins; as shares of the width.
_OFFICE_TO = 0.5
_TO_FROM = 0.42
_LEADING = 1.25
_SUPERIOR = Font(11)
_OFFICE = Font(11, bold=True)
_NUMBER = Font(11)
_LABEL = Font(13, italic=True)
_NAME = Font(14, bold=True)
_ADDRESS = Font(13)


def envelopes_pdf(
    envelopes: Iterable[Envelope], size: EnvelopeSize, *, sample: bool = False
) -> bytes:
    """Return a PDF with a page for each envelope, the same bytes for the same input.

    ``sample`` marks each as made of sample data. Raises FontMissing where no font is usable, and
    ValueError when there is no envelope at all.
    """
    with LOCK:
        family = load_family()
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer,
            pagesize=SIZES[size],
            # Else Helvetica, which is not embedded; the stubs take the name for a number.
            initialFontName=family.faces[0].name,  # type: ignore[arg-type]
            invariant=1,
            pageCompression=1,
            lang="vi-VN",
        )
        canvas.setTitle(f"Bì thư {size.label}")
        canvas.setCreator("Sổ Phát ngôn")
        empty = True
        for envelope in envelopes:
            _draw(_Pen(canvas, family, SIZES[size]), envelope, sample=sample)
            canvas.showPage()
            empty = False
        if empty:
            raise ValueError("no envelope to draw")
        canvas.save()
        return buffer.getvalue()


class _Pen:
    """Writes lines one under the other on a page of its own size."""

    def __init__(self, canvas: Canvas, family: Family, size: tuple[float, float]) -> None:
        self._canvas = canvas
        self._family = family
        self.width, self.height = size

    def broken(self, text: str, font: Font, width: float) -> list[Line]:
        return break_lines(self._family, [(self._family.legible(text), font)], width)

    def write(self, lines: list[Line], font: Font, x: float, top: float) -> float:
        """Write lines from ``top`` down; return where the next may stand."""
        for line in lines:
            top += font.size * _LEADING
            writer = self._canvas.beginText(x, self.height - top)
            for face, run in line.runs:
                writer.setFont(face.name, font.size)
                writer.textOut(run)
            self._canvas.drawText(writer)
        return top


def _draw(pen: _Pen, envelope: Envelope, *, sample: bool) -> None:
    width = pen.width * _OFFICE_TO - _MARGIN
    top = _MARGIN
    for text, font in ((envelope.superior_body, _SUPERIOR), (envelope.issuing_body, _OFFICE)):
        if text:
            top = pen.write(pen.broken(text.upper(), font, width), font, _MARGIN, top)
    if envelope.reference:
        number = pen.broken(f"Số: {envelope.reference}", _NUMBER, width)
        top = pen.write(number, _NUMBER, _MARGIN, top)
    if sample:
        pen.write(pen.broken(SAMPLE, _OFFICE, width), _OFFICE, pen.width * _OFFICE_TO, _MARGIN)
    start = pen.width * _TO_FROM
    room = pen.width - start - _MARGIN
    parts = [
        (pen.broken("Kính gửi:", _LABEL, room), _LABEL),
        (pen.broken(envelope.to, _NAME, room), _NAME),
    ]
    if envelope.address:
        parts.append((pen.broken(envelope.address, _ADDRESS, room), _ADDRESS))
    needed = sum(len(lines) * font.size * _LEADING for lines, font in parts)
    # Low on the right, where a postman looks; higher up where a long address needs the room.
    top = max(top, min(pen.height * 0.5, pen.height - _MARGIN - needed))
    for lines, font in parts:
        top = pen.write(lines, font, start, top)
