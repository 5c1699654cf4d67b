"""A field that points to another record: type a part of its name, choose it from a list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QWidget,
)

from app.rules.duties.secrecy import tidy_line
from app.services.plain import Option
from app.text import fold, tidy
from app.ui.widgets.line_edit import LineEdit

SEARCH_DELAY_MS = 200
_MOST_ROWS = 9
_OPTION = Qt.ItemDataRole.UserRole


class _Candidates(QListWidget):
    """The list under the field.

    It is a child of the window and never takes the focus: a real popup would take the keys away
    from the input method and spoil the letter being typed.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName("Danh sách để chọn")

    def fill(self, options: list[Option], add_text: str | None) -> None:
        self.clear()
        for option in options:
            words = f"{option.text}  ({option.detail})" if option.detail else option.text
            item = QListWidgetItem(words, self)
            item.setData(_OPTION, option)
        if not options:
            nothing = QListWidgetItem("Không có mục nào khớp.", self)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        if add_text is not None:
            QListWidgetItem(f"Thêm mới “{add_text}”…" if add_text else "Thêm mới…", self)

    def place_under(self, field: QWidget) -> None:
        """Take the room under the field, or over it where the window ends sooner."""
        rows = min(self.count(), _MOST_ROWS)
        height = rows * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth()
        window = self._window
        below = field.mapTo(window, QPoint(0, field.height()))
        above = field.mapTo(window, QPoint(0, 0)).y()
        room_below = window.height() - below.y()
        if room_below < height and above > room_below:
            height = min(height, above)
            self.move(below.x(), above - height)
        else:
            height = min(height, max(room_below, self.sizeHintForRow(0)))
            self.move(below)
        # Long names may run on past the field, as far as the window goes.
        wanted = self.sizeHintForColumn(0) + 2 * self.frameWidth()
        if rows < self.count():
            wanted += self.verticalScrollBar().sizeHint().width()
        self.resize(QSize(min(max(field.width(), wanted), window.width() - below.x()), height))

    def step(self, rows: int) -> None:
        """Move the choice, past the rows that only tell something."""
        row = self.currentRow() + rows
        if self.currentRow() < 0:
            row = 0 if rows > 0 else self.count() - 1
        while 0 <= row < self.count():
            if self.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentRow(row)
                return
            row += 1 if rows > 0 else -1


