"""The first screen: what is overdue, due, awaited and missing, each line with its next step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from app.rules.clocks.words import moment_words
from app.services.today.data import TodayAction, TodayLine, WorkList
from app.services.today.paper import later_words, work_list_pdf
from app.settings import Settings
from app.text import upper_first
from app.ui import actions, messages, tasks
from app.ui.lists.empty_state import EmptyState
from app.ui.pages.page import Page
from app.ui.today.line_actions import LineActions
from app.ui.today.table import TodayTable
from app.ui.watch.minute import MinuteTimer

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_TITLE = "Việc hôm nay"
_NOTHING = (
    "Không có việc nào quá hạn, đến hạn, chờ trả lời hay còn thiếu. Ghi vụ việc, bài báo, yêu cầu "
    "cải chính thì việc phải làm tự hiện ở đây."
)


class TodayPage(Page):
    """Read in a worker, and again every minute while it is in front and no dialog is open."""

    def __init__(self, ctx: AppContext, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._settings = settings
        self._found: WorkList | None = None
        self._task: tasks.Task | None = None
        self._table = TodayTable()
        self._lines = LineActions(ctx, settings, self, self._table.line)
        self._lines.changed.connect(self._load)
        self._table.opened.connect(self._lines.open_line)
        self._table.line_changed.connect(self._show_line)
        self._empty = EmptyState()
        self._middle = QStackedWidget()
        self._middle.addWidget(self._table)
        self._middle.addWidget(self._empty)
        self._line_label = QLabel()
        self._foot_label = QLabel("Đang nạp…")
        for label in (self._line_label, self._foot_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._minute = MinuteTimer(ctx.clock, self)
        self._minute.timeout.connect(self._on_minute)
        layout = QVBoxLayout(self)
        layout.addWidget(self._middle, 1)
        layout.addWidget(self._line_label)
        layout.addWidget(self._foot_label)
        self._make_actions()

    def title(self) -> str:
        return _TITLE

    def page_actions(self) -> list[QAction]:
        return self._tool_actions

    def refresh(self, kind: str | None = None) -> None:
        # Whatever was saved may have moved, ended or begun something; unseen it is read when shown.
        if self.isVisible():
            self._load()

    def focus_first(self) -> None:
        self._middle.currentWidget().setFocus()

    def resume(self) -> None:
        self.focus_first()

    def words(self) -> str:
        """Return what stands on the page, a row a line."""
        middle = self._middle.currentWidget()
        rows = self._table.texts() if middle is self._table else [self._empty.text()]
        return "\n".join([*rows, "", self._line_label.text(), self._foot_label.text()])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()

    # Reading

    def _on_minute(self) -> None:
        boxes = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if self.isVisible() and boxes is None:
            self._load()

    def _load(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = tasks.run(self._ctx.today_list.work_list, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: WorkList) -> None:
        self._task = None
        had_focus = self._middle.hasFocus() or self._middle.isAncestorOf(
            QApplication.focusWidget() or self
        )
        first_time = self._found is None
        self._found = found
        self._table.show_list(found)
        if found.groups:
            self._middle.setCurrentWidget(self._table)
        else:
            self._empty.say(_NOTHING)
            self._middle.setCurrentWidget(self._empty)
        total = f"Có {found.total} việc, lúc {moment_words(found.at.replace(second=0))}."
        self._foot_label.setText(f"{total} {later_words(found)}".strip())
        self._show_line()
        if self.isVisible() and (had_focus or first_time):
            self.focus_first()

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self._foot_label.setText(f"{error} Bấm F5 để nạp lại.")

    def _show_line(self) -> None:
        """Say under the table what its cells have no room for, and offer what can be done."""
        line = self._table.line() if self._middle.currentWidget() is self._table else None
        words = _line_words(line, is_cut=self._table.is_line_cut()) if line else ""
        self._line_label.setText(words)
        self._line_label.setVisible(bool(words))
        self._lines.enable()
        for action in (self._next_action, self._seen_action):
            action.setEnabled(line is not None)
        seen = line is not None and bool(line.seen)
        self._seen_action.setText("Bỏ “đã biết”" if seen else actions.spec("today", "seen").text)
        self._print_action.setEnabled(self._found is not None)

    # Actions

    def _make_actions(self) -> None:
        def make(action_id: str, slot: Callable[[], object]) -> QAction:
            return actions.make("today", action_id, self, slot)

        self._next_action = make("next_step", self._on_next_step)
        self._seen_action = make("seen", self._on_seen)
        self._print_action = make("print", self._on_print)
        self._tool_actions = [
            self._lines.open, self._next_action, self._lines.why, self._seen_action,
            make("month", self._on_month), self._print_action, self._lines.export,
            make("reload", self._load),
        ]  # fmt: skip
        self._show_line()

    def _on_next_step(self) -> None:
        line = self._table.line()
        if line is not None and line.action is TodayAction.NEW_REQUEST:
            start = {"article_id": line.record_id}
            self.open_requested.emit("correction_request", None, start)
        elif line is not None and line.action is TodayAction.ADD_REMINDER:
            reminder = {"reminded_on": self._ctx.today()}
            self.open_requested.emit(line.record_kind, line.record_id, reminder)
        elif line is not None and line.action is TodayAction.BEGIN_RECORD:
            self._lines.begin_record(line)
        else:
            self._lines.open_line()

    def _on_month(self) -> None:
        self.open_requested.emit("month", None, None)

    def _on_seen(self) -> None:
        line = self._table.line()
        if line is None:
            return
        if line.seen:
            self._bring_back(line)
            return
        words = self._guarded(partial(self._ctx.today_list.acknowledge, line))
        if words is not None:
            self.notice.emit(f"{line.label}: {words}.", partial(self._bring_back, line))
            self._load()

    def _bring_back(self, line: TodayLine) -> None:
        self._guarded(partial(self._ctx.today_list.bring_back, line))
        self._load()

    def _guarded(self, work: Callable[[], str | None]) -> str | None:
        try:
            return work()
        except AppError as error:
            messages.show_error(self, error)
            return None

    def _on_print(self) -> None:
        from app.ui.letters.paper import show_paper

        if self._found is None:
            return
        draw = partial(
            work_list_pdf, self._found, self._ctx.office.name() or "", is_sample=self._ctx.is_sample
        )
        show_paper(self._ctx, self._settings, self, _TITLE, draw)


def _line_words(line: TodayLine, *, is_cut: bool) -> str:
    """Return what the cells do not say: all of it where they are cut."""
    parts = []
    if is_cut:
        standing = upper_first(line.due_text)
        parts.append(f"{line.label}: {line.title}. {standing}. Bước tiếp theo: {line.next_step}.")
    if line.is_extended:
        parts.append("Đã gia hạn.")
    if line.seen:
        parts.append(f"{upper_first(line.seen)}.")
    return " ".join(parts)
