"""The text that was not saved before the PC went off, to be copied back where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui import messages
from app.ui.watch.unsaved import read_kept
from app.ui.widgets.pressing import Dialog


class KeptTextDialog(Dialog):
    """Stays open beside the window, so that one can copy from it into the forms."""

    def __init__(self, files: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._files = tuple(files)
        self.setWindowTitle("Nội dung chưa cất – Sổ Phát ngôn")
        words = QLabel(
            "Đây là nội dung đang nhập dở khi phần mềm bị tắt. Mở lại bản ghi cần nhập, chép phần "
            "cần dùng từ đây sang rồi cất. Hộp này có thể để mở trong khi làm việc."
        )
        words.setWordWrap(True)
        self._text = QPlainTextEdit(read_kept(self._files))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName("Nội dung chưa cất")
        self._copy_button = QPushButton("&Chép tất cả")
        self._copy_button.clicked.connect(self._on_copy_button_clicked)
        self._remove_button = QPushButton("&Xóa nội dung này")
        self._remove_button.clicked.connect(self._on_remove_button_clicked)
        close = QPushButton("Đón&g")
        close.clicked.connect(self.reject)
        for button in (self._copy_button, self._remove_button, close):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy_button)
        buttons.addWidget(self._remove_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self._text, 1)
        layout.addLayout(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 90, metrics.height() * 26)
        self._text.setFocus()

    def text(self) -> str:
        """Return the text on show."""
        return self._text.toPlainText()

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._copy_button.setText("Đã &chép")

    def _on_remove_button_clicked(self) -> None:
        if not messages.confirm(
            self,
            "Xóa hẳn nội dung chưa cất này?",
            "Sau khi xóa không lấy lại được.",
            "&Xóa",
        ):
            return
        for file in self._files:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        self.accept()
