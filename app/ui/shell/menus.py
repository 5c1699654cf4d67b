"""The menus of the window over an open book, and what those do that no page does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from app import paths
from app.ui import actions
from app.ui.actions import ActionSpec
from app.ui.files import open_path
from app.ui.pages.page import Page
from app.ui.shell.areas import AREAS

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.backup.desk import BackupDesk
    from app.ui.first_start.sample import SampleBook


class Menus(QObject):
    """Stand on ``window`` until ``leave``, and go with ``workspace``: the window may get another.

    ``front_page`` returns the page whose keys are shown among those of the window.
    """

    back_requested = Signal()
    undo_requested = Signal()
    welcome_requested = Signal()
    area_requested = Signal(str)
    month_requested = Signal()
    deed_done = Signal(str, object)  # what was done, in words; a call that undoes it, or None
    open_requested = Signal(str, object, object)  # as of a page

    def __init__(
        self,
        window: QMainWindow,
        workspace: QWidget,
        ctx: AppContext,
        sample: SampleBook,
        desk: BackupDesk,
        front_page: Callable[[], Page | None],
    ) -> None:
        super().__init__(workspace)
        self._window = window
        self._workspace = workspace
        self._ctx = ctx
        self._sample = sample
        self._desk = desk
        self._front_page = front_page
        self.back = self._make("back", self._on_back)
        self.undo = self._make("undo", self._on_undo)
        self.undo.setEnabled(False)
        window.addAction(self.undo)
        self._quit = self._make("quit", window.close)
        self._keys = self._make("keys", self._on_keys)
        count_term = self._make("count_term", self._on_count_term)
        entitled = self._make("entitled", self._on_entitled)
        month = self._make("month", self._on_month)
        self._remove_sample = self._make("remove_sample", sample.remove)
        # What has a key wherever the clerk is in the window.
        self.of_window = [
            self.back, self.undo, self._quit, self._keys, month, count_term, entitled,
        ]  # fmt: skip
        # No Alt-letters on the menu bar: they belong to the fields of the forms (Alt alone opens
        # the first menu).
        self._fill_system(self._add("Hệ thống"))
        view = self._add("Xem")
        view.addAction(self.back)
        self.areas = self._area_actions()
        view.addAction(month)
        self._fill_areas(view.addMenu("Các phần của sổ"))
        self._fill_tools(self._add("Tiện ích"), [count_term, entitled])
        self._fill_help(self._add("Trợ giúp"))

    def leave(self) -> None:
        """Take all off the window at once, before this is deleted.

        Menus and keys still there would answer beside those of the next workspace.
        """
        self._window.menuBar().clear()
        self._window.removeAction(self.undo)

    # Making

    def _make(self, action_id: str, slot: Callable[[], object]) -> QAction:
        return actions.make("window", action_id, self, slot)

    def _add(self, title: str) -> QMenu:
        menu = QMenu(title, self._workspace)
        self._window.menuBar().addMenu(menu)
        return menu

    def _fill_system(self, menu: QMenu) -> None:
        if not self._ctx.is_sample:  # nobody needs a copy of that
            backup = self._make("backup", self._desk.back_up)
            self.of_window.append(backup)
            menu.addActions([backup, self._make("restore_backup", self._desk.restore)])
        menu.addAction(self._make("data_folder", self._on_data_folder))
        menu.addActions(self._sample_actions())
        menu.addAction(self._quit)
        menu.aboutToShow.connect(self._on_system_about_to_show)

    def _sample_actions(self) -> list[QAction]:
        """Return the ways into the sample book, or out of it; none in one opened by itself."""
        if self._sample.is_open():
            return [self._make("own_book", self._sample.leave), self._remove_sample]
        if self._ctx.is_sample:
            return []
        return [self._make("sample", self._sample.show), self._remove_sample]

    def _area_actions(self) -> list[QAction]:
        return [
            actions.from_spec(
                ActionSpec(area.id, area.text, f"Ctrl+{area.digit}" if area.digit else "", ""),
                self,
                self._on_area,
            )
            for area in AREAS
        ]

    def _fill_areas(self, menu: QMenu) -> None:
        for group, areas in groupby(zip(AREAS, self.areas, strict=True), lambda one: one[0].group):
            menu.addSection(group)
            menu.addActions([action for _area, action in areas])

    def _fill_tools(self, menu: QMenu, asking: list[QAction]) -> None:
        menu.addActions(asking)
        menu.addSeparator()
        menu.addActions(
            [
                self._make("reorganise", self._on_reorganise),
                self._make("past_reorganisations", self._on_past_reorganisations),
                self._make("load_example", self._on_load_example),
            ]
        )
        menu.addSeparator()
        menu.addAction(self._make("false_alarms", self._on_false_alarms))

    def _fill_help(self, menu: QMenu) -> None:
        welcome = self._make("welcome", self._on_welcome)
        welcome.setEnabled(not self._ctx.is_sample)
        log_folder = self._make("log_folder", self._on_log_folder)
        about = self._make("about", self._on_about)
        menu.addActions([welcome, self._keys, log_folder, about])

    # What they do

    def _on_back(self) -> None:
        self.back_requested.emit()

    def _on_undo(self) -> None:
        self.undo_requested.emit()

    def _on_welcome(self) -> None:
        self.welcome_requested.emit()

    def _on_month(self) -> None:
        self.month_requested.emit()

    def _on_area(self) -> None:
        action = self.sender()
        if action is not None:
            self.area_requested.emit(action.objectName())

    def _on_system_about_to_show(self) -> None:
        self._remove_sample.setEnabled(self._sample.exists())

    def _on_data_folder(self) -> None:
        open_path(self._ctx.data_dir)

    def _on_log_folder(self) -> None:
        open_path(paths.logs_dir(self._sample.home))  # the sample book keeps no log

    def _on_count_term(self) -> None:
        from app.ui.clocks.count_dialog import open_count_dialog

        open_count_dialog(self._ctx, self._window)

    def _on_entitled(self) -> None:
        from app.ui.speakers.entitled_dialog import open_entitled_dialog

        open_entitled_dialog(self._ctx, self._authorise, self._window)

    def _authorise(self, values: dict[str, Any]) -> None:
        self.open_requested.emit("authorisation", None, values)

    def _on_false_alarms(self) -> None:
        from app.ui.secrecy.false_alarms_dialog import open_false_alarms

        open_false_alarms(self._ctx, self._open_record, self._window)

    def _open_record(self, kind: str, record_id: int | None) -> None:
        self.open_requested.emit(kind, record_id, None)

    def _on_reorganise(self) -> None:
        from app.ui.reorganisation.opening import open_wizard

        open_wizard(self._ctx, self._window, self.deed_done.emit)

    def _on_past_reorganisations(self) -> None:
        from app.ui.reorganisation.opening import open_past

        open_past(self._ctx, self._window, self.deed_done.emit)

    def _on_load_example(self) -> None:
        from app.ui.reorganisation.opening import open_example

        open_example(self._ctx, self._window, self.deed_done.emit)

    def _on_keys(self) -> None:
        from app.ui.help.key_sheet import KeySheet

        page = self._front_page()
        groups: list[tuple[str, list[QAction]]] = []
        if page is not None:
            own = [action for action in page.page_actions() if action.isVisible()]
            own += [action for action in page.actions() if action not in own]
            groups.append((page.title(), own))
        groups.append(("Toàn cửa sổ", self.of_window))
        groups.append(("Các phần của sổ", self.areas))
        KeySheet(groups, self._window).open()

    def _on_about(self) -> None:
        from app.ui.help.about_dialog import AboutDialog

        dialog = AboutDialog(self._ctx.data_dir, paths.licences_dir(), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
