"""The least a PySide6 program can do: one window. Prints "painted"."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print("painted", flush=True)
        os._exit(0)


app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("Sổ Phát ngôn"))
window.resize(1200, 700)
window.show()
app.exec()
