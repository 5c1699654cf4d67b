"""The table of lines with the editor of the current cell always open.

So keys go to the very editors the form has: input methods for Vietnamese lose a first letter that a
table hands over to an editor it has just made.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from app.specs.checks import plain_label
from app.specs.fields import FieldSpec, Kind
from app.ui.forms.editors import Sources
from app.ui.lines.cell_editors import make_cell_editor, typing_parts
from app.ui.lines.cells import Line, read_cell, show_cell
from app.ui.lines.model import LinesModel
from app.ui.lines.pasting import block_in
from app.ui.widgets import LineEdit, LongTextEdit, RelatedEdit
from app.ui.widgets.editor import as_editor, focus_target

# Kinds whose texts are all short; the others share the width that is left.
_NARROW = (Kind.DATE, Kind.DATE_TIME, Kind.INTEGER, Kind.CHOICE, Kind.FLAG)
_LEAST_CHARS = 18
_LONG_NAME = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class LinesGrid(QTableView):
    """Tab goes right, Enter down, Up and Down to the lines around."""

    add_requested = Signal()
    remove_requested = Signal()
    move_requested = Signal(int)
    block_pasted = Signal(object)  # rows of texts
    related_add_requested = Signal(object, object, str)  # line, field, typed text

    def __init__(self, model: LinesModel, sources: Sources) -> None:
        super().__init__()
        self._lines = model
        self._sources = sources
        self._read_only = False
        self._editor: QWidget | None = None
        self._place = QPersistentModelIndex()
        self._passing = False  # the focus is here only on its way to somewhere else
        self._run_start: int | None = None  # the column where a run of Tab began
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit_all_rows)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QTableView { gridline-color: palette(midlight); }")
        self._row_height = LineEdit().sizeHint().height() + 2
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._row_height)
        rows.setSectionsClickable(False)
        self._narrow = {
            column: self._narrow_width(field)
            for column, field in enumerate(model.fields)
            if field.kind in _NARROW
        }
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelAboutToBeReset.connect(self.close_editor)
        model.rowsAboutToBeRemoved.connect(self.close_editor)
        model.rowsAboutToBeMoved.connect(self.close_editor)
        model.dataChanged.connect(self._on_data_changed)
        model.rowsInserted.connect(self._fitting.start)
        model.modelReset.connect(self._fitting.start)

    # The cell in hand ------------------------------------------------------------------

    def editor(self) -> QWidget | None:
        """Return the editor of the current cell while it is open."""
        return self._editor

    def current_line(self) -> Line | None:
        """Return the line the cursor is in."""
        index = self.currentIndex()
        return self._lines.lines[index.row()] if index.isValid() else None

    def go(self, row: int, column: int) -> None:
        """Go to a cell and open it."""
        index = self._lines.index(row, column)
        if self.currentIndex() == index:
            self.open_editor()
        else:
            self._hold_focus()
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def set_read_only(self, read_only: bool) -> None:
        self.close_editor()
        self._read_only = read_only

    def refresh_editor(self) -> None:
        """Let the open editor show what its cell holds now."""
        if self._editor is not None:
            line, field = self._at(self._place)
            show_cell(field, self._editor, line.cells[field.name])

    def open_editor(self) -> None:
        """Open the current cell, and put the cursor in it."""
        index = self.currentIndex()
        if self._read_only or not index.isValid():
            return
        if self._editor is None or self._place != QPersistentModelIndex(index):
            self.close_editor()
            self._editor = self._make_cell_editor(index)
            self._place = QPersistentModelIndex(index)
            self.setIndexWidget(index, self._editor)
            self._fit_row(index.row())
        part = focus_target(self._editor)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(part, QLineEdit):  # marked whole, for typing replaces it; its begin in sight
            part.end(False)
            part.home(True)

    def close_editor(self) -> None:
        """Close the open cell; what was typed is in the model already."""
        editor = self._editor
        if editor is None:
            return
        QGuiApplication.inputMethod().commit()
        if self._has_cursor():
            self._hold_focus()
        self._editor = None
        editor.hide()  # it is deleted later
        place, self._place = self._place, QPersistentModelIndex()
        if place.isValid():
            self.setIndexWidget(place, None)  # type: ignore[arg-type]
            self._fit_row(place.row())

    def copy_above(self) -> None:
        """Take over what the cell above holds."""
        index = self.currentIndex()
        if self._editor is None or index.row() < 1:
            return
        line, field = self._at(index)
        above = self._lines.lines[index.row() - 1]
        self._lines.set_cell(line, field.name, above.cells[field.name])
        self.refresh_editor()

    # Qt --------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._passing or event.reason() is Qt.FocusReason.MouseFocusReason:
            return
        if not self.currentIndex().isValid():
            self._passing = True
            self.setCurrentIndex(self._lines.index(0, 0))
            self._passing = False
        self.open_editor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._run_start = None
        self.open_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: what is typed belongs to the cells."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, QWidget)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._takes_key(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    # Keys ------------------------------------------------------------------------------

    def _takes_key(self, part: QWidget, event: QKeyEvent) -> bool:
        """Do what a key means to the grid; False leaves it to the editor."""
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._paste_block()
        if held == _ALT:
            return self._takes_alt(key, part)
        if held == _CTRL:
            return self._takes_ctrl(key)
        if key == Qt.Key.Key_Tab and not held:
            return self._step_right(part, 1)
        if key == Qt.Key.Key_Backtab:
            return self._step_right(part, -1)
        if key in _ENTER and held == _SHIFT:
            return self._break_line(part)
        if key in _ENTER and not held:
            return self._step_down_by_enter()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not held:
            return self._step_line(part, 1 if key == Qt.Key.Key_Down else -1)
        if key == Qt.Key.Key_F2 and isinstance(part, QLineEdit):
            part.end(False)  # as in Excel: go on typing at the end
            return True
        return False

    def _takes_alt(self, key: int, part: QWidget) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_requested.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif key in _ENTER:
            return self._break_line(part)
        else:
            return False
        return True

    def _takes_ctrl(self, key: int) -> bool:
        if key in _ENTER:
            self.add_requested.emit()
        elif key == Qt.Key.Key_D:
            self.copy_above()
        else:
            return False
        return True

    def _paste_block(self) -> bool:
        _line, field = self._at(self.currentIndex())
        block = block_in(QGuiApplication.clipboard().mimeData(), field)
        if block is None:
            return False
        self.block_pasted.emit(block)
        return True

    @staticmethod
    def _break_line(part: QWidget) -> bool:
        if isinstance(part, LongTextEdit):
            part.insertPlainText("\n")
        return True

    def _step_right(self, part: QWidget, step: int) -> bool:
        """Go to the next part of the editor, the next cell, or out of the grid."""
        assert self._editor is not None
        parts = typing_parts(self._editor)
        place = parts.index(part) + step
        if 0 <= place < len(parts):
            parts[place].setFocus(Qt.FocusReason.TabFocusReason)  # which marks it whole
            return True
        index = self.currentIndex()
        columns = self._lines.columnCount()
        if self._run_start is None:
            self._run_start = index.column()
        row, column = divmod(index.row() * columns + index.column() + step, columns)
        if not 0 <= row < self._lines.rowCount():
            self._leave(forward=step > 0)
            return True
        if row != index.row():
            self._run_start = None
        start = self._run_start
        self.go(row, column)
        self._run_start = start
        return True

    def _step_down_by_enter(self) -> bool:
        """Go down; after a run of Tab to where it began, so that the next line can be typed."""
        editor = self._editor
        if isinstance(editor, RelatedEdit) and (editor.is_open() or editor.problem()):
            return False
        index = self.currentIndex()
        column = index.column() if self._run_start is None else self._run_start
        if index.row() + 1 < self._lines.rowCount():
            self.go(index.row() + 1, column)
        return True

    def _step_line(self, part: QWidget, step: int) -> bool:
        if isinstance(self._editor, RelatedEdit) and self._editor.is_open():
            return False
        if isinstance(part, LongTextEdit):
            way = QTextCursor.MoveOperation.Down if step > 0 else QTextCursor.MoveOperation.Up
            if part.textCursor().movePosition(way):
                return False
        index = self.currentIndex()
        row = index.row() + step
        if 0 <= row < self._lines.rowCount():
            self.go(row, index.column())
        return True

    def _leave(self, *, forward: bool) -> None:
        self._hold_focus()
        self.close_editor()
        self._run_start = None
        self.focusNextPrevChild(forward)

    # Editors ---------------------------------------------------------------------------

    def _make_cell_editor(self, index: QModelIndex) -> QWidget:
        line, field = self._at(index)
        editor = make_cell_editor(field, self._sources)
        editor.setParent(self.viewport())
        editor.setObjectName(field.name)
        editor.setAccessibleName(f"{plain_label(field)}, dòng {index.row() + 1}")
        needed = "Bắt buộc." if field.required else ""
        described = (line.errors.get(field.name, ""), needed, field.help)
        editor.setAccessibleDescription(" ".join(filter(None, described)))
        editor.setAutoFillBackground(True)  # the cell's own text must not shine through
        show_cell(field, editor, line.cells[field.name])
        if isinstance(editor, LongTextEdit):
            editor.moveCursor(QTextCursor.MoveOperation.End)
        as_editor(editor).changed.connect(partial(self._on_editor_changed, line, field, editor))
        as_editor(editor).left.connect(partial(self._on_editor_left, line, field))
        if isinstance(editor, RelatedEdit):
            editor.add_requested.connect(partial(self._on_add_requested, line, field))
        for part in typing_parts(editor):
            part.installEventFilter(self)
        return editor

    def _at(self, index: QModelIndex | QPersistentModelIndex) -> tuple[Line, FieldSpec]:
        return self._lines.lines[index.row()], self._lines.fields[index.column()]

    def _has_cursor(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _hold_focus(self) -> None:
        """Keep the focus in the grid while an editor goes."""
        self._passing = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._passing = False

    def _on_editor_changed(self, line: Line, field: FieldSpec, editor: QWidget) -> None:
        value = read_cell(field, editor)
        if value != line.cells[field.name]:
            self._lines.set_cell(line, field.name, value)

    def _on_editor_left(self, line: Line, field: FieldSpec) -> None:
        self._lines.judge(line, field)

    def _on_add_requested(self, line: Line, field: FieldSpec, typed: str) -> None:
        self.related_add_requested.emit(line, field, typed)

    def _on_current_changed(self) -> None:
        self._run_start = None
        if self._has_cursor() and not self._passing:
            self.open_editor()

    # Sizes -----------------------------------------------------------------------------

    def _narrow_width(self, field: FieldSpec) -> int:
        editor = make_cell_editor(field, self._sources)
        margin = self.fontMetrics().averageCharWidth()
        return max(self._title_width(field), editor.sizeHint().width() + margin)

    def _title_width(self, field: FieldSpec) -> int:
        metrics = self.horizontalHeader().fontMetrics()
        return metrics.horizontalAdvance(f"{field.label} *") + 2 * metrics.averageCharWidth()

    def _fit_columns(self) -> None:
        """Let the columns of text share what the others leave; what may be long takes more."""
        shares = {
            column: 2 if _is_long(field) else 1
            for column, field in enumerate(self._lines.fields)
            if column not in self._narrow
        }
        room = self.viewport().width() - sum(self._narrow.values())
        least = _LEAST_CHARS * self.fontMetrics().averageCharWidth()
        for column, width in self._narrow.items():
            self.setColumnWidth(column, width)
        for column, share in shares.items():
            field = self._lines.fields[column]
            at_least = 2 * least if field.kind is Kind.LONG_TEXT else least
            width = max(room * share // sum(shares.values()), at_least)
            self.setColumnWidth(column, max(width, self._title_width(field)))
        self._fitting.start()

    def _on_data_changed(self, top_left: QModelIndex, bottom_right: QModelIndex) -> None:
        for row in range(top_left.row(), bottom_right.row() + 1):
            self._fit_row(row)

    def _fit_all_rows(self) -> None:
        for row in range(self._lines.rowCount()):
            self._fit_row(row)

    def _fit_row(self, row: int) -> None:
        """Make a line as high as its longest text, or as the editor open in it."""
        self.setRowHeight(row, max(self._row_height, self.sizeHintForRow(row)))


def _is_long(field: FieldSpec) -> bool:
    """Return whether a text may be as long as a name: of a body, an outlet, a post."""
    return field.kind in (Kind.LONG_TEXT, Kind.RELATED) or (field.max_length or 0) >= _LONG_NAME
