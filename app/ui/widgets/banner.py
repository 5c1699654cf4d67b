"""A strip over a page that tells of trouble, with the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Banner(QFrame):
    """Hidden until ``show_message``; ``action_triggered`` tells that its button was pressed."""

    action_triggered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.ToolTipBase)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setForegroundRole(self.palette().ColorRole.ToolTipText)
        self._button = QPushButton()
        self._button.clicked.connect(self.action_triggered)
        layout = QHBoxLayout(self)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        self.hide()

    def text(self) -> str:
        return self._label.text()

    def show_message(self, text: str, action: str = "") -> None:
        """Show ``text``, with a button when ``action`` names one."""
        self._label.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.show()
