"""One page for each envelope, of the envelope's size: the office above, whom it goes to below."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from app.exports.envelopes.data import Envelope
from app.exports.letter.engine import SAMPLE
from app.exports.letter.presets import MM
from app.exports.letter.typesetting.typeset import Font
from app.exports.paper import LEADING, Pen, pages_pdf
from app.rules.vocabulary import EnvelopeSize

SIZES = {EnvelopeSize.C5: (229 * MM, 162 * MM), EnvelopeSize.DL: (220 * MM, 110 * MM)}

_MARGIN = 12 * MM
# The office's column, and where the addressee's begins; as shares of the width.
_OFFICE_TO = 0.5
_TO_FROM = 0.42
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
    pages = (partial(_draw, envelope, sample) for envelope in envelopes)
    return pages_pdf(f"Bì thư {size.label}", SIZES[size], pages)


def _draw(envelope: Envelope, sample: bool, pen: Pen) -> None:
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
    needed = sum(len(lines) * font.size * LEADING for lines, font in parts)
    # Low on the right, where a postman looks; higher up where a long address needs the room.
    top = max(top, min(pen.height * 0.5, pen.height - _MARGIN - needed))
    for lines, font in parts:
        top = pen.write(lines, font, start, top)
