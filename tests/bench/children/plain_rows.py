"""The list without the app: sqlite3 (or nothing) under a QTableView. Prints "rows"."""

from __future__ import annotations

import os
import sqlite3
import sys
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

COUNT = "SELECT count(*) FROM incidents WHERE deleted_at IS NULL"
ROWS = """
    SELECT i.learned_at, i.title, i.place, i.field, i.sensitivity, b.name, i.state
    FROM incidents i LEFT JOIN bodies b ON b.id = i.accountable_body_id
    WHERE i.deleted_at IS NULL ORDER BY i.learned_at DESC, i.id DESC LIMIT 100
"""
DATABASE = sys.argv[1]


class Model(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        if DATABASE == "none":
            self._count = 100_000
            self._rows: list[tuple[Any, ...]] = [tuple("abcdefg")] * 100
            return
        connection = sqlite3.connect(DATABASE)
        self._count = connection.execute(COUNT).fetchone()[0]
        self._rows = connection.execute(ROWS).fetchall()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return self._count

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 7

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and index.row() < len(self._rows):
            return self._rows[index.row()][index.column()]
        return None


class Table(QTableView):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, leave)


def leave() -> None:
    print("rows", flush=True)
    os._exit(0)


app = QApplication(sys.argv)
window = QMainWindow()
table = Table()
table.setModel(Model())
window.setCentralWidget(table)
window.resize(1200, 700)
window.show()
app.exec()
