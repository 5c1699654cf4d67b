"""Enter presses the button that has the focus, as Space does: in the window and in every dialog.

A dialog is never larger than the screen, whatever its texts and the scale of Windows: its buttons
stand at its foot.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QStyle, QToolButton

from app.ui.screens import room_around

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_button(event: QKeyEvent) -> bool:
    """Press the button in focus if the key is Enter, once however long it is held.

    A button hands on a key that means nothing to it, so the window asks this last. Returns whether
    the key was meant for a button.
    """
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    button = QApplication.focusWidget()
    if (
        event.key() not in _ENTER
        or plain != Qt.KeyboardModifier.NoModifier
        or not isinstance(button, QPushButton | QToolButton)
    ):
        return False
    if not event.isAutoRepeat():
        if button.menu() is not None:
            button.showMenu()
        else:
            button.click()
    return True


class Dialog(QDialog):
    """A dialog where Enter presses the button in focus, and the default one only elsewhere."""

    def room(self) -> QSize:
        """Return how large it may be, without its frame."""
        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, self)
        return room_around(self).size() - QSize(0, title)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.size().boundedTo(self.room()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_button(event):
            super().keyPressEvent(event)
