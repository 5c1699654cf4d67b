"""What is in a backup beside what is there now, before one takes the place of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets import Banner
from app.ui.widgets.pressing import Dialog


class RestoreDialog(Dialog):
    """Accepted when the backup shall be put in place. Enter and Esc go back.

    ``rows`` are what is told, its value in the backup, and at present; ``warnings`` must be read
    before.
    """

    def __init__(
        self,
        name: str,
        rows: Sequence[tuple[str, str, str]],
        warnings: Iterable[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Phục hồi")
        question = QLabel(f"Đưa dữ liệu trong “{name}” vào dùng?")
        font = question.font()
        font.setBold(True)
        question.setFont(font)
        explanation = QLabel(
            "Toàn bộ dữ liệu đang dùng được thay bằng dữ liệu trong bản sao lưu. Dữ liệu đang dùng "
            "vẫn được giữ lại thành một tệp, phục hồi lại được. Chỗ khác nhau in đậm."
        )
        for label in (question, explanation):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._table = _table(rows)
        self._banner = Banner()
        self._restore_button = QPushButton("&Phục hồi")
        self._restore_button.setAutoDefault(False)
        self._restore_button.clicked.connect(self.accept)
        self._back_button = QPushButton("&Quay lại")
        self._back_button.setDefault(True)
        self._back_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._restore_button)
        buttons.addWidget(self._back_button)
        layout = QVBoxLayout(self)
        layout.addWidget(question)
        layout.addWidget(explanation)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._banner)
        layout.addLayout(buttons)
        told = "\n".join(warnings)
        if told:
            self._banner.say(told)
        # The whole table where the screen has the room.
        rows_height = self._table.verticalHeader().length()
        rows_height += self._table.horizontalHeader().sizeHint().height()
        wanted = self.sizeHint().height() - self._table.sizeHint().height() + rows_height
        room = parent.window().size() * 0.9
        width = min(self.fontMetrics().averageCharWidth() * 110, room.width())
        self.resize(width, min(wanted + self.fontMetrics().height(), room.height()))
        self._back_button.setFocus()

    def rows(self) -> list[str]:
        """Return the table as text, a line for each row."""
        model = self._table.model()
        return [
            "\t".join(model.index(row, column).data() for column in range(3))
            for row in range(model.rowCount())
        ]

    def warning(self) -> str:
        """Return what must be read before, empty for nothing."""
        return self._banner.text()


def _table(rows: Sequence[tuple[str, str, str]]) -> QTableWidget:
    table = QTableWidget(len(rows), 3)
    table.setAccessibleName("Bản sao lưu so với dữ liệu đang dùng")
    table.setHorizontalHeaderLabels(["", "Trong bản sao lưu", "Đang dùng"])
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column and texts[1] != texts[2]:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            table.setItem(row, column, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
