"""The main window: areas on the left, the area's list or an open record on the right.

It is painted before the database is touched, or anything that reads it even imported.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QGuiApplication, QSessionManager
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import __version__, paths
from app.errors import AppError
from app.settings import Settings
from app.ui import actions, messages, tasks
from app.ui.actions import ActionSpec
from app.ui.areas import AREAS, first_page, record_page
from app.ui.notice_bar import NoticeBar
from app.ui.page_stack import PageStack
from app.ui.pages.opening_page import OpeningPage

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_OPENING = "opening"
_OFFICE = "office"


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
        self.setWindowTitle("Sổ Phát ngôn")

        self._area_list = QListWidget()
        self._area_list.setAccessibleName("Các phần của sổ")
        self._area_list.setObjectName("areas")
        self._area_list.addItems([area.text for area in AREAS])
        for place in range(len(AREAS)):
            height = int(self._area_list.fontMetrics().height() * 1.9)
            self._area_list.item(place).setSizeHint(QSize(0, height))
        self._area_list.setEnabled(False)
        self._back_button = QPushButton("‹ Quay lại")
        self._back_button.setToolTip("Về trang trước (Esc)")
        self._back_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title_label = QLabel()
        self._title_label.setTextFormat(Qt.TextFormat.PlainText)
        # A long title is cut rather than making the window wider than the screen.
        self._title_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        font = self._title_label.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._title_label.setFont(font)
        self._tool_bar = QToolBar()
        self._tool_bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._stack = PageStack()
        self._notice_bar = NoticeBar()
        self._opening_page = OpeningPage()
        self._assemble()
        self._make_actions()
        self._connect()
        self._stack.push(self._opening_page, _OPENING)
        self._restore_geometry()

    # Opening the book

    def open_book(self) -> None:
        """Open the database in a worker; then show the first list, or ask for the profile."""
        self._opening_page.show_opening()
        tasks.run(self._opener, self._on_book_opened, self._on_book_failed)

    @property
    def context(self) -> AppContext | None:
        """The open book; None before it is opened."""
        return self._ctx

    def _on_book_opened(self, ctx: AppContext) -> None:
        self._ctx = ctx
        self._area_list.setEnabled(True)
        self._areas_menu.setEnabled(True)
        self._show_status()
        remembered = [area.id for area in AREAS if area.id == self._settings.last_area]
        if ctx.office.profile() is None:
            self._go_to(_OFFICE)
        else:
            self._go_to(remembered[0] if remembered else AREAS[0].id)
        self.book_opened.emit()

    def _on_book_failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            self._opening_page.show_error(
                AppError(
                    "Không mở được sổ vì một lỗi ngoài dự kiến của phần mềm.",
                    "Dữ liệu được giữ nguyên. Chép báo cáo lỗi gửi người phụ trách phần mềm.",
                ),
                folder_exists=self._data_dir.is_dir(),
            )
            raise error
        self._opening_page.show_error(error, folder_exists=self._data_dir.is_dir())

    # Areas and pages

    def _go_to(self, area_id: str) -> None:
        """Show an area, opening it on the first visit."""
        if self._ctx is None:
            return
        place = next(place for place, area in enumerate(AREAS) if area.id == area_id)
        self._area_list.blockSignals(True)
        self._area_list.setCurrentRow(place)
        self._area_list.blockSignals(False)
        if self._stack.has(area_id):
            self._stack.show_area(area_id)
            return
        page = first_page(AREAS[place], self._ctx, self._settings)
        self._stack.push(page, area_id)

    def _open_record(
        self, kind: str, record_id: int | None, values: Mapping[str, Any] | None
    ) -> None:
        if self._ctx is None:
            return
        if kind == _OFFICE:
            self._go_to(_OFFICE)
            return
        try:
            page = record_page(self._ctx, self._settings, kind, record_id, values)
        except AppError as error:
            messages.show_error(self, error)
            front = self._stack.page()
            if front is not None:
                front.refresh()
            return
        self._stack.push(page)

    def _show_page(self) -> None:
        """Bring title, tool bar and keys in line with the page in front."""
        trail = self._stack.trail()
        self._title_label.setText("  ›  ".join(page.title() for page in trail if page.title()))
        self._back_button.setVisible(len(trail) > 1)
        self._back_action.setEnabled(len(trail) > 1)
        self._tool_bar.clear()
        if trail:
            self._tool_bar.addActions(trail[-1].page_actions())
            for button in self._tool_bar.findChildren(QToolButton):
                button.setAutoRaise(False)  # words alone would not look like something to press
        self._tool_bar.setVisible(bool(self._tool_bar.actions()))

    def _on_area_list_row_changed(self, row: int) -> None:
        if 0 <= row < len(AREAS):
            self._go_to(AREAS[row].id)

    def _on_area_list_activated(self) -> None:
        page = self._stack.page()
        if page is not None:
            page.focus_first()

    def _on_area_emptied(self) -> None:
        # Only the office page closes itself as the last of its area: at the first start.
        self._go_to(AREAS[0].id)

    def _on_area_action_triggered(self) -> None:
        action = self.sender()
        if action is not None:
            self._go_to(action.objectName())
        page = self._stack.page()
        if page is not None:
            page.focus_first()

    def _on_back(self) -> None:
        self._stack.back()

    # What the menus do

    def _on_keys(self) -> None:
        from app.ui.key_sheet import KeySheet

        page = self._stack.page()
        groups: list[tuple[str, list[QAction]]] = []
        if page is not None:
            own = [action for action in page.page_actions() if action.isVisible()]
            own += [action for action in page.actions() if action not in own]
            groups.append((page.title(), own))
        groups.append(("Toàn cửa sổ", self._window_actions))
        groups.append(("Các phần của sổ", self._areas_menu.actions()))
        KeySheet(groups, self).open()

    def _on_data_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_dir)))

    def _on_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.logs_dir(self._data_dir))))

    def _on_about(self) -> None:
        messages.tell(
            self,
            f"Sổ Phát ngôn, phiên bản {__version__}",
            f"Dữ liệu ở {self._data_dir}.\n"
            "Phần mềm chạy hoàn toàn trên máy này, không gửi gì đi đâu.",
        )

    def bring_to_front(self) -> None:
        """Show the window over all others, from the task bar too."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Status and notices

    def _show_status(self) -> None:
        if self._ctx is None:
            return
        profile = self._ctx.office.profile()
        self._office_label.setText(profile.name if profile else "Chưa nhập hồ sơ cơ quan")
        self._folder_label.setText(f"Dữ liệu: {self._data_dir}")
        tasks.run(partial(_count_all, self._ctx), self._on_counted)

    def _on_counted(self, number: int) -> None:
        self._count_label.setText(f"{number:,} bản ghi".replace(",", "."))

    def _on_records_changed(self, _kind: str) -> None:
        self._show_status()

    # Leaving

    def may_close(self) -> bool:
        """Ask every page with unsaved text, bringing it to the front first."""
        for area, page in self._stack.all_pages():
            if page.is_dirty():
                self._go_to(area)
            if not page.can_close():
                return False
        return True

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
        unsaved = any(page.is_dirty() for _area, page in self._stack.all_pages())
        if not unsaved:
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
        self._settings.areas_width = self._splitter.sizes()[0]
        if self._ctx is not None:
            self._settings.last_area = self._stack.area
        for _area, page in self._stack.all_pages():
            page.remember()
        self._settings.save()

    def _restore_geometry(self) -> None:
        if not self.restoreGeometry(QByteArray.fromHex(self._settings.geometry.encode())):
            available = self.screen().availableGeometry()
            self.resize(available.size() * 0.9)
            self.setWindowState(Qt.WindowState.WindowMaximized)
        width = self._settings.areas_width
        if not width:
            metrics = self._area_list.fontMetrics()
            longest = max(metrics.horizontalAdvance(area.text) for area in AREAS)
            width = longest + 8 * metrics.averageCharWidth()
        self._splitter.setSizes([width, max(self.width() - width, 1)])

    # Making

    def _assemble(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._back_button)
        heading.addWidget(self._title_label, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(6, 6, 6, 0)
        column.setSpacing(4)
        column.addLayout(heading)
        column.addWidget(self._tool_bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._notice_bar)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._area_list)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(1, 1)
        self.setCentralWidget(self._splitter)
        self._office_label = QLabel()
        self._folder_label = QLabel()
        self._count_label = QLabel()
        self.statusBar().addWidget(self._office_label)
        self.statusBar().addWidget(self._folder_label, 1)
        self.statusBar().addPermanentWidget(self._count_label)

    def _make_actions(self) -> None:
        def make(action_id: str, slot: Callable[[], object]) -> QAction:
            return actions.make("window", action_id, self, slot)

        self._back_action = make("back", self._on_back)
        self._undo_action = make("undo", self._notice_bar.undo)
        self._undo_action.setEnabled(False)
        folder = make("data_folder", self._on_data_folder)
        quit_action = make("quit", self.close)
        keys = make("keys", self._on_keys)
        log_folder = make("log_folder", self._on_log_folder)
        about = make("about", self._on_about)
        self._window_actions = [self._back_action, self._undo_action, quit_action, keys]
        self.addAction(self._undo_action)
        # No Alt-letters on the menu bar: they belong to the fields of the forms (Alt alone opens
        # the first menu).
        system = self.menuBar().addMenu("Hệ thống")
        system.addActions([folder, quit_action])
        view = self.menuBar().addMenu("Xem")
        view.addAction(self._back_action)
        self._areas_menu = view.addMenu("Các phần của sổ")
        self._areas_menu.setEnabled(False)
        for place, area in enumerate(AREAS, start=1):
            spec = ActionSpec(area.id, area.text, f"Ctrl+{place}", "")
            action = actions.from_spec(spec, self, self._on_area_action_triggered)
            self._areas_menu.addAction(action)
            self._area_list.item(place - 1).setToolTip(action.toolTip())
        help_menu = self.menuBar().addMenu("Trợ giúp")
        help_menu.addActions([keys, log_folder, about])

    def _connect(self) -> None:
        self._area_list.currentRowChanged.connect(self._on_area_list_row_changed)
        self._area_list.activated.connect(self._on_area_list_activated)
        self._back_button.clicked.connect(self._on_back)
        self._opening_page.first_painted.connect(self.first_painted)
        self._opening_page.retry_requested.connect(self.open_book)
        self._opening_page.folder_requested.connect(self._on_data_folder)
        self._opening_page.quit_requested.connect(self.close)
        self._stack.page_changed.connect(self._show_page)
        self._stack.area_emptied.connect(self._on_area_emptied)
        self._stack.open_requested.connect(self._open_record)
        self._stack.records_changed.connect(self._on_records_changed)
        self._stack.notice.connect(self._notice_bar.show_notice)
        self._notice_bar.shown.connect(self._undo_action.setEnabled)
        self._notice_bar.undone.connect(self._on_notice_undone)
        self._notice_bar.hidden.connect(self._on_notice_hidden)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(
                self._on_commit_data_requested, Qt.ConnectionType.DirectConnection
            )

    def _on_notice_hidden(self) -> None:
        self._undo_action.setEnabled(False)

    def _on_notice_undone(self) -> None:
        # The page that gave the notice may be gone, so the others must be told from here.
        for _area, page in self._stack.all_pages():
            page.refresh()


def _count_all(ctx: AppContext) -> int:
    from app.services.plain import ListQuery  # the first paint needs none of these
    from app.specs.registry import SPECS

    return sum(ctx.records.count(kind, ListQuery()) for kind in SPECS)
