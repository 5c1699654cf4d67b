"""Work that takes a while: off the UI thread, with a box that tells how far it is and stops it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from app.errors import AppError
from app.services.progress import Progress, Stopped
from app.ui import messages, tasks

_SHOWN_AFTER_MS = 500  # what is done sooner needs no box


class LongWork(QObject):
    """One piece of work. Its results come on the UI thread; nothing comes once it was stopped.

    ``work(progress)`` raises Stopped where progress asks for it, and ``on_stopped`` is called. An
    AppError goes to ``on_error``, or into a box.
    """

    _progressed = Signal(str, int, int)

    def __init__(
        self,
        words: str,
        work: Callable[[Progress], Any],
        on_done: Callable[[Any], object],
        parent: QWidget,
        on_error: Callable[[AppError], None] | None = None,
        on_stopped: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._on_done = on_done
        self._on_error = on_error
        self._on_stopped = on_stopped
        self._stop = Event()
        self._dialog = QProgressDialog(f"{words}…", "&Thôi", 0, 0, parent)
        self._dialog.setWindowTitle("Sổ Phát ngôn")
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(_SHOWN_AFTER_MS)
        self._dialog.setAutoReset(False)
        self._dialog.canceled.connect(self._stop.set)
        self._progressed.connect(self._on_progressed)
        tasks.run(lambda: work(self._report), self._finished, self._failed)

    def _report(self, words: str, done: int, total: int) -> bool:
        """Called by the work in its thread."""
        self._progressed.emit(words, done, total)
        return not self._stop.is_set()

    def _on_progressed(self, words: str, done: int, total: int) -> None:
        if self._stop.is_set():
            return
        self._dialog.setMaximum(total)
        self._dialog.setLabelText(f"{words}: {done}/{total}…" if total else f"{words}…")
        self._dialog.setValue(done)

    def _finished(self, result: object) -> None:
        self._end()
        self._on_done(result)

    def _failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, Stopped):
            if self._on_stopped is not None:
                self._on_stopped()
            return
        if not isinstance(error, AppError):
            raise error
        if self._on_error is not None:
            self._on_error(error)
        else:
            messages.show_error(self._window, error)

    def _end(self) -> None:
        self._dialog.reset()
        self._dialog.deleteLater()
        self.deleteLater()
