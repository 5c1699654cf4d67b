"""“Các lần sắp xếp”: what was done, and a way to take one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.rules.dates import date_text, date_time_text
from app.services.reorganisation.data import PastReorganisation
from app.ui.reorganisation.taking_back import take_back
from app.ui.widgets import HelpLabel
from app.ui.widgets.pressing import Dialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_PAST = Qt.ItemDataRole.UserRole


class PastDialog(Dialog):
    """Lists them, the last first; ``undone(sentence)`` is called for each taken back."""

    def __init__(
        self, ctx: AppContext, undone: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._undone = undone
        self.setWindowTitle("Các lần sắp xếp")
        self._list = QListWidget()
        self._list.setAccessibleName("Các lần sắp xếp")
        self._list.setWordWrap(True)
        self._empty_label = QLabel("Chưa có lần sắp xếp nào.")
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.hide()
        self._undo_button = QPushButton("&Hoàn tác lần đang chọn")
        self._undo_button.clicked.connect(self._on_undo_clicked)
        self._list.currentItemChanged.connect(self._enable)
        buttons = QDialogButtonBox()
        buttons.addButton(self._undo_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("Đón&g", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._undo_button.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.addWidget(
            HelpLabel(
                "Hoàn tác trả lại đúng những gì lần đó đã đổi; không làm được nếu sau đó có người "
                "sửa chính những chỗ ấy. Danh mục mẫu thì gỡ ra, giữ lại mục đã sửa hoặc đang dùng."
            )
        )
        whole.addWidget(self._empty_label)
        whole.addWidget(self._list, 1)
        whole.addWidget(self._said)
        whole.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 90, metrics.lineSpacing() * 22)
        self._load()
        self._list.setFocus()

    def lines(self) -> list[str]:
        """Return the list in words."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def _load(self) -> None:
        row = max(self._list.currentRow(), 0)
        self._list.clear()
        for one in self._ctx.reorganisation.past():
            item = QListWidgetItem(past_words(one), self._list)
            item.setData(_PAST, one)
        self._empty_label.setVisible(not self._list.count())
        self._list.setCurrentRow(min(row, self._list.count() - 1))
        self._enable()

    def _enable(self) -> None:
        item = self._list.currentItem()
        self._undo_button.setEnabled(item is not None and item.data(_PAST).undone_at is None)

    def _on_undo_clicked(self) -> None:
        take_back(self._ctx, self._list.currentItem().data(_PAST), self, self._tell_undone)

    def _tell_undone(self, sentence: str) -> None:
        self._undone(sentence)
        self._said.setText(sentence)
        self._said.show()
        self._load()
        self._list.setFocus()


def past_words(one: PastReorganisation) -> str:
    """Return one of them in words: what, from when, by what, when it was done, whether undone."""
    parts = [one.title]
    if one.on is not None and not one.is_example:
        parts.append(f"từ ngày {date_text(one.on)}")
    if one.basis and not one.is_example:
        parts.append(f"căn cứ: {one.basis}")
    counted = "mục" if one.is_example else "thay đổi"
    parts.append(f"làm lúc {date_time_text(one.done_at)}, {one.changes} {counted}")
    if one.undone_at is not None:
        parts.append(f"đã hoàn tác lúc {date_time_text(one.undone_at)}")
    return "; ".join(parts)
