"""A window's widgets as words, for golden files: what a clerk sees and where Tab leads.

Refuses an input that a screen reader could not name.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.ui.lines.grid import LinesGrid
from app.ui.widgets import Banner, DateEdit, DateTimeEdit, ErrorLabel, HelpLabel, RelatedEdit

# What is told in one line, its parts left out.
_WHOLE = (DateEdit, DateTimeEdit, RelatedEdit, QComboBox, QPlainTextEdit, QLineEdit, LinesGrid)


def dump(root: QWidget) -> str:
    """Return what is visible under ``root``, one widget a line, then the order of Tab."""
    lines = list(_lines(root, root, 0))
    lines.append("")
    lines.append("Tab:")
    lines += [f"  {name}" for name in _focus_order(root)]
    return "\n".join(lines)


def _lines(widget: QWidget, root: QWidget, depth: int) -> Iterator[str]:
    for child in widget.children():
        if not isinstance(child, QWidget) or not child.isVisibleTo(root) or child.isWindow():
            continue
        if child.objectName().startswith("qt_scrollarea"):
            yield from _lines(child, root, depth)
            continue
        words = _describe(child)
        if words:
            lines = words.split("\n") if isinstance(child, LinesGrid) else [words]
            yield from ("  " * depth + line for line in lines)
        if not isinstance(child, _WHOLE):
            yield from _lines(child, root, depth + (1 if words else 0))


def _describe(widget: QWidget) -> str:
    match widget:
        case ErrorLabel():
            return f'error "{widget.text()}"'
        case HelpLabel():
            return f'help "{widget.text()}"'
        case QLabel():
            return f'label "{widget.text()}"' if widget.text() else ""
        case Banner():
            return f'banner "{widget.text()}"'
        case QCheckBox():
            mark = "x" if widget.isChecked() else " "
            return f'{type(widget).__name__} [{mark}] "{widget.text()}"{_state(widget)}'
        case QComboBox():
            return f'{type(widget).__name__} = "{widget.currentText()}"{_state(widget)}'
        case QPlainTextEdit():
            return f'{type(widget).__name__} = "{widget.toPlainText()}"{_state(widget)}'
        case QLineEdit():
            return f'{type(widget).__name__} = "{widget.text()}"{_state(widget)}'
        case DateEdit() | DateTimeEdit() | RelatedEdit():
            return f"{type(widget).__name__} = {_composite_text(widget)}{_state(widget)}"
        case LinesGrid():
            return _grid_text(widget)
        case QAbstractButton():
            return f'button "{widget.text()}"{"" if widget.isEnabled() else " disabled"}'
    return ""


def _grid_text(grid: LinesGrid) -> str:
    """Return the heads and the cells of a grid, a line for each row."""
    model = grid.model()
    rows = [[model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]]
    rows += [
        [model.index(row, column).data() or "" for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    lines = [" | ".join(cell.replace("\n", " / ") for cell in row) for row in rows]
    editor = "" if grid.editor() is None else f", open: {grid.editor().accessibleName()}"
    described = f" · {grid.accessibleDescription()}" if grid.accessibleDescription() else ""
    return "\n".join([f"LinesGrid{editor}{described}", *(f"    | {line}" for line in lines)])


def _composite_text(widget: QWidget) -> str:
    texts = [f'"{line.text()}"' for line in widget.findChildren(QLineEdit)]
    texts += [f"({label.text()})" for label in widget.findChildren(QLabel) if label.text()]
    return " ".join(texts)


def _state(widget: QWidget) -> str:
    read_only = isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isReadOnly()
    lines = widget.findChildren(QLineEdit)
    read_only = read_only or bool(lines and all(line.isReadOnly() for line in lines))
    state = " read-only" if read_only else "" if widget.isEnabled() else " disabled"
    described = widget.accessibleDescription()
    return state + (f" · {described}" if described else "")


def _focus_order(root: QWidget) -> Iterator[str]:
    widget = root.nextInFocusChain()
    while widget is not root:
        if (
            root.isAncestorOf(widget)
            and widget.isVisibleTo(root)
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ):
            yield _name(widget)
        widget = widget.nextInFocusChain()


def _name(widget: QWidget) -> str:
    name = widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    if not name and interface is not None:
        name = interface.text(QAccessible.Text.Name)
    if not name and not isinstance(widget, QAbstractScrollArea):
        raise AssertionError(f"an input without a name: {widget!r} in {widget.parentWidget()!r}")
    return name or f"({type(widget).__name__})"
