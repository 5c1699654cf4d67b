"""The foot of the window: whose book is open, where it is, how much is in it, its last backup."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar

from app.settings import Settings
from app.text import grouped
from app.ui import tasks
from app.ui.backup.status import BackupStatus
from app.ui.widgets import CutLabel

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class BookStatus:
    """Stands in ``bar`` until ``leave``."""

    def __init__(self, bar: QStatusBar, ctx: AppContext, settings: Settings) -> None:
        self._bar = bar
        self._ctx = ctx
        self._data_dir = settings.path.parent
        self.office = CutLabel()
        self.folder = CutLabel()
        self.backup = BackupStatus(settings, ctx.today)
        self._count = QLabel()
        bar.addWidget(self.office)
        bar.addWidget(self.folder, 1)
        bar.addPermanentWidget(self.backup)
        bar.addPermanentWidget(self._count)
        self.backup.setHidden(ctx.is_sample)  # nobody needs a copy of that
        self.show()

    def show(self) -> None:
        """Read everything anew; the count arrives later."""
        self.office.setText(self._ctx.office.name() or "Chưa nhập hồ sơ cơ quan")
        self.folder.setText(f"Dữ liệu: {self._data_dir}")
        if not self._ctx.is_sample:
            self.backup.refresh()
        tasks.run(partial(_count_all, self._ctx), self._on_counted)

    def leave(self) -> None:
        """Take everything off the bar: another book's may follow."""
        self._bar.clearMessage()
        for label in (self.office, self.folder, self.backup, self._count):
            self._bar.removeWidget(label)
            label.deleteLater()

    def _on_counted(self, number: int) -> None:
        self._count.setText(f"Cả sổ: {grouped(number)} bản ghi, không kể luật và ngày nghỉ")


def _count_all(ctx: AppContext) -> int:
    from app.services.plain import ListQuery  # the first paint needs none of these
    from app.specs.registry import SHIPPED_KINDS, SPECS

    kinds = SPECS.keys() - SHIPPED_KINDS
    return sum(ctx.records.count(kind, ListQuery()) for kind in kinds)
