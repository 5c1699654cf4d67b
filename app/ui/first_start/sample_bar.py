"""The strip over the window while the sample book is open: nobody may take it for the office's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton


class SampleBar(QFrame):
    """Stays as long as the book; ``has_own_book`` tells whether there is one to go back to."""

    leave_requested = Signal()
    remove_requested = Signal()

    def __init__(self, *, has_own_book: bool) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Highlight)
        self._label = QLabel(
            "Đang xem dữ liệu mẫu, không phải sổ của cơ quan. Cứ thử mọi việc: sổ của cơ quan để "
            "nguyên, văn bản in ra có chữ DỮ LIỆU MẪU."
        )
        self._label.setWordWrap(True)
        self._label.setForegroundRole(QPalette.ColorRole.HighlightedText)
        leave = QPushButton("Về sổ của cơ quan")
        leave.clicked.connect(self.leave_requested)
        remove = QPushButton("Bỏ dữ liệu mẫu")
        remove.clicked.connect(self.remove_requested)
        layout = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 4
        layout.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        layout.addWidget(self._label, 1)
        for button in (leave, remove):
            button.setVisible(has_own_book)
            layout.addWidget(button)

    def text(self) -> str:
        """Return the words on show."""
        return self._label.text()
