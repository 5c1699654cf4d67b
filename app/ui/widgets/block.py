"""One item of a list of blocks: a small group of editors side by side, or one under the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from app.text import upper_first
from app.ui.widgets import ErrorLabel, field_column
from app.ui.widgets.editor import Editor, focus_target

Values = dict[str, Any]
# In less than this many letters' width the editors of an item stand one under the other, where no
# titles stand over them.
_ROW_CHARS = 65


@dataclass(frozen=True, slots=True)
class BlockField:
    """One editor of an item. ``title`` names it; ``stretch`` shares out the width."""

    name: str
    title: str
    make_editor: Callable[[], QWidget]
    stretch: int = 1


@dataclass(frozen=True, slots=True)
class BlockWords:
    """How a list speaks of its items: "điểm", "Thê&m điểm"; whether it counts them on screen."""

    noun: str
    add: str
    numbered: bool = True


class Block(QWidget):
    """One item."""

    changed = Signal()
    focused = Signal()
    add_requested = Signal()
    remove_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, fields: Sequence[BlockField], words: BlockWords, *, folds: bool) -> None:
        super().__init__()
        self._noun = words.noun
        self._folds = folds
        self._editors: dict[str, QWidget] = {}
        self._errors: dict[str, ErrorLabel] = {}
        self._number = QLabel()
        self._number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._number.setMinimumWidth(self.fontMetrics().horizontalAdvance("10."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._number)
        # Only now: shown without a parent it would be a window of its own for a moment.
        self._number.setVisible(words.numbered)
        self._row = QHBoxLayout()
        row.addLayout(self._row, 1)
        for field in fields:
            self._row.addLayout(self._column(field), field.stretch)

    def value(self) -> Values:
        return {name: editor.value() for name, editor in self._as_editors().items()}

    def set_value(self, value: Mapping[str, Any]) -> None:
        """Show values; an editor that has its value already keeps cursor and undo."""
        for name, editor in self._as_editors().items():
            if editor.value() != value.get(name) or editor.problem():
                editor.set_value(value.get(name))

    def is_blank(self) -> bool:
        return not any(editor.value() or editor.problem() for editor in self._as_editors().values())

    def problems(self) -> dict[str, str]:
        found = {name: editor.problem() for name, editor in self._as_editors().items()}
        return {name: sentence for name, sentence in found.items() if sentence}

    def set_error(self, name: str, sentence: str) -> bool:
        """Show an error at an editor; returns whether there is such an editor."""
        label = self._errors.get(name)
        if label is not None:
            label.set_error(sentence)
        return label is not None

    def clear_errors(self) -> None:
        for label in self._errors.values():
            label.set_error("")

    def editor(self, name: str | None = None) -> QWidget:
        """Return an editor by name, or the first."""
        return next(iter(self._editors.values())) if name is None else self._editors[name]

    def set_position(self, index: int, titles: Sequence[str]) -> None:
        """Number the item and name its editors for those who cannot see the columns."""
        self._number.setText(f"{index + 1}.")
        for title, editor in zip(titles, self._editors.values(), strict=True):
            name = f"{title}, {self._noun} {index + 1}".lstrip(", ")
            editor.setAccessibleName(upper_first(name))

    def set_read_only(self, read_only: bool) -> None:
        for editor in self._as_editors().values():
            editor.set_read_only(read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _ROW_CHARS
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom
            if self._folds and narrow
            else QBoxLayout.Direction.LeftToRight
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _takes_key(self, event: QKeyEvent) -> bool:
        if self._is_read_only():
            return False
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.move_requested.emit(-1)
            case Qt.Key.Key_Down if alt:
                self.move_requested.emit(1)
            case Qt.Key.Key_Delete if alt:
                self.remove_requested.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if ctrl:
                self.add_requested.emit()
            case _:
                return False
        return True

    def _is_read_only(self) -> bool:
        return bool(focus_target(self.editor()).property("readOnly"))

    def _as_editors(self) -> dict[str, Editor]:
        return cast("dict[str, Editor]", self._editors)

    def _column(self, field: BlockField) -> QBoxLayout:
        widget = field.make_editor()
        widget.setObjectName(field.name)
        error = ErrorLabel(widget)
        self._editors[field.name] = widget
        self._errors[field.name] = error
        cast("Editor", widget).changed.connect(partial(self._on_editor_changed, field.name))
        focus_target(widget).installEventFilter(self)
        column = field_column()
        column.addWidget(widget)
        column.addWidget(error)
        column.addStretch(1)
        return column

    def _on_editor_changed(self, name: str) -> None:
        self._errors[name].set_error("")
        self.changed.emit()
