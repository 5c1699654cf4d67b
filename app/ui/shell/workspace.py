"""The open book: areas on the left, the area's list or an open record on the right.

Made when the book is open; until then the window holds the opening page alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.settings import Settings
from app.ui import messages
from app.ui.first_start.sample_bar import SampleBar
from app.ui.pages.page import PART
from app.ui.shell.area_list import AreaList
from app.ui.shell.areas import AREAS, first_page, record_page
from app.ui.shell.book_status import BookStatus
from app.ui.shell.menus import Menus
from app.ui.shell.notice_bar import NoticeBar
from app.ui.shell.page_stack import PageStack
from app.ui.watch.notices import StandingNotices
from app.ui.watch.recounting import Recounting
from app.ui.widgets import ToolRow, TrailLabel

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.backup.desk import BackupDesk
    from app.ui.first_start.sample import SampleBook

_OFFICE = "office"
_MONTH = "month"  # no record, but asked for as one is
_WELCOME = "welcome"  # a page of its own, without a line among the areas


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
        self._ctx = ctx
        self._sample = sample
        self._area_list = AreaList()
        self._back_button = QPushButton("‹ Quay lại")
        self._back_button.setToolTip("Về trang trước (Esc)")
        self._back_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title_label = TrailLabel()
        font = self._title_label.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._title_label.setFont(font)
        self._tool_row = ToolRow()
        self._stack = PageStack()
        self._notice_bar = NoticeBar()
        self._notices = StandingNotices()
        self._assemble()
        self._menus = Menus(window, self, ctx, sample, desk, self._stack.page)
        self._area_list.explain(self._menus.areas)
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
        self._area_list.show_area(area_id)
        if self._stack.has(area_id):
            self._stack.show_area(area_id)
            return
        area = next(area for area in AREAS if area.id == area_id)
        page = first_page(area, self._ctx, self._settings)
        self._stack.push(page, area_id)

    def _welcome(self) -> None:
        """Show the welcome page."""
        self._area_list.show_none()
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
        if kind == _MONTH:
            self._on_month_requested()
            return
        part = (values or {}).get(PART, "")
        if record_id is not None and self._stack.return_to(kind, record_id, part):
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
        """Bring title, buttons and keys in line with the page in front."""
        trail = self._stack.trail()
        self._title_label.set_trail(page.title() for page in trail if page.title())
        self._back_button.setVisible(len(trail) > 1)
        self._menus.back.setEnabled(len(trail) > 1)
        self._tool_row.set_actions(trail[-1].page_actions() if trail else ())

    def _on_splitter_moved(self) -> None:
        # Only what the clerk dragged is remembered, not what a wide page or a small screen pressed.
        self._settings.areas_width = self._splitter.sizes()[0]

    def _on_area_emptied(self) -> None:
        # Only two pages close themselves as the last of their area: the welcome page, and at the
        # first start the office's, which was put off where there is still no profile.
        if self._stack.has(_WELCOME) and self._ctx.office.name() is None:
            self._welcome()
        else:
            self._go_to(AREAS[0].id)

    def _on_area_requested(self, area_id: str) -> None:
        self._go_to(area_id)
        page = self._stack.page()
        if page is not None:
            page.resume()

    def _on_month_requested(self) -> None:
        """Show the month calendar over whatever page the first screen was left at."""
        from app.ui.month.page import MonthPage

        self._go_to(AREAS[0].id)
        page = self._stack.page()
        if isinstance(page, MonthPage):
            page.resume()
        else:
            self._stack.push(MonthPage(self._ctx, self._settings))

    def _on_back(self) -> None:
        self._stack.back()

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
        """Take what stands around the pages off the window at once, before this is deleted."""
        self._menus.leave()
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
        column.addWidget(self._tool_row)
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
            width = self._area_list.comfortable_width()
        self._splitter.setSizes([width, max(self._window.width() - width, 1)])

    def _new_sample_bar(self) -> SampleBar:
        bar = SampleBar(has_own_book=self._sample.is_open())
        bar.leave_requested.connect(self._sample.leave)
        bar.remove_requested.connect(self._sample.remove)
        return bar

    def _connect(self) -> None:
        self._area_list.chosen.connect(self._go_to)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._area_list.opened.connect(self._on_area_requested)
        self._back_button.clicked.connect(self._on_back)
        self._menus.back_requested.connect(self._on_back)
        self._menus.undo_requested.connect(self._notice_bar.undo)
        self._menus.welcome_requested.connect(self._welcome)
        self._menus.area_requested.connect(self._on_area_requested)
        self._menus.month_requested.connect(self._on_month_requested)
        self._menus.open_requested.connect(self._open_record)
        self._menus.deed_done.connect(self._on_deed_done)
        self._stack.page_changed.connect(self._show_page)
        self._stack.area_emptied.connect(self._on_area_emptied)
        self._stack.open_requested.connect(self._open_record)
        self._stack.records_changed.connect(self._on_records_changed)
        self._stack.notice.connect(self._notice_bar.show_notice)
        self._notice_bar.shown.connect(self._menus.undo.setEnabled)
        self._notice_bar.undone.connect(self._on_notice_undone)
        self._notice_bar.hidden.connect(self._on_notice_hidden)

    def _on_notice_hidden(self) -> None:
        self._menus.undo.setEnabled(False)

    def _on_deed_done(self, words: str, undo: Callable[[], object] | None) -> None:
        self._refresh_all()
        self._status.show()
        self.recounting.look()
        self._notice_bar.show_notice(words, undo)

    def _on_notice_undone(self) -> None:
        # The page that gave the notice may be gone, so the others must be told from here.
        self._refresh_all()
        self.recounting.look()
