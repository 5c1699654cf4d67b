"""A block of cells copied in Excel, and what its texts mean in the fields of a line."""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from app.rules.duties.secrecy import tidy_line
from app.specs.fields import FieldSpec, Kind
from app.text import fold, tidy
from app.ui.forms.editors import Sources, make_editor
from app.ui.lines.cells import Unread, read_cell, show_cell

Block = list[list[str]]

_YES = {fold(word) for word in ("có", "x", "v", "1", "đúng", "true", "yes")}
_NO = {"", *(fold(word) for word in ("không", "0", "sai", "false", "no"))}


def block_in(mime: QMimeData, field: FieldSpec) -> Block | None:
    """Return the cells on the clipboard; None where it is a text for one cell.

    A text of several lines is a column of cells, but not for a field that takes several lines:
    there it is one text, unless it comes out of a table.
    """
    if not mime.hasText():
        return None
    text = mime.text().replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if "\t" not in text:
        from_table = mime.hasHtml() and "<table" in mime.html().lower()
        if "\n" not in text or (field.kind is Kind.LONG_TEXT and not from_table):
            return None
    return parse_block(text)


def parse_block(text: str) -> Block:
    """Return the cells of a text as Excel copies them: Tab between cells, quotes around breaks."""
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)
        return [row or [""] for row in rows]
    except csv.Error:  # a quote that is only a quote
        return [line.split("\t") for line in text.split("\n")]


class CellReader:
    """Reads texts as the editor of one field would if they were typed into it."""

    def __init__(self, field: FieldSpec, sources: Sources) -> None:
        self._field = field
        self._sources = sources
        self._editor: QWidget | None = None
        self.read = cache(self._read)  # names come again and again in a column

    def _read(self, text: str) -> Any:
        match self._field.kind:
            case Kind.CHOICE:
                return self._choice(text)
            case Kind.FLAG:
                word = fold(tidy(text))
                return (
                    word in _YES if word in _YES | _NO else Unread(text, "Ghi “Có” hoặc “Không”.")
                )
            case Kind.TEXT | Kind.LONG_TEXT:
                editor = self._ready_editor()
                show_cell(self._field, editor, text)
            case _:
                editor = self._ready_editor()
                show_cell(self._field, editor, Unread(tidy_line(text), ""))
        return read_cell(self._field, editor)

    def _choice(self, text: str) -> Any:
        assert self._field.choices is not None
        word = fold(tidy(text))
        if not word:
            return None
        for choice in self._field.choices:
            if word in (fold(choice.label), choice.value):
                return choice.value
        labels = ", ".join(choice.label for choice in self._field.choices)
        return Unread(tidy_line(text), f"“{tidy(text)}” không có trong các giá trị: {labels}.")

    def _ready_editor(self) -> QWidget:
        if self._editor is None:
            self._editor = make_editor(self._field, self._sources)
        return self._editor
