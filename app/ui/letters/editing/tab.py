"""What the tabs of a letter's page have in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.specs.fields import FieldSpec, Kind
from app.ui.forms.editors import Sources
from app.ui.forms.field_row import FieldRow
from app.ui.widgets import ErrorLabel, HelpLabel, LineListEdit, field_column


class EditTab(QScrollArea):
    """A part of the letter, or of what it is written from; each tab loads and gives its own."""

    changed = Signal()
    notice = Signal(str, object)

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._rows: dict[str, FieldRow] = {}
        self._lists: dict[str, LineListEdit] = {}
        self._errors: dict[str, ErrorLabel] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self.setWidget(self._body)

    def set_read_only(self, read_only: bool) -> None:
        for row in self._rows.values():
            row.set_read_only(read_only)
        for editor in self._lists.values():
            editor.set_read_only(read_only)

    def problems(self) -> dict[str, str]:
        """Return what was typed and cannot be understood, by field."""
        found = {name: row.not_understood() for name, row in self._rows.items()}
        return {name: sentence for name, sentence in found.items() if sentence}

    def put_error(self, name: str, sentence: str) -> QWidget | None:
        """Show an error at its field and return the field; None where it is not on this tab."""
        for known, editor in self._lists.items():
            if name == known or name.startswith(f"{known}["):
                self._errors[known].set_error(sentence)
                return editor
        row = self._rows.get(name)
        if row is None:
            return None
        row.set_error(sentence)
        return row.focus_target()

    def clear_errors(self) -> None:
        for row in self._rows.values():
            row.set_error("")
        for label in self._errors.values():
            label.set_error("")

    def focus_first(self) -> None:
        """Go to the first field of the tab."""

    def minimumSizeHint(self) -> QSize:
        # A narrow window may make the tab scroll up and down, never hide the ends of its fields.
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._body.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def _new_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._column.addLayout(form)
        return form

    def _add_row(self, form: QFormLayout, field: FieldSpec) -> FieldRow:
        row = FieldRow(field, self._sources)
        row.changed.connect(self.changed)
        self._rows[field.name] = row
        if row.label is not None:
            if field.kind is Kind.LONG_TEXT:
                row.label.setAlignment(Qt.AlignmentFlag.AlignTop)
            form.addRow(row.label, row)
        return row

    def _load_row(self, name: str, value: Any) -> None:
        row = self._rows[name]
        if row.value() != (value or None) or row.not_understood():
            row.load(value or None)

    def _add_list(self, form: QFormLayout, name: str, label: str, help_text: str) -> None:
        editor = LineListEdit(least_lines=2)
        editor.setAccessibleName(label.replace("&", ""))
        editor.changed.connect(self._on_list_changed)
        self._lists[name] = editor
        self._add_editor(form, name, label, editor, help_text)

    def _add_editor(
        self, form: QFormLayout, name: str, label: str, editor: QWidget, help_text: str
    ) -> None:
        editor.setObjectName(name)
        shown = QLabel(label)
        shown.setBuddy(editor)
        if isinstance(editor, LineListEdit):
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._errors[name] = ErrorLabel(editor)
        cell = QWidget()
        column = field_column(cell)
        column.addWidget(editor)
        if help_text:
            column.addWidget(HelpLabel(help_text))
        column.addWidget(self._errors[name])
        form.addRow(shown, cell)

    def _load_list(self, name: str, lines: tuple[str, ...]) -> None:
        if tuple(self._lists[name].value()) != lines:
            self._lists[name].set_value(lines)

    def _on_list_changed(self) -> None:
        for label in self._errors.values():
            label.set_error("")
        self.changed.emit()
