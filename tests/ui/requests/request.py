"""The correction request page in tests: opened over a real database, worked by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from app.bootstrap import AppContext
from app.services.office.data import OfficeProfile
from app.settings import Settings
from app.ui import tasks
from app.ui.letters.dialogs import LeavingDialog
from app.ui.requests.page import RequestPage
from app.ui.widgets.block_list import BlockListEdit
from tests.services.office_profiles import article_in, make_authority, state_profile
from tests.ui.keyboard import commit, wait_for_focus

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def office(ctx: AppContext, **over: object) -> OfficeProfile:
    """Save a State office that knows its press authority."""
    values = {"press_authority_id": make_authority(ctx)} | over
    return ctx.office.save_profile(state_profile(ctx, **values))


def article(ctx: AppContext, **over: object) -> int:
    """Add the article that the tests are about."""
    values = {"title": "Bờ kè mới đã nứt"} | over
    return article_in(ctx, **values)


class RequestClerk:
    """Looks at a request page and presses its keys."""

    def __init__(self, qtbot, page: RequestPage) -> None:
        self.qtbot = qtbot
        self.page = page
        self.notices: list[str] = []
        self.undo: list[object] = []
        self.opened: list[tuple[str, object]] = []
        page.notice.connect(self._on_notice)
        page.open_requested.connect(lambda kind, id_, _values: self.opened.append((kind, id_)))

    def _on_notice(self, text: str, undo: object) -> None:
        self.notices.append(text)
        self.undo.append(undo)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.page, key, modifier)

    def write(self, text: str) -> None:
        """Put text where the cursor is, as an input method commits it."""
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        commit(focus, text)

    def rewrite(self, text: str) -> None:
        """Replace all text of the field in hand."""
        self.press(Qt.Key.Key_A, CTRL)
        if text:
            self.write(text)
        else:
            self.press(Qt.Key.Key_Delete)

    def tab(self, number: int) -> None:
        self.page.form().setCurrentIndex(number - 1)

    def go(self, widget: QWidget) -> None:
        widget.setFocus()

    def row(self, name: str) -> QWidget:
        """Go to a field by the name of its editor and return it."""
        widget = self.page.form().findChild(QWidget, name)
        assert widget is not None, name
        for index, tab in enumerate(self.page.form()._tabs):
            if tab.isAncestorOf(widget):
                self.tab(index + 1)
        widget.setFocus()
        return widget

    def focus(self) -> str:
        """Return the name of the editor that the cursor is in."""
        widget = QApplication.focusWidget()
        while widget is not None and not (
            widget.objectName() and isinstance(widget, QWidget) and "qt_" not in widget.objectName()
        ):
            widget = widget.parentWidget()
        return widget.objectName() if widget is not None else ""

    def error(self, name: str) -> str:
        """Return the error shown under a field of a form row."""
        for tab in self.page.form()._tabs:
            if name in tab._rows:
                return tab._rows[name].error()
        return self.page.form().sending._errors[name].error()

    def settle(self) -> None:
        """Wait until the page shown is that of what stands in the fields."""
        self.qtbot.waitUntil(
            lambda: not self.page._pause.isActive() and self.page.preview().is_current(),
            timeout=10_000,
        )

    def text(self) -> str:
        """Return the letter's text as it stands."""
        text = self.page.form().text.text()
        return "\n".join((text.subject, *text.body))

    def steps(self) -> list[str]:
        return [one.text() for one in self.page.page_actions() if one.isVisible()]

    def step(self, name: str) -> QAction:
        return next(one for one in self.page.page_actions() if one.objectName() == name)

    def give_word(self, dialog: QDialog) -> None:
        """Say in a dialog of a letter that leaves that it holds no secret, and go on."""
        assert isinstance(dialog, LeavingDialog)
        self.qtbot.keyClick(dialog._word_box, Qt.Key.Key_Space)
        self.qtbot.keyClick(dialog, Qt.Key.Key_Return)

    def in_dialog(self, act: Callable[[QDialog], None]) -> None:
        """Have the next dialog worked by ``act``; it must close it."""
        QTimer.singleShot(0, lambda: _when_open(act))


def _when_open(act: Callable[[QDialog], None], tries: int = 100) -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        act(dialog)
    elif tries:
        QTimer.singleShot(10, lambda: _when_open(act, tries - 1))


def open_request(qtbot, ctx: AppContext, request_id: int | None, article_id: int | None):
    """Show the page as the window does."""
    values = {"article_id": article_id} if article_id is not None else None
    page = RequestPage(ctx, Settings.load(ctx.data_dir), request_id, values)
    qtbot.addWidget(page, before_close_func=lambda _page: tasks.wait_for_all())
    clerk = RequestClerk(qtbot, page)
    page.resize(1180, 650)
    page.show()
    page.activateWindow()
    page.focus_first()
    wait_for_focus(qtbot, page)
    clerk.settle()
    return clerk


def points(clerk: RequestClerk) -> BlockListEdit:
    return clerk.page.form().facts._points


def typed(widget: QWidget) -> str:
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()


__all__ = ["ALT", "CTRL", "SHIFT", "QLineEdit", "RequestClerk", "article", "office",
           "open_request", "points", "typed"]  # fmt: skip
