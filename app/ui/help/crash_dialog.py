"""Program errors: written to the log, shown once as a report that can be copied; the app goes on.

Neither holds what clerks wrote: a traceback shows code, and an error's own words only where Python
makes them from names in the code.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.errors import AppError
from app.rules.duties.secrecy import marks
from app.ui import messages
from app.ui.files import open_path
from app.ui.widgets.pressing import Dialog

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")

_TELLING = (AttributeError, ImportError, NameError, NotImplementedError, TypeError)
# An error that comes again within this time is the same trouble going on, not a new one.
_SAME_TROUBLE_SECONDS = 10.0
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def report_text(error: BaseException) -> str:
    """Return versions and traceback of ``error``, chained ones included, without values."""
    import platform  # the first paint does not wait for it

    head = (
        f"Sổ Phát ngôn {__version__} · Python {platform.python_version()} · "
        f"PySide6 {PySide6.__version__} · Qt {qVersion()} · {platform.platform()}"
    )
    parts: list[str] = []
    link: BaseException | None = error
    while link is not None:
        frames = "".join(traceback.format_tb(link.__traceback__))
        words = f": {link}" if isinstance(link, _TELLING) and not marks(str(link)) else ""
        parts.insert(0, f"{frames}{type(link).__module__}.{type(link).__qualname__}{words}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return f"{head}\n\n" + "\n\n---\n\n".join(parts) + "\n"


class CrashReporter(QObject):
    """Takes what nobody caught, from any thread, and shows it on the UI thread."""

    _arrived = Signal(object)

    def __init__(
        self,
        log_folder: Path | None,
        parent_window: Callable[[], QWidget | None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._log_folder = log_folder
        self._parent_window = parent_window
        self._now = now
        self._last_seen: dict[tuple[str, str], float] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._dialog: CrashDialog | None = None
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the process's last resort for errors and Qt's messages."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        qInstallMessageHandler(_log_qt_message)

    def take(self, error: BaseException) -> None:
        """Log ``error`` and have it shown, unless it merely goes on."""
        if isinstance(error, AppError):
            _log.warning("an expected error reached nobody: %s", type(error).__name__)
            self._arrived.emit(error)
            return
        key = (type(error).__qualname__, _place(error))
        count = self._counts[key] = self._counts.get(key, 0) + 1
        if count == 1:
            _log.error("program error\n%s", report_text(error))
        elif str(count).rstrip("0") == "1":  # 10, 100, 1000: a timer must not fill the log
            _log.error("program error, for the %dth time, at %s", count, key[1])
        last, now = self._last_seen.get(key), self._now()
        self._last_seen[key] = now
        if last is None or now - last > _SAME_TROUBLE_SECONDS:
            self._arrived.emit(error)

    def _hook(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        self.take(error)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.take(arguments.exc_value)

    def _on_arrived(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            messages.show_error(self._parent_window(), error)
            return
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.add(report_text(error))
            return
        self._dialog = CrashDialog(report_text(error), self._log_folder, self._parent_window())
        self._dialog.open()


class CrashDialog(Dialog):
    """The report of a program error. Opening it asks nothing; the app goes on."""

    def __init__(self, report: str, log_folder: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lỗi phần mềm – Sổ Phát ngôn")
        self._log_folder = log_folder
        words = QLabel(
            "Phần mềm gặp lỗi ngoài dự kiến. Những gì đã cất vẫn còn; anh/chị có thể làm tiếp.\n"
            "Nếu lỗi lặp lại, chép báo cáo dưới đây gửi cán bộ tin học của cơ quan "
            "(báo cáo không chứa nội dung hồ sơ)."
        )
        words.setWordWrap(True)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        metrics = self.fontMetrics()
        self._report.setMinimumSize(metrics.averageCharWidth() * 70, metrics.height() * 10)
        self._copy_button = QPushButton("&Chép báo cáo")
        self._copy_button.clicked.connect(self._on_copy_button_clicked)
        self._folder_button = QPushButton("&Mở thư mục nhật ký")
        self._folder_button.clicked.connect(self._on_folder_button_clicked)
        self._folder_button.setVisible(log_folder is not None)
        self._go_on_button = QPushButton("&Tiếp tục")
        self._go_on_button.clicked.connect(self.accept)
        self._go_on_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy_button)
        buttons.addWidget(self._folder_button)
        buttons.addStretch(1)
        buttons.addWidget(self._go_on_button)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self._report, 1)
        layout.addLayout(buttons)
        self._go_on_button.setFocus()

    def add(self, report: str) -> None:
        """Add the report of one more error to the one on show."""
        self._report.appendPlainText(f"\n{report}")

    def text(self) -> str:
        """Return the whole report."""
        return self._report.toPlainText()

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._copy_button.setText("Đã &chép")

    def _on_folder_button_clicked(self) -> None:
        if self._log_folder is not None:
            open_path(self._log_folder)


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _qt_log.log(_QT_LEVELS.get(kind, logging.WARNING), "%s", message)
