"""The foot of the window: whose book is open, where it is, how much is in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar

from app.text import grouped
from app.ui import tasks

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class BookStatus:
    """Stands in ``bar`` until ``leave``."""

    def __init__(self, bar: QStatusBar, ctx: AppContext, data_dir: Path) -> None:
        self._bar = bar
        self._ctx = ctx
        self._data_dir = data_dir
        self.office = QLabel()
        self.folder = QLabel()
        self._count = QLabel()
        bar.addWidget(self.office)
        bar.addWidget(self.folder, 1)
        bar.addPermanentWidget(self._count)
        self.show()

    def show(self) -> None:
        """Read everything anew; the count arrives later."""
        self.office.setText(self._ctx.office.name() or "Chưa nhập hồ sơ cơ quan")
        self.folder.setText(f"Dữ liệu: {self._data_dir}")
        tasks.run(partial(_count_all, self._ctx), self._on_counted)

    def leave(self) -> None:
        """Take everything off the bar: another book's may follow."""
        self._bar.clearMessage()
        for label in (self.office, self.folder, self._count):
            self._bar.removeWidget(label)
            label.deleteLater()

    def _on_counted(self, number: int) -> None:
        self._count.setText(f"Cả sổ: {grouped(number)} bản ghi")


def _count_all(ctx: AppContext) -> int:
    from app.services.plain import ListQuery  # the first paint needs none of these
    from app.specs.registry import SPECS

    return sum(ctx.records.count(kind, ListQuery()) for kind in SPECS)
