"""The main window: painted before the book is opened, or anything that reads it even imported.

It holds the opening page first, and the workspace once the book is open. The book may be closed
and opened again, or another one, without leaving the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QFileInfo, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QSessionManager
from PySide6.QtWidgets import QApplication, QMainWindow

from app import win32
from app.errors import AppError, DatabaseDamaged
from app.settings import Settings
from app.ui import tasks
from app.ui.screens import room_around
from app.ui.shell.opening_page import OpeningPage

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.backup.desk import BackupDesk
    from app.ui.first_start.sample import SampleBook
    from app.ui.shell.workspace import Workspace
    from app.ui.watch.unsaved import UnsavedKeeper

_TITLE = "Sổ Phát ngôn"
_BOX_MILLISECONDS = 100  # between two looks whether a box is still open
# What Windows shows beside the program that keeps it from shutting down.
_UNSAVED = "Còn nội dung chưa cất. Bấm Hủy (Cancel) để quay lại cất."
_BUSY = "Đang xử lý dữ liệu của sổ. Bấm Hủy (Cancel) và chờ một lát rồi tắt máy."


@dataclass(frozen=True, slots=True)
class _Reopening:
    """What ``MainWindow.reopen`` was asked for."""

    settings: Settings
    opener: Callable[[], AppContext]
    between: Callable[[], Any] | None
    words: str
    on_done: Callable[[Any], None] | None


class MainWindow(QMainWindow):
    """One window over one data folder. ``opener`` opens the book; it runs in a worker."""

    first_painted = Signal()
    book_opened = Signal()

    def __init__(self, settings: Settings, opener: Callable[[], AppContext]) -> None:
        super().__init__()
        self._settings = settings
        self._opener = opener
        self._data_dir = settings.path.parent
        self._ctx: AppContext | None = None
        self._workspace: Workspace | None = None
        self._keeper: UnsavedKeeper | None = None
        self._own_book = (settings, opener)
        self._sample_book: SampleBook | None = None
        self._backup_desk: BackupDesk | None = None
        self._is_opening = False  # or closing, to open again
        self._is_between = False  # two books: what is done then must not be broken off
        self._after_opening: Callable[[], None] | None = None
        self.setWindowTitle(_TITLE)
        self._opening_page = self._new_opening_page()
        self._opening_page.first_painted.connect(self.first_painted)
        self.setCentralWidget(self._opening_page)
        self._is_placed = self.restoreGeometry(QByteArray.fromHex(settings.geometry.encode()))
        if not self._is_placed:
            self.resize(room_around(self).size() * 0.9)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._on_commit_data_requested)

    def appear(self) -> None:
        """Show the window where it was left; at the first start as large as the screen."""
        if self._is_placed:
            self.show()
        else:
            self.showMaximized()

    # Opening the book

    def open_book(self) -> None:
        """Open the database in a worker; then show the first list, or ask for the profile."""
        self._is_opening = True
        self._opening_page.show_opening()
        tasks.run(self._opener, self._on_book_opened, self._on_book_failed)

    @property
    def context(self) -> AppContext | None:
        """The open book; None before it is opened."""
        return self._ctx

    @property
    def workspace(self) -> Workspace:
        """What the clerk works in. Raises RuntimeError before the book is opened."""
        if self._workspace is None:
            raise RuntimeError("the book is not open")
        return self._workspace

    def _on_book_opened(self, ctx: AppContext) -> None:
        from app.ui.first_start.sample import SampleBook
        from app.ui.shell.workspace import Workspace
        from app.ui.watch.pc_clock import watch_clock

        self._ctx = ctx
        # A day begins with what is due; a book opened anew meanwhile stays where the clerk was.
        area = "" if self._sample_book is None else self._settings.last_area
        if self._sample_book is None:
            self._sample_book = SampleBook(self, *self._own_book)
        self.setWindowTitle(f"{_TITLE} – DỮ LIỆU MẪU" if ctx.is_sample else _TITLE)
        desk = self._desk()
        self._workspace = Workspace(self, self._settings, ctx, self._sample_book, desk)
        self.setCentralWidget(self._workspace)  # the opening page is done with, and deleted
        self._workspace.begin(area)
        self._keep_unsaved(ctx)
        watch_clock(ctx, self._workspace.notices)
        self._workspace.recounting.look()
        self.book_opened.emit()
        self._on_opening_ended()

    def _desk(self) -> BackupDesk:
        from app.ui.backup.desk import BackupDesk  # the first paint does not wait for it

        if self._backup_desk is None:
            self._backup_desk = BackupDesk(self, self._own_book[0])
        return self._backup_desk

    def _keep_unsaved(self, ctx: AppContext) -> None:
        from app.ui.watch.unsaved import UnsavedKeeper, kept_files

        left = kept_files(ctx.data_dir)
        self._keeper = UnsavedKeeper(self.workspace, ctx.data_dir, ctx.today)
        if left:
            self.workspace.notices.say(
                "unsaved",
                "Lần trước phần mềm bị tắt khi còn nội dung chưa cất. Nội dung ấy vẫn được giữ.",
                "Xem nội dung",
                partial(self._show_kept, left),
            )

    def _show_kept(self, files: list[Path]) -> None:
        from app.ui.watch.kept_text import KeptTextDialog

        dialog = KeptTextDialog(files, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _on_book_failed(self, error: BaseException) -> None:
        self._show_failure(error)
        self._on_opening_ended()
        if not isinstance(error, AppError):
            raise error

    def _show_failure(self, error: BaseException) -> None:
        # Qt, unlike Path, has an answer for a folder that may not be looked into too.
        folder_exists = QFileInfo(str(self._data_dir)).isDir()
        if not isinstance(error, AppError):
            self._opening_page.show_error(
                AppError(
                    "Không mở được sổ vì một lỗi ngoài dự kiến của phần mềm.",
                    "Dữ liệu được giữ nguyên. Chép báo cáo lỗi gửi cán bộ tin học của cơ quan.",
                ),
                folder_exists=folder_exists,
            )
        else:
            is_own = self._settings is self._own_book[0]
            self._opening_page.show_error(
                error,
                folder_exists=folder_exists,
                can_restore=is_own and isinstance(error, DatabaseDamaged),
            )

    def _on_opening_ended(self) -> None:
        self._is_opening = False
        after, self._after_opening = self._after_opening, None
        if after is not None:
            after()

    def _new_opening_page(self) -> OpeningPage:
        page = OpeningPage()
        page.retry_requested.connect(self.open_book)
        page.restore_requested.connect(lambda: self._desk().restore())
        page.folder_requested.connect(self._on_data_folder)
        page.quit_requested.connect(self.close)
        return page

    def _on_data_folder(self) -> None:
        from app.ui.files import open_path  # the first paint does not wait for it

        open_path(self._data_dir)

    def bring_to_front(self) -> None:
        """Show the window over all others, from the task bar too."""
        from PySide6.QtCore import Qt  # see app.ui.theme: not before the first paint

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Closing the book and opening again

    def reopen(
        self,
        *,
        opener: Callable[[], AppContext] | None = None,
        settings: Settings | None = None,
        between: Callable[[], Any] | None = None,
        words: str = "Đang đóng sổ…",
        on_done: Callable[[Any], None] | None = None,
        ask_unsaved: bool = True,
    ) -> bool:
        """Close the book and open it again; or another one, by its ``opener`` and ``settings``.

        Returns False, with all as it was, where the clerk keeps unsaved text or a book is being
        opened already. ``between`` runs in the worker while no book is open; ``words`` are shown
        meanwhile. Trouble with it is told, and a book is opened regardless; else ``on_done`` gets
        what it returned. Either is told once the opening has ended, well or not. Without
        ``ask_unsaved`` what is typed and not saved goes with the book.
        """
        if self._is_opening or (ask_unsaved and not self.may_close()):
            return False
        self._is_opening = True
        wanted = _Reopening(
            settings or self._settings, opener or self._opener, between, words, on_done
        )
        if self._workspace is None:
            self._is_between = True
            self._close_book(wanted)
            return True
        self._workspace.setEnabled(False)
        self.menuBar().setEnabled(False)
        self._leave_when_idle(wanted)
        return True

    def _leave_when_idle(self, wanted: _Reopening) -> None:
        """Leave once all that was under way has told its end: a sheet being written, say."""
        tasks.run(lambda: None, lambda _nothing: self._leave(wanted))

    def _leave(self, wanted: _Reopening) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        if QApplication.activeModalWidget() is not None:  # a box over a page: it must end first
            QTimer.singleShot(_BOX_MILLISECONDS, partial(self._leave_when_idle, wanted))
            return
        self._remember()
        self._stop_keeping()
        workspace.leave()
        self.menuBar().setEnabled(True)
        self._workspace = None
        self._is_between = True
        tasks.drop_all()
        # No page may read from the book while it is closed, or later.
        workspace.destroyed.connect(lambda: self._close_book(wanted))
        self._opening_page = self._new_opening_page()
        self.setCentralWidget(self._opening_page)  # the workspace is done with, and deleted
        self._opening_page.show_opening(wanted.words)

    def _close_book(self, wanted: _Reopening) -> None:
        self._opening_page.show_opening(wanted.words)
        ctx, self._ctx = self._ctx, None
        tasks.run(
            partial(_close, ctx, wanted.between),
            partial(self._on_closed, wanted),
            partial(self._on_between_failed, wanted),
        )

    def _on_closed(self, wanted: _Reopening, result: Any) -> None:
        if wanted.on_done is not None:
            self._after_opening = partial(wanted.on_done, result)
        self._open_wanted(wanted)

    def _on_between_failed(self, wanted: _Reopening, error: BaseException) -> None:
        self._after_opening = partial(self._tell, error)
        self._open_wanted(wanted)

    def _open_wanted(self, wanted: _Reopening) -> None:
        self._is_between = False
        self._settings = wanted.settings
        self._data_dir = wanted.settings.path.parent
        self._opener = wanted.opener
        self.setWindowTitle(_TITLE)
        self.open_book()

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        from app.ui import messages  # the first paint does not wait for it

        messages.show_error(self, error)

    # Leaving

    def may_close(self) -> bool:
        """Ask about unsaved text."""
        return self._workspace is None or self._workspace.may_close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_between or not self.may_close():
            event.ignore()
            return
        self._remember()
        self._stop_keeping()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from app.ui.widgets import press_button  # not before the first paint

        if not press_button(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange:
            # An unfinished Vietnamese syllable would be lost with the switch to another window.
            QGuiApplication.inputMethod().commit()
        super().changeEvent(event)

    def _on_commit_data_requested(self, session: QSessionManager) -> None:
        """The PC is shutting down: hold it up for unsaved text, which is kept whatever happens.

        Windows wants a refusal with a reason at once, not a question: it puts its own screen over
        ours, where the user goes back or shuts down all the same. Other systems let us ask.
        """
        from app.ui.watch.unsaved import dirty_pages

        QGuiApplication.inputMethod().commit()
        win32.allow_shutdown(int(self.winId()))
        if self._is_between:
            win32.hold_shutdown(int(self.winId()), _BUSY)
            session.cancel()
            return
        self._remember()
        if self._keeper is None or self._workspace is None or not dirty_pages(self):
            return
        self._keeper.keep()
        if win32.hold_shutdown(int(self.winId()), _UNSAVED):
            session.cancel()
            self._workspace.show_unsaved()
            self._workspace.notices.say(
                "shutdown",
                "Máy định tắt khi còn nội dung chưa cất. Cất (Ctrl+S) rồi tắt máy lại.",
            )
        elif not session.allowsInteraction():
            session.cancel()
        else:
            if not self.may_close():
                session.cancel()
            session.release()

    def _stop_keeping(self) -> None:
        """Whatever was unsaved is saved now, or given up."""
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = None

    def _remember(self) -> None:
        self._settings.geometry = bytes(self.saveGeometry().data()).hex()
        if self._workspace is not None:
            self._workspace.remember()
        self._settings.save()


def _close(ctx: AppContext | None, between: Callable[[], Any] | None) -> Any:
    if ctx is not None:
        ctx.close()
    return None if between is None else between()
