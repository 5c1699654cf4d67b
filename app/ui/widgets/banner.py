"""A strip over a page that tells of trouble, with the one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Banner(QFrame):
    """Hidden until ``say``; pressing its button takes it away and does what it offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._on_action: Callable[[], object] | None = None
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_button_clicked)
        layout = QHBoxLayout(self)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        self.hide()

    def text(self) -> str:
        """Return the words on show; empty while hidden."""
        return "" if self.isHidden() else self._label.text()

    def say(
        self,
        words: object,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show words (or an error's own), with a button when ``action`` names one."""
        self._on_action = on_action
        self._label.setText(str(words))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.show()

    def clear(self) -> None:
        """Take words and button away."""
        self._on_action = None
        self.hide()

    def _on_button_clicked(self) -> None:
        on_action = self._on_action
        self.clear()
        if on_action is not None:
            on_action()
