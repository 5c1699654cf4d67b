"""What every input widget offers, so that forms and lists of blocks treat all alike."""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget


class Editor(Protocol):
    """What every input widget offers."""

    @property
    def changed(self) -> SignalInstance: ...
    @property
    def left(self) -> SignalInstance: ...
    def value(self) -> Any: ...
    def set_value(self, value: Any) -> None: ...
    def problem(self) -> str: ...
    def set_read_only(self, read_only: bool) -> None: ...


def as_editor(widget: QWidget) -> Editor:
    """Return a widget that is an ``Editor`` under that type."""
    return cast("Editor", widget)


def focus_target(widget: QWidget) -> QWidget:
    """Return the widget that takes the keys of an editor."""
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return widget
