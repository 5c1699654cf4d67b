"""The list of one kind of record: search, filters, count, and what is done with the records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from app.errors import AppError
from app.services.plain import ListQuery, ViewQuery
from app.settings import Settings
from app.specs.registry import SPECS
from app.text import grouped
from app.ui import actions, messages, tasks
from app.ui.lists.empty_state import EmptyState
from app.ui.lists.exporting import Exporter
from app.ui.lists.filter_bar import FilterBar
from app.ui.lists.loading import Loaded, load
from app.ui.lists.record_table import RecordTable
from app.ui.lists.table_model import RecordTableModel
from app.ui.lists.tools import ListTool
from app.ui.lists.view_bar import ViewBar
from app.ui.pages.page import Page
from app.ui.shell.areas import KINDS_WITH_OWN_PAGE
from app.ui.watch.minute import MinuteTimer

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class ListPage(Page):
    """Works wholly by keyboard.

    ``exporter`` is None for kinds that have no sheet; ``tools`` are actions of this kind alone.
    """

    def __init__(
        self,
        ctx: AppContext,
        kind: str,
        settings: Settings,
        exporter: Exporter | None = None,
        tools: Sequence[ListTool] = (),
    ) -> None:
        super().__init__()
        self._records = ctx.records
        self._kind = kind
        self._spec = SPECS[kind]
        self._settings = settings
        self._exporter = exporter
        self._tools = tools
        # What has no form, a letter, is made on another record's page and stays for good.
        self._can_change = bool(self._spec.sections)
        self._sort = self._spec.list.default_sort
        self._task: tasks.Task | None = None
        self._wanted_id: int | None = None
        self._stale = True
        self._shown_query: ListQuery | None = None

        self._views = ViewBar(ctx.views, kind, self.kept)
        self._views.chosen.connect(self._on_view_chosen)
        self._views.notice.connect(self.notice)
        self._views.named.connect(self._say_count)
        self._filter_bar = FilterBar(ctx.records, self._spec, ctx.today, self._views)
        self._filter_bar.changed.connect(self._on_filter_bar_changed)
        self._count_label = QLabel("Đang nạp…")
        self._count_label.setWordWrap(True)
        self._clear_button = QPushButton("Bỏ lọc")
        self._clear_button.setToolTip(actions.spec("list", "clear_filters").tooltip)
        self._clear_button.clicked.connect(self._filter_bar.clear)
        self._clear_button.hide()
        self._model = RecordTableModel(ctx.records, self._spec, ctx.clock)
        self._model.failed.connect(self._on_failed)
        self._table = RecordTable(self._spec.list)
        self._table.setModel(self._model)
        self._table.set_widths(settings.column_widths.get(kind, {}))
        self._table.show_sort(self._sort)
        self._table.setAccessibleName(self._spec.plural)
        self._table.opened.connect(self._on_open)
        self._table.sort_chosen.connect(self._sort_by)
        self._table.customContextMenuRequested.connect(self._on_table_menu_requested)
        self._table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self._empty = EmptyState()
        self._empty.button_clicked.connect(self._on_empty_button_clicked)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._table)
        self._middle.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.addWidget(self._filter_bar)
        layout.addWidget(self._middle, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count_label, 1)
        foot.addWidget(self._clear_button)
        layout.addLayout(foot)
        self._minute = MinuteTimer(ctx.clock, self)
        self._minute.timeout.connect(self._on_minute)
        self._make_actions()
        opening = self._views.opening()
        if opening is not None:
            self._show_view(opening)
        if exporter is not None:
            exporter.notice.connect(self.notice)

    def title(self) -> str:
        return f"{self._spec.plural} đã xóa" if self._showing_deleted() else self._spec.plural

    def page_actions(self) -> list[QAction]:
        return self._tool_actions

    def refresh(self, kind: str | None = None) -> None:
        # Lists show names of other records too: whatever was saved, this one reads anew.
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    def focus_first(self) -> None:
        if self._middle.currentWidget() is self._table:
            self._table.setFocus()
        else:
            self._filter_bar.focus_search()

    def resume(self) -> None:
        self.focus_first()  # the record just saved is in the table, not in the search

    def remember(self) -> None:
        """Put the columns' widths into the settings."""
        self._settings.column_widths[self._kind] = self._table.widths()

    def count_text(self) -> str:
        """Return the line that tells how many records there are."""
        return self._count_label.text()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The search box leaves Down to us: from what was found straight into it.
        if event.key() == Qt.Key.Key_Down and self._middle.currentWidget() is self._table:
            self._table.setFocus()
            return
        super().keyPressEvent(event)

    # Reading

    def query(self) -> ListQuery:
        return ListQuery(
            search=self._filter_bar.search(),
            filters=self._filter_bar.filters(),
            sort="" if self._sort == self._spec.list.default_sort else self._sort,
            deleted=self._showing_deleted(),
            view=self._views.words(),
        )

    def kept(self) -> ViewQuery:
        """Return what is shown as a view keeps it."""
        query = self.query()
        return ViewQuery(query.search, self._filter_bar.kept(), query.sort, query.deleted)

    def _load(self, keep_id: int | None = None) -> None:
        """Run the query in a worker; the result of an older one is dropped."""
        self._stale = False
        self._views.follow()
        if self._task is not None:
            self._task.cancel()
        row = max(self._table.currentIndex().row(), 0)
        # A record that is yet to be selected is not forgotten when another reload overtakes.
        self._wanted_id = next(
            (wanted for wanted in (keep_id, self._wanted_id, self._current_id()) if wanted), None
        )
        self._task = tasks.run(
            partial(load, self._records, self._kind, self.query(), self._wanted_id, row),
            self._on_loaded,
            self._on_failed,
        )

    def _on_loaded(self, loaded: Loaded) -> None:
        self._task = None
        self._wanted_id = None
        had_focus = self._middle.currentWidget().isAncestorOf(
            QApplication.focusWidget() or self
        ) or self._middle.currentWidget().hasFocus()  # fmt: skip
        first_time = self._shown_query is None
        column = max(self._table.currentIndex().column(), 0)
        self._shown_query = loaded.query
        self._model.show_result(loaded)
        if loaded.count:
            self._middle.setCurrentWidget(self._table)
            index = self._model.index(loaded.row, column)
            self._table.setCurrentIndex(index)
            self._table.scrollTo(index)
        else:
            self._say_empty()
            self._middle.setCurrentWidget(self._empty)
        self._say_count()
        self._enable_actions()
        if self.isVisible() and (had_focus or (first_time and not self._filter_bar.is_set())):
            self.focus_first()

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self._count_label.setText(f"{error.message} {error.advice} Bấm F5 để nạp lại.")

    def _say_count(self) -> None:
        if self._shown_query is not None and self._task is None:
            self._count_label.setText(self._count_words(self._model.rowCount()))

    def _count_words(self, count: int) -> str:
        gone = " đã xóa" if self._showing_deleted() else ""
        words = f"Có {grouped(count)} {self._spec.singular}{gone}"
        view, filtered = self._views.words(), self._filter_bar.words()
        if view:
            words += f"; khung nhìn {view}"
        return f"{words}; đang lọc: {', '.join(filtered)}" if filtered else words

    def _say_empty(self) -> None:
        noun = self._spec.singular
        if self._filter_bar.is_set():
            self._empty.say(f"Không có {noun} nào khớp với điều kiện đang lọc.", "Bỏ lọc")
        elif self._showing_deleted():
            self._empty.say(f"Không có {noun} nào đã xóa.")
        elif self._can_change:
            words = f"Chưa có {noun} nào.\n{self._spec.first_step}"
            self._empty.say(words.rstrip(), f"Thêm {noun} (Ctrl+N)")
        else:
            self._empty.say(
                f"Chưa có {noun} nào. Văn bản được lập từ trang yêu cầu phản hồi, cải chính."
            )

    def _on_minute(self) -> None:
        if self.isVisible():
            self._model.tell_time(self._table.visible_rows())

    # Actions

    def _make_actions(self) -> None:
        def make(action_id: str, slot: Callable[[], object]) -> QAction:
            return actions.make("list", action_id, self, slot)

        self._new_action = make("new", self._on_new)
        self._open_action = make("open", self._on_open)
        self._delete_action = make("delete", self._on_delete)
        self._restore_action = make("restore", self._on_restore)
        self._deleted_action = make("deleted", self._on_deleted_toggled)
        self._deleted_action.setCheckable(True)
        self._reload_action = make("reload", self._load)
        self._export_action = make("export", self._on_export)
        self._sort_action = make("sort", self._on_sort)
        find = make("find", self._filter_bar.focus_search)
        clear = make("clear_filters", self._filter_bar.clear)
        self.addActions([find, clear, self._sort_action, *self._views.own_actions()])
        if self._can_change:
            own = [self._new_action, self._open_action, self._delete_action, self._restore_action]
            self._tool_actions = [*own, self._reload_action, self._deleted_action]
        else:
            self._tool_actions = [self._open_action, self._reload_action]
            self._open_action.setText("Xem")
        if self._exporter is not None:
            self._tool_actions.append(self._export_action)
        self._extra_actions = [
            make(tool.action_id, partial(self._on_tool, tool)) for tool in self._tools
        ]
        self._tool_actions += self._extra_actions
        self._enable_actions()

    def _enable_actions(self) -> None:
        deleted, chosen = self._showing_deleted(), self._current_id() is not None
        self._new_action.setEnabled(not deleted)
        self._open_action.setEnabled(chosen and (not deleted or self._shows_deleted_record()))
        self._delete_action.setEnabled(chosen and not deleted)
        self._delete_action.setVisible(not deleted)
        self._restore_action.setEnabled(chosen and deleted)
        self._restore_action.setVisible(deleted)
        self._sort_action.setEnabled(chosen)
        self._export_action.setEnabled(not deleted and self._model.rowCount() > 0)
        for tool, action in zip(self._tools, self._extra_actions, strict=True):
            action.setEnabled(not deleted and (chosen or not tool.needs_record))

    def _showing_deleted(self) -> bool:
        return self._deleted_action.isChecked()

    def _shows_deleted_record(self) -> bool:
        """Return whether a deleted record can be looked at: the plain record page can show it."""
        return self._kind not in KINDS_WITH_OWN_PAGE

    def _current_id(self) -> int | None:
        return self._model.id_at(self._table.currentIndex().row())

    def _on_new(self) -> None:
        if self._new_action.isEnabled():
            self.open_requested.emit(self._kind, None, None)

    def _on_open(self) -> None:
        record_id = self._current_id()
        if record_id is not None and self._open_action.isEnabled():
            self.open_requested.emit(self._kind, record_id, None)

    def _on_delete(self) -> None:
        record_id = self._current_id()
        if record_id is None:
            return
        try:
            name = self._records.option(self._kind, record_id).text
            self._records.delete(self._kind, record_id)
        except AppError as error:
            messages.show_error(self, error)
            self._load()
            return
        self._load()
        self.notice.emit(
            f"Đã xóa {self._spec.singular} “{name}”.", partial(self._restore, record_id)
        )
        self.records_changed.emit(self._kind)

    def _on_restore(self) -> None:
        record_id = self._current_id()
        if record_id is not None:
            self._restore(record_id)

    def _restore(self, record_id: int) -> None:
        try:
            self._records.restore(self._kind, record_id)
        except AppError as error:
            messages.show_error(self, error)
            return
        self._load(record_id)
        self.notice.emit(f"Đã khôi phục {self._spec.singular}.", None)
        self.records_changed.emit(self._kind)

    def _on_view_chosen(self, query: ViewQuery) -> None:
        gone = self._show_view(query)
        self.refresh()
        if gone:
            self.notice.emit(f"Không lọc {', '.join(gone)}: bản ghi ấy không còn.", None)

    def _show_view(self, query: ViewQuery) -> list[str]:
        """Search, filter and sort as a view does; returns the filters whose record is gone."""
        gone = self._filter_bar.show_kept(query.search, query.filters)
        self._sort = query.sort or self._spec.list.default_sort
        self._table.show_sort(self._sort)
        self._clear_button.setVisible(self._filter_bar.is_set())
        if query.deleted != self._showing_deleted():
            self._deleted_action.setChecked(query.deleted)
            self._enable_actions()
            self.title_changed.emit(self.title())
        return gone

    def _on_deleted_toggled(self) -> None:
        self._enable_actions()
        self.title_changed.emit(self.title())
        self._load()

    def _on_tool(self, tool: ListTool) -> None:
        tool.open(self, self._current_id(), self._on_tool_done)

    def _on_tool_done(
        self, sentence: str, record_id: int | None, undo: Callable[[], object] | None = None
    ) -> None:
        self._load(record_id)
        self.notice.emit(sentence, undo)
        self.records_changed.emit(self._kind)

    def _on_sort(self) -> None:
        self._sort_by(self._table.currentIndex().column())

    def _sort_by(self, column: int) -> None:
        """Sort by ``column``; by the same one again the other way round."""
        name = self._spec.list.columns[column].name
        self._sort = f"-{name}" if self._sort == name else name
        self._table.show_sort(self._sort)
        self._load()

    def _on_export(self) -> None:
        if self._exporter is not None and self._shown_query is not None:
            self._exporter.export(self._kind, self.query(), self)

    def _on_filter_bar_changed(self) -> None:
        self._clear_button.setVisible(self._filter_bar.is_set())
        self.refresh()  # what was typed last may arrive when the window is gone

    def _on_current_row_changed(self) -> None:
        self._enable_actions()

    def _on_empty_button_clicked(self) -> None:
        if self._filter_bar.is_set():
            self._filter_bar.clear()
        else:
            self._on_new()

    def _on_table_menu_requested(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for action in self._tool_actions if action.isVisible()])
        menu.addSeparator()
        menu.addAction(self._sort_action)
        menu.popup(self._table.viewport().mapToGlobal(place))
