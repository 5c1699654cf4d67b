"""A year of press briefings as a table: a row for each quarter, the quarter, then its months."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.rules.duties.briefing_year import MONTHS_OF_QUARTER, QUARTERS, BriefingYear, PeriodCell
from app.text import upper_first

_HEADINGS = ("Cả quý", "Tháng đầu quý", "Tháng giữa quý", "Tháng cuối quý")


class YearGrid(QTableWidget):
    """Enter and a double click open the period the cursor is on."""

    opened = Signal()
    cell_changed = Signal()

    def __init__(self) -> None:
        super().__init__(QUARTERS, MONTHS_OF_QUARTER + 1)
        self._year: BriefingYear | None = None
        self.setHorizontalHeaderLabels(_HEADINGS)
        self.setAccessibleName("Các quý, tháng trong năm")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setHighlightSections(False)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.currentCellChanged.connect(self.cell_changed)
        self.doubleClicked.connect(self.opened)

    def show_year(self, year: BriefingYear) -> None:
        """Show a year; the cursor stays where it is in the table."""
        self._year = year
        for row, cells in enumerate(year.rows):
            for column, cell in enumerate(cells):
                self.setItem(row, column, _item(cell))
        if self.currentRow() < 0:
            self.setCurrentCell(0, 0)

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a quarter (column 0) or one of its months."""
        self.setCurrentCell(row, column)

    def cell(self) -> PeriodCell | None:
        """Return the period the cursor is on."""
        if self._year is None or self.currentRow() < 0:
            return None
        return self._year.rows[self.currentRow()][self.currentColumn()]

    def texts(self) -> list[str]:
        """Return the quarters as shown, a line for each."""
        return [
            " | ".join(_one_line(self.item(row, column)) for column in range(self.columnCount()))
            for row in range(self.rowCount())
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def _item(cell: PeriodCell) -> QTableWidgetItem:
    name = upper_first(cell.period.label)
    item = QTableWidgetItem(f"{name}\n{cell.words}".rstrip())
    item.setData(Qt.ItemDataRole.AccessibleTextRole, _one_line(item))
    item.setToolTip(item.text())
    item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return item


def _one_line(item: QTableWidgetItem | None) -> str:
    return "" if item is None else ": ".join(item.text().split("\n", 1)).replace("\n", "; ")
