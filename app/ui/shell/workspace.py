"""The open book: areas on the left, the area's list or an open record on the right.

Made when the book is open; until then the window holds the opening page alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QMainWindow,
    QMenu,
    QPushButton,
    QSplitter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import paths
from app.errors import AppError
from app.settings import Settings
from app.ui import actions, messages
from app.ui.actions import ActionSpec
from app.ui.files import open_path
from app.ui.first_start.sample_bar import SampleBar
from app.ui.shell.areas import AREAS, first_page, record_page
from app.ui.shell.book_status import BookStatus
from app.ui.shell.notice_bar import NoticeBar
from app.ui.shell.page_stack import PageStack
from app.ui.watch.notices import StandingNotices
from app.ui.watch.recounting import Recounting
from app.ui.widgets import TrailLabel

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.backup.desk import BackupDesk
    from app.ui.first_start.sample import SampleBook

_OFFICE = "office"
_WELCOME = "welcome"  # a page of its own, without a line among the areas
_DIGITS = 9  # keys for that many areas


class Workspace(QWidget):
    """What stands in ``window`` over the open book ``ctx``; its menus and status bar too.

    ``sample`` leads into the sample book and out of it, ``desk`` makes backups and puts them back.
    """

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        ctx: AppContext,
        sample: SampleBook,
        desk: BackupDesk,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._data_dir = settings.path.parent
        self._ctx = ctx
        self._sample = sample
        self._desk = desk
        self._area_list = QListWidget()
        self._area_list.setAccessibleName("Các phần của sổ")
        self._area_list.setObjectName("areas")
        self._area_list.addItems([area.text for area in AREAS])
        for place in range(len(AREAS)):
            height = int(self._area_list.fontMetrics().height() * 1.9)
            self._area_list.item(place).setSizeHint(QSize(0, height))
        self._back_button = QPushButton("‹ Quay lại")
        self._back_button.setToolTip("Về trang trước (Esc)")
        self._back_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title_label = TrailLabel()
        font = self._title_label.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._title_label.setFont(font)
        self._tool_bar = QToolBar()
        self._tool_bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._stack = PageStack()
        self._notice_bar = NoticeBar()
        self._notices = StandingNotices()
        self._assemble()
        self._make_actions()
        self._connect()
        self.recounting = Recounting(ctx, self._notices, self._refresh_all, self)
        self._status = BookStatus(window.statusBar(), ctx, settings)
        desk.changed.connect(self._on_backup_changed)

    def begin(self, area_id: str = "") -> None:
        """Show an area, else what is due today; the welcome page while there is no profile."""
        if self._ctx.office.name() is None and not self._ctx.is_sample:
            self._welcome()
        else:
            known = [area.id for area in AREAS if area.id == area_id]
            self._go_to(known[0] if known else AREAS[0].id)

    # Areas and pages

    def _go_to(self, area_id: str) -> None:
        """Show an area, opening it on the first visit."""
        place = next(place for place, area in enumerate(AREAS) if area.id == area_id)
        self._area_list.blockSignals(True)
        self._area_list.setCurrentRow(place)
        self._area_list.blockSignals(False)
        if self._stack.has(area_id):
            self._stack.show_area(area_id)
            return
        page = first_page(AREAS[place], self._ctx, self._settings)
        self._stack.push(page, area_id)

    def _welcome(self) -> None:
        """Show the welcome page."""
        # No area is chosen, but one is current: the list would go to its first by itself as soon as
        # it got the focus.
        self._area_list.blockSignals(True)
        self._area_list.setCurrentRow(0)
        self._area_list.clearSelection()
        self._area_list.blockSignals(False)
        if self._stack.has(_WELCOME):
            self._stack.show_area(_WELCOME)
        else:
            from app.ui.first_start.welcome_page import WelcomePage

            page = WelcomePage(self._ctx, self._settings)
            page.sample_requested.connect(self._sample.show)
            self._stack.push(page, _WELCOME)
        page_in_front = self._stack.page()
        if page_in_front is not None:
            page_in_front.focus_first()

    def _open_record(
        self, kind: str, record_id: int | None, values: Mapping[str, Any] | None
    ) -> None:
        if kind == _OFFICE:
            self._go_to(_OFFICE)
            return
        try:
            page = record_page(self._ctx, self._settings, kind, record_id, values)
        except AppError as error:
            messages.show_error(self._window, error)
            front = self._stack.page()
            if front is not None:
                front.refresh()
            return
        self._stack.push(page)

    def _show_page(self) -> None:
        """Bring title, tool bar and keys in line with the page in front."""
        trail = self._stack.trail()
        self._title_label.set_trail(page.title() for page in trail if page.title())
        self._back_button.setVisible(len(trail) > 1)
        self._back_action.setEnabled(len(trail) > 1)
        self._tool_bar.clear()
        if trail:
            self._tool_bar.addActions(trail[-1].page_actions())
            for button in self._tool_bar.findChildren(QToolButton):
                button.setAutoRaise(False)  # words alone would not look like something to press
        self._tool_bar.setVisible(bool(self._tool_bar.actions()))

    def _on_area_list_chosen(self) -> None:
        for index in self._area_list.selectedIndexes():
            self._go_to(AREAS[index.row()].id)

    def _on_splitter_moved(self) -> None:
        # Only what the clerk dragged is remembered, not what a wide page or a small screen pressed.
        self._settings.areas_width = self._splitter.sizes()[0]

    def _on_area_list_activated(self) -> None:
        self._go_to(AREAS[self._area_list.currentRow()].id)
        page = self._stack.page()
        if page is not None:
            page.resume()

    def _on_area_emptied(self) -> None:
        # Only two pages close themselves as the last of their area: the welcome page, and at the
        # first start the office's, which was put off where there is still no profile.
        if self._stack.has(_WELCOME) and self._ctx.office.name() is None:
            self._welcome()
        else:
            self._go_to(AREAS[0].id)

    def _on_area_action_triggered(self) -> None:
        action = self.sender()
        if action is not None:
            self._go_to(action.objectName())
        page = self._stack.page()
        if page is not None:
            page.resume()

    def _on_back(self) -> None:
        self._stack.back()

    # What the menus do

    def _on_keys(self) -> None:
        from app.ui.shell.key_sheet import KeySheet

        page = self._stack.page()
        groups: list[tuple[str, list[QAction]]] = []
        if page is not None:
            own = [action for action in page.page_actions() if action.isVisible()]
            own += [action for action in page.actions() if action not in own]
            groups.append((page.title(), own))
        groups.append(("Toàn cửa sổ", self._window_actions))
        groups.append(("Các phần của sổ", self._areas_menu.actions()))
        KeySheet(groups, self._window).open()

    def _on_count_term(self) -> None:
        from app.ui.clocks.count_dialog import open_count_dialog

        open_count_dialog(self._ctx, self._window)

    def _on_data_folder(self) -> None:
        open_path(self._data_dir)

    def _on_log_folder(self) -> None:
        open_path(paths.logs_dir(self._sample.home))  # the sample book keeps no log

    def _on_about(self) -> None:
        from app.ui.shell.about_dialog import AboutDialog

        dialog = AboutDialog(self._data_dir, paths.licences_dir(), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Status and notices

    @property
    def notices(self) -> StandingNotices:
        """What is said over all pages until the clerk has seen to it."""
        return self._notices

    def show_notice(self, words: str) -> None:
        """Tell something in passing that belongs to no page."""
        self._notice_bar.show_notice(words, None)

    def _on_backup_changed(self) -> None:
        self._status.show()

    def _on_records_changed(self, _kind: str) -> None:
        self._status.show()
        self.recounting.look()

    def _refresh_all(self) -> None:
        for _area, page in self._stack.all_pages():
            page.refresh()

    # Leaving

    def is_dirty(self) -> bool:
        """Return whether any page holds text that is not saved."""
        return any(page.is_dirty() for _area, page in self._stack.all_pages())

    def may_close(self) -> bool:
        """Ask every page with unsaved text, bringing it to the front first."""
        for area, page in self._stack.all_pages():
            if page.is_dirty():
                self._go_to(area)
            if not page.can_close():
                return False
        return True

    def show_unsaved(self) -> None:
        """Bring a page with unsaved text to the front."""
        for area, page in self._stack.all_pages():
            if page.is_dirty():
                self._go_to(area)
                return

    def remember(self) -> None:
        """Write into the settings how the window is left."""
        self._settings.last_area = self._stack.area
        for _area, page in self._stack.all_pages():
            page.remember()

    def leave(self) -> None:
        """Take what stands around the pages off the window at once, before this is deleted.

        Menus and keys still there would answer beside those of the next workspace.
        """
        self._window.menuBar().clear()
        self._window.removeAction(self._undo_action)
        self._status.leave()

    # Making

    def _assemble(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._back_button)
        heading.addWidget(self._title_label, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        gap = self.fontMetrics().height() // 4
        column.setContentsMargins(gap, gap, gap, 0)
        column.setSpacing(gap)
        column.addLayout(heading)
        column.addWidget(self._tool_bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._notice_bar)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._area_list)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        if self._ctx.is_sample:
            whole.addWidget(self._new_sample_bar())
        whole.addWidget(self._notices)
        whole.addWidget(self._splitter, 1)
        width = self._settings.areas_width
        if not width:
            metrics = self._area_list.fontMetrics()
            longest = max(metrics.horizontalAdvance(area.text) for area in AREAS)
            width = longest + 8 * metrics.averageCharWidth()
        self._splitter.setSizes([width, max(self._window.width() - width, 1)])

    def _new_sample_bar(self) -> SampleBar:
        bar = SampleBar(has_own_book=self._sample.is_open())
        bar.leave_requested.connect(self._sample.leave)
        bar.remove_requested.connect(self._sample.remove)
        return bar

    def _make_actions(self) -> None:
        # Actions and menus go with this workspace: the window may get another.
        def make(action_id: str, slot: Callable[[], object]) -> QAction:
            return actions.make("window", action_id, self, slot)

        def add_menu(title: str) -> QMenu:
            menu = QMenu(title, self)
            self._window.menuBar().addMenu(menu)
            return menu

        self._back_action = make("back", self._on_back)
        self._undo_action = make("undo", self._notice_bar.undo)
        self._undo_action.setEnabled(False)
        folder = make("data_folder", self._on_data_folder)
        quit_action = make("quit", self._window.close)
        keys = make("keys", self._on_keys)
        log_folder = make("log_folder", self._on_log_folder)
        about = make("about", self._on_about)
        welcome = make("welcome", self._welcome)
        welcome.setEnabled(not self._ctx.is_sample)
        self._window_actions = [self._back_action, self._undo_action, quit_action, keys]
        self._window.addAction(self._undo_action)
        # No Alt-letters on the menu bar: they belong to the fields of the forms (Alt alone opens
        # the first menu).
        system = add_menu("Hệ thống")
        if not self._ctx.is_sample:  # nobody needs a copy of that
            backup = make("backup", self._desk.back_up)
            self._window_actions.append(backup)
            system.addActions([backup, make("restore_backup", self._desk.restore)])
        system.addAction(folder)
        system.addActions(self._sample_actions(make))
        system.addAction(quit_action)
        system.aboutToShow.connect(self._on_system_menu_about_to_show)
        view = add_menu("Xem")
        view.addAction(self._back_action)
        self._areas_menu = view.addMenu("Các phần của sổ")
        for place, area in enumerate(AREAS, start=1):
            key = f"Ctrl+{place}" if place <= _DIGITS else ""
            spec = ActionSpec(area.id, area.text, key, "")
            action = actions.from_spec(spec, self, self._on_area_action_triggered)
            self._areas_menu.addAction(action)
            self._area_list.item(place - 1).setToolTip(action.toolTip())
        count_term = make("count_term", self._on_count_term)
        self._window_actions.append(count_term)
        add_menu("Tiện ích").addAction(count_term)
        help_menu = add_menu("Trợ giúp")
        help_menu.addActions([welcome, keys, log_folder, about])

    def _sample_actions(
        self, make: Callable[[str, Callable[[], object]], QAction]
    ) -> list[QAction]:
        """Return the ways into the sample book, or out of it; none in one opened by itself."""
        self._remove_sample_action = make("remove_sample", self._sample.remove)
        if self._sample.is_open():
            return [make("own_book", self._sample.leave), self._remove_sample_action]
        if self._ctx.is_sample:
            return []
        return [make("sample", self._sample.show), self._remove_sample_action]

    def _on_system_menu_about_to_show(self) -> None:
        self._remove_sample_action.setEnabled(self._sample.exists())

    def _connect(self) -> None:
        self._area_list.itemSelectionChanged.connect(self._on_area_list_chosen)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._area_list.activated.connect(self._on_area_list_activated)
        self._back_button.clicked.connect(self._on_back)
        self._stack.page_changed.connect(self._show_page)
        self._stack.area_emptied.connect(self._on_area_emptied)
        self._stack.open_requested.connect(self._open_record)
        self._stack.records_changed.connect(self._on_records_changed)
        self._stack.notice.connect(self._notice_bar.show_notice)
        self._notice_bar.shown.connect(self._undo_action.setEnabled)
        self._notice_bar.undone.connect(self._on_notice_undone)
        self._notice_bar.hidden.connect(self._on_notice_hidden)

    def _on_notice_hidden(self) -> None:
        self._undo_action.setEnabled(False)

    def _on_notice_undone(self) -> None:
        # The page that gave the notice may be gone, so the others must be told from here.
        self._refresh_all()
        self.recounting.look()
