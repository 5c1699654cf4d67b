"""What stands in the window while the book is opened, and when it cannot be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import AppError


class OpeningPage(QWidget):
    """A word while opening; the trouble and what to do about it when opening failed."""

    first_painted = Signal()
    retry_requested = Signal()
    restore_requested = Signal()
    folder_requested = Signal()
    quit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self._heading = QLabel()
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self._heading.setFont(font)
        self._heading.setWordWrap(True)
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        self._retry_button = QPushButton("&Thử lại")
        self._retry_button.clicked.connect(self.retry_requested)
        self._restore_button = QPushButton("&Phục hồi từ bản sao lưu…")
        self._restore_button.clicked.connect(self.restore_requested)
        self._folder_button = QPushButton("&Mở thư mục dữ liệu")
        self._folder_button.clicked.connect(self.folder_requested)
        self._quit_button = QPushButton("T&hoát")
        self._quit_button.clicked.connect(self.quit_requested)
        self._buttons = (
            self._retry_button, self._restore_button, self._folder_button, self._quit_button,
        )  # fmt: skip
        row = QHBoxLayout()
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._heading)
        layout.addWidget(self._advice)
        layout.addLayout(row)
        layout.addStretch(2)
        edge = 4 * self.fontMetrics().averageCharWidth()
        layout.setContentsMargins(edge, 0, edge, 0)
        self.show_opening()

    def show_opening(self, words: str = "Đang mở sổ…") -> None:
        """Say that the book is being opened, or what is done before."""
        self._say(words, "")
        for button in self._buttons:
            button.hide()

    def show_error(
        self, error: AppError, *, folder_exists: bool, can_restore: bool = False
    ) -> None:
        """Say why the book could not be opened and offer what can be done here."""
        from PySide6.QtCore import Qt  # see app.ui.theme: not before the first paint

        for label in (self._heading, self._advice):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._say(error.message, error.advice)
        self._retry_button.show()
        self._restore_button.setVisible(can_restore)
        self._folder_button.setVisible(folder_exists)
        self._quit_button.show()
        self._retry_button.setFocus()

    def text(self) -> str:
        """Return what the page says."""
        return f"{self._heading.text()} {self._advice.text()}".strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def _say(self, heading: str, advice: str) -> None:
        self._heading.setText(heading)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
