"""The main window in tests: opened over a book, worked by keyboard, read as words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import AppContext
from app.rules.vocabulary import Layout
from app.services.office.data import SignerLine
from app.settings import Settings
from app.ui import tasks
from app.ui.pages.list_page import ListPage
from app.ui.pages.page import Page
from app.ui.shell.main_window import MainWindow
from app.ui.shell.opening_page import OpeningPage
from app.ui.today.page import TodayPage


def fill_in_office(ctx: AppContext) -> None:
    """Save a profile, so that the window begins with its lists."""
    profile = ctx.office.default_profile(Layout.STATE)
    ctx.office.save_profile(
        replace(
            profile,
            name="Sở Xây dựng",
            place="An Giang",
            symbol="SXD-VP",
            signers=(SignerLine("Nguyễn Văn An", "", "GIÁM ĐỐC"),),
        )
    )


class Clerk:
    """Looks at the window and presses its keys."""

    def __init__(self, qtbot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def page(self) -> Page | OpeningPage:
        if self.window._workspace is None:
            return self.window._opening_page
        page = self.window.workspace._stack.page()
        assert page is not None
        return page

    @property
    def list(self) -> ListPage:
        assert isinstance(self.page, ListPage)
        return self.page

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def wait(self) -> None:
        """Let everything under way arrive."""
        tasks.wait_for_all()
        self.qtbot.waitUntil(lambda: not tasks._running, timeout=30_000)
        QApplication.processEvents()

    def rows(self, column: int = 0) -> list[str]:
        """Return the texts of one column of the list in front."""
        model = self.list._model
        return [model.text_at(row, column) for row in range(model.rowCount())]

    def current(self, column: int = 0) -> str:
        table = self.list._table
        return self.list._model.text_at(table.currentIndex().row(), column)

    def notice(self) -> str:
        return self.window.workspace._notice_bar.text()

    def heading(self) -> str:
        return self.window.workspace._title_label.text()


def open_window(
    qtbot, data_dir: Path, opener: Callable[[], AppContext], area: str = "incidents"
) -> Clerk:
    """Show a window and open its book; then go to an area, unless the clerk is asked for more."""
    window = MainWindow(Settings.load(data_dir), opener)
    qtbot.addWidget(window, before_close_func=_let_close)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    clerk = Clerk(qtbot, window)
    window.open_book()
    clerk.wait()
    if isinstance(clerk.page, TodayPage):
        window.workspace._go_to(area)
        clerk.wait()
    return clerk


def _let_close(window: QWidget) -> None:
    tasks.wait_for_all()
    assert isinstance(window, MainWindow)
    window.may_close = lambda: True  # type: ignore[method-assign]
