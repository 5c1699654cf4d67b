"""Text of several lines, and lists typed one item a line."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.text import tidy
from app.ui.widgets.line_edit import leaves_field, undoes_nothing


class LongTextEdit(QPlainTextEdit):
    """Plain text that grows with what is typed, up to ``most_lines``; Tab leaves the field."""

    changed = Signal()
    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, least_lines: int = 2, most_lines: int = 8
    ) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self._most_lines = most_lines
        self._composing = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def value(self) -> str:
        return self.toPlainText()

    def set_value(self, value: str | None) -> None:
        self.setPlainText(value or "")

    def problem(self) -> str:
        return ""

    def set_read_only(self, read_only: bool) -> None:
        self.setReadOnly(read_only)

    def give_way(self) -> None:
        """Shrink down to the least lines where there is little room: as of a text only read."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(self._height(0))

    def is_composing(self) -> bool:
        """Return whether the input method holds letters that are not in the text yet."""
        return self._composing

    def sizeHint(self) -> QSize:
        most = self._most_lines * self._line_height()
        text = min(self._text_height(most), most)
        return QSize(super().sizeHint().width(), self._height(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # other lines wrap now

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if undoes_nothing(event, self.document().isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # left to the page
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves_field(event):
            self.left.emit()

    def _line_height(self) -> int:
        return ceil(QFontMetricsF(self.font()).lineSpacing())

    def _height(self, text: int) -> int:
        """Return the height for a text that high, or for the least lines."""
        frame = 2 * (self.frameWidth() + ceil(self.document().documentMargin()))
        return max(text, self._least_lines * self._line_height()) + frame

    def _text_height(self, enough: int) -> int:
        """Return how high the wrapped text stands; measuring stops where it is ``enough``."""
        height = 0.0
        block = self.document().firstBlock()
        while block.isValid() and height < enough:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return ceil(height)

    def _on_text_changed(self) -> None:
        self.changed.emit()

    def _on_size_changed(self) -> None:
        self.updateGeometry()


class LineListEdit(LongTextEdit):
    """An ordered list of one-line texts, one a line; Alt+Up and Alt+Down move the line.

    Lines are typed as in a word processor, so adding, deleting and pasting need no learning.
    """

    def __init__(
        self, parent: QWidget | None = None, *, least_lines: int = 3, most_lines: int = 10
    ) -> None:
        super().__init__(parent, least_lines=least_lines, most_lines=most_lines)

    def value(self) -> list[str]:  # type: ignore[override]
        lines = (tidy(line) for line in self.toPlainText().split("\n"))
        return [line for line in lines if line]

    def set_value(self, value: Iterable[str] | None) -> None:
        self.setPlainText("\n".join(value or ()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and not self.isReadOnly():
            if event.key() == Qt.Key.Key_Up:
                self.move_line(-1)
                return
            if event.key() == Qt.Key.Key_Down:
                self.move_line(1)
                return
        super().keyPressEvent(event)

    def move_line(self, step: int) -> None:
        """Exchange the cursor's line with the one above (-1) or below (1); one step of undo."""
        cursor = self.textCursor()
        column = cursor.positionInBlock()
        here = cursor.block()
        other = here.previous() if step < 0 else here.next()
        if not other.isValid():
            return
        upper, lower = (other, here) if step < 0 else (here, other)
        exchanged = f"{lower.text()}\n{upper.text()}"
        start, end = upper.position(), lower.position() + lower.length() - 1
        target = other.blockNumber()
        cursor.beginEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(exchanged)
        cursor.endEditBlock()
        cursor.setPosition(self.document().findBlockByNumber(target).position() + column)
        self.setTextCursor(cursor)
