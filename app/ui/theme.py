"""How the window looks: Qt's own calm style, light, in letters large enough to read all day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_SMALLEST_POINTS = 10.5


def apply(app: QApplication) -> None:
    """Set style, colours and font size for the whole app."""
    app.setStyle("Fusion")
    # Windows' dark mode turns Fusion dark too; we have looked at light windows only.
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    font = app.font()
    font.setPointSizeF(max(font.pointSizeF() * 1.1, _SMALLEST_POINTS))
    app.setFont(font)
