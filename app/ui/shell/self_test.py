"""The window's part of the self-test: it opens, paints, shows the book, has the letters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QMenuBar, QStatusBar

from app.settings import Settings
from app.ui import tasks, theme
from app.ui.shell.application import opener
from app.ui.shell.main_window import MainWindow
from app.ui.vietnamese import install_vietnamese

_PATIENCE_MS = 60_000
# Parts of a window for which Windows has fonts of its own.
_PARTS = (QListWidget, QMenu, QMenuBar, QStatusBar)
_LETTERS = "ăâđêôơưẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴỶỸ"


def show_window(data_dir: Path) -> str:
    """Open the main window over ``data_dir``; return what was seen. Raises RuntimeError."""
    app = _application()
    theme.apply(app)
    theme.complete(app)
    install_vietnamese(app)
    metrics = QFontMetrics(app.font())
    missing = [letter for letter in _LETTERS if not metrics.inFontUcs4(ord(letter))]
    if missing:
        raise RuntimeError(f"Phông chữ màn hình thiếu chữ: {' '.join(missing)}")
    if app.windowIcon().pixmap(16).isNull():
        raise RuntimeError("Không đọc được biểu tượng của cửa sổ.")
    window = MainWindow(Settings.load(data_dir), opener(data_dir))
    loop = QEventLoop()
    patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
    patience.timeout.connect(loop.quit)
    window.first_painted.connect(window.open_book)
    window.book_opened.connect(loop.quit)
    patience.start()
    window.show()
    loop.exec()
    tasks.wait_for_all()
    app.processEvents()
    context = window.context
    try:
        if context is None:
            raise RuntimeError("Cửa sổ không mở được sổ.")
        smaller = sorted(
            part.__name__ for part in _PARTS if QApplication.font(part()) != app.font()
        )
        if smaller:
            raise RuntimeError(f"Cỡ chữ khác ở: {', '.join(smaller)}.")
        picture = window.grab().toImage()
        corner = picture.pixel(0, 0)
        if all(
            picture.pixel(x, y) == corner
            for x in range(0, picture.width(), 7)
            for y in range(0, picture.height(), 7)
        ):
            raise RuntimeError("Cửa sổ hiện ra trống.")
        return f"{picture.width()} × {picture.height()}, {app.font().family()}"
    finally:
        window.close()
        window.deleteLater()
        if context is not None:
            context.close()


def print_to_file(pdf: bytes, path: Path) -> str:
    """Print ``pdf`` the way letters go to a printer, into a PDF file. Raises RuntimeError."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from app.ui.letters.printing import new_printer, paint_pdf
    from app.ui.letters.raster import opened_pdf

    _application()
    printer = new_printer(path.stem)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    paint_pdf(pdf, printer)
    with opened_pdf(pdf) as sent, opened_pdf(path.read_bytes()) as printed:
        for page in range(sent.pageCount()):
            wanted, got = sent.pagePointSize(page), printed.pagePointSize(page)
            if abs(wanted.width() - got.width()) + abs(wanted.height() - got.height()) > 2:
                raise RuntimeError(f"Tờ in ra có khổ {got.width():.0f} × {got.height():.0f} pt.")
        if sent.pageCount() != printed.pageCount():
            raise RuntimeError(f"In ra {printed.pageCount()}/{sent.pageCount()} tờ.")
        count = printed.pageCount()
    printers = len(QPrinterInfo.availablePrinterNames())
    return f"{count} tờ ra tệp PDF; máy này có {printers} máy in"


def _application() -> QApplication:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(["so-phat-ngon"])
