"""The app's own start. Prints "painted", "rows" once the list is on the screen, "resident"."""

from __future__ import annotations

import faulthandler
import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QTableView

import app.ui.shell.application as application
from app.main import main

UNTIL = sys.argv[2]

faulthandler.dump_traceback_later(60, exit=True)  # a window that failed would wait for ever


def done(word: str) -> None:
    print(word, flush=True)
    if word == UNTIL:
        os._exit(0)


def rest() -> None:
    from tests.bench.children.memory import resident_mb

    print(f"resident {resident_mb()}", flush=True)
    os._exit(0)


class RowsSeen(QObject):
    """Tells when the list was painted with rows in it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._seen = False
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        model = self._table.model()
        if event.type() == QEvent.Type.Paint and not self._seen and model and model.rowCount():
            self._seen = True
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        done("rows")
        QTimer.singleShot(3000, rest)


class Window(application.MainWindow):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.first_painted.connect(lambda: done("painted"))
        self.book_opened.connect(self._watch)

    def _watch(self) -> None:
        self._watchers = [RowsSeen(table) for table in self.findChildren(QTableView)]


application.MainWindow = Window  # type: ignore[misc]
sys.exit(main(["--data-dir", sys.argv[1]]))
