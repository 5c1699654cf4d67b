"""What a cell of the grid holds, and how it goes into an editor of the form and out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from app.specs.checks import field_problem
from app.specs.fields import FieldSpec, Kind
from app.ui.forms.editors import tidied
from app.ui.widgets import DateEdit, DateTimeEdit, IntegerEdit, RelatedEdit
from app.ui.widgets.editor import as_editor

# The editors that may hold text which is no value yet.
_TextEditor = DateEdit | DateTimeEdit | IntegerEdit | RelatedEdit


@dataclass(frozen=True, slots=True)
class Unread:
    """Text that was typed or pasted and is no value of its field; it stays until it is mended."""

    text: str
    problem: str


@dataclass(slots=True, eq=False)
class Line:
    """One line of the grid. ``id`` is None until the line is stored."""

    cells: dict[str, Any]
    id: int | None = None
    errors: dict[str, str] = field(default_factory=dict)

    def is_blank(self, fields: Iterable[FieldSpec]) -> bool:
        """Return whether the line holds no more than a new one, and so is none."""
        return all(
            self.cells[one.name] in (None, "", False, one.default) for one in fields
        )  # a stored line is emptied to take it away

    def problem(self, one: FieldSpec, *, while_typing: bool) -> str:
        """Return what is wrong with a cell; what is still missing only once the line is done."""
        value = self.cells[one.name]
        if isinstance(value, Unread):
            return value.problem
        if while_typing and value in (None, ""):
            return ""
        return field_problem(one, value)


def new_line(fields: Iterable[FieldSpec], values: Mapping[str, Any] | None = None) -> Line:
    """Return a line with ``values``; without any, one that begins with the fields' defaults."""
    if values is None:
        return Line({one.name: one.default for one in fields})
    return Line({one.name: values.get(one.name) for one in fields}, values.get("id"))


def read_cell(one: FieldSpec, editor: QWidget) -> Any:
    """Return what stands in an editor: a value as it would be saved, or text that is none."""
    problem = as_editor(editor).problem()
    if problem:
        return Unread(cast("_TextEditor", editor).text(), problem)
    return tidied(one, as_editor(editor).value())


def show_cell(one: FieldSpec, editor: QWidget, value: Any) -> None:
    """Show a cell's content in an editor."""
    if not isinstance(value, Unread):
        as_editor(editor).set_value(value)
    elif one.kind is Kind.CHOICE:
        as_editor(editor).set_value(None)  # a pasted word that is none of the choices
    else:
        cast("_TextEditor", editor).set_text(value.text)
