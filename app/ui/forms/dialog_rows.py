"""The rows of small dialogs: a label, its editor, and the error under it."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from app.ui.widgets import ErrorLabel
from app.ui.widgets.editor import focus_target


def add_row(form: QFormLayout, label: str, editor: QWidget) -> ErrorLabel:
    """Add an editor to ``form`` with its own error under it; ``label`` may hold an Alt-letter."""
    shown = QLabel(label)
    shown.setBuddy(focus_target(editor))
    editor.setAccessibleName(label.replace("&", ""))
    error = ErrorLabel(editor)
    form.addRow(shown, editor)
    form.addRow("", error)
    return error
