"""What asks for the name of a view: saved the first time, or called otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import FieldErrors
from app.services.plain import View, ViewQuery
from app.ui import messages
from app.ui.forms.step_dialog import StepDialog
from app.ui.widgets import LineEdit

if TYPE_CHECKING:
    from app.services.views import ViewService


class _NameDialog(StepDialog):
    def __init__(self, title: str, name: str, parent: QWidget | None) -> None:
        super().__init__(title, "&Lưu", parent)
        self._name_edit = LineEdit()
        self._name_error = self._add("&Tên khung nhìn", self._name_edit)
        self._name_edit.set_value(name)
        self._name_edit.selectAll()
        self._name_edit.setFocus()

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._name_error.set_error(errors.get("name", ""))
        self._name_edit.setFocus()


class SaveViewDialog(_NameDialog):
    """Saves what a list shows under a name; asks before it replaces another view."""

    def __init__(
        self, views: ViewService, kind: str, query: ViewQuery, name: str, parent: QWidget | None
    ) -> None:
        super().__init__("Lưu khung nhìn", name, parent)
        self._views = views
        self._kind = kind
        self._query = query
        self.saved: View | None = None

    def _do(self) -> None:
        self._name_error.set_error("")
        name = self._name_edit.value()
        taken = self._views.taken(self._kind, name)
        if taken is not None and taken.id is not None and not self._may_replace(taken.name):
            raise FieldErrors({"name": f"Đã có khung nhìn “{taken.name}”. Đặt tên khác."})
        self.saved = self._views.save(self._kind, name, self._query)

    def _may_replace(self, name: str) -> bool:
        return messages.confirm(
            self,
            f"Đã có khung nhìn “{name}”. Thay nó?",
            "Khung nhìn cũ sẽ hiện đúng những gì danh sách đang hiện.",
            "&Thay",
        )


class RenameViewDialog(_NameDialog):
    """Gives a saved view another name."""

    def __init__(self, views: ViewService, view_id: int, name: str, parent: QWidget | None) -> None:
        super().__init__("Đổi tên khung nhìn", name, parent)
        self._views = views
        self._view_id = view_id

    def _do(self) -> None:
        self._name_error.set_error("")
        self._views.rename(self._view_id, self._name_edit.value())
