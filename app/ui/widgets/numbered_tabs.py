"""Tabs that Alt and their number lead into; a tab with errors says so in its title."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.ui.widgets.flow_layout import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TURNS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class NumberedTabs(QWidget):
    """Holds parts that have a ``focus_first()``, one in front.

    Whole titles show always, in a second line where the window is narrow: a QTabWidget would cut
    them to a few letters or hide whole tabs behind arrows, and make the window wider than a screen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: list[str] = []
        self._counts: list[int] = []
        self._marked: set[int] = set()
        self._buttons: list[TabTitle] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._flow.setSpacing(0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._row.setSizePolicy(policy)
        self._stack = QStackedWidget()
        self._stack.currentChanged.connect(self._on_current_changed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._row)
        whole.addWidget(self._stack, 1)

    def add_part(self, part: QWidget, title: str) -> int:
        """Add a part at the end; return its place."""
        index = self.count()
        button = TabTitle(self._row)
        button.pressed.connect(partial(self._enter, index))
        button.stepped.connect(partial(self._step, index))
        self._buttons.append(button)
        self._titles.append(f"&{index + 1} {title}")
        self._counts.append(0)
        self._flow.addWidget(button)
        self._show_title(index)
        self._stack.addWidget(part)
        return index

    def set_count(self, index: int, count: int) -> None:
        """Say in a part's title how many things are in it."""
        self._counts[index] = count
        self._show_title(index)

    def mark(self, index: int, needs_look: bool) -> None:
        """Say in a part's title that something in it needs a look."""
        if needs_look:
            self._marked.add(index)
        else:
            self._marked.discard(index)
        self._show_title(index)

    def clear_marks(self) -> None:
        for index in range(self.count()):
            self.mark(index, False)

    # As a QTabWidget names them.

    def count(self) -> int:
        return self._stack.count()

    def widget(self, index: int) -> QWidget:
        return self._stack.widget(index)

    def indexOf(self, part: QWidget) -> int:
        return self._stack.indexOf(part)

    def tabText(self, index: int) -> str:
        return self._buttons[index].text()

    def currentIndex(self) -> int:
        return self._stack.currentIndex()

    def currentWidget(self) -> QWidget:
        return self._stack.currentWidget()

    def setCurrentIndex(self, index: int) -> None:
        self._stack.setCurrentIndex(index)

    def setCurrentWidget(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)

    def title_button(self, index: int) -> TabTitle:
        """Return the title of a part; the one of the part in front is reached by Tab."""
        return self._buttons[index]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _TURNS:
            self.setCurrentIndex((self.currentIndex() + _TURNS[key]) % self.count())
        else:
            super().keyPressEvent(event)

    def _show_title(self, index: int) -> None:
        count = f" ({self._counts[index]})" if self._counts[index] else ""
        look = " (cần xem)" if index in self._marked else ""
        self._buttons[index].setText(f"{self._titles[index]}{count}{look}")

    def _enter(self, index: int) -> None:
        if index == self.currentIndex():
            self._focus_part(index)
        self.setCurrentIndex(index)

    def _focus_part(self, index: int) -> None:
        self.widget(index).focus_first()  # type: ignore[attr-defined]

    def _step(self, index: int, step: int) -> None:
        """Go to the neighbour of a title that has the focus, which stays on the titles."""
        to = index + step
        if 0 <= to < self.count():
            self._buttons[to].setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(to)

    def _on_current_changed(self, index: int) -> None:
        on_titles = any(button.hasFocus() for button in self._buttons)
        for place, button in enumerate(self._buttons):
            button.show_in_front(place == index)
        # Alt+number leads into the tab; the arrow keys on the titles stay on the titles.
        if self.isVisible() and not on_titles:
            self._focus_part(index)


class TabTitle(QToolButton):
    """The title of one tab. The arrow keys lead to the titles beside it."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_in_front(self, is_in_front: bool) -> None:
        """Show whether this is the title of the part in front; only that one is reached by Tab."""
        self.setChecked(is_in_front)
        policy = Qt.FocusPolicy.TabFocus if is_in_front else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.pressed.emit()  # at once: a button waits a tenth of a second before its click
            return True
        return super().event(event)

    def nextCheckState(self) -> None:
        """Stay as it is: only the part in front decides."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)
