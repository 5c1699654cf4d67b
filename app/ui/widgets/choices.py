"""Editors that pick: one of a closed set of words, or yes and no."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from app.rules.vocabulary import Labelled
from app.ui.widgets.line_edit import leaves_field

_LEAST_CHARS = 20


class ChoiceBox(QComboBox):
    """One of the words of a vocabulary; the value is what is stored, None for the empty choice."""

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        choices: type[Labelled],
        allow_empty: bool = False,
        parent: QWidget | None = None,
        *,
        empty_text: str = "",
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if allow_empty:
            self.addItem(empty_text, None)
        for choice in choices:
            self.addItem(choice.label, choice.value)
        self.currentIndexChanged.connect(self._on_index_changed)

    def value(self) -> str | None:
        stored: str | None = self.currentData()
        return stored

    def set_value(self, value: str | None) -> None:
        """Show a stored value; None where there is no empty choice leaves nothing chosen."""
        index = -1 if value is None and self.itemData(0) is not None else self.findData(value)
        if index < 0 and value is not None:
            raise ValueError(f"not a choice: {value!r}")
        self.setCurrentIndex(index)

    def problem(self) -> str:
        return ""

    def minimumSizeHint(self) -> QSize:
        """Need no room for the longest word: it would push what stands beside it off the page."""
        hint = super().minimumSizeHint()
        return QSize(
            min(hint.width(), _LEAST_CHARS * self.fontMetrics().averageCharWidth()), hint.height()
        )

    def showPopup(self) -> None:
        """Show every word whole, also where the box is narrower."""
        self.view().setMinimumWidth(self.sizeHint().width())
        super().showPopup()

    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page; it must never change a record

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves_field(event):
            self.left.emit()

    def _on_index_changed(self) -> None:
        self.changed.emit()


class FlagBox(QCheckBox):
    """Yes or no."""

    changed = Signal()
    left = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.toggled.connect(self._on_toggled)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: bool | None) -> None:
        self.setChecked(bool(value))

    def problem(self) -> str:
        return ""

    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves_field(event):
            self.left.emit()

    def _on_toggled(self) -> None:
        self.changed.emit()
