"""What is typed and not saved yet, kept as plain text in case the PC goes off.

Power cuts, forced restarts and crashes ask nobody. Every half minute the open pages' unsaved text
is written into a file of the data folder, and once more when the system shuts down; it goes when
the text was saved or given up. The next start offers what is left, for copying. Of a page that
bears the mark of a state secret nothing is kept, not even what was before.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from app.errors import AppError
from app.files import write_atomically
from app.rules.dates import date_text
from app.rules.duties.secrecy import marks
from app.ui.lines.lines_edit import LinesEdit
from app.ui.pages.page import Page

_log = logging.getLogger(__name__)

_EVERY_MILLISECONDS = 30_000
_STEM = "chua-cat-"
# With the mark that tells any editor on Windows what the letters are.
_ENCODING = "utf-8-sig"


def dirty_pages(window: QWidget) -> list[Page]:
    """Return the pages with unsaved text, those in a dialog over another page too."""
    return [page for page in window.findChildren(Page) if page.is_dirty()]


def typed_text(page: Page) -> str:
    """Return what stands in the fields of ``page``, each under its name, in all its tabs."""
    lines = [page.title()]
    for name, text in _fields(page):
        if "\n" in text:
            lines += [f"{name}:", *(f"    {line}" for line in text.split("\n"))]
        else:
            lines.append(f"{name}: {text}")
    return "\n".join(lines)


def is_marked(page: Page) -> bool:
    """Return whether a field of ``page`` bears the mark of a state secret."""
    for widget in _inside(page):
        # A stamp alone in a cell is a mark; among the words of its line it would look like none.
        texts = widget.cell_texts() if isinstance(widget, LinesEdit) else (_text_in(widget),)
        if any(map(marks, texts)):
            return True
    return False


def look_again(widget: QWidget) -> None:
    """Have the text kept of the window around ``widget`` brought in line now, not in a while."""
    while (parent := widget.parentWidget()) is not None:
        widget = parent
    for keeper in widget.findChildren(UnsavedKeeper):
        keeper.keep()


def kept_files(folder: Path) -> list[Path]:
    """Return the files that earlier runs left in ``folder``."""
    return sorted(folder.glob(f"{_STEM}*.txt"))


def read_kept(files: Iterable[Path]) -> str:
    """Return the text of all ``files`` that can be read."""
    texts = []
    for file in files:
        with suppress(OSError, UnicodeError):
            texts.append(file.read_text(encoding=_ENCODING).strip())
    return "\n\n\n".join(texts)


class UnsavedKeeper(QObject):
    """Keeps the unsaved text of the pages in ``window`` in a file of ``folder``."""

    def __init__(self, window: QWidget, folder: Path, today: Callable[[], date]) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._today = today
        self._file: Path | None = None
        self._kept = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def keep(self) -> None:
        """Write down what is unsaved now; what was written before goes where nothing is."""
        pages = [page for page in dirty_pages(self._window) if not is_marked(page)]
        if not pages:
            self.forget()
            return
        text = "\n\n".join(typed_text(page) for page in pages)
        if text == self._kept:
            return
        if self._file is None:
            self._file = _free_name(self._folder)
        head = f"Nội dung nhập ngày {date_text(self._today())}, chưa cất khi phần mềm bị tắt.\n\n"
        try:
            write_atomically(self._file, f"{head}{text}\n".encode(_ENCODING))
        except AppError as error:  # the save that follows will tell the clerk
            _log.warning("unsaved text cannot be kept: %s", type(error).__name__)
        else:
            self._kept = text

    def forget(self) -> None:
        """Remove what was written: the clerk saved it or gave it up."""
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
        self._file, self._kept = None, ""

    def stop(self) -> None:
        """Keep no more; the book is being left."""
        self._timer.stop()
        self.forget()

    def _on_focus_changed(self) -> None:
        """Let go what was kept as soon as a field with a mark is left, not half a minute later."""
        if self._file is not None and any(map(is_marked, dirty_pages(self._window))):
            self.keep()


def _fields(page: Page) -> Iterator[tuple[str, str]]:
    """Yield names and texts in the order of reading."""
    for widget in _inside(page):
        text = _text_in(widget)
        if text.strip():
            yield _name(widget), text


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """Yield all parts of ``widget``, but not what opens over it: a calendar, a list, a dialog.

    Not by the chain of Tab: each widget that PySide hands out of it is taken for a child of the
    one before, at last the window for a child of a button, and is given up with that.
    """
    if isinstance(widget, QStackedWidget):  # who was shown last comes last among its children
        parts = [widget.widget(place) for place in range(widget.count())]
    else:
        parts = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for part in parts:
        if not part.isWindow():
            yield part
            if not isinstance(part, LinesEdit):  # it tells all of its cells itself
                yield from _inside(part)


def _text_in(widget: QWidget) -> str:
    match widget:
        case LinesEdit():
            return "" if widget.is_read_only() else widget.text()
        case QLineEdit() if isinstance(widget.parentWidget(), QAbstractSpinBox):
            return ""
        case QLineEdit():
            return "" if widget.isReadOnly() else widget.text()
        case QPlainTextEdit():
            return "" if widget.isReadOnly() else widget.toPlainText()
        case QComboBox():
            return widget.currentText() if widget.isEnabled() else ""
    return ""


def _name(widget: QWidget) -> str:
    if isinstance(widget, LinesEdit):
        return widget.spec.title
    if widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


def _free_name(folder: Path) -> Path:
    number = 1
    while (folder / f"{_STEM}{number}.txt").exists():
        number += 1
    return folder / f"{_STEM}{number}.txt"
