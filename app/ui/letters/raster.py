"""PDF pages as images, by QtPdf; plain functions that run in any thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PageImages:
    """The sizes of all pages in points, and the images of those that were asked for."""

    sizes: tuple[QSizeF, ...]
    images: dict[int, QImage]


@contextmanager
def opened_pdf(pdf: bytes) -> Iterator[QPdfDocument]:
    """Open a PDF held in memory."""
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        # Before the buffer goes, and in this thread: the document still reads from it.
        document.close()


def page_image(document: QPdfDocument, page: int, pixels_per_point: float) -> QImage:
    """Return one page on white paper."""
    size = document.pagePointSize(page)
    pixels = QSize(
        max(1, round(size.width() * pixels_per_point)),
        max(1, round(size.height() * pixels_per_point)),
    )
    drawn = document.render(page, pixels)
    paper = QImage(pixels, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


def page_images(pdf: bytes, pages: tuple[int, ...], pixels_per_point: float) -> PageImages:
    """Return the images of ``pages`` (those that exist) and the sizes of all."""
    with opened_pdf(pdf) as document:
        count = document.pageCount()
        sizes = tuple(document.pagePointSize(page) for page in range(count))
        images = {
            page: page_image(document, page, pixels_per_point) for page in pages if page < count
        }
    return PageImages(sizes, images)
