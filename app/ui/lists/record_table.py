"""The table of a list: whole rows, keys that open, widths that are remembered."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.specs.fields import ListSpec


class RecordTable(QTableView):
    """Enter and a double click open; a click on a header sorts."""

    opened = Signal()
    sort_chosen = Signal(int)  # a column

    def __init__(self, spec: ListSpec) -> None:
        super().__init__()
        self._spec = spec
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        # One height for all rows: with 100,000 of them none may be measured.
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(int(self.fontMetrics().height() * 1.7))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self.sort_chosen)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_widths(self, widths: dict[str, int]) -> None:
        """Give the columns their remembered widths, or those of the spec."""
        character = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(self._spec.columns):
            self.setColumnWidth(place, widths.get(column.name) or (column.width + 2) * character)

    def widths(self) -> dict[str, int]:
        """Return the columns' widths by name; the last one fills what is left and has none."""
        columns = self._spec.columns[:-1]
        return {column.name: self.columnWidth(place) for place, column in enumerate(columns)}

    def show_sort(self, sort: str) -> None:
        """Show by which column the rows are sorted ("-" before it: descending)."""
        names = [column.name for column in self._spec.columns]
        order = (
            Qt.SortOrder.DescendingOrder if sort.startswith("-") else Qt.SortOrder.AscendingOrder
        )
        self.horizontalHeader().setSortIndicator(names.index(sort.removeprefix("-")), order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would read every row for a typed letter; Ctrl+F searches."""

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.opened.emit()
