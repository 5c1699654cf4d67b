"""A letter on paper at its true size, through the system's print dialog.

QtPrintSupport and QtPdf are imported only when something is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QProgressDialog, QWidget

from app.errors import AppError, PrinterMissing
from app.settings import Settings
from app.ui import messages
from app.ui.letters.raster import POINTS_PER_INCH, opened_pdf, page_image

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# Text is sharp at 300 dpi; a page at 600 takes four times the memory, too much for an old PC.
_DPI = 300
_NO_PRINTER = (
    "Máy này chưa cài máy in nào.",
    "Cài máy in trong Cài đặt của Windows (Máy in và máy quét) rồi in lại,"
    " hoặc lưu PDF để in ở máy khác.",
)


class PrintFailed(AppError):
    """The printer or its driver refused the job."""


def print_pdf(pdf: bytes, title: str, settings: Settings, parent: QWidget | None) -> bool:
    """Ask for printer, pages and copies, and print. Returns whether all was sent to the printer.

    Trouble is told in a box; the printer chosen is the one proposed next time.
    """
    try:
        printer = _ask_printer(pdf, title, settings, parent)
        if printer is None:
            return False
        return _print_with_progress(pdf, printer, parent)
    except AppError as error:
        messages.show_error(parent, error)
        return False


def new_printer(title: str, name: str = "") -> QPrinter:
    """Return a printer that puts a page on A4 where it belongs: the whole sheet, no margins."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name:
        printer.setPrinterName(name)
    printer.setResolution(_DPI)
    printer.setDocName(title)
    set_paper(printer)
    return printer


def set_paper(printer: QPrinter, page: QSizeF | None = None) -> None:
    """Set the whole sheet: A4, upright, which letters are made for by decree, or an envelope.

    ``page`` is the size of the pages in points.
    """
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    is_a4 = page is None or page.width() <= a4.size(QPageSize.Unit.Point).width() + 1
    paper = a4 if is_a4 or page is None else QPageSize(page, QPageSize.Unit.Point)
    printer.setPageSize(paper)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def paint_pdf(
    pdf: bytes,
    printer: QPrinter,
    go_on: Callable[[int, int], bool] = lambda _done, _count: True,
) -> bool:
    """Draw the pages that the printer was set to, each at its true size.

    ``go_on(done, count)`` is asked before each sheet; False stops the job. Returns whether all
    sheets were drawn.
    """
    with opened_pdf(pdf) as document:
        sheets = _sheets(printer, document.pageCount())
        # Fewer dots than asked for where the device has no more; more would only cost memory.
        scale = min(_DPI, printer.resolution()) / POINTS_PER_INCH
        painter = QPainter()
        if not painter.begin(printer):
            if _asks_for_a_file(printer):
                return False
            raise PrintFailed(
                "Máy in không nhận lệnh in.",
                "Xem máy in đã bật và còn giấy chưa rồi in lại, hoặc chọn máy in khác.",
            )
        # The driver's margins must not move or shrink the page: dots per inch tell the size.
        per_point_x = printer.logicalDpiX() / POINTS_PER_INCH
        per_point_y = printer.logicalDpiY() / POINTS_PER_INCH
        drawn: tuple[int, QImage, QSizeF] | None = None
        try:
            for done, page in enumerate(sheets):
                if not go_on(done, len(sheets)):
                    printer.abort()
                    return False
                if done and not printer.newPage():
                    raise PrintFailed(
                        f"Máy in ngừng sau {done}/{len(sheets)} tờ.",
                        "Xem máy in còn bật, còn giấy và còn nối không rồi in lại các trang thiếu.",
                    )
                if drawn is None or drawn[0] != page:
                    image = _for_paper(page_image(document, page, scale))
                    drawn = (page, image, document.pagePointSize(page))
                _page, image, size = drawn
                area = QRectF(0, 0, size.width() * per_point_x, size.height() * per_point_y)
                painter.drawImage(area, image)
        finally:
            painter.end()
    return True


def _asks_for_a_file(printer: QPrinter) -> bool:
    """Return whether the printer is one of Windows that write a file and ask for its name.

    Going back in that question looks as if the printer had refused the job.
    """
    return any(kind in printer.printerName().upper() for kind in ("PDF", "XPS"))


def _sheets(printer: QPrinter, count: int) -> list[int]:
    """Return the pages to draw in their order: the range asked for, copies where we make them."""
    from PySide6.QtPrintSupport import QPrinter

    pages = list(range(count))
    ranges = printer.pageRanges()
    if printer.printRange() is not QPrinter.PrintRange.AllPages and not ranges.isEmpty():
        pages = [page for page in pages if ranges.contains(page + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    # A driver that can copy does it faster, and then the job holds one copy.
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]


def _for_paper(image: QImage) -> QImage:
    """Return black-and-white text in a quarter of the bytes: the spooler's disk thanks us."""
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if image.allGray() else image


def _ask_printer(
    pdf: bytes, title: str, settings: Settings, parent: QWidget | None
) -> QPrinter | None:
    from PySide6.QtPrintSupport import (
        QAbstractPrintDialog,
        QPrintDialog,
        QPrinterInfo,
    )

    names: Sequence[str] = QPrinterInfo.availablePrinterNames()
    if not names:
        raise PrinterMissing(*_NO_PRINTER)
    with opened_pdf(pdf) as document:
        count = document.pageCount()
        page = document.pagePointSize(0)
    remembered = settings.printer if settings.printer in names else ""
    printer = new_printer(title, remembered)
    set_paper(printer, page)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In văn bản")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, count > 1)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintSelection, on=False)
    dialog.setMinMax(1, count)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not accepted:
        return None
    if printer.printerName():
        settings.printer = printer.printerName()
        settings.save()
    # Another printer chosen in the dialog brings its own paper, Letter on a PC set up for the
    # United States, and its margins.
    set_paper(printer, page)
    return printer


def _print_with_progress(pdf: bytes, printer: QPrinter, parent: QWidget | None) -> bool:
    progress = QProgressDialog("Đang in…", "&Thôi in", 0, 0, parent)
    progress.setWindowTitle("Sổ Phát ngôn")
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(700)  # a letter of one page needs no window

    def go_on(done: int, count: int) -> bool:
        progress.setMaximum(count)
        progress.setLabelText(f"Đang in tờ {done + 1}/{count}…")
        progress.setValue(done)
        return not progress.wasCanceled()

    try:
        return paint_pdf(pdf, printer, go_on)
    finally:
        progress.reset()
        progress.deleteLater()
