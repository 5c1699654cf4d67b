"""The sheet of keys behind F1: what works on the page in front, read from its actions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.text import lower_first
from app.ui.actions import key_text
from app.ui.widgets.pressing import Dialog

# Keys that are no action: they belong to the fields and to the window itself.
_FIELD_KEYS = (
    ("Tab / Shift+Tab", "Sang ô sau / ô trước"),
    ("Alt+chữ gạch chân", "Đến ô hoặc nút có chữ ấy gạch chân"),
    ("Alt+số", "Đến phần có số ấy của trang"),
    ("Ctrl+PageUp / Ctrl+PageDown", "Phần trước / phần sau của trang"),
    ("Enter", "Mở bản ghi đang chọn trong danh sách; bấm nút đang có con trỏ"),
    ("Ctrl+Enter / Alt+Del", "Khi nhập nhiều dòng: thêm dòng bên dưới / bỏ dòng"),
    ("Alt+Up / Alt+Down", "Khi nhập nhiều dòng: đưa dòng lên / xuống"),
    ("Ctrl+D", "Trong bảng nhiều dòng: chép ô ở dòng trên; dán được cả khối ô chép từ Excel"),
    ("hn", "Trong ô ngày: hôm nay; gõ được cả 5/6/26 hoặc 050626"),
)


class KeySheet(Dialog):
    """Lists groups of actions with their keys. ``groups`` pairs a heading with its actions."""

    def __init__(
        self, groups: Iterable[tuple[str, Iterable[QAction]]], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Phím tắt")
        self._table = QTableWidget(0, 2)
        self._table.setHorizontalHeaderLabels(["Phím", "Việc"])
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        for heading, actions in groups:
            rows = [
                (key_text(action.shortcut()), _words(action))
                for action in actions
                if not action.shortcut().isEmpty()
            ]
            self._add_group(heading, rows)
        self._add_group("Trong các ô nhập", _FIELD_KEYS)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox()
        close = QPushButton("Đón&g")
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._table)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 88, metrics.height() * 30)

    def lines(self) -> list[str]:
        """Return the sheet as text, a line for each row."""
        return [
            "\t".join(self._cell(row, column) for column in range(2)).strip()
            for row in range(self._table.rowCount())
        ]

    def _cell(self, row: int, column: int) -> str:
        item = self._table.item(row, column)
        return item.text() if item is not None else ""

    def _add_group(self, heading: str, rows: Iterable[tuple[str, str]]) -> None:
        rows = tuple(rows)
        if not rows:
            return
        row = self._table.rowCount()
        self._table.setRowCount(row + 1 + len(rows))
        title = QTableWidgetItem(heading)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        title.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._table.setItem(row, 0, title)
        self._table.setSpan(row, 0, 1, 2)
        for offset, (key, words) in enumerate(rows, start=1):
            self._table.setItem(row + offset, 0, QTableWidgetItem(key))
            self._table.setItem(row + offset, 1, QTableWidgetItem(words))


def _words(action: QAction) -> str:
    text = action.text().replace("&", "")
    tip = action.statusTip()
    return f"{text}: {lower_first(tip)}" if tip else text
