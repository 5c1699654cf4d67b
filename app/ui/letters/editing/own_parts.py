"""What only some document types have: legal bases, and when, where and with whom one meets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.exports.letter.data import LetterData
from app.rules.duties.secrecy import tidy_line
from app.specs.fields import FieldSpec
from app.specs.letter_parts import LINES
from app.ui.forms.editors import Sources
from app.ui.letters.editing.tab import EditTab


class OwnPartsTab(EditTab):
    """The parts of one document type."""

    def __init__(
        self, sources: Sources, parts: tuple[FieldSpec, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(sources, parent)
        self._names = tuple(part.name for part in parts)
        form = self._new_form()
        for part in parts:
            if part.name in LINES:
                self._add_list(form, f"letter.{part.name}", part.label, part.help)
            else:
                self._add_row(form, replace(part, name=f"letter.{part.name}"))
        self._column.addStretch(1)

    def load(self, letter: LetterData) -> None:
        """Show a letter; a field that shows its value already keeps cursor and undo."""
        for name in self._names:
            if name in LINES:
                self._load_list(f"letter.{name}", getattr(letter, name))
            else:
                self._load_row(f"letter.{name}", getattr(letter, name))

    def apply(self, letter: LetterData) -> LetterData:
        """Return the letter with what stands in the fields, tidied."""
        values: dict[str, Any] = {}
        for name in self._names:
            if name in LINES:
                values[name] = tuple(self._lists[f"letter.{name}"].value())
            else:
                typed = tidy_line(self._rows[f"letter.{name}"].value() or "")
                values[name] = typed or ("" if name == "signer_name" else None)
        return replace(letter, **values)

    def focus_first(self) -> None:
        first = f"letter.{self._names[0]}"
        target = self._lists.get(first) or self._rows[first].focus_target()
        target.setFocus()
