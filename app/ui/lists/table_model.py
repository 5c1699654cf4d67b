"""The rows of a list as the table sees them: their number, and pages of them read when shown.

The query's first page and count come from a worker (see loading.py); pages further down are read
as they scroll into view, a few milliseconds each, so no list is ever in memory as a whole.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.errors import AppError
from app.rules.clocks.lateness import due_text, time_words
from app.rules.dates import date_text, date_time_text
from app.services.plain import Row
from app.specs.fields import ColumnSpec, Kind, RecordSpec
from app.ui.lists.loading import PAGE_ROWS, Loaded

if TYPE_CHECKING:
    from app.services.records.service import Records

_KEPT_PAGES = 20

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecordTableModel(QAbstractTableModel):
    """The result of one query over one kind of record."""

    # A page could not be read while scrolling.
    failed = Signal(object)

    def __init__(self, records: Records, spec: RecordSpec, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._records = records
        self._spec = spec
        self._columns = spec.list.columns
        self._formats = tuple(_format_for(column, clock) for column in self._columns)
        self._right = tuple(column.kind is Kind.INTEGER for column in self._columns)
        self._loaded: Loaded | None = None
        self._count = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._broken = False

    def show_result(self, loaded: Loaded) -> None:
        """Show the result of another query, or of the same one anew."""
        self.beginResetModel()
        self._loaded = loaded
        self._count = loaded.count
        self._pages = OrderedDict(sorted(loaded.pages.items()))
        self._broken = False
        self.endResetModel()

    def tell_time(self, rows: range) -> None:
        """Tell of these rows anew what follows the clock; nothing is read for it."""
        for place, column in enumerate(self._columns):
            if column.kind is Kind.STANDING and rows:
                first, last = self.index(rows[0], place), self.index(rows[-1], place)
                self.dataChanged.emit(first, last, [_DISPLAY, _TOOL_TIP])

    def id_at(self, row: int) -> int | None:
        """Return the id of the record in ``row``, None where there is no such row."""
        found = self._row(row) if 0 <= row < self._count else None
        return found.id if found is not None else None

    def text_at(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        found = self._row(row)
        return self._formats[column](found.values[column]) if found is not None else ""

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        # Each cell on screen asks for a dozen roles with each repaint; all but these end here.
        if role == _DISPLAY:
            return self.text_at(index.row(), index.column())
        if role == _ALIGNMENT:
            return _RIGHT if self._right[index.column()] else None
        if role == _TOOL_TIP:
            return self.text_at(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return self._columns[section].title
        return None

    def _row(self, row: int) -> Row | None:
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            page = self._read(number)
        else:
            self._pages.move_to_end(number)
        # Fewer rows than counted: someone deleted one meanwhile; the next reload tells.
        return page[place] if place < len(page) else None

    def _read(self, number: int) -> list[Row]:
        if self._broken or self._loaded is None:
            return []
        try:
            page = self._loaded.read(self._records, self._spec.kind, number)
        except AppError as error:
            self._broken = True  # told once, not for each cell; a reload tries again
            self.failed.emit(error)
            return []
        self._pages[number] = page
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        return page


def _format_for(column: ColumnSpec, clock: Callable[[], datetime]) -> Callable[[Any], str]:
    """Return how values of a column are written; None is an empty cell."""
    if column.kind is Kind.STANDING:
        return lambda value: time_words(value, clock()) if value else ""
    if column.expires:
        return partial(_expiring, f" ({column.expires})", clock)
    if column.kind is Kind.CHOICE and column.choices is not None:
        labels: dict[Any, str] = {choice.value: choice.label for choice in column.choices}
        return lambda value: labels.get(value, "")
    return _FORMATS.get(column.kind, _one_line)


def _expiring(words: str, clock: Callable[[], datetime], day: date | None) -> str:
    return f"{date_text(day)}{words if day and day < clock().date() else ''}"


def _one_line(value: Any) -> str:
    return " ".join(value.split()) if value else ""


_FORMATS: dict[Kind, Callable[[Any], str]] = {
    Kind.DATE: date_text,
    Kind.DATE_TIME: date_time_text,
    Kind.INTEGER: lambda value: "" if value is None else str(value),
    Kind.FLAG: lambda value: "Có" if value else "Không",
    Kind.DUE: lambda value: due_text(value) if value else "",
}
