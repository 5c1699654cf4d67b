"""The passing notice at the foot of the window, with "Hoàn tác" where the deed can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

_SHOWN_MILLISECONDS = 12_000


class NoticeBar(QFrame):
    """One notice at a time; it goes by itself."""

    shown = Signal(bool)  # with whether it can be undone
    hidden = Signal()
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._undo: Callable[[], object] | None = None
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._undo_button = QPushButton("Hoàn tác (Ctrl+Z)")
        self._undo_button.clicked.connect(self.undo)
        self._close_button = QPushButton("Đóng")
        self._close_button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 4
        layout.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._undo_button)
        layout.addWidget(self._close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MILLISECONDS)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def show_notice(self, text: str, undo: Callable[[], object] | None) -> None:
        """Show ``text`` in place of what was there; ``undo`` takes the deed back."""
        self._undo = undo
        self._label.setText(text)
        self._undo_button.setVisible(undo is not None)
        self.show()
        self._timer.start()
        self.shown.emit(undo is not None)

    def text(self) -> str:
        """Return the notice on show, empty when there is none."""
        return "" if self.isHidden() else self._label.text()

    def undo(self) -> None:
        """Take back the deed the notice tells of."""
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()
            self.undone.emit()

    def clear(self) -> None:
        """Take the notice away; what it told of can be undone no more from here."""
        self._timer.stop()
        self._undo = None
        self.hide()
        self.hidden.emit()
