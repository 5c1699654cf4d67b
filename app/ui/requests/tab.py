"""What the tabs of the correction request's page have in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.services.requests.data import RequestDraft
from app.specs.fields import FieldSpec, Kind
from app.ui.forms.editors import Sources
from app.ui.forms.field_row import FieldRow


class RequestTab(QScrollArea):
    """A part of the request: it shows a draft and puts what stands in its fields into one."""

    changed = Signal()
    notice = Signal(str, object)

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._rows: dict[str, FieldRow] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self.setWidget(self._body)

    def load(self, draft: RequestDraft) -> None:
        """Show a draft; a field that shows its value already keeps cursor and undo."""
        raise NotImplementedError

    def apply(self, draft: RequestDraft) -> RequestDraft:
        """Return ``draft`` with what stands in the fields, tidied."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        for row in self._rows.values():
            row.set_read_only(read_only)

    def problems(self) -> dict[str, str]:
        """Return what was typed and cannot be understood, by field."""
        found = {name: row.not_understood() for name, row in self._rows.items()}
        return {name: sentence for name, sentence in found.items() if sentence}

    def put_error(self, name: str, sentence: str) -> QWidget | None:
        """Show an error at its field and return the field; None where it is not on this tab."""
        row = self._rows.get(name)
        if row is None:
            return None
        row.set_error(sentence)
        return row.focus_target()

    def clear_errors(self) -> None:
        for row in self._rows.values():
            row.set_error("")

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
