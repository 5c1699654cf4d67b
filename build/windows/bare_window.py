"""The least a program with PySide6 can be: what the size and the start of ours are held against."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Sổ Phát ngôn")
window.setCentralWidget(QLabel("Sổ Phát ngôn"))
window.showMaximized()
sys.exit(app.exec())
