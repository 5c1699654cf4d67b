"""The days of a month as a table: a row for each week, from Monday to Sunday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.rules.typed_dates import WEEKDAYS
from app.services.today.data import DueDay
from app.ui.month.words import cell_words, day_sentence

_WEEK = len(WEEKDAYS)
_LEAST_LINES = 2  # of a cell, on the lowest screen
# Days that a key moves by. Home and End go within the week.
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}


class MonthGrid(QTableWidget):
    """Asks for another day with ``day_wanted``, also for one that it does not show yet."""

    day_wanted = Signal(object)  # a date
    entered = Signal()  # by Enter or a double click

    def __init__(self) -> None:
        super().__init__(0, _WEEK)
        self._days: tuple[DueDay, ...] = ()
        self._chosen: date | None = None
        self.setHorizontalHeaderLabels(list(WEEKDAYS))
        self.setAccessibleName("Các ngày trong tháng")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)  # what is too long ends in dots; the sentence under it has all
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(0)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        rows.setMinimumSectionSize(metrics.lineSpacing() * _LEAST_LINES + metrics.height() // 4)
        self.currentCellChanged.connect(self._on_cell)
        self.doubleClicked.connect(self.entered)

    def show_days(self, days: Sequence[DueDay], chosen: date, today: date) -> None:
        """Show whole weeks, with the cursor on the chosen day, whose month it is."""
        self._days = tuple(days)
        self._chosen = chosen
        place = (chosen - self._days[0].day).days
        self.blockSignals(True)
        self.setRowCount(len(self._days) // _WEEK)
        for at, due in enumerate(self._days):
            self.setItem(*divmod(at, _WEEK), self._item(due, chosen, today))
        self.setCurrentCell(*divmod(place, _WEEK))
        self.blockSignals(False)

    def texts(self) -> list[str]:
        """Return the weeks as shown, a line for each."""
        return [
            " | ".join(self.text_at(row, column) for column in range(_WEEK))
            for row in range(self.rowCount())
        ]

    def text_at(self, row: int, column: int) -> str:
        """Return a cell's words on one line."""
        item = self.item(row, column)
        return "" if item is None else ", ".join(item.text().splitlines())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._chosen is None or not plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in _STEPS:
            self._want(_STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._want(-self._chosen.weekday())
        elif key == Qt.Key.Key_End:
            self._want(_WEEK - 1 - self._chosen.weekday())
        else:
            super().keyPressEvent(event)

    def _want(self, days: int) -> None:
        assert self._chosen is not None
        self.day_wanted.emit(self._chosen + timedelta(days=days))

    def _on_cell(self, row: int, column: int) -> None:
        if row >= 0:  # a click
            self.day_wanted.emit(self._days[row * _WEEK + column].day)

    def _item(self, due: DueDay, chosen: date, today: date) -> QTableWidgetItem:
        item = QTableWidgetItem("\n".join(cell_words(due, chosen.month, today)))
        sentence = day_sentence(due, today)
        item.setToolTip(sentence)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, sentence)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if not due.is_working:
            item.setBackground(self.palette().brush(QPalette.ColorRole.Window))
        if due.day.month != chosen.month:
            item.setForeground(self.palette().brush(QPalette.ColorRole.PlaceholderText))
        return item
