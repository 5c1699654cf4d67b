"""The main window: painted before the book is opened, or anything that reads it even imported.

It holds the opening page first, and the workspace once the book is open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QFileInfo, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QSessionManager
from PySide6.QtWidgets import QMainWindow

from app.errors import AppError
from app.settings import Settings
from app.ui import tasks
from app.ui.shell.opening_page import OpeningPage

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.shell.workspace import Workspace


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
        self.setWindowTitle("Sổ Phát ngôn")
        self._opening_page = OpeningPage()
        self._opening_page.first_painted.connect(self.first_painted)
        self._opening_page.retry_requested.connect(self.open_book)
        self._opening_page.folder_requested.connect(self._on_data_folder)
        self._opening_page.quit_requested.connect(self.close)
        self.setCentralWidget(self._opening_page)
        self._is_placed = self.restoreGeometry(QByteArray.fromHex(settings.geometry.encode()))
        if not self._is_placed:
            self.resize(self.screen().availableGeometry().size() * 0.9)
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
        from app.ui.shell.workspace import Workspace

        self._ctx = ctx
        self._workspace = Workspace(self, self._settings, ctx)
        self.setCentralWidget(self._workspace)  # the opening page is done with, and deleted
        self._workspace.begin()
        self.book_opened.emit()

    def _on_book_failed(self, error: BaseException) -> None:
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
            raise error
        self._opening_page.show_error(error, folder_exists=folder_exists)

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

    # Leaving

    def may_close(self) -> bool:
        """Ask about unsaved text."""
        return self._workspace is None or self._workspace.may_close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._remember()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange:
            # An unfinished Vietnamese syllable would be lost with the switch to another window.
            QGuiApplication.inputMethod().commit()
        super().changeEvent(event)

    def _on_commit_data_requested(self, session: QSessionManager) -> None:
        """The PC is shutting down: ask about unsaved text; where asking is barred, hold it up."""
        if self._workspace is None or not self._workspace.is_dirty():
            self._remember()
        elif session.allowsInteraction():
            if self.may_close():
                self._remember()
            else:
                session.cancel()
            session.release()
        else:
            session.cancel()

    def _remember(self) -> None:
        self._settings.geometry = bytes(self.saveGeometry().data()).hex()
        if self._workspace is not None:
            self._workspace.remember()
        self._settings.save()
