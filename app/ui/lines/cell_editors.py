"""The editors of the form, made small enough for a cell."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from app.specs.fields import FieldSpec, Kind
from app.ui.forms.editors import Sources, make_editor
from app.ui.widgets import (
    ChoiceBox,
    DateEdit,
    DateTimeEdit,
    FlagBox,
    LineEdit,
    LongTextEdit,
    RelatedEdit,
)


def make_cell_editor(field: FieldSpec, sources: Sources) -> QWidget:
    """Return the editor of a field without what only a form has room for."""
    if field.kind is Kind.FLAG:
        return FlagBox()  # the head of the column bears its words
    editor = make_editor(field, sources)
    if isinstance(editor, DateEdit | DateTimeEdit):
        editor.take_weekday_label().hide()
    if isinstance(editor, RelatedEdit):
        editor.make_small()
    return editor


def typing_parts(editor: QWidget) -> list[QWidget]:
    """Return the widgets of an editor that take keys, in the order of Tab."""
    if isinstance(editor, QLineEdit | LongTextEdit | ChoiceBox | FlagBox):
        return [editor]
    return [part for part in editor.findChildren(QLineEdit) if isinstance(part, LineEdit)]
