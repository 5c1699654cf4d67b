"""The window's part of the self-test: it opens, paints, shows the book, has the letters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from app.ui import tasks, theme
from app.ui.shell.application import opener
from app.ui.shell.main_window import MainWindow
from app.ui.vietnamese import install_vietnamese

_PATIENCE_MS = 60_000
_LETTERS = "ăâđêôơưẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴỶỸ"


def show_window(data_dir: Path) -> str:
    """Open the main window over ``data_dir``; return what was seen. Raises RuntimeError."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["so-phat-ngon"])
    theme.apply(app)
    theme.complete(app)
    install_vietnamese(app)
    metrics = QFontMetrics(app.font())
    missing = [letter for letter in _LETTERS if not metrics.inFontUcs4(ord(letter))]
    if missing:
        raise RuntimeError(f"Phông chữ màn hình thiếu chữ: {' '.join(missing)}")
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
