"""What a list without rows says instead, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout


class EmptyState(QFrame):
    """A sentence and, where there is something to do, a button."""

    button_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setWordWrap(True)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_button_clicked)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._button)
        centred.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._label)
        layout.addLayout(centred)
        layout.addStretch(2)

    def say(self, text: str, button: str = "") -> None:
        """Show ``text``, with a button if it has words."""
        self._label.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def text(self) -> str:
        """Return the sentence on show."""
        return self._label.text()

    def _on_button_clicked(self) -> None:
        self.button_clicked.emit()