class RelatedEdit(QWidget):
    """The id of another record, or None.

    The list opens while typing, or with Down or F4; Enter takes the marked row, Esc closes the
    list. Text that was typed but not chosen is never taken for a record, unless it is the very
    name of exactly one.
    """

    changed = Signal()
    left = Signal()
    add_requested = Signal(str)

    def __init__(
        self,
        search: Callable[[str], list[Option]],
        describe: Callable[[int], Option],
        parent: QWidget | None = None,
        *,
        noun: str = "mục",
        can_add: bool = True,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._describe = describe
        self._noun = noun
        self._can_add = can_add
        self._is_small = False
        self._chosen: Option | None = None
        self._list: _Candidates | None = None
        self._line = LineEdit()
        self._line.setPlaceholderText("Gõ vài chữ để tìm, F4 mở danh sách")
        self._line.installEventFilter(self)
        self._line.textEdited.connect(self._on_line_edited)
        self._line.changed.connect(self._on_line_changed)
        self._line.left.connect(self._on_line_left)
        self._clear_button = self._button("Bỏ", "Bỏ chọn")
        self._clear_button.clicked.connect(self._on_clear_clicked)
        self._open_button = self._button("Chọn…", "Mở danh sách (F4)")
        self._open_button.clicked.connect(self._on_open_clicked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_DELAY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setFocusProxy(self._line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._open_button)
        layout.addWidget(self._clear_button)
        self._show_buttons()

    def value(self) -> int | None:
        chosen = self._chosen
        if chosen is not None and tidy(self._line.text()) == tidy(chosen.text):
            return chosen.id
        return None

    def set_value(self, value: int | None) -> None:
        self._choose(None if value is None else self._describe(value))

    def problem(self) -> str:
        if self._line.text().strip() and self.value() is None:
            return f"Chưa chọn {self._noun} trong danh sách."
        return ""

    def text(self) -> str:
        """Return what stands in the field, chosen or only typed."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Put a text in the field as if it had been typed and left."""
        self._chosen = None
        self._line.set_value(text)
        self._choose_same_name()

    def make_small(self) -> None:
        """Leave the room to the text, as in the cell of a grid: emptying the line clears it."""
        self._is_small = True
        self._open_button.setText("…")
        self._show_buttons()

    def is_open(self) -> bool:
        """Return whether the list to choose from is open."""
        return self._list is not None

    def set_read_only(self, read_only: bool) -> None:
        self._line.set_read_only(read_only)
        self._show_buttons()

    def candidates(self) -> list[str]:
        """Return the rows of the open list; empty while it is closed."""
        rows = self._list
        return [] if rows is None else [rows.item(row).text() for row in range(rows.count())]

    def setAccessibleName(self, name: str) -> None:  # not virtual; the focus sits on the line
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:  # as above
        super().setAccessibleDescription(description)
        self._line.setAccessibleDescription(description)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._takes_key(event)
            escape = event.key() == Qt.Key.Key_Escape
            if event.type() == QEvent.Type.ShortcutOverride and escape and self._list is not None:
                event.accept()  # Esc closes the list, not the page
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._close_list()
        super().hideEvent(event)

    def _takes_key(self, event: QKeyEvent) -> bool:
        if self._line.isReadOnly():
            return False
        key = event.key()
        if self._list is None:
            if key in (Qt.Key.Key_Down, Qt.Key.Key_F4):
                self._open_list()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.problem():
                self._open_list()
                return True
            return False
        steps = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _MOST_ROWS - 1, Qt.Key.Key_PageUp: 1 - _MOST_ROWS,
        }  # fmt: skip
        if key in steps:
            self._list.step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():  # typed since: what is marked belongs to older text
                self._open_list()
            else:
                self._take(self._list.currentItem())
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
            self._close_list()
        else:
            return False
        return True

    def _open_list(self) -> None:
        """Search for what is typed (for everything, while a record is chosen) and show it."""
        self._timer.stop()
        typed = "" if self.value() is not None else tidy(self._line.text())
        options = self._search(typed)
        if self._list is None:
            self._list = _Candidates(self.window())
            self._list.itemClicked.connect(self._on_candidate_clicked)
        self._list.fill(options, typed if self._can_add else None)
        self._list.place_under(self._line)
        self._list.show()
        self._list.raise_()
        if typed:
            self._list.step(1)

    def _close_list(self) -> None:
        self._timer.stop()
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            self._close_list()
            return
        option = item.data(_OPTION)
        if option is None:
            typed = tidy_line(self._line.text()) if self.value() is None else ""
            self._close_list()
            self.add_requested.emit(typed)
        else:
            self._choose(option)

    def _choose(self, option: Option | None) -> None:
        self._chosen = option
        before = self._line.text()
        self._line.set_value(option.text if option else "")
        self._close_list()
        if self._line.text() == before:  # another record of the same name
            self._on_line_changed()

    def _on_line_edited(self) -> None:
        self._timer.start()

    def _on_line_changed(self) -> None:
        self._show_buttons()
        self.changed.emit()

    def _on_line_left(self) -> None:
        self._close_list()
        self._choose_same_name()
        self.left.emit()

    def _choose_same_name(self) -> None:
        typed = tidy(self._line.text())
        if typed and self.value() is None:
            same = [option for option in self._search(typed) if fold(option.text) == fold(typed)]
            if len(same) == 1:
                self._choose(same[0])

    def _on_timer_timeout(self) -> None:
        if self._line.is_composing():
            self._timer.start()
        elif not self._line.text().strip():
            self._close_list()
        elif self._line.hasFocus():
            self._open_list()

    def _on_candidate_clicked(self, item: QListWidgetItem) -> None:
        self._take(item)

    def _on_open_clicked(self) -> None:
        self._line.setFocus()
        if self._list is None:
            self._open_list()
        else:
            self._close_list()

    def _on_clear_clicked(self) -> None:
        self._line.setFocus()
        self._choose(None)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same from the line
        return button

    def _show_buttons(self) -> None:
        editable = not self._line.isReadOnly()
        self._open_button.setVisible(editable)
        clears = editable and not self._is_small
        self._clear_button.setVisible(clears and bool(self._line.text()))
