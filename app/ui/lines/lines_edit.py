"""The lines of a record in a tab of its page: a grid with its buttons, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.specs.checks import plain_label
from app.specs.fields import FieldSpec, LinesSpec
from app.ui.forms.editors import Sources
from app.ui.lines.cells import Line, Unread, new_line
from app.ui.lines.grid import LinesGrid
from app.ui.lines.model import LinesModel
from app.ui.lines.pasting import Block, CellReader
from app.ui.widgets import ErrorLabel, HelpLabel
from app.ui.widgets.item_tools import ItemTools

Value = tuple[dict[str, Any], ...]
# So many errors are told under the grid; the cells show the others.
_MOST_ERRORS = 5


class LinesEdit(QWidget):
    """The lines. Blank ones are not part of the value; there is always one to type in."""

    changed = Signal()
    notice = Signal(str, object)  # what was done, in words; a call that undoes it
    # The kind to add a record of, the name typed, and a call that takes the id of the new one.
    related_add_requested = Signal(str, str, object)

    def __init__(self, spec: LinesSpec, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._sources = sources
        self._model = LinesModel(spec.fields, sources.records)
        self.grid = LinesGrid(self._model, sources)
        self.grid.setAccessibleName(spec.title)
        self.grid.setAccessibleDescription(spec.help)
        self._tools = ItemTools("Thêm &dòng")
        self._error = ErrorLabel(self.grid)
        self._offer = QWidget()
        self._offer_label = QLabel()
        self._own: Value = ()
        self._clean: Value = ()
        self._model.changed.connect(self._on_model_changed)
        self._model.judged.connect(self._tell_errors)
        self.grid.add_requested.connect(self._on_add_requested)
        self.grid.remove_requested.connect(self._on_remove_requested)
        self.grid.move_requested.connect(self._on_move_requested)
        self.grid.block_pasted.connect(self._on_block_pasted)
        self.grid.related_add_requested.connect(self._on_related_add_requested)
        self._tools.add_clicked.connect(self._on_add_clicked)
        self._tools.up_clicked.connect(partial(self._on_move_requested, -1))
        self._tools.down_clicked.connect(partial(self._on_move_requested, 1))
        self._tools.remove_clicked.connect(self._on_remove_requested)
        self._assemble()

    # The value -------------------------------------------------------------------------

    def value(self) -> Value:
        """Return the lines as they would be saved."""
        return tuple(self._line_value(line) for line in self._model.kept())

    def load(self, lines: Iterable[Mapping[str, Any]] | None) -> None:
        """Show stored lines and call them clean."""
        self._show(lines or ())
        self._offer.hide()
        self._clean = self.value()

    def set_value(self, lines: Iterable[Mapping[str, Any]] | None) -> None:
        """Put lines in as if the clerk had."""
        self._show(lines or ())
        self.changed.emit()

    def accept_saved(self, stored: Sequence[Mapping[str, Any]]) -> None:
        """Call what stands here saved; new lines take the ids they were stored with."""
        for line, saved in zip(self._model.kept(), stored, strict=True):
            line.id = saved["id"]
        self._offer.hide()
        self.show_errors({})
        self._clean = self.value()

    def is_dirty(self) -> bool:
        """Return whether something differs from what was loaded, understood or not."""
        return self.value() != self._clean or any(
            isinstance(value, Unread)
            for line in self._model.kept()
            for value in line.cells.values()
        )

    def problems(self) -> dict[str, str]:
        """Return what keeps the lines from being saved, by ``name[place].field``."""
        return {
            f"{self.spec.name}[{place}].{field.name}": problem
            for place, line in enumerate(self._model.kept())
            for field in self.spec.fields
            if (problem := line.problem(field, while_typing=False))
        }

    def show_errors(self, errors: Mapping[str, str]) -> bool:
        """Put the errors that belong to a line at its cell; return whether there is one."""
        found: dict[int, dict[str, str]] = {}
        for name, sentence in errors.items():
            lines, _, rest = name.partition("[")
            place, _, field = rest.partition("].")
            if lines == self.spec.name and place.isdigit() and self._has_field(field):
                found.setdefault(int(place), {})[field] = sentence
        self._model.set_errors(found)
        return bool(found)

    def errors(self) -> str:
        """Return the errors on show, in words."""
        return self._error.error()

    def count(self) -> int:
        """Return how many lines there are."""
        return len(self._model.kept())

    def current(self) -> dict[str, Any] | None:
        """Return the line the cursor is in, as it would be saved; None in a blank one."""
        line = self._current_line()
        return None if line is None else self._line_value(line)

    def put_related(self, field: str) -> Callable[[int], None] | None:
        """Return what puts a record's id into a field of the line the cursor is in now."""
        line = self._current_line()
        return None if line is None else partial(self._take_added, line, field)

    def text(self) -> str:
        """Return the lines in words, each under its number."""
        return "\n".join(
            f"{number}. {self._words(line)}" for number, line in enumerate(self._model.kept(), 1)
        )

    def cell_texts(self) -> Iterator[str]:
        """Yield what each cell shows, each for itself."""
        for line in self._model.kept():
            for field in self.spec.fields:
                yield self._model.text(line, field)

    def is_read_only(self) -> bool:
        return self._tools.isHidden()

    def set_read_only(self, read_only: bool) -> None:
        self.grid.set_read_only(read_only)
        self._model.set_read_only(read_only)
        self._tools.setVisible(not read_only)

    def offer_own(self, own: Value) -> None:
        """Keep the lines the clerk had typed beside others that came from elsewhere."""
        if own == self.value():
            return
        self._own = own
        words = "; ".join(self._words(new_line(self.spec.fields, line)) for line in own)
        self._offer_label.setText(f"Anh/chị đã nhập {len(own)} dòng: {words}".rstrip(": "))
        self._offer.show()

    # The cursor ------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Go to the first cell that is wrong, else to where the cursor was."""
        for row, line in enumerate(self._model.lines):
            for column, field in enumerate(self.spec.fields):
                if field.name in line.errors:
                    self.grid.go(row, column)
                    self.grid.open_editor()
                    return
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing -----------------------------------------------------------------------------

    def add(self, row: int) -> None:
        """Add a line before ``row`` and go to its first cell."""
        self._model.insert(row)
        self.grid.go(row, 0)
        self.grid.open_editor()

    def remove(self, row: int) -> None:
        """Take a line away; the notice can bring it back."""
        column = max(self.grid.currentIndex().column(), 0)
        line = self._model.remove(row)
        self.grid.go(min(row, self._model.rowCount() - 1), column)
        if not line.is_blank(self.spec.fields):
            words = f"Đã bỏ dòng {row + 1} ({self.spec.singular})."
            self.notice.emit(words, partial(self._put_back, row, line))

    def shift(self, row: int, step: int) -> None:
        """Exchange a line with its neighbour; the cursor goes along."""
        last = self._model.rowCount() - 1  # the blank line stays the last
        if 0 <= row < last and 0 <= row + step < last:
            column = self.grid.currentIndex().column()
            self._model.move(row, step)
            self.grid.go(row + step, column)
            self.grid.open_editor()

    def paste(self, block: Block) -> None:
        """Put a block of cells in from the current cell on; lines are added as it needs them."""
        start = self.grid.currentIndex()
        fields = self.spec.fields[start.column() :]
        readers = [CellReader(field, self._sources) for field in fields]
        before: list[tuple[Line, str, Any]] = []
        self.grid.close_editor()
        with self._model.bulk():
            for row, texts in enumerate(block, start.row()):
                if row == self._model.rowCount():
                    self._model.insert(row)
                line = self._model.lines[row]
                for field, reader, text in zip(fields, readers, texts, strict=False):
                    before.append((line, field.name, line.cells[field.name]))
                    self._model.set_cell(line, field.name, reader.read(text))
                    self._model.judge(line, field)
        self.grid.open_editor()
        self.notice.emit(f"Đã dán {len(block)} dòng.", partial(self._take_back, before))

    # Inside ----------------------------------------------------------------------------

    def _show(self, lines: Iterable[Mapping[str, Any]]) -> None:
        self._model.set_lines([new_line(self.spec.fields, line) for line in lines])
        self._tell_errors()

    def _line_value(self, line: Line) -> dict[str, Any]:
        cells = {
            name: None if isinstance(value, Unread) else value for name, value in line.cells.items()
        }
        return {"id": line.id, **cells}

    def _words(self, line: Line) -> str:
        words = (
            f"{plain_label(field)}: {text}"
            for field in self.spec.fields
            if (text := self._model.text(line, field))
        )
        return ", ".join(words)

    def _has_field(self, name: str) -> bool:
        return any(field.name == name for field in self.spec.fields)

    def _put_back(self, row: int, line: Line) -> None:
        if isValid(self):  # the notice outlives a page that was closed meanwhile
            self._model.insert(min(row, self._model.rowCount() - 1), line)

    def _take_back(self, before: Iterable[tuple[Line, str, Any]]) -> None:
        if not isValid(self):
            return
        with self._model.bulk():
            for line, name, value in before:
                self._model.set_cell(line, name, value)
        self.grid.refresh_editor()

    def _tell_errors(self) -> None:
        told = [
            f"Dòng {row}, {plain_label(field)}: {line.errors[field.name]}"
            for row, line in enumerate(self._model.lines, 1)
            for field in self.spec.fields
            if field.name in line.errors
        ]
        if len(told) > _MOST_ERRORS:
            more = len(told) - _MOST_ERRORS
            told = [*told[:_MOST_ERRORS], f"Còn {more} ô khác cần sửa, chữ màu đỏ trong bảng."]
        self._error.set_error("\n".join(told))

    def _assemble(self) -> None:
        self._offer_label.setTextFormat(Qt.TextFormat.PlainText)
        self._offer_label.setWordWrap(True)
        use = QPushButton("Dùng lại")
        use.setAccessibleName(f"Dùng lại {self.spec.title} đã nhập")
        use.clicked.connect(self._on_offer_clicked)
        offer = QHBoxLayout(self._offer)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.addWidget(self._offer_label, 1)
        offer.addWidget(use, 0, Qt.AlignmentFlag.AlignTop)
        self._offer.hide()
        whole = QVBoxLayout(self)
        whole.addWidget(self._tools)
        if self.spec.help:
            whole.addWidget(HelpLabel(self.spec.help))
        whole.addWidget(self.grid, 1)
        whole.addWidget(self._error)
        whole.addWidget(self._offer)
        QWidget.setTabOrder(self.grid, self._tools.add_button)

    def _current_line(self) -> Line | None:
        line = self._model.lines[self._row()]
        return line if line in self._model.kept() else None

    def _row(self) -> int:
        return max(self.grid.currentIndex().row(), 0)

    def _on_model_changed(self) -> None:
        self._tell_errors()
        self.changed.emit()

    def _on_add_clicked(self) -> None:
        self.add(self._model.rowCount() - 1)

    def _on_add_requested(self) -> None:
        self.add(self._row() + 1)

    def _on_remove_requested(self) -> None:
        self.remove(self._row())

    def _on_move_requested(self, step: int) -> None:
        self.shift(self._row(), step)

    def _on_block_pasted(self, block: Block) -> None:
        self.paste(block)

    def _on_related_add_requested(self, line: Line, field: FieldSpec, typed: str) -> None:
        self.related_add_requested.emit(
            field.related, typed, partial(self._take_added, line, field.name)
        )

    def _take_added(self, line: Line, name: str, record_id: int) -> None:
        if line in self._model.lines:
            self._model.set_cell(line, name, record_id)
            self.grid.refresh_editor()

    def _on_offer_clicked(self) -> None:
        self._offer.hide()
        self.set_value(self._own)
        self.focus_first()
