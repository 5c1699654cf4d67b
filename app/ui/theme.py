"""How the window looks: calm, light, in letters large enough to read all day.

Colours are those of the palette, lengths are in ``em`` and follow the system's font size.

What the first paint needs stays clear of the ``Qt`` namespace here and elsewhere: its first use
makes a hundred enumerations, which takes as long as painting a window.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from app import win32
from app.paths import resources_dir

_SMALLEST_POINTS = 10.5

# Every role, for what is left out would come from Windows: its accent colour, its dark mode.
# Text on its ground: at least 4.5 : 1 everywhere (WCAG 2, AA); a test computes it.
_COLOURS = {
    QPalette.ColorRole.Window: "#f4f5f7",
    QPalette.ColorRole.WindowText: "#1d2430",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f6f8fb",
    QPalette.ColorRole.Text: "#1d2430",
    QPalette.ColorRole.Button: "#ffffff",
    QPalette.ColorRole.ButtonText: "#1d2430",
    QPalette.ColorRole.Light: "#ffffff",
    QPalette.ColorRole.Mid: "#c3c9d3",
    QPalette.ColorRole.Midlight: "#e3e7ee",
    QPalette.ColorRole.Dark: "#9f9f9f",
    QPalette.ColorRole.Shadow: "#767676",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.Highlight: "#1f5c99",
    QPalette.ColorRole.Accent: "#1f5c99",
    QPalette.ColorRole.Link: "#1f5c99",
    QPalette.ColorRole.LinkVisited: "#5b3a86",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.PlaceholderText: "#667080",
    QPalette.ColorRole.ToolTipBase: "#ffffff",
    QPalette.ColorRole.ToolTipText: "#1d2430",
}

_SHEET = """
ToolRow QToolButton, QPushButton {
    background: palette(button); border: 1px solid palette(mid); border-radius: 0.3em;
    padding: 0.25em 0.6em;
}
ToolRow QToolButton:hover, QPushButton:hover {
    background: palette(alternate-base); border-color: palette(highlight);
}
ToolRow QToolButton:pressed, QPushButton:pressed { background: palette(midlight); }
ToolRow QToolButton:disabled, QPushButton:disabled {
    color: palette(placeholder-text); background: transparent; border-color: palette(midlight);
}
ToolRow QToolButton:checked { background: palette(midlight); border-color: palette(highlight); }
ToolRow QToolButton:focus, QPushButton:focus { border: 1px solid palette(highlight); }
QPushButton:default {
    color: palette(highlighted-text); background: palette(highlight);
    border-color: palette(highlight);
}
TabTitle {
    background: transparent; border: none; border-bottom: 0.15em solid palette(midlight);
    padding: 0.3em 0.7em;
}
TabTitle:hover, TabTitle:focus { background: palette(midlight); }
TabTitle:checked { background: palette(base); border-bottom-color: palette(highlight); }
QListWidget#areas { border: none; border-right: 1px solid palette(mid); outline: none;
    background: palette(base); padding: 0.4em; }
QListWidget#areas::item { border-radius: 0.3em; padding-left: 0.6em; }
QListWidget#areas::item:hover:!selected { background: palette(alternate-base); }
QListWidget#areas::item:selected { background: palette(highlight);
    color: palette(highlighted-text); }
QTableView { border: 1px solid palette(mid); border-radius: 0.2em; gridline-color: transparent; }
MonthGrid { gridline-color: palette(midlight); }
PageView { border: 1px solid palette(mid); }
ReadLabel { border: 1px solid transparent; }
ReadLabel:focus { border-color: palette(highlight); }
QHeaderView::section {
    background: palette(window); border: none; border-bottom: 1px solid palette(mid);
    border-right: 1px solid palette(midlight); padding: 0.25em 0.2em;
}
QLineEdit, QPlainTextEdit, QAbstractSpinBox {
    background: palette(base); border: 1px solid palette(mid); border-radius: 0.25em;
    padding: 0.2em 0.3em; selection-background-color: palette(highlight);
}
QLineEdit:focus, QPlainTextEdit:focus, QTableView:focus, PageView:focus {
    border: 1px solid palette(highlight);
}
QLineEdit:read-only, QPlainTextEdit:read-only { background: palette(window); }
"""


def apply(app: QApplication) -> None:
    """Set what the first paint shows: style, colours, size of the letters, the window's icon."""
    app.setStyle("Fusion")
    if not win32.has_high_contrast():  # who needs a contrast theme needs its colours
        app.setPalette(palette())
    font = app.font()  # as large as the user has Windows write
    font.setPointSizeF(max(font.pointSizeF() * 1.1, _SMALLEST_POINTS))
    app.setFont(font)
    app.setWindowIcon(QIcon(str(resources_dir() / "icon.ico")))


def complete(app: QApplication) -> None:
    """Set the rest, which only the workspace and its pages need."""
    from PySide6.QtCore import Qt

    if not win32.has_high_contrast():
        # Windows' dark mode turns Fusion dark too, now or while the window is open; we have looked
        # at light windows only.
        app.styleHints().setColorScheme(Qt.ColorScheme.Light)
        app.setPalette(palette())  # a change of scheme brings its own
    app.setStyleSheet(_SHEET)
    # Lists and menus have Windows' own, smaller font again after either.
    app.setFont(app.font())


def palette() -> QPalette:
    """Return the window's colours; what is disabled has the placeholder's grey."""
    result = QPalette()
    for role, colour in _COLOURS.items():
        result.setColor(role, QColor(colour))
    grey = QColor(_COLOURS[QPalette.ColorRole.PlaceholderText])
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.Accent,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, grey)
    return result
