"""The table of a list: whole rows, keys that open, widths that are remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from app.specs.fields import ColumnSpec, Kind, ListSpec

# A choice with a longer label than this shares the room like text.
_LONGEST_WHOLE = 24
# Of their usual width texts get at least the one share; below the other they take two lines.
_LEAST_SHARE = 0.5
_CRAMPED_SHARE = 0.65
# Kinds whose texts are all as wide as this one; of deadlines, but for rare ones.
_SAMPLES = {
    Kind.DATE: "00/00/0000",
    Kind.DATE_TIME: "00/00/0000 00:00",
    Kind.INTEGER: "00000",
    Kind.FLAG: "Không",
    Kind.DUE: "00/00/0000 00:00",
    Kind.STANDING: "còn 00 giờ 00 phút",
}


class RecordTable(QTableView):
    """Enter and a double click open; a click on a header sorts."""

    opened = Signal()
    sort_chosen = Signal(int)  # a column

    def __init__(self, spec: ListSpec) -> None:
        super().__init__()
        self._spec = spec
        self._share_room = True
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_lines(1)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self.sort_chosen)
        header.sectionResized.connect(self._on_section_resized)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_widths(self, widths: dict[str, int]) -> None:
        """Give the columns their remembered widths; without any they share the room there is."""
        self._share_room = not widths
        self._set_lines(1)
        for place, column in enumerate(self._spec.columns):
            self.setColumnWidth(place, widths.get(column.name) or self._usual_width(column))

    def widths(self) -> dict[str, int]:
        """Return the widths the clerk gave; the last column fills what is left and has none."""
        if self._share_room:
            return {}
        columns = self._spec.columns[:-1]
        return {column.name: self.columnWidth(place) for place, column in enumerate(columns)}

    def visible_rows(self) -> range:
        """Return the rows on screen."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1)

    def show_sort(self, sort: str) -> None:
        """Show by which column the rows are sorted ("-" before it: descending)."""
        names = [column.name for column in self._spec.columns]
        order = (
            Qt.SortOrder.DescendingOrder if sort.startswith("-") else Qt.SortOrder.AscendingOrder
        )
        self.horizontalHeader().setSortIndicator(names.index(sort.removeprefix("-")), order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._share_room and self.isVisible():
            self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._share_room:
            self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would read every row for a typed letter; Ctrl+F searches."""

    def _usual_width(self, column: ColumnSpec) -> int:
        """Return the width for a column's usual text; dates and numbers are always whole."""
        metrics = self.fontMetrics()
        character = metrics.averageCharWidth()
        samples = [_SAMPLES[column.kind]] if column.kind in _SAMPLES else []
        if column.is_short and column.choices is None:
            samples = samples or ["0" * column.width]
        if column.expires:
            samples = [f"{sample} ({column.expires})" for sample in samples]
        samples += [choice.label for choice in column.choices or ()]
        if not samples or not self._is_whole(column):
            return column.width * character
        # The header needs room for the sort indicator too.
        widths = [metrics.horizontalAdvance(sample) for sample in samples]
        return max(*widths, metrics.horizontalAdvance(column.title) + 4 * character) + 2 * character

    @staticmethod
    def _is_whole(column: ColumnSpec) -> bool:
        """Return whether a column always shows its whole text: what is short, dates, numbers."""
        if column.choices is not None:
            return max(len(choice.label) for choice in column.choices) <= _LONGEST_WHOLE
        return column.kind in _SAMPLES or column.is_short

    def _fit_columns(self) -> None:
        """Let the text columns share what the others leave, down to half their usual width.

        Where that would cut most names, as at 150 % on a small screen, they go on in a second line.
        """
        columns = self._spec.columns
        widths = [self._usual_width(column) for column in columns]
        sharing = [place for place, column in enumerate(columns) if not self._is_whole(column)]
        share = self._share(widths, sharing)
        # A column that would not even show its title takes the room for that from the others.
        titles = {place: self._title_width(columns[place]) for place in sharing}
        while cut := [place for place in sharing if widths[place] * share < titles[place]]:
            for place in cut:
                widths[place] = titles[place]
                sharing.remove(place)
            share = self._share(widths, sharing)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, int(width * share) if place in sharing else width)
        self._set_lines(2 if share < _CRAMPED_SHARE else 1)

    def _share(self, widths: Sequence[int], sharing: Sequence[int]) -> float:
        """Return how much of their usual widths the columns that share can have."""
        wanted = sum(widths[place] for place in sharing)
        room = self.viewport().width() - (sum(widths) - wanted)
        return max(room / wanted, _LEAST_SHARE) if wanted else 1.0

    def _title_width(self, column: ColumnSpec) -> int:
        metrics = self.horizontalHeader().fontMetrics()
        return metrics.horizontalAdvance(column.title) + 4 * metrics.averageCharWidth()

    def _set_lines(self, lines: int) -> None:
        """Give all rows one height: with 100,000 of them none may be measured."""
        self.setWordWrap(lines > 1)
        height = int(self.fontMetrics().height() * (lines + 0.7))
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)

    def _on_section_resized(self) -> None:
        # The button may also be down elsewhere: on the area that opened this list.
        is_dragged = self.horizontalHeader().viewport().underMouse()
        if is_dragged and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._share_room = False  # from now on the widths are the clerk's own

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.opened.emit()
