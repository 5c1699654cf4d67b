"""How much room the screen gives."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def room_around(widget: QWidget) -> QRect:
    """Return the free part of the screen that a widget is on.

    ``QWidget.screen`` would tell it, but PySide6 then holds the screen for a part of the widget
    and can throw it away together with it; the next window ends the program.
    """
    middle = widget.mapToGlobal(widget.rect().center())
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
