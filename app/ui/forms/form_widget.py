"""A form laid out from a record's spec, in one column or two as the window has room."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.specs.fields import Kind, Section
from app.ui.forms.editors import RelatedRecords, Sources
from app.ui.forms.field_row import FieldRow
from app.ui.widgets import ErrorLabel, HelpLabel, RelatedEdit

# A section is comfortable from about this many letters' width on.
_COLUMN_CHARS = 66


class FormWidget(QWidget):
    """The fields of one record. ``values()`` are tidied; what stands on the screen is not touched.

    Dirty means that the values differ from those loaded, so typing back makes the form clean.
    """

    changed = Signal()
    dirty_changed = Signal(bool)
    related_add_requested = Signal(str, str, str)  # field, kind, typed text

    def __init__(
        self,
        sections: Sequence[Section],
        records: RelatedRecords,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent)
        self._clean: dict[str, Any] = {}
        self._was_dirty = False
        self._loading = False
        self._rows: dict[str, FieldRow] = {}
        self._record_error = ""
        self._counting = False
        self._body = QWidget()
        self._summary = ErrorLabel(parent=self._body)
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        self._side_by_side = QHBoxLayout()
        self._section_widgets: list[QWidget] = []
        self._grids: list[tuple[QGridLayout, list[QLabel]]] = []
        self._weights: list[float] = []
        self._column_count = 0
        sources = Sources(records, today)
        for section in sections:
            self._add_section(section, sources)
        self._assemble(any(row.field.required for row in self._rows.values()))
        self._remember_clean()

    def load(self, values: Mapping[str, Any]) -> None:
        """Show stored values and call them clean. Names the form has not are left alone."""
        self._loading = True
        for name, row in self._rows.items():
            row.load(values.get(name))
        self._loading = False
        self.accept_saved()

    def accept_saved(self) -> None:
        """Call what stands in the form saved, without moving the cursor or touching the text."""
        for row in self._rows.values():
            row.settle()
        self._record_error = ""
        self._counting = False
        self._summary.set_error("")
        self._remember_clean()

    def values(self) -> dict[str, Any]:
        """Return every field's value as it would be saved."""
        return {name: row.value() for name, row in self._rows.items()}

    def set_value(self, name: str, value: Any) -> None:
        """Put a value into one field as if the clerk had."""
        self._rows[name].set_value(value)

    def is_dirty(self) -> bool:
        """Return whether something differs from what was loaded, understood or not."""
        if any(row.not_understood() for row in self._rows.values()):
            return True
        return self.values() != self._clean

    def problems(self) -> dict[str, str]:
        """Return what keeps the form from being saved, by field, as far as the form can know."""
        found = {name: row.problem() for name, row in self._rows.items()}
        return {name: sentence for name, sentence in found.items() if sentence}

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Put each sentence at its field and go to the first; "" and unknown names stand on top."""
        for name, row in self._rows.items():
            row.set_error(errors.get(name, ""))
        elsewhere = [text for name, text in errors.items() if name not in self._rows]
        self._record_error = " ".join(elsewhere)
        self._counting = True
        self._show_summary()
        for row in self._rows.values():
            if row.error():
                self._focus(row)
                return

    def errors(self) -> dict[str, str]:
        """Return the errors on show."""
        return {name: row.error() for name, row in self._rows.items() if row.error()}

    def summary(self) -> str:
        """Return the line on top that counts the errors."""
        return self._summary.error()

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting change; text can still be marked and copied."""
        for row in self._rows.values():
            row.set_read_only(read_only)

    def lock(self, names: Collection[str]) -> None:
        """Keep some fields from being changed while the others can be."""
        for name in names:
            self._rows[name].set_read_only(True)

    def set_error(self, name: str, sentence: str) -> None:
        """Say at a field what is wrong with it, without going there; nothing clears it."""
        self._rows[name].set_error(sentence)

    def offer_own(self, own: Mapping[str, Any]) -> None:
        """Beside each field that shows something else, keep what the clerk had typed."""
        now = self.values()
        for name, value in own.items():
            if name in self._rows and now[name] != value:
                self._rows[name].offer_own(value)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for row in self._rows.values():
            self._focus(row)
            return

    def editor(self, name: str) -> QWidget:
        """Return the editor of a field, for a page that adds to it."""
        return self._rows[name].widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_columns()

    def _add_section(self, section: Section, sources: Sources) -> None:
        widget = QWidget(self._body)
        title = QLabel(section.title)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        # Not a QFormLayout: it would centre the label on editor, help and error together.
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        labels: list[QLabel] = []
        weight = 1.5
        for field in section.fields:
            row = FieldRow(field, sources)
            row.changed.connect(self._on_row_changed)
            row.judged.connect(self._on_row_judged)
            self._rows[field.name] = row
            line = form.rowCount()
            if row.label is not None:
                form.addWidget(row.label, line, 0, Qt.AlignmentFlag.AlignTop)
                labels.append(row.label)
            form.addWidget(row, line, 1)
            if isinstance(row.widget, RelatedEdit) and field.related is not None:
                row.widget.add_requested.connect(
                    partial(self.related_add_requested.emit, field.name, field.related)
                )
            weight += 2.0 if field.kind is Kind.LONG_TEXT else 1.0
            weight += 0.6 if field.help else 0.0
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, self.fontMetrics().height() // 2)
        column.addWidget(title)
        column.addLayout(form)
        self._section_widgets.append(widget)
        self._grids.append((form, labels))
        self._weights.append(weight)

    def _assemble(self, has_required: bool) -> None:
        for column in self._columns:
            column.addStretch(1)
            self._side_by_side.addLayout(column, 1)
        body = QVBoxLayout(self._body)
        body.addWidget(self._summary)
        body.addLayout(self._side_by_side)
        if has_required:
            body.addWidget(HelpLabel("Ô có dấu * là bắt buộc."))
        body.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        """Share the sections out, in their order, so that both columns are about as long."""
        room = self.width() // max(self.fontMetrics().averageCharWidth(), 1)
        count = 2 if room >= 2 * _COLUMN_CHARS and len(self._section_widgets) > 1 else 1
        if count == self._column_count:
            return
        self._column_count = count
        split = len(self._section_widgets) if count == 1 else self._best_split()
        for index, widget in enumerate(self._section_widgets):
            for column in self._columns:
                column.removeWidget(widget)
            column = self._columns[0 if index < split else 1]
            column.insertWidget(column.count() - 1, widget)  # above the stretch
        for grids in (self._grids[:split], self._grids[split:]):
            labels = [label for _grid, labels in grids for label in labels]
            widest = max((label.sizeHint().width() for label in labels), default=0)
            for grid, _labels in grids:  # the fields of a column begin at one line
                grid.setColumnMinimumWidth(0, widest)
        self._side_by_side.setStretch(1, count - 1)
        self._side_by_side.setSpacing(2 * self.fontMetrics().height() * (count - 1))

    def _best_split(self) -> int:
        def longer_column(split: int) -> float:
            return max(sum(self._weights[:split]), sum(self._weights[split:]))

        return min(range(1, len(self._weights)), key=longer_column)

    def _remember_clean(self) -> None:
        self._clean = self.values()
        self._tell_dirty()

    def _tell_dirty(self) -> None:
        dirty = self.is_dirty()
        if dirty != self._was_dirty:
            self._was_dirty = dirty
            self.dirty_changed.emit(dirty)

    def _show_summary(self) -> None:
        count = len(self.errors())
        counted = f"Có {count} chỗ cần sửa." if count else ""
        self._summary.set_error(" ".join(filter(None, (self._record_error, counted))))

    def _focus(self, row: FieldRow) -> None:
        row.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(row)
        # Once more when the form is laid out anew: a long error makes the row higher.
        QTimer.singleShot(0, row, partial(self._scroll.ensureWidgetVisible, row))

    def _on_row_changed(self) -> None:
        if self._loading:
            return
        self._tell_dirty()
        self._record_error = ""
        self._on_row_judged()
        self.changed.emit()

    def _on_row_judged(self) -> None:
        if self._counting:
            self._show_summary()
