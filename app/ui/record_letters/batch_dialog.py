"""Many letters at once: which kind, to whom, one for each or one for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.services.record_letters.purposes import Address, LetterPurpose
from app.text import fold, tidy, upper_first
from app.ui.forms.step_dialog import StepDialog
from app.ui.widgets import FlagBox, HelpLabel, LineListEdit, SearchBox

_ADDRESS = Qt.ItemDataRole.UserRole


class BatchDialog(StepDialog):
    """``offered`` can be chosen by a tick; others are typed, "name; address" one a line.

    ``make(purpose id, addressees, together)`` does the deed. ``count`` is how many records the
    letters are about: with one, somebody has to be named. ``named`` are those whom its facts name
    for a letter, by the purpose's id: they stand first, and are ticked.
    """

    def __init__(
        self,
        purposes: Sequence[LetterPurpose],
        offered: Sequence[Address],
        count: int,
        make: Callable[[str, list[Address], bool], None],
        parent: QWidget | None = None,
        named: Mapping[str, Sequence[Address]] | None = None,
    ) -> None:
        super().__init__("Lập văn bản cho nhiều nơi", "&Lập văn bản", parent)
        self._make = make
        self._named = named or {}
        self._purpose_box = QComboBox()
        for purpose in purposes:
            self._purpose_box.addItem(upper_first(purpose.title), purpose.id)
        self._add("&Văn bản", self._purpose_box)
        if count > 1:
            self._form.addRow(
                HelpLabel(
                    f"Lập cho {count} hồ sơ, trừ hồ sơ không cần văn bản này. Không chọn nơi nhận"
                    " thì mỗi văn bản gửi nơi mà hồ sơ của nó đã ghi."
                )
            )
        self._search = SearchBox()
        self._search.setPlaceholderText("Tìm nơi nhận")
        self._search.setAccessibleName("Tìm nơi nhận")
        self._search.search_changed.connect(self._show_found)
        self._list = QListWidget()
        self._list.setAccessibleName("Nơi nhận")
        by_facts = (one for some in self._named.values() for one in some)
        for one in dict.fromkeys((*by_facts, *offered)):
            item = QListWidgetItem(f"{one.name} – {one.address}" if one.address else one.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(_ADDRESS, one)
            self._list.addItem(item)
        everyone, nobody = QPushButton("Chọn &hết"), QPushButton("&Bỏ chọn")
        for button, state in (
            (everyone, Qt.CheckState.Checked),
            (nobody, Qt.CheckState.Unchecked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, state=state: self._check_shown(state))
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        bar = QHBoxLayout()
        bar.addWidget(self._search, 1)
        bar.addWidget(everyone)
        bar.addWidget(nobody)
        column.addLayout(bar)
        column.addWidget(self._list)
        self._form.addRow("Nơi nhận", block)
        self._others = LineListEdit(least_lines=2)
        self._add("Nơi &khác", self._others)
        self._form.addRow(
            "", HelpLabel("Mỗi nơi một dòng; địa chỉ ghi sau dấu chấm phẩy: Sở Nội vụ; 1 Lê Lợi.")
        )
        self._together_box = FlagBox("&Một văn bản gửi mọi nơi (thay vì mỗi nơi một văn bản)")
        self._form.addRow("", self._together_box)
        self._purpose_box.currentIndexChanged.connect(self._tick_named)
        self._tick_named()
        self._search.setFocus()

    def addressees(self) -> list[Address]:
        """Return who is ticked, then who is typed."""
        items = [self._list.item(row) for row in range(self._list.count())]
        ticked = [
            item.data(_ADDRESS) for item in items if item.checkState() is Qt.CheckState.Checked
        ]
        typed = [line.partition(";") for line in self._others.value()]
        return [*ticked, *(Address(tidy(name), tidy(address)) for name, _mark, address in typed)]

    def _do(self) -> None:
        together = self._together_box.isChecked()
        self._make(self._purpose_box.currentData(), self.addressees(), together)

    def _tick_named(self) -> None:
        named = self._named.get(self._purpose_box.currentData(), ())
        for row in range(self._list.count()):
            item = self._list.item(row)
            is_named = item.data(_ADDRESS) in named
            item.setCheckState(Qt.CheckState.Checked if is_named else Qt.CheckState.Unchecked)

    def _show_found(self, typed: str) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(fold(typed) not in fold(item.text()))

    def _check_shown(self, state: Qt.CheckState) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            if not item.isHidden():
                item.setCheckState(state)
