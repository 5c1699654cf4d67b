"""Editors of one line: text, a whole number, a search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

# Long enough for UniKey to finish a letter, short enough to feel at once.
SEARCH_DELAY_MS = 250

_NO_LIMIT = 100_000_000

# Focus that only passes to a menu or another window comes back: the field was not left.
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def leaves_field(event: QFocusEvent) -> bool:
    """Return whether a lost focus means that the clerk went on to something else."""
    return event.reason() not in _PASSING


def undoes_nothing(event: QEvent, can_undo: bool) -> bool:
    """Return whether a field asks for Ctrl+Z in vain: then the window may have something."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Undo)
        and not can_undo
    )


class LineEdit(QLineEdit):
    """One line of text. What is typed is never rewritten; saving tidies it."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        # Past its limit (32,767 letters by itself) Qt cuts a pasted text without a word.
        self.setMaxLength(_NO_LIMIT)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        return self.text()

    def set_value(self, value: str | None) -> None:
        self.setText(value or "")
        self.setCursorPosition(0)

    def problem(self) -> str:
        return ""

    def set_read_only(self, read_only: bool) -> None:
        self.setReadOnly(read_only)

    def is_composing(self) -> bool:
        """Return whether the input method holds letters that are not in the text yet."""
        return self._composing

    def event(self, event: QEvent) -> bool:
        if undoes_nothing(event, self.isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves_field(event):
            self.left.emit()

    def _on_text_changed(self) -> None:
        self.changed.emit()


class IntegerEdit(LineEdit):
    """A whole number from 0; empty is None."""

    def value(self) -> int | None:  # type: ignore[override]
        text = self._digits()
        return int(text) if text.isascii() and text.isdecimal() else None

    def set_value(self, value: int | None) -> None:  # type: ignore[override]
        super().set_value("" if value is None else str(value))

    def set_text(self, text: str) -> None:
        """Put a text in the field as if it had been typed."""
        super().set_value(text)

    def problem(self) -> str:
        if self._digits() and self.value() is None:
            return "Chỉ gõ chữ số."
        return ""

    def _digits(self) -> str:
        return self.text().strip()


class SearchBox(LineEdit):
    """A search that waits until typing rests. Enter searches at once, Esc empties the box."""

    search_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Tìm (Ctrl+F)")
        self.setAccessibleName("Tìm")
        self.setClearButtonEnabled(True)
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_DELAY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.changed.connect(self._timer.start)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()  # Esc empties the box first; the next one goes back
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        else:
            super().keyPressEvent(event)

    def forget_change(self) -> None:
        """Take what stands here for told: it was put in and not typed."""
        self._timer.stop()
        self._told = self.text().strip()

    def _on_timer_timeout(self) -> None:
        if self.is_composing():
            self._timer.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.search_changed.emit(text)
