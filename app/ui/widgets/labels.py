"""Words under and beside the fields."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout, QWidget

_ERROR_ON_LIGHT = QColor(165, 0, 20)
_ERROR_ON_DARK = QColor(255, 150, 140)


def error_colour(palette: QPalette) -> QColor:
    """Return the colour of what is wrong, to be read on the ground of ``palette``."""
    light = palette.color(QPalette.ColorRole.Window).lightness() > 127
    return _ERROR_ON_LIGHT if light else _ERROR_ON_DARK


class TrailLabel(QLabel):
    """The way to the page in front; where it is too long, its end, which says where one is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        # A long trail is cut rather than making the window wider than the screen.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_trail(self, titles: Iterable[str]) -> None:
        self._whole = "  ›  ".join(titles)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideLeft, width))


class CutLabel(QLabel):
    """A line whose middle is left out where there is no room for it; ``text`` stays whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 10 * self.fontMetrics().averageCharWidth()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, room.width()
        )
        QPainter(self).drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def field_column(cell: QWidget | None = None) -> QVBoxLayout:
    """Return a column for an editor with its help and its error close under it."""
    column = QVBoxLayout() if cell is None else QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(QFontMetrics(QApplication.font()).height() // 8)
    return column


class HelpLabel(QLabel):
    """A short help under a field, quieter than the field itself."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class ErrorLabel(QLabel):
    """What is wrong with a field, under it; hidden while nothing is.

    The same words become the editor's accessible description, after its own help.
    """

    def __init__(self, editor: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._help = editor.accessibleDescription() if editor is not None else ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, error_colour(palette))
        self.setPalette(palette)
        self.hide()

    def error(self) -> str:
        return self.text()

    def set_error(self, sentence: str) -> None:
        """Show ``sentence``; an empty one clears the error."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if self._editor is not None:
            described = " ".join(filter(None, (sentence, self._help)))
            self._editor.setAccessibleDescription(described)
