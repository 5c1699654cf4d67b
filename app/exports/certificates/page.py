"""Certificates on A4 paper lying across: the heads, the name, the class, the signature."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from app.exports.certificates.data import Certificate
from app.exports.letter.engine import SAMPLE
from app.exports.letter.presets import MM
from app.exports.letter.typesetting.typeset import Font
from app.exports.paper import Pen, pages_pdf

SIZE = (297 * MM, 210 * MM)

_FRAME = 10 * MM
_TOP = 18 * MM
_LEFT_AXIS, _RIGHT_AXIS = 0.27, 0.72  # of the two heads, as shares of the width
_SIGNER_AXIS = 0.74
_TITLE_AT = 0.36  # of the height
_SIGNED_AT = 0.70
_SIGNATURE_ROOM = 24 * MM
_HEAD_WIDTH = 105 * MM
_TEXT_WIDTH = 225 * MM

_SUPERIOR = Font(12)
_OFFICE = Font(12, bold=True)
_NATION = Font(12, bold=True)
_MOTTO = Font(13, bold=True)
_NUMBER = Font(12)
_TITLE = Font(28, bold=True)
_TEXT = Font(15)
_NAME = Font(22, bold=True)
_CLASS = Font(15, bold=True)
_DATE = Font(13, italic=True)
_HEADING = Font(13, bold=True)
_SIGNER = Font(14, bold=True)


def certificates_pdf(certificates: Iterable[Certificate], *, sample: bool = False) -> bytes:
    """Return a PDF with a page for each certificate, the same bytes for the same input.

    ``sample`` marks each as made of sample data. Raises FontMissing, and ValueError when there is
    no certificate at all.
    """
    pages = (partial(_draw, one, sample) for one in certificates)
    return pages_pdf("Giấy chứng nhận tập huấn", SIZE, pages)


def _draw(one: Certificate, sample: bool, pen: Pen) -> None:
    pen.frame(_FRAME, 2.0)
    pen.frame(_FRAME + 1.5 * MM, 0.5)
    _heads(one, pen)
    middle = pen.width / 2
    top = pen.height * _TITLE_AT
    if sample:
        _centred(pen, SAMPLE, _OFFICE, middle, top - 14 * MM)
    top = _centred(pen, "GIẤY CHỨNG NHẬN", _TITLE, middle, top - 6 * MM)
    top = _centred(pen, "Chứng nhận", _TEXT, middle, top + 4 * MM)
    top = _centred(pen, one.name, _NAME, middle, top + 2 * MM)
    post = ", ".join(filter(None, (one.job_title, one.body)))
    if post:
        top = _centred(pen, post, _TEXT, middle, top)
    top = _centred(pen, "đã hoàn thành", _TEXT, middle, top + 3 * MM)
    top = _centred(pen, one.training, _CLASS, middle, top)
    if one.when:
        _centred(pen, one.when, _TEXT, middle, top)
    _signature(one, pen)


def _heads(one: Certificate, pen: Pen) -> None:
    left, right = pen.width * _LEFT_AXIS, pen.width * _RIGHT_AXIS
    top = _TOP
    if one.superior_body:
        top = _centred(pen, one.superior_body.upper(), _SUPERIOR, left, top, _HEAD_WIDTH)
    top = _centred(pen, one.issuing_body.upper(), _OFFICE, left, top, _HEAD_WIDTH)
    if one.is_party:
        top = _centred(pen, "*", _OFFICE, left, top)
        _centred(pen, "ĐẢNG CỘNG SẢN VIỆT NAM", _NATION, right, _TOP)
    else:
        under = _centred(pen, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _NATION, right, _TOP)
        motto = pen.broken("Độc lập - Tự do - Hạnh phúc", _MOTTO, _HEAD_WIDTH)
        under = pen.write(motto, _MOTTO, right, under, centred=True)
        pen.rule(right - motto[0].width / 2, under + 1 * MM, motto[0].width)
    if one.number:
        _centred(pen, f"Số: {one.number}", _NUMBER, left, top + 1 * MM)


def _signature(one: Certificate, pen: Pen) -> None:
    axis = pen.width * _SIGNER_AXIS
    top = _centred(pen, one.place_date, _DATE, axis, pen.height * _SIGNED_AT, _HEAD_WIDTH)
    for line in one.heading:
        top = _centred(pen, line, _HEADING, axis, top, _HEAD_WIDTH)
    _centred(pen, one.signer, _SIGNER, axis, top + _SIGNATURE_ROOM, _HEAD_WIDTH)


def _centred(
    pen: Pen, text: str, font: Font, axis: float, top: float, width: float = _TEXT_WIDTH
) -> float:
    return pen.write(pen.broken(text, font, width), font, axis, top, centred=True)
