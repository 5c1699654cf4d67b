"""Whom the letter goes to and where, as its envelopes say it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.rules.duties.secrecy import tidy_line
from app.services.record_letters.purposes import Address
from app.ui.forms.editors import Sources
from app.ui.letters.editing.tab import EditTab
from app.ui.widgets import HelpLabel, LongTextEdit
from app.ui.widgets.block import BlockField, BlockWords
from app.ui.widgets.block_list import BlockListEdit


class EnvelopesTab(EditTab):
    """One name with its address for each envelope."""

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(sources, parent)
        self._list = BlockListEdit(
            (
                BlockField("name", "Nơi nhận", lambda: LongTextEdit(least_lines=1)),
                BlockField("address", "Địa chỉ", lambda: LongTextEdit(least_lines=1)),
            ),
            BlockWords("nơi nhận", "Thê&m nơi nhận"),
        )
        self._list.changed.connect(self.changed)
        self._list.removed.connect(self.notice)
        self._column.addWidget(self._list)
        self._column.addWidget(HelpLabel("Mỗi nơi nhận in một bì thư."))
        self._column.addStretch(1)

    def load(self, addresses: tuple[Address, ...]) -> None:
        """Show the addresses; what stands there already keeps cursor and undo."""
        if self.addresses() != addresses:
            self._list.set_value({"name": one.name, "address": one.address} for one in addresses)

    def addresses(self) -> tuple[Address, ...]:
        """Return the addresses as they stand, tidied."""
        return tuple(
            Address(tidy_line(value["name"]), tidy_line(value["address"]))
            for value in self._list.value()
        )

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._list.set_read_only(read_only)

    def focus_first(self) -> None:
        self._list.editor(0).setFocus()
