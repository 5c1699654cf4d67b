"""A record added over the page at work, for the field that lacks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.specs.registry import SPECS
from app.ui.pages.page import Page
from app.ui.widgets.pressing import Dialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.pages.record_page import RecordPage

_CHARS_WIDE, _LINES_HIGH = 90, 34


class RecordDialog(Dialog):
    """Holds the page of a new record; closes with the record's id once it is saved."""

    record_added = Signal(int)

    def __init__(self, page: RecordPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.setWindowTitle(page.title())
        save = QPushButton("Cất (Ctrl+S)")
        cancel = QPushButton("Hoãn (Esc)")
        for button in (save, cancel):
            button.setAutoDefault(False)  # Enter belongs to the fields
        save.clicked.connect(page.save)
        cancel.clicked.connect(self.reject)
        page.saved.connect(self._on_page_saved)
        page.closed.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(page, 1)
        layout.addLayout(buttons)
        metrics = self.fontMetrics()
        room = parent.window().size() * 0.9
        self.resize(
            min(room.width(), _CHARS_WIDE * metrics.averageCharWidth()),
            min(room.height(), _LINES_HIGH * metrics.lineSpacing()),
        )
        page.focus_first()

    def reject(self) -> None:
        if self._page.can_close():
            super().reject()

    def _on_page_saved(self, record_id: int) -> None:
        self.record_added.emit(record_id)
        self.accept()


def named(kind: str, typed: str) -> dict[str, Any]:
    """Return the start values of a record of ``kind`` that is to be named as typed."""
    return {SPECS[kind].label: typed} if typed else {}


def add_record(
    page: Page,
    ctx: AppContext,
    kind: str,
    start_values: Mapping[str, Any],
    on_added: Callable[[int], object],
) -> RecordDialog:
    """Open a new record of ``kind`` over ``page``; tell its id once it is saved."""
    from app.ui.pages.record_page import RecordPage  # that page opens this dialog

    added = RecordPage(ctx, kind, None, start_values)
    dialog = RecordDialog(added, page)
    dialog.record_added.connect(on_added)
    added.records_changed.connect(page.records_changed)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
