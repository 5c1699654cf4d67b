"""A small grid of lines to work in, and what a test says of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.rules.vocabulary import OutletType
from app.specs.fields import FieldSpec, Kind, LinesSpec
from app.ui.forms.editors import Sources
from app.ui.lines.lines_edit import LinesEdit
from tests.ui.keyboard import (
    wait_for_focus,
)
from tests.ui.records.test_forms import Directory, today

SMALL = LinesSpec(
    "people",
    "Người dự",
    "người dự",
    (
        FieldSpec("name", "Họ và tên", required=True, max_length=12),
        FieldSpec("body_id", "Cơ quan", Kind.RELATED, related="body"),
        FieldSpec("since", "Từ ngày", Kind.DATE),
        FieldSpec("type", "Loại", Kind.CHOICE, choices=OutletType),
        FieldSpec("note", "Ghi chú", Kind.LONG_TEXT),
    ),
)
BLANK = {"id": None, "name": None, "body_id": None, "since": None, "type": None, "note": None}


def line(name: str, **over: Any) -> dict[str, Any]:
    return {**BLANK, "name": name, **over}


def cell() -> str:
    """Say which cell has the cursor, as a screen reader does."""
    return QApplication.focusWidget().accessibleName()


def names(edit: LinesEdit) -> list[str | None]:
    return [line["name"] for line in edit.value()]


def opener(qtbot):
    """Return a call that shows lines between two other fields, with the cursor in them."""

    def make(spec: LinesSpec = SMALL, lines: tuple[dict[str, Any], ...] = ()) -> LinesEdit:
        window = QWidget()
        edit = LinesEdit(spec, Sources(Directory(), today))
        edit.before, edit.after = QLineEdit(), QLineEdit()
        edit.notices = []
        edit.notice.connect(lambda words, undo: edit.notices.append((words, undo)))
        layout = QVBoxLayout(window)
        for part in (edit.before, edit, edit.after):
            layout.addWidget(part)
        qtbot.addWidget(window)
        edit.keep_window = window
        edit.load(lines)
        window.resize(1100, 500)
        window.show()
        window.activateWindow()
        edit.focus_first()
        wait_for_focus(qtbot, edit)
        return edit

    return make
