"""Asks why the answer for a case goes to another body (duty 27)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from app.errors import FieldErrors
from app.rules.duties.secrecy import tidy_line
from app.specs.checks import field_problem
from app.specs.duties.transfers import TRANSFER_LINES
from app.ui.forms.step_dialog import StepDialog
from app.ui.widgets import DateEdit, HelpLabel, LineEdit, LongTextEdit

_SPECS = {field.name: field for field in TRANSFER_LINES.fields}


class TransferDialog(StepDialog):
    """``done(moved_on, reason, paper)`` gets the words as fields of the line."""

    def __init__(
        self,
        source: str,
        target: str,
        today: Callable[[], date],
        done: Callable[[dict[str, Any]], None],
        parent: QWidget,
    ) -> None:
        super().__init__("Chuyển trách nhiệm", "&Chuyển và cất", parent)
        self._done = done
        for label, name in (("Từ cơ quan", source), ("Sang cơ quan", target)):
            shown = QLabel(name)
            shown.setWordWrap(True)
            self._form.addRow(label, shown)
        self._moved_edit = DateEdit(today=today)
        self._moved_edit.set_value(today())
        self._reason_edit = LongTextEdit(least_lines=2)
        self._paper_edit = LineEdit()
        self._errors = {
            "reason": self._add("&Lý do chuyển", self._reason_edit),
            "moved_on": self._add("&Ngày chuyển", self._moved_edit),
            "paper": self._add("&Số, ký hiệu văn bản", self._paper_edit),
        }
        self._form.addRow(
            "", HelpLabel("Lý do được giữ ở phần “Chuyển giao”, ai mở hồ sơ cũng thấy.")
        )
        self._reason_edit.setFocus()

    def _do(self) -> None:
        problem = self._moved_edit.problem()
        values = {
            "moved_on": None if problem else self._moved_edit.value(),
            "reason": tidy_line(self._reason_edit.value()),
            "paper": tidy_line(self._paper_edit.value()),
        }
        errors = {name: field_problem(_SPECS[name], value) for name, value in values.items()}
        if problem:
            errors["moved_on"] = problem
        if any(errors.values()):
            raise FieldErrors(errors)
        self._done(values)

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        for name, label in self._errors.items():
            label.set_error(errors.get(name, ""))
        editors = {"reason": self._reason_edit, "moved_on": self._moved_edit}
        wrong = next((editors[name] for name in editors if errors.get(name)), self._paper_edit)
        wrong.setFocus()
