"""What the lists of days and of rules offer beside the records themselves, in small dialogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from app.errors import AppError, FieldErrors
from app.rules.duties.secrecy import tidy_line
from app.services.clocks.data import Switch
from app.ui import messages
from app.ui.forms.step_dialog import StepDialog
from app.ui.lists.tools import Done, ListTool
from app.ui.widgets import DateEdit, ErrorLabel, HelpLabel, LineEdit

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class SwapDialog(StepDialog):
    """Asks for the two days of a swap; ``enter(day off, day worked, source)`` writes both."""

    def __init__(
        self,
        today: Callable[[], date],
        enter: Callable[[date | None, date | None, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Hoán đổi ngày làm việc", "&Cất cả hai ngày", parent)
        self._enter = enter
        self._off_edit = DateEdit(today=today)
        self._off_error = self._add("Ngày được &nghỉ", self._off_edit)
        self._worked_edit = DateEdit(today=today)
        self._worked_error = self._add("Ngày đi &làm bù", self._worked_edit)
        self._source_edit = LineEdit()
        self._source_edit.setMaxLength(500)
        self._add("Theo &thông báo", self._source_edit)
        self._form.addRow("", HelpLabel("Số, ngày của thông báo hoặc quyết định; để trống được."))
        self._off_edit.setFocus()

    def _do(self) -> None:
        problems = {"day_off": self._off_edit.problem(), "worked": self._worked_edit.problem()}
        if any(problems.values()):
            raise FieldErrors({name: text for name, text in problems.items() if text})
        self._enter(
            self._off_edit.value(), self._worked_edit.value(), tidy_line(self._source_edit.value())
        )

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        _show(errors, {"day_off": self._off_error, "worked": self._worked_error})
        rest = {name: text for name, text in errors.items() if name not in ("day_off", "worked")}
        super()._show_field_errors(rest)
        (self._off_edit if errors.get("day_off") else self._worked_edit).setFocus()


class SwitchDialog(StepDialog):
    """Asks from which day a rule takes over from the one before; ``move(day)`` moves both."""

    def __init__(
        self,
        switch: Switch,
        today: Callable[[], date],
        move: Callable[[date | None], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Dời ngày chuyển tiếp", "&Dời cả hai quy định", parent)
        self._move = move
        for text in (
            f"Quy định trước: {switch.earlier_title}, hết hiệu lực vào hôm trước ngày này.",
            f"Quy định sau: {switch.later_title}, có hiệu lực từ ngày này.",
        ):
            label = QLabel(text)
            label.setWordWrap(True)
            self._form.addRow(label)
        self._day_edit = DateEdit(today=today)
        self._day_edit.set_value(switch.first_day)
        self._day_error = self._add("&Ngày chuyển tiếp", self._day_edit)
        self._day_edit.setFocus()

    def _do(self) -> None:
        if problem := self._day_edit.problem():
            raise FieldErrors({"first_day": problem})
        self._move(self._day_edit.value())

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        _show(errors, {"first_day": self._day_error})
        super()._show_field_errors({k: text for k, text in errors.items() if k != "first_day"})
        self._day_edit.setFocus()


def list_tools(ctx: AppContext, kind: str) -> tuple[ListTool, ...]:
    """Return what the list of a kind offers besides; nothing for most."""

    def swap(parent: QWidget, _record_id: int | None, done: Done) -> None:
        def enter(day_off: date | None, worked: date | None, source: str) -> None:
            record_id = ctx.clocks.enter_swap(day_off, worked, source)
            done("Đã cất ngày nghỉ hoán đổi và ngày làm bù.", record_id)

        _open(SwapDialog(ctx.today, enter, parent))

    def move(parent: QWidget, record_id: int | None, done: Done) -> None:
        if record_id is None:
            return
        try:
            switch = ctx.clocks.switch_before(record_id)
        except AppError as error:
            messages.show_error(parent, error)
            return

        def to(first_day: date | None) -> None:
            ctx.clocks.move_switch(record_id, first_day)
            done("Đã dời ngày chuyển tiếp của cả hai quy định.", record_id)

        _open(SwitchDialog(switch, ctx.today, to, parent))

    tools = {
        "calendar_day": (ListTool("swap", swap),),
        "legal_rule": (ListTool("move_switch", move, needs_record=True),),
    }
    return tools.get(kind, ())


def _show(errors: Mapping[str, str], labels: Mapping[str, ErrorLabel]) -> None:
    for name, label in labels.items():
        label.set_error(errors.get(name, ""))


def _open(dialog: StepDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
