"""“Báo nhầm bí mật nhà nước”: what clerks declared to be no secret, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from app.rules.dates import date_time_text
from app.ui.widgets.labels import HelpLabel
from app.ui.widgets.line_table import LineTable, Part
from app.ui.widgets.pressing import Dialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.services.secrecy.service import FalseAlarmLine

_TITLE = "Báo nhầm bí mật nhà nước"
_COLUMNS = (("Lúc", 14), ("Bản ghi", 32), ("Ở đâu", 20), ("Lý do", 34))


@dataclass(frozen=True)
class _Row:
    key: str
    line: FalseAlarmLine


class FalseAlarmsDialog(Dialog):
    """Read-only. Enter opens the record: ``open_record(kind, id)``, once the dialog is gone."""

    def __init__(
        self,
        ctx: AppContext,
        open_record: Callable[[str, int | None], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_record = open_record
        self.setWindowTitle(_TITLE)
        lines = ctx.secrecy.false_alarms()
        self._table = LineTable[_Row](_TITLE, _COLUMNS, _cells)
        rows = tuple(_Row(str(len(lines) - place), line) for place, line in enumerate(lines))
        self._table.show_parts((Part("", rows),))
        self._table.opened.connect(self._on_open)
        self._table.line_changed.connect(self._enable)
        self._open_button = QPushButton("&Mở bản ghi")
        self._open_button.setDefault(True)
        self._open_button.clicked.connect(self._on_open)
        buttons = QDialogButtonBox()
        buttons.addButton(self._open_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("Đón&g", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._words = HelpLabel(
            f"Sổ có {len(lines)} lần ghi là báo nhầm, lần mới nhất ở trên. Nội dung không chép vào "
            "đây; mở bản ghi để xem."
            if lines
            else "Chưa có lần nào ghi là báo nhầm."
        )
        whole = QVBoxLayout(self)
        whole.addWidget(self._words)
        whole.addWidget(self._table, 1)
        whole.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 120, metrics.lineSpacing() * 22)
        self._enable()
        self._table.setFocus()

    def words(self) -> str:
        """Return what stands over the table."""
        return self._words.text()

    def lines(self) -> list[str]:
        """Return the rows in words."""
        return self._table.texts()

    def _enable(self) -> None:
        row = self._table.line()
        self._open_button.setEnabled(row is not None and row.line.opens is not None)

    def _on_open(self) -> None:
        row = self._table.line()
        if row is None or row.line.opens is None:
            return
        self.accept()
        self._open_record(*row.line.opens)


def _cells(row: _Row) -> tuple[str, ...]:
    line = row.line
    return date_time_text(line.declared_at), line.record, line.place, line.reason


def open_false_alarms(
    ctx: AppContext, open_record: Callable[[str, int | None], object], parent: QWidget
) -> FalseAlarmsDialog:
    """Show what was declared a false alarm."""
    dialog = FalseAlarmsDialog(ctx, open_record, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
