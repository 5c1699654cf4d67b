"""The lines of a record as a table: always one blank line at the end to type in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.errors import NotFound
from app.specs.fields import FieldSpec, Kind
from app.ui.forms.editors import RelatedRecords, value_text
from app.ui.lines.cells import Line, Unread, new_line
from app.ui.widgets.labels import error_colour

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LinesModel(QAbstractTableModel):
    """Holds the lines. ``changed``: some value is another; ``judged``: errors came or went."""

    changed = Signal()
    judged = Signal()

    def __init__(self, fields: Sequence[FieldSpec], records: RelatedRecords) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self._records = records
        self._names: dict[tuple[str, int], str] = {}
        self._read_only = False
        self._in_bulk = False
        self._has_long_text = any(field.kind is Kind.LONG_TEXT for field in fields)
        self.lines: list[Line] = [new_line(self.fields)]

    def kept(self) -> list[Line]:
        """Return the lines that are part of the value: all but the blank ones."""
        return [line for line in self.lines if not line.is_blank(self.fields)]

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines instead."""
        self.beginResetModel()
        self._names.clear()
        self.lines = [*lines, *([] if self._read_only else [new_line(self.fields)])]
        self.endResetModel()

    def set_read_only(self, read_only: bool) -> None:
        """Offer a blank line at the end, or none."""
        self._read_only = read_only
        self.set_lines(self.kept())

    def insert(self, row: int, line: Line | None = None) -> None:
        """Put a line, or a new one, before ``row``."""
        self.beginInsertRows(_NO_PARENT, row, row)
        self.lines.insert(row, line or new_line(self.fields))
        self.endInsertRows()
        if not self._in_bulk:
            self._end_with_a_blank()
            self.changed.emit()

    def remove(self, row: int) -> Line:
        """Take a line out and return it."""
        self.beginRemoveRows(_NO_PARENT, row, row)
        line = self.lines.pop(row)
        self.endRemoveRows()
        self._end_with_a_blank()
        self.changed.emit()
        return line

    def move(self, row: int, step: int) -> None:
        """Exchange a line with its neighbour."""
        upper = min(row, row + step)
        self.beginMoveRows(_NO_PARENT, upper + 1, upper + 1, _NO_PARENT, upper)
        self.lines.insert(upper, self.lines.pop(upper + 1))
        self.endMoveRows()
        self._end_with_a_blank()
        self.changed.emit()

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Hold back what follows from each change, and do it once for all of them."""
        self._in_bulk = True
        try:
            yield
        finally:
            self._in_bulk = False
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self._end_with_a_blank()
            self.changed.emit()

    def set_cell(self, line: Line, name: str, value: Any) -> None:
        """Put a value into a cell; the error there is over."""
        line.cells[name] = value
        line.errors.pop(name, None)
        if self._in_bulk:
            return
        self._show(line)
        self._end_with_a_blank()
        self.changed.emit()

    def judge(self, line: Line, field: FieldSpec) -> None:
        """Say what is wrong with a cell that was left; what a service said stays."""
        if not self._in_bulk and line not in self.lines:
            return  # taken away just now
        problem = line.problem(field, while_typing=True)
        if problem and problem != line.errors.get(field.name):
            line.errors[field.name] = problem
            if not self._in_bulk:
                self._show(line)
                self.judged.emit()

    def set_errors(self, errors: Mapping[int, Mapping[str, str]]) -> None:
        """Put errors at cells, by the place of the line among those kept; clear all others."""
        kept = self.kept()
        for line in self.lines:
            line.errors = {}
        for place, wrong in errors.items():
            line = kept[place] if place < len(kept) else self.lines[-1]
            line.errors = dict(wrong)
        self.dataChanged.emit(
            self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
        )
        self.judged.emit()

    def text(self, line: Line, field: FieldSpec) -> str:
        """Return what a cell shows."""
        value = line.cells[field.name]
        if isinstance(value, Unread):
            return value.text
        if value is None or value is False:
            return ""
        if field.kind is Kind.RELATED and field.related is not None:
            return self._name(field.related, value)
        return value_text(field, value, self._records)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        line, field = self.lines[index.row()], self.fields[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(line, field)
            case Qt.ItemDataRole.ToolTipRole:
                return line.errors.get(field.name) or self.text(line, field)
            case Qt.ItemDataRole.ForegroundRole:
                return (
                    error_colour(QGuiApplication.palette()) if field.name in line.errors else None
                )
            case Qt.ItemDataRole.TextAlignmentRole:
                return _TOP if self._has_long_text else _MIDDLE
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return line.errors.get(field.name)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        field = self.fields[section]
        return f"{field.label} *" if field.required else field.label

    def _show(self, line: Line) -> None:
        row = self.lines.index(line)
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def _name(self, kind: str, record_id: int) -> str:
        key = (kind, record_id)
        if key not in self._names:
            try:
                self._names[key] = self._records.option(*key).text
            except NotFound:
                self._names[key] = ""
        return self._names[key]

    def _end_with_a_blank(self) -> None:
        if self._read_only or (self.lines and self.lines[-1].is_blank(self.fields)):
            return
        row = len(self.lines)
        self.beginInsertRows(_NO_PARENT, row, row)
        self.lines.append(new_line(self.fields))
        self.endInsertRows()
