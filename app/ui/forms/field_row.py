"""One field of a form: editor, help and error in a column, with the label beside them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.specs.checks import field_problem, plain_label
from app.specs.fields import FieldSpec, Kind
from app.ui.forms.editors import (
    Sources,
    make_editor,
    tidied,
    value_text,
)
from app.ui.widgets import ErrorLabel, HelpLabel, LineEdit, field_column
from app.ui.widgets.editor import as_editor, focus_target


class FieldRow(QWidget):
    """Quiet until the field was left once; from then on what is wrong is said while typing."""

    changed = Signal()
    judged = Signal()  # the field was left, and its error may have come or gone

    def __init__(self, field: FieldSpec, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._records = sources.records
        self._live = False
        self._own: Any = None
        self.widget = make_editor(field, sources)
        self.widget.setObjectName(field.name)
        self.widget.setAccessibleName(plain_label(field))
        described = ("Bắt buộc." if field.required else "", field.help)
        self.widget.setAccessibleDescription(" ".join(filter(None, described)))
        self._editor = as_editor(self.widget)
        self._error = ErrorLabel(self.widget)
        self._offer = QWidget()
        self._offer_label = QLabel()
        self._offer_button = QPushButton("Dùng lại")
        self.label = self._make_label()

        self._editor.changed.connect(self._on_editor_changed)
        self._editor.left.connect(self._on_editor_left)
        self._offer_button.clicked.connect(self._on_offer_clicked)

        self._assemble()

    def value(self) -> Any:
        """Return the value as it would be saved."""
        return tidied(self.field, self._editor.value())

    def load(self, value: Any) -> None:
        """Show a stored value, as yet unjudged."""
        self._editor.set_value(value)
        self.settle()

    def settle(self) -> None:
        """Forget errors and offers: what stands in the field is what is stored."""
        self._live = False
        self._error.set_error("")
        self._offer.hide()

    def set_value(self, value: Any) -> None:
        """Put a value in as if the clerk had."""
        self._editor.set_value(value)
        self._on_editor_left()

    def not_understood(self) -> str:
        """Return what the editor says of typed text that is no value."""
        return self._editor.problem()

    def problem(self) -> str:
        """Return what is wrong with the field now, shown or not."""
        return self._editor.problem() or field_problem(self.field, self.value())

    def error(self) -> str:
        """Return the error on show."""
        return self._error.error()

    def set_error(self, sentence: str) -> None:
        """Show an error until the field is changed."""
        self._live = True
        self._error.set_error(sentence)

    def set_read_only(self, read_only: bool) -> None:
        self._editor.set_read_only(read_only)

    def offer_own(self, value: Any) -> None:
        """Keep what the clerk had typed beside a value that came from elsewhere."""
        self._own = value
        words = value_text(self.field, value, self._records)
        self._offer_label.setText(f"Anh/chị đã nhập: {words}")
        self._offer_button.setAccessibleName(f"Dùng lại {plain_label(self.field)} đã nhập")
        self._offer.show()

    def focus_target(self) -> QWidget:
        """Return the widget that takes the keys."""
        return focus_target(self.widget)

    def _make_label(self) -> QLabel | None:
        if self.field.kind is Kind.FLAG:  # the box bears its own words
            return None
        label = QLabel(f"{self.field.label} *" if self.field.required else self.field.label)
        label.setBuddy(self.focus_target())
        label.setMinimumHeight(LineEdit().sizeHint().height())  # level with the editor's first line
        return label

    def _assemble(self) -> None:
        self._offer_label.setTextFormat(Qt.TextFormat.PlainText)
        self._offer_label.setWordWrap(True)
        self._offer_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        offer = QHBoxLayout(self._offer)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.addWidget(self._offer_label, 1)
        offer.addWidget(self._offer_button, 0, Qt.AlignmentFlag.AlignTop)
        self._offer.hide()
        column = field_column(self)
        column.addWidget(self.widget)
        if self.field.help:
            column.addWidget(HelpLabel(self.field.help))
        column.addWidget(self._error)
        column.addWidget(self._offer)

    def _on_editor_changed(self) -> None:
        if self._live:
            self._error.set_error(self.problem())
        self.changed.emit()

    def _on_editor_left(self) -> None:
        # An error of a service stays until the field is changed: leaving it proves nothing.
        self._live = True
        self._error.set_error(self.problem() or self._error.error())
        self.judged.emit()

    def _on_offer_clicked(self) -> None:
        self._offer.hide()
        self.focus_target().setFocus()
        self.set_value(self._own)
