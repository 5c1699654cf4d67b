"""The box to choose a view of a list with, and what is done with views: saved, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from app.errors import AppError
from app.services.plain import View, ViewQuery
from app.ui import actions, messages
from app.ui.lists.view_dialogs import RenameViewDialog, SaveViewDialog

if TYPE_CHECKING:
    from app.services.views import ViewService

_ALL = "Tất cả"
_CHANGED = "đã sửa"
_LEAST_CHARS = 20


class ViewBar(QWidget):
    """Says which view is on and whether the list was changed since.

    ``chosen`` asks the list to show a query; with ``named`` the list shows the same as before under
    another name. ``now`` returns what the list shows.
    """

    chosen = Signal(object)  # ViewQuery
    named = Signal()
    notice = Signal(str, object)

    def __init__(self, views: ViewService, kind: str, now: Callable[[], ViewQuery]) -> None:
        super().__init__()
        self._service = views
        self._kind = kind
        self._now = now
        self._views: tuple[View, ...] = ()
        self._current: View | None = None
        self._is_changed = False
        self._box = _Box()
        self._box.setAccessibleName("Khung nhìn")
        self._box.activated.connect(self._on_box_activated)
        self._changed_label = QLabel()
        self._changed_label.hide()
        self._save_action = self._make("save_view", self._on_save)
        self._rename_action = self._make("rename_view", self._on_rename)
        self._delete_action = self._make("delete_view", self._on_delete)
        self._opens_action = self._make("opening_view", self._on_opens)
        self._opens_action.setCheckable(True)
        self._find_action = self._make("views", self._on_find)
        button = QPushButton("Lưu, đổi…")
        button.setAccessibleName("Lưu, đổi khung nhìn")
        button.setToolTip("Lưu, đổi tên, xóa khung nhìn")
        menu = QMenu(button)
        menu.addActions(self.own_actions()[1:])
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (QLabel("Khung nhìn"), self._box, self._changed_label, button):
            layout.addWidget(widget)

    def own_actions(self) -> list[QAction]:
        """Return the actions with views, for the keys of the page."""
        return [
            self._find_action, self._save_action, self._rename_action, self._delete_action,
            self._opens_action,
        ]  # fmt: skip

    def opening(self) -> ViewQuery | None:
        """Read the views, put on the one that the list opens with, and return what it shows."""
        self._read()
        self._current = next((one for one in self._views if one.opens), None)
        return None if self._current is None else self._current.query

    def follow(self) -> None:
        """Say how what the list shows now stands to the view that is on."""
        now = self._now()
        if now == ViewQuery():
            self._current = None
        self._is_changed = self._current is not None and now != self._current.query
        self._show()

    def words(self) -> str:
        """Return which view is on, and whether it was changed; "" without one."""
        if self._current is None:
            return ""
        return f"“{self._current.name}”" + (f" ({_CHANGED})" if self._is_changed else "")

    def names(self) -> list[str]:
        """Return the words in the box."""
        return [self._box.itemText(place) for place in range(self._box.count())]

    def _make(self, action_id: str, slot: Callable[[], object]) -> QAction:
        return actions.make("list", action_id, self, slot)

    def _read(self, current: str | None = None) -> None:
        """Read the views anew; the one named ``current`` is on then, else the same as before."""
        self._views = self._service.views(self._kind)
        wanted = current or (self._current.name if self._current is not None else "")
        self._current = next((one for one in self._views if one.name == wanted), None)
        self._box.clear()
        self._box.addItems([_ALL, *(one.name for one in self._views)])
        self.follow()
        self.named.emit()

    def _show(self) -> None:
        place = self._views.index(self._current) + 1 if self._current in self._views else 0
        self._box.setCurrentIndex(place)
        self._changed_label.setText(f"({_CHANGED})" if self._is_changed else "")
        self._changed_label.setVisible(self._is_changed)
        self._box.setAccessibleDescription(_CHANGED if self._is_changed else "")
        is_own = self._current is not None and self._current.id is not None
        self._save_action.setEnabled(self._now() != ViewQuery())
        self._rename_action.setEnabled(is_own)
        self._delete_action.setEnabled(is_own)
        self._opens_action.setEnabled(self._current is not None)
        self._opens_action.setChecked(self._current is not None and self._current.opens)

    def _on_find(self) -> None:
        self._box.setFocus()

    def _on_box_activated(self, place: int) -> None:
        self._current = self._views[place - 1] if place else None
        self._is_changed = False
        self.chosen.emit(self._current.query if self._current is not None else ViewQuery())

    def _on_save(self) -> None:
        name = self._current.name if self._current is not None and self._current.id else ""
        dialog = SaveViewDialog(self._service, self._kind, self._now(), name, self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.saved is not None:
            self._read(dialog.saved.name)
            self.notice.emit(f"Đã lưu khung nhìn “{dialog.saved.name}”.", None)

    def _on_rename(self) -> None:
        view = self._current
        if view is None or view.id is None:
            return
        dialog = RenameViewDialog(self._service, view.id, view.name, self.window())
        if dialog.exec():
            self._views = self._service.views(self._kind)
            named = next((one.name for one in self._views if one.id == view.id), None)
            self._read(named)
            self.notice.emit(f"Khung nhìn “{view.name}” nay là “{named}”.", None)
        dialog.deleteLater()

    def _on_delete(self) -> None:
        if self._current is None or self._current.id is None:
            return
        try:
            removed = self._service.remove(self._current.id)
        except AppError as error:
            messages.show_error(self, error)
            return
        # What the list shows stays as it is: only its name is gone. In the search box Ctrl+Z would
        # take back what was typed there.
        self._box.setFocus()
        self._read()
        self.notice.emit(f"Đã xóa khung nhìn “{removed.name}”.", partial(self._bring_back, removed))

    def _bring_back(self, removed: View) -> None:
        try:
            self._service.save(self._kind, removed.name, removed.query, opens=removed.opens)
        except AppError as error:
            messages.show_error(self, error)
            return
        self._read(removed.name)

    def _on_opens(self) -> None:
        if self._current is None:
            return
        opens = self._opens_action.isChecked()
        name = self._current.name
        try:
            self._service.open_with(self._kind, name if opens else "")
        except AppError as error:
            messages.show_error(self, error)
            self._show()
            return
        self._read()
        words = f"bằng khung nhìn “{name}”" if opens else "với tất cả bản ghi"
        self.notice.emit(f"Từ nay danh sách này mở ra {words}.", None)


class _Box(QComboBox):
    """Applies with each step of the arrows; the wheel scrolls the page and changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(
            min(hint.width(), _LEAST_CHARS * self.fontMetrics().averageCharWidth()), hint.height()
        )

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        widest = (_LEAST_CHARS + 8) * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), widest), hint.height())

    def showPopup(self) -> None:
        """Show every name whole, also where the box is narrower."""
        self.view().setMinimumWidth(super().sizeHint().width())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
