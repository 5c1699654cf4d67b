"""The last step of the wizard: what goes along, each to be unticked, and all the rest in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.services.reorganisation.data import Follower, ReorganisationPlan
from app.ui.widgets import HelpLabel, LongTextEdit

_FOLLOWER = Qt.ItemDataRole.UserRole
_PLACE = Qt.ItemDataRole.UserRole + 1


class PreviewStep(QWidget):
    """Shows a plan; ``chosen`` is what the clerk left ticked, with where each goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heirs: tuple[str, ...] = ()
        self._words = LongTextEdit(least_lines=5, most_lines=12)
        self._words.give_way()
        self._words.set_read_only(True)
        words_label = QLabel("&Những gì sẽ thay đổi:")
        words_label.setBuddy(self._words)
        self._words.setAccessibleName("Những gì sẽ thay đổi")
        self._count_label = QLabel()
        self._list = QListWidget()
        self._list.setAccessibleName("Hồ sơ đi theo")
        self._list.setWordWrap(True)
        self._count_label.setBuddy(self._list)
        self._help = HelpLabel("Phím cách bỏ dấu một mục; mục không có dấu giữ tên cơ quan cũ.")
        self._target_box = QComboBox()
        self._target_box.setAccessibleName("Mục đang chọn chuyển về")
        self._target_label = QLabel("Mục đang chọn chuyển &về")
        self._target_label.setBuddy(self._target_box)
        self._target_box.activated.connect(self._on_target_chosen)
        self._list.currentItemChanged.connect(self._show_target)
        self._list.itemChanged.connect(self._count)
        target = QHBoxLayout()
        target.addWidget(self._target_label)
        target.addWidget(self._target_box, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(words_label)
        whole.addWidget(self._words, 1)
        whole.addWidget(self._count_label)
        whole.addWidget(self._help)
        whole.addWidget(self._list, 1)
        whole.addLayout(target)

    def show_plan(self, plan: ReorganisationPlan) -> None:
        """Show what would happen, with the usual followers ticked."""
        self._heirs = plan.heirs
        self._words.set_value(plan_words(plan))
        self._list.clear()
        for follower in plan.followers:
            item = QListWidgetItem(self._list)
            item.setData(_FOLLOWER, follower)
            item.setData(_PLACE, 0)
            ticked = Qt.CheckState.Checked if follower.ticked else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            self._name(item)
        self._target_box.clear()
        self._target_box.addItems(plan.heirs)
        is_split = len(plan.heirs) > 1 and bool(plan.followers)
        self._target_box.setVisible(is_split)
        self._target_label.setVisible(is_split)
        for part in (self._list, self._help):
            part.setVisible(bool(plan.followers))
        if plan.followers:
            self._list.setCurrentRow(0)
        self._count()

    def chosen(self) -> dict[str, int]:
        """Return the followers left ticked, each with the place of its heir."""
        return {
            self._follower(item).key: item.data(_PLACE)
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        }

    def lines(self) -> list[str]:
        """Return the followers in words, ticked ones with [x]."""
        return [
            f"[{'x' if item.checkState() is Qt.CheckState.Checked else ' '}] {item.text()}"
            for item in self._items()
        ]

    def focus_first(self) -> None:
        (self._list if self._list.count() else self._words).setFocus()

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _follower(self, item: QListWidgetItem) -> Follower:
        follower: Follower = item.data(_FOLLOWER)
        return follower

    def _name(self, item: QListWidgetItem) -> None:
        follower = self._follower(item)
        change = follower.change
        if len(self._heirs) > 1:
            change = f"chuyển về {self._heirs[item.data(_PLACE)]}"
        item.setText(f"{follower.group}: {follower.title} ({change})")

    def _count(self) -> None:
        number = self._list.count()
        self._count_label.setText(
            f"Hồ sơ đi th&eo: {len(self.chosen())} trong {number} mục"
            if number
            else "Không có hồ sơ nào đi theo."
        )

    def _show_target(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._target_box.setCurrentIndex(item.data(_PLACE))

    def _on_target_chosen(self, place: int) -> None:
        item = self._list.currentItem()
        if item is not None:
            item.setData(_PLACE, place)
            self._name(item)


def plan_words(plan: ReorganisationPlan) -> str:
    """Return all of a plan but its followers, a sentence a line under short headings."""
    parts = (
        ("Thôi tồn tại:", plan.ends),
        ("Bắt đầu:", plan.begins),
        ("Lưu ý:", plan.notes),
        ("Việc anh/chị cần làm sau đó:", plan.reviews),
        ("Giữ nguyên tên cơ quan cũ (đã xong, hoặc ghi việc lúc đó):", plan.stays),
    )
    lines = []
    for heading, sentences in parts:
        if sentences:
            lines += [heading, *(f"– {sentence}" for sentence in sentences)]
    lines.append("Văn bản đã phát hành giữ nguyên như lúc phát hành.")
    return "\n".join(lines)
