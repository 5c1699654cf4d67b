"""A table of whole lines: a row for each, headings over parts of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QTableWidget,
    QTableWidgetItem,
)

_MOST_LINES = 4  # of a cell


class Keyed(Protocol):
    """What a line has: a key that it is known by again when the lines are read anew."""

    @property
    def key(self) -> str: ...


L = TypeVar("L", bound=Keyed)


@dataclass(frozen=True)
class Part(Generic[L]):
    """Lines that stand together, under a heading if it has words; ``left`` more are not shown."""

    heading: str
    lines: tuple[L, ...]
    left: int = 0

    @property
    def rows(self) -> int:
        return bool(self.heading) + len(self.lines) + bool(self.left)


class LineTable(QTableWidget, Generic[L]):
    """Enter and a double click open the line. Headings cannot be stood on.

    ``columns`` are their titles, each with its share of the width; ``cells`` what a line has there.
    """

    opened = Signal()
    line_changed = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[tuple[str, int]],
        cells: Callable[[L], tuple[str, ...]],
    ) -> None:
        super().__init__(0, len(columns))
        self._shares = [share for _title, share in columns]
        self._cells = cells
        self._lines: dict[int, L] = {}
        self._shown: tuple[Part[L], ...] = ()
        self._cut_rows: set[int] = set()
        self.setHorizontalHeaderLabels([title for title, _share in columns])
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(0)
        rows.setDefaultSectionSize(self._row_height(1))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        self.currentCellChanged.connect(self.line_changed)
        self.doubleClicked.connect(self.opened)

    def is_line_cut(self) -> bool:
        """Return whether the line the cursor is on has more words than its cells show."""
        return self.currentRow() in self._cut_rows

    def line(self) -> L | None:
        """Return the line the cursor is on."""
        return self._lines.get(self.currentRow())

    def show_parts(self, parts: tuple[Part[L], ...]) -> None:
        """Show lines; where nothing has changed nothing moves, else the cursor keeps its line."""
        if parts == self._shown:
            return
        was = self.line()
        row, scrolled = self.currentRow(), self.verticalScrollBar().value()
        self.setUpdatesEnabled(False)
        self.blockSignals(True)
        self._fill(parts)
        self._go_to(was.key if was else "", row)
        self.verticalScrollBar().setValue(scrolled)
        self.blockSignals(False)
        self.setUpdatesEnabled(True)
        self.scrollTo(self.currentIndex())
        self.line_changed.emit()

    def texts(self) -> list[str]:
        """Return the rows as shown, headings alone in theirs."""
        return [
            " | ".join(
                item.text()
                for column in range(self.columnCount())
                if (item := self.item(row, column)) is not None and item.text()
            )
            for row in range(self.rowCount())
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.opened.emit()
            return
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        if event.key() in ends and self._lines:  # of the list, not of the row
            self.setCurrentCell(list(self._lines)[ends[Qt.Key(event.key())]], 0)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        for column, share in enumerate(self._shares[:-1]):
            self.setColumnWidth(column, width * share // sum(self._shares))
        self._fit_rows()
        if event.size().width() != event.oldSize().width():
            self.line_changed.emit()  # its cells may show more of it now, or less

    def _fill(self, parts: tuple[Part[L], ...]) -> None:
        self._shown = parts
        self._lines = {}
        self.clearSpans()
        self.setRowCount(0)
        self.setRowCount(sum(part.rows for part in parts))
        row = 0
        for part in parts:
            if part.heading:
                self._put_words(row, part.heading, bold=True)
                row += 1
            for line in part.lines:
                self._lines[row] = line
                for column, text in enumerate(self._cells(line)):
                    item = QTableWidgetItem(text)
                    item.setToolTip(text)
                    self.setItem(row, column, item)
                row += 1
            if part.left:
                self._put_words(row, f"… và {part.left} việc nữa", bold=False)
                row += 1
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Give each row the lines that its longest cell breaks into."""
        metrics = self.fontMetrics()
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        widths = [self.columnWidth(column) - 2 * margin for column in range(self.columnCount())]
        self._cut_rows.clear()
        for row, line in self._lines.items():
            lines = 1
            for text, width in zip(self._cells(line), widths, strict=True):
                if metrics.horizontalAdvance(text) > width:  # most do not: that is quickly seen
                    room = QRect(0, 0, width, _MOST_LINES * metrics.lineSpacing())
                    height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
                    lines = max(lines, round(height / metrics.lineSpacing()))
            if lines > _MOST_LINES:
                self._cut_rows.add(row)
            self.setRowHeight(row, self._row_height(min(lines, _MOST_LINES)))

    def _row_height(self, lines: int) -> int:
        metrics = self.fontMetrics()
        return int(metrics.height() * 0.7) + (lines - 1) * metrics.lineSpacing() + metrics.height()

    def _put_words(self, row: int, words: str, *, bold: bool) -> None:
        item = QTableWidgetItem(words)
        font = item.font()
        font.setBold(bold)
        item.setFont(font)
        # Not to be stood on, and yet not grey as if it could not be used just now.
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(
            self.palette().brush(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
        )
        self.setItem(row, 0, item)
        self.setSpan(row, 0, 1, self.columnCount())

    def _go_to(self, key: str, row: int) -> None:
        """Stand on the line of that key; where it is gone, on what has come in its place."""
        places = [place for place, line in self._lines.items() if line.key == key]
        if not places:
            after = [place for place in self._lines if place >= row]
            places = after or list(self._lines)[-1:]
        if places:
            self.setCurrentCell(places[0], 0)
