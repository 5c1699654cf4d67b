"""The history of a post: who spoke for a body, from when to when, by which decision, and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import AppError
from app.rules.duties.spokespersons import HistoryLine
from app.text import upper_first
from app.ui import messages
from app.ui.widgets import LongTextEdit
from app.ui.widgets.pressing import Dialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext


def open_history_dialog(ctx: AppContext, body_id: int, parent: QWidget) -> HistoryDialog | None:
    """Show who spoke for a body."""
    try:
        body = ctx.records.option("body", body_id).text
        lines = ctx.speakers.history(body_id)
    except AppError as error:
        messages.show_error(parent, error)
        return None
    dialog = HistoryDialog(body, lines, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class HistoryDialog(Dialog):
    """Shows the lines as text, to be read and copied."""

    def __init__(
        self, body: str, lines: tuple[HistoryLine, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lịch sử người phát ngôn")
        self._view = LongTextEdit(least_lines=8, most_lines=20)
        self._view.set_read_only(True)
        self._view.setAccessibleName("Lịch sử người phát ngôn")
        words = "\n".join(map(_words, lines)) or "Sổ chưa có người phát ngôn nào của cơ quan này."
        self._view.set_value(words)
        title = QLabel(f"{body}:")
        title.setWordWrap(True)
        buttons = QDialogButtonBox()
        copy, close = QPushButton("&Chép"), QPushButton("Đón&g")
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        copy.setAutoDefault(False)
        close.setDefault(True)
        close.setFocus()
        copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(title)
        whole.addWidget(self._view)
        whole.addStretch(1)
        whole.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 92, metrics.height() * 18)

    def history_text(self) -> str:
        """Return the lines on show."""
        return self._view.toPlainText()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.history_text())


def _words(line: HistoryLine) -> str:
    if not line.person:
        return f"--- {line.words} ---"
    who = ", ".join(filter(None, (line.person, line.position, line.decision)))
    return f"{upper_first(line.period)}: {who} ({line.words})."
