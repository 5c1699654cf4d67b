"""The list on the left of the window: the areas, under the headings of their groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui.shell.areas import AREAS

# Heights in lines of text: near enough to each other that all areas fit a low screen.
_LINE = 1.55
_HEADING = 1.75


class AreaList(QListWidget):
    """Headings cannot be chosen: the arrow keys step over them."""

    chosen = Signal(str)
    opened = Signal(str)  # by Enter or a double click: the page gets the cursor

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Các phần của sổ")
        self.setObjectName("areas")
        self._rows: dict[str, int] = {}
        group = ""
        for area in AREAS:
            if area.group != group:
                group = area.group
                self._add_heading(group)
            self._rows[area.id] = self.count()
            self._add_line(area.text, _LINE)
        self._areas = {row: area_id for area_id, row in self._rows.items()}
        self.itemSelectionChanged.connect(self._on_selection_changed)
        self.activated.connect(self._on_activated)

    def explain(self, actions: Sequence[QAction]) -> None:
        """Tell the key of each area, in the order of AREAS, at its line."""
        for area, action in zip(AREAS, actions, strict=True):
            self.item(self._rows[area.id]).setToolTip(action.toolTip())

    def row_of(self, area_id: str) -> int:
        """Return the line that an area stands in."""
        return self._rows[area_id]

    def area(self) -> str:
        """Return the area whose line is the current one."""
        return self._areas[self.currentRow()]

    def show_area(self, area_id: str) -> None:
        """Make an area the current one, without choosing it anew."""
        self.blockSignals(True)
        self.setCurrentRow(self._rows[area_id])
        self.blockSignals(False)

    def show_none(self) -> None:
        """Have no area chosen. One is still current: else the list would go to one by itself."""
        self.show_area(AREAS[0].id)
        self.blockSignals(True)
        self.clearSelection()
        self.blockSignals(False)

    def comfortable_width(self) -> int:
        """Return how wide the list wants to be."""
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(area.text) for area in AREAS)
        return longest + 8 * metrics.averageCharWidth()

    def _add_heading(self, text: str) -> None:
        heading = self._add_line(text, _HEADING)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
        font = self.font()
        font.setBold(True)
        heading.setFont(font)

    def _add_line(self, text: str, lines: float) -> QListWidgetItem:
        item = QListWidgetItem(text, self)
        item.setSizeHint(QSize(0, int(self.fontMetrics().height() * lines)))
        return item

    def _on_selection_changed(self) -> None:
        for index in self.selectedIndexes():
            self.chosen.emit(self._areas[index.row()])

    def _on_activated(self) -> None:
        self.opened.emit(self.area())
