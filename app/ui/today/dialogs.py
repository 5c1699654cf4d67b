"""Small dialogs over the work list: why a line is due when it is, and closing a gap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import FieldErrors
from app.rules.clocks.periods import Period
from app.rules.vocabulary import ClockDuty
from app.services.today.data import PeriodicDone
from app.text import tidy_block, upper_first
from app.ui.forms.step_dialog import StepDialog
from app.ui.widgets import DateEdit, HelpLabel, LongTextEdit
from app.ui.widgets.pressing import Dialog

_UNCONFIRMED = "Quy định này chưa kiểm chứng với văn bản gốc."


class WhyDialog(Dialog):
    """Tells step by step how a due moment was counted; ``standing`` says how it stands."""

    def __init__(
        self, title: str, standing: str, steps: tuple[str, ...], parent: QWidget, *, confirmed: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Vì sao hạn này?")
        heading = QLabel(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        labels = [heading, QLabel(f"{upper_first(standing)}.")]
        if steps and not confirmed:
            labels.append(QLabel(_UNCONFIRMED))
        self._steps_view = LongTextEdit(least_lines=6, most_lines=16)
        self._steps_view.set_value("\n".join(steps))
        self._steps_view.set_read_only(True)
        self._steps_view.setAccessibleName("Vì sao hạn này?")
        copy = QPushButton("&Chép")
        close = QPushButton("Đón&g")
        close.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for label in labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            whole.addWidget(label)
        whole.addWidget(self._steps_view, 1)
        whole.addWidget(buttons)
        self._words = "\n".join([title, standing, *steps])
        self.resize(self.fontMetrics().averageCharWidth() * 84, self.sizeHint().height())
        close.setFocus()

    def steps_text(self) -> str:
        """Return the steps as shown."""
        return self._steps_view.toPlainText()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)


class DoneDialog(StepDialog):
    """Asks when a periodic duty was done; ``record(done)`` stores it.

    ``begin`` offers, in the words of its first part, to begin a record of it instead.
    """

    def __init__(
        self,
        duty: ClockDuty,
        period: Period,
        today: Callable[[], date],
        record: Callable[[PeriodicDone], None],
        parent: QWidget,
        begin: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        super().__init__("Ghi việc đã làm", "&Ghi", parent)
        self._done = partial(PeriodicDone, duty, period)
        self._record = record
        self._form.addRow(QLabel(f"{duty.label}, {period.label}."))
        self._date_edit = DateEdit(today=today)
        self._date_error = self._add("&Ngày làm", self._date_edit)
        self._note_edit = LongTextEdit(least_lines=2)
        self._note_error = self._add("Ghi &chú", self._note_edit)
        self._form.addRow("", HelpLabel("Số biên bản, kế hoạch, báo cáo; làm muộn thì ghi lý do."))
        if begin is not None:
            words, go = begin
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(self.reject)
            button.clicked.connect(go)
            self._form.addRow("", button)
        self._date_edit.setFocus()

    def _do(self) -> None:
        day = self._date_edit.value()
        if problem := self._date_edit.problem():
            raise FieldErrors({"done_on": problem})
        if day is None:
            raise FieldErrors({"done_on": "Nhập ngày làm."})
        self._record(self._done(day, tidy_block(self._note_edit.value())))

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._date_error.set_error(errors.get("done_on", ""))
        self._note_error.set_error(errors.get("note", ""))
        rest = {name: text for name, text in errors.items() if name not in ("done_on", "note")}
        super()._show_field_errors(rest)
        (self._note_edit if errors.get("note") else self._date_edit).setFocus()
