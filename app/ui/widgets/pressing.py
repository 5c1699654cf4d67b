"""Enter presses the button that has the focus, as Space does: in the window and in every dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_button(event):
            super().keyPressEvent(event)
