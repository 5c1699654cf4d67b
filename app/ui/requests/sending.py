"""Tab 3: to whom the request goes, and why no copy of it to the press authority."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.specs.press import CORRECTION_REQUEST
from app.ui.forms.editors import Sources
from app.ui.letters.editing.sending import SendingTab

_NO_COPY = replace(
    CORRECTION_REQUEST.field("no_copy_reason"),
    help="Nơi nhận chưa có cơ quan quản lý nhà nước về báo chí: thêm vào, hoặc ghi lý do ở đây.",
)


class RequestSendingTab(SendingTab):
    """The reason for sending no copy to the press authority appears only where one is needed."""

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(sources, fields=(_NO_COPY,), parent=parent)
        self.show_no_copy_reason(needed=False)

    def load_reason(self, reason: str) -> None:
        self._load_row("no_copy_reason", reason)

    def reason(self) -> str:
        """Return why no copy is sent, as it stands."""
        return self._rows["no_copy_reason"].value() or ""

    def show_no_copy_reason(self, *, needed: bool) -> None:
        """Ask for the reason, or not; one that was written stays in sight."""
        row = self._rows["no_copy_reason"]
        self._form.setRowVisible(row, needed or bool(row.value()))

    def put_error(self, name: str, sentence: str) -> QWidget | None:
        if name == "no_copy_reason":
            self._form.setRowVisible(self._rows[name], True)
        return super().put_error(name, sentence)
