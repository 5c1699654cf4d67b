"""A list whose items are small groups of editors: points, paragraphs, reminders.

Everything is done from the keyboard inside an item: Ctrl+Enter adds one under it, Alt+Up and
Alt+Down move it, Alt+Delete takes it away. Buttons above the list do the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.block import Block, BlockField, BlockWords, Values
from app.ui.widgets.editor import focus_target
from app.ui.widgets.item_tools import ItemTools


class BlockListEdit(QWidget):
    """The list. Blank items are not part of the value; there is always one to type in."""

    changed = Signal()
    removed = Signal(str, object)  # what was taken away, in words; a call that puts it back

    def __init__(
        self,
        fields: Sequence[BlockField],
        words: BlockWords,
        parent: QWidget | None = None,
        *,
        show_titles: bool = True,
    ) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._words = words
        self._has_titles = show_titles and any(field.title for field in self._fields)
        self._current: Block | None = None
        self._blocks: list[Block] = []
        self._read_only = False
        self._filling = False
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._tools = ItemTools(words.add)
        self._tools.add_clicked.connect(self._on_add_clicked)
        self._tools.up_clicked.connect(partial(self._on_move_clicked, -1))
        self._tools.down_clicked.connect(partial(self._on_move_clicked, 1))
        self._tools.remove_clicked.connect(self._on_remove_clicked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._tools)
        if self._has_titles:
            whole.addLayout(self._make_titles())
        whole.addLayout(self._column)
        self._insert(0)

    def value(self) -> list[Values]:
        return [block.value() for block in self._kept()]

    def set_value(self, values: Iterable[Mapping[str, Any]] | None) -> None:
        """Show a list; items that are there already keep cursor and undo."""
        wanted = list(values or ()) or [{}]
        self._filling = True
        for index, value in enumerate(wanted):
            if index == len(self._blocks):
                self._insert(index)
            self._blocks[index].set_value(value)
        while len(self._blocks) > len(wanted):
            self._drop(len(self._blocks) - 1)
        self._filling = False

    def problems(self) -> dict[str, str]:
        """Return what cannot be understood, by ``0.name``."""
        return {
            f"{index}.{name}": sentence
            for index, block in enumerate(self._kept())
            for name, sentence in block.problems().items()
        }

    def set_error(self, index: int, name: str, sentence: str) -> QWidget:
        """Show an error at an item of the value; returns the editor to go to."""
        kept = self._kept()
        block = kept[index] if index < len(kept) else self._blocks[min(index, self.count() - 1)]
        if not block.set_error(name, sentence):
            name = self._fields[0].name
            block.set_error(name, sentence)
        return block.editor(name)

    def clear_errors(self) -> None:
        for block in self._blocks:
            block.clear_errors()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._tools.setVisible(not read_only)
        for block in self._blocks:
            block.set_read_only(read_only)

    def count(self) -> int:
        return len(self._blocks)

    def editor(self, index: int, name: str | None = None) -> QWidget:
        """Return an editor of an item on screen."""
        return self._blocks[index].editor(name)

    def last_stop(self) -> QWidget:
        """Return the widget that Tab comes to last."""
        return self._tools.add_button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_tabs()  # what was ordered before this list had its place does not count

    def add(self, index: int | None = None) -> None:
        """Add an item, at the end or at ``index``, and go to it."""
        at = self.count() if index is None else index
        self._insert(at)
        self._blocks[at].editor().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def begin(self, values: Mapping[str, Any]) -> QWidget:
        """Return where to go on in the item that has these values: there already, or new."""
        for block in self._blocks:
            if values.items() <= block.value().items():
                return block.editor()
        if not self._blocks[-1].is_blank():
            self._insert(self.count())
        self._blocks[-1].set_value(values)
        return self._blocks[-1].editor()

    def remove(self, index: int) -> None:
        """Take an item away; the last one is only emptied."""
        block = self._blocks[index]
        value, blank = block.value(), block.is_blank()
        if self.count() == 1:
            block.set_value({})
        else:
            self._drop(index)
            self._blocks[min(index, self.count() - 1)].editor().setFocus(
                Qt.FocusReason.OtherFocusReason
            )
        if not blank:
            words = f"Đã bỏ {self._words.noun} {index + 1}."
            self.removed.emit(words, partial(self._put_back, index, value))
        self.changed.emit()

    def shift(self, index: int, step: int) -> None:
        """Exchange an item with its neighbour; the cursor goes along."""
        other = index + step
        if not 0 <= other < self.count():
            return
        block = self._blocks.pop(index)
        self._blocks.insert(other, block)
        focus = self.window().focusWidget()
        self._column.removeWidget(block)
        self._column.insertWidget(other, block)
        self._order_tabs()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number()
        self.changed.emit()

    def _kept(self) -> list[Block]:
        return [block for block in self._blocks if not block.is_blank()]

    def _insert(self, index: int) -> None:
        block = Block(self._fields, self._words, folds=not self._has_titles)
        block.changed.connect(self._on_block_changed)
        block.focused.connect(partial(self._on_block_focused, block))
        block.add_requested.connect(partial(self._on_add_requested, block))
        block.remove_requested.connect(partial(self._on_remove_requested, block))
        block.move_requested.connect(partial(self._on_move_requested, block))
        block.set_read_only(self._read_only)
        self._blocks.insert(index, block)
        self._column.insertWidget(index, block)
        self._order_tabs()
        self._number()

    def _drop(self, index: int) -> None:
        block = self._blocks.pop(index)
        if self._current is block:
            self._current = None
        self._column.removeWidget(block)
        block.hide()
        block.deleteLater()
        self._number()

    def _put_back(self, index: int, value: Values) -> None:
        if self.count() == 1 and self._blocks[0].is_blank():
            self._blocks[0].set_value(value)
        else:
            self._insert(min(index, self.count()))
            self._blocks[min(index, self.count() - 1)].set_value(value)
        self.changed.emit()

    def _number(self) -> None:
        titles = [field.title for field in self._fields]
        for index, block in enumerate(self._blocks):
            block.set_position(index, titles)

    def _order_tabs(self) -> None:
        targets = [
            focus_target(block.editor(field.name))
            for block in self._blocks
            for field in self._fields
        ]
        for before, after in zip(targets, [*targets[1:], self._tools.add_button], strict=True):
            QWidget.setTabOrder(before, after)

    def _make_titles(self) -> QHBoxLayout:
        # Laid out as the items are, so that each title stands over its column.
        titles = QHBoxLayout()
        corner = QLabel()
        corner.setMinimumWidth(self.fontMetrics().horizontalAdvance("10."))
        titles.addWidget(corner)
        for field in self._fields:
            titles.addWidget(QLabel(field.title), field.stretch)
        return titles

    def _on_remove_clicked(self) -> None:
        self._on_remove_requested(self._current or self._blocks[-1])

    def _on_move_clicked(self, step: int) -> None:
        self._on_move_requested(self._current or self._blocks[-1], step)

    def _on_add_clicked(self) -> None:
        self.add()

    def _on_block_changed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _on_block_focused(self, block: Block) -> None:
        self._current = block

    def _on_add_requested(self, block: Block) -> None:
        self.add(self._blocks.index(block) + 1)

    def _on_remove_requested(self, block: Block) -> None:
        self.remove(self._blocks.index(block))

    def _on_move_requested(self, block: Block, step: int) -> None:
        self.shift(self._blocks.index(block), step)
