"""Lịch tháng: a month of what is due, day by day; Enter goes into a day, Esc comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.errors import AppError
from app.rules.month import month_days, month_words, months_away
from app.rules.typed_dates import FIRST_YEAR, LAST_YEAR
from app.services.today.data import DueDay, DueMonth, TodayLine
from app.settings import Settings
from app.ui import actions, tasks
from app.ui.month.grid import MonthGrid
from app.ui.month.table import DayTable
from app.ui.month.words import day_sentence, foot_words
from app.ui.pages.page import Page
from app.ui.today.line_actions import LineActions

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_MINUTE_MS = 60_000
_LOADING = "Đang nạp…"
_HINT = "(Enter: vào danh sách; Esc: về lịch)"


class MonthPage(Page):
    """Read in a worker, for each day one goes to, and again every minute while in front."""

    def __init__(self, ctx: AppContext, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._today = self._day = ctx.today()
        self._found: DueMonth | None = None
        self._task: tasks.Task | None = None
        self._enters = False  # Enter was pressed before the day's lines were read
        self._grid = MonthGrid()
        self._grid.day_wanted.connect(self._choose)
        self._grid.entered.connect(self._enter_day)
        self._table = DayTable()
        self._lines = LineActions(ctx, settings, self, self._line)
        self._lines.changed.connect(self._load)
        self._table.opened.connect(self._lines.open_line)
        self._table.line_changed.connect(self._lines.enable)
        self._table.left.connect(self._grid.setFocus)
        self._day_label = QLabel()
        self._foot_label = QLabel(_LOADING)
        for label in (self._day_label, self._foot_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()
        layout = QVBoxLayout(self)
        margins = layout.contentsMargins()
        layout.setContentsMargins(0, margins.top(), 0, margins.bottom())  # the days need the width
        layout.addWidget(self._grid, 3)
        layout.addWidget(self._day_label)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._foot_label)
        self._make_actions()
        self._show_bare_month()

    def title(self) -> str:
        return f"Lịch {month_words(self._day)}"

    def page_actions(self) -> list[QAction]:
        return self._tool_actions

    def refresh(self, kind: str | None = None) -> None:
        # Whatever was saved may have moved, ended or begun something; unseen it is read when shown.
        if self.isVisible():
            self._load()

    def focus_first(self) -> None:
        self._grid.setFocus()

    def words(self) -> str:
        """Return what stands on the page, a row a line."""
        rows = [*self._grid.texts(), "", self._day_label.text(), *self._table.texts()]
        return "\n".join([self.title(), *rows, "", self._foot_label.text()])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._task is not None:
            self._task.cancel()

    # Reading

    def _on_minute(self) -> None:
        boxes = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if self.isVisible() and boxes is None:
            self._load()

    def _load(self) -> None:
        if self._task is not None:
            self._task.cancel()
        read = partial(self._ctx.today_list.month, self._day)
        self._task = tasks.run(read, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: DueMonth) -> None:
        self._task = None
        self._found = found
        was_today, self._today = self._today, found.at.date()
        if was_today != self._today and self._day == was_today:
            self._choose(self._today)  # midnight has passed: whoever stood on today still does
            return
        self._grid.show_days(found.days, found.chosen, self._today)
        hint = f" {_HINT}" if found.lines else ""
        self._day_label.setText(day_sentence(found.day(found.chosen), self._today) + hint)
        self._table.show_day(found)
        self._foot_label.setText(foot_words(found))
        self._foot_label.setVisible(bool(self._foot_label.text()))
        self._lines.enable()
        if not found.lines and self._table.hasFocus():
            self._grid.setFocus()
        if self._enters:
            self._enter_day()

    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self._foot_label.setText(f"{error} Bấm F5 để nạp lại.")
        self._foot_label.show()

    def _is_current(self) -> bool:
        return self._found is not None and self._found.chosen == self._day

    def _line(self) -> TodayLine | None:
        """Return the line in front; none while those on show are of the day before."""
        return self._table.line() if self._is_current() else None

    # The day

    def _choose(self, day: date) -> None:
        """Go to a day; what is due on it comes as soon as it is read."""
        if day == self._day or not FIRST_YEAR <= day.year <= LAST_YEAR:
            return
        is_other_month = (day.year, day.month) != (self._day.year, self._day.month)
        self._day = day
        self._enters = False
        if is_other_month:
            self._show_bare_month()
            self.title_changed.emit(self.title())
        elif self._found is not None:
            self._grid.show_days(self._found.days, day, self._today)
        self._lines.enable()
        self._load()

    def _show_bare_month(self) -> None:
        """Show the days of another month at once, before it is read what is due on them."""
        days = [DueDay(day, 0, 0, is_working=True) for day in month_days(self._day)]
        self._grid.show_days(days, self._day, self._today)
        self._foot_label.setText(_LOADING)
        self._foot_label.show()

    def _enter_day(self) -> None:
        """Put the cursor on the day's lines, where it has any."""
        self._enters = not self._is_current()
        if not self._enters and self._table.line() is not None:
            self._table.setFocus()

    # Actions

    def _make_actions(self) -> None:
        def make(action_id: str, slot: Callable[[], object]) -> QAction:
            return actions.make("month", action_id, self, slot)

        self._tool_actions = [
            make("today", self._on_today),
            make("previous", self._on_previous),
            make("next", self._on_next),
            self._lines.open,
            self._lines.why,
            self._lines.export,
        ]
        self.addAction(make("reload", self._load))  # by its key alone: a low screen has no room
        self._lines.enable()

    def _on_today(self) -> None:
        self._choose(self._today)
        self._grid.setFocus()

    def _on_previous(self) -> None:
        self._choose(months_away(self._day, -1))

    def _on_next(self) -> None:
        self._choose(months_away(self._day, 1))
