"""Asks on which day the public list of spokespersons holds, and for which file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.errors import FieldErrors
from app.rules.vocabulary import Labelled
from app.ui.forms.step_dialog import StepDialog
from app.ui.widgets import ChoiceBox, DateEdit, HelpLabel


class ListFile(Labelled):
    """What the list becomes."""

    PDF = "pdf", "PDF, để in và đăng trên cổng thông tin"
    SHEET = "xlsx", "Excel, để gửi và sửa tiếp"


class PublicListDialog(StepDialog):
    """``without`` names the bodies that have none on a day; ``make(day, file)`` makes the list."""

    def __init__(
        self,
        today: Callable[[], date],
        without: Callable[[date], tuple[str, ...]],
        make: Callable[[date, ListFile], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Danh sách người phát ngôn công bố", "&Lập danh sách", parent)
        self._without = without
        self._make = make
        self._day_edit = DateEdit(today=today)
        self._day_edit.set_value(today())
        self._day_error = self._add("Tính đến &ngày", self._day_edit)
        self._file_box = ChoiceBox(ListFile)
        self._file_box.set_value(ListFile.PDF)
        self._add("Loại &tệp", self._file_box)
        self._missing_label = HelpLabel()
        self._form.addRow("", self._missing_label)
        self._day_edit.changed.connect(self._say_missing)
        self._say_missing()
        self._day_edit.setFocus()

    def missing_text(self) -> str:
        """Return the line about bodies without a spokesperson."""
        return self._missing_label.text()

    def _say_missing(self) -> None:
        day = self._day_edit.value()
        names = self._without(day) if day is not None else ()
        words = f"Ngày này chưa có người phát ngôn: {'; '.join(names)}." if names else ""
        self._missing_label.setText(words)
        self._missing_label.setVisible(bool(words))
        self._fit()

    def _do(self) -> None:
        day = self._day_edit.value()
        if problem := self._day_edit.problem():
            raise FieldErrors({"on": problem})
        if day is None:
            raise FieldErrors({"on": "Nhập ngày của danh sách."})
        self._make(day, ListFile(self._file_box.value() or ListFile.PDF))

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._day_error.set_error(errors.get("on", ""))
        super()._show_field_errors({name: text for name, text in errors.items() if name != "on"})
        self._day_edit.setFocus()
