"""The buttons over a list of items: one adds, the others work on the item in hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget


class ItemTools(QWidget):
    """Only the first button takes part in Tab: the keys do what the others do."""

    add_clicked = Signal()
    up_clicked = Signal()
    down_clicked = Signal()
    remove_clicked = Signal()

    def __init__(self, add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button = QPushButton(add)
        self.add_button.setToolTip("Ctrl+Enter khi đang nhập")
        self.add_button.clicked.connect(self.add_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.add_button)
        row.addStretch(1)
        for text, tip, clicked in (
            ("Lên", "Đưa lên trên (Alt+↑)", self.up_clicked),
            ("Xuống", "Đưa xuống dưới (Alt+↓)", self.down_clicked),
            ("Bỏ", "Bỏ mục đang nhập (Alt+Delete)", self.remove_clicked),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(clicked)
            row.addWidget(button)
