"""Into the sample book, back to the office's own, and the end of the sample."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog

from app import paths
from app.errors import AppError
from app.settings import Settings
from app.ui import messages, tasks

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.shell.main_window import MainWindow


class SampleBook(QObject):
    """What a window over the office's own book does about the sample book.

    ``settings`` and ``opener`` are those of the own book. The sample has settings of its own, in
    its own folder, so that nothing of it stays in those of the office.
    """

    _progressed = Signal(int, int, str)

    def __init__(
        self, window: MainWindow, settings: Settings, opener: Callable[[], AppContext]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._opener = opener
        self._stop = Event()
        self._is_making = False
        self._dialog: QProgressDialog | None = None
        self._progressed.connect(self._on_progressed)

    @property
    def home(self) -> Path:
        """The folder of the office's own book."""
        return self._settings.path.parent

    def exists(self) -> bool:
        """Return whether there is a sample book, seen or not."""
        return paths.sample_dir(self.home).exists()

    def is_open(self) -> bool:
        """Return whether the window shows the sample and there is an own book to go back to."""
        context = self._window.context
        return context is not None and context.data_dir == paths.sample_dir(self.home)

    def show(self) -> None:
        """Open the sample book, making it first if there is none."""
        context = self._window.context
        if context is None or self.is_open() or self._is_making:
            return
        self._is_making = True
        self._stop.clear()
        if not self.exists():
            self._dialog = self._new_dialog()
            self._dialog.show()
        clock = context.clock
        tasks.run(
            partial(_make, self.home, clock, self._report),
            partial(self._on_made, clock),
            self._on_making_failed,
        )

    def leave(self) -> None:
        """Go back to the office's own book; the sample stays as it is."""
        if self.is_open():
            self._window.reopen(
                opener=self._opener,
                settings=self._settings,
                words="Đang về sổ của cơ quan…",
                on_done=lambda _nothing: self._tell(
                    "Đã về sổ của cơ quan. Dữ liệu mẫu còn đó: xem tiếp hoặc bỏ ở menu Hệ thống."
                ),
            )

    def remove(self) -> None:
        """Delete the sample book after a question, and be back in the office's own."""
        if not self.exists() or not messages.confirm(
            self._window,
            "Bỏ dữ liệu mẫu?",
            "Sổ mẫu và mọi thứ đã thử trong đó bị xóa hẳn khỏi máy. Sổ của cơ quan để nguyên.",
            "&Bỏ dữ liệu mẫu",
        ):
            return
        if not self.is_open():
            tasks.run(partial(_remove, self.home), self._on_removed, self._on_failed)
            return
        self._window.reopen(
            opener=self._opener,
            settings=self._settings,
            between=partial(_remove, self.home),
            words="Đang bỏ dữ liệu mẫu…",
            on_done=self._on_removed,
            ask_unsaved=False,  # it goes with the book
        )

    # Making

    def _report(self, done: int, size: int, what: str) -> bool:
        """Tell from the worker how far it is; return whether to go on."""
        self._progressed.emit(done, size, what)
        return not self._stop.is_set()

    def _on_progressed(self, done: int, size: int, what: str) -> None:
        if self._dialog is not None:
            self._dialog.setLabelText(f"Đang tạo dữ liệu mẫu: {done} / {size} {what}…")

    def _new_dialog(self) -> QProgressDialog:
        # Without an end of its own: how long the parts take differs from PC to PC.
        dialog = QProgressDialog("Đang tạo dữ liệu mẫu…", "&Thôi", 0, 0, self._window)
        dialog.setWindowTitle("Sổ Phát ngôn")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumWidth(dialog.fontMetrics().averageCharWidth() * 60)
        dialog.canceled.connect(self._stop.set)
        return dialog

    def _on_making_ended(self) -> None:
        self._is_making = False
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.reset()
            dialog.deleteLater()

    def _on_made(self, clock: Callable[[], datetime], folder: Path | None) -> None:
        self._on_making_ended()
        if folder is not None:
            settings = deepcopy(self._settings)
            settings.path = folder / settings.path.name
            settings.last_area = ""
            self._window.reopen(
                opener=partial(_open, folder, clock),
                settings=settings,
                words="Đang mở dữ liệu mẫu…",
            )

    def _on_making_failed(self, error: BaseException) -> None:
        self._on_making_ended()
        self._on_failed(error)

    # After

    def _on_removed(self, completely: bool) -> None:
        self._tell(
            "Đã bỏ dữ liệu mẫu."
            if completely
            else "Đã bỏ dữ liệu mẫu. Vài tệp đang bị giữ, phần mềm xóa nốt ở lần mở sau."
        )

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        messages.show_error(self._window, error)

    def _tell(self, words: str) -> None:
        if self._window.context is not None:  # else the window says why it could not open the book
            self._window.workspace.show_notice(words)


# In the worker; what makes and opens books is imported here.


def _make(
    home: Path, clock: Callable[[], datetime], report: Callable[[int, int, str], bool]
) -> Path | None:
    """Make the sample and see that it opens: trouble is told while the own book is still there."""
    from app.demo.sample import make_sample

    folder = make_sample(home, clock(), report)
    if folder is not None:
        _open(folder, clock).close()
    return folder


def _open(folder: Path, clock: Callable[[], datetime]) -> AppContext:
    from app.bootstrap import open_context

    return open_context(folder, clock, sample=True)


def _remove(home: Path) -> bool:
    from app.demo.sample import remove_sample

    return remove_sample(home)
