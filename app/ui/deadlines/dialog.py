"""What is known of a record's deadlines: why they are due, what moved them, and moving one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError, FieldErrors
from app.rules.clocks.words import end_words
from app.rules.dates import date_time_text
from app.rules.vocabulary import DeadlineState, LateCause
from app.services.deadlines.data import ChangeLine, DeadlineView
from app.text import tidy_block, upper_first
from app.ui import messages
from app.ui.deadlines.words import standing_text
from app.ui.forms.step_dialog import StepDialog
from app.ui.widgets import ChoiceBox, DateEdit, DateTimeEdit, HelpLabel, LongTextEdit
from app.ui.widgets.pressing import Dialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class DeadlineDialog(Dialog):
    """``changed`` tells that a deadline was put off, brought back, or its lateness explained."""

    changed = Signal()

    def __init__(self, ctx: AppContext, kind: str, record_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hạn xử lý")
        self._ctx = ctx
        self._record = kind, record_id
        self._views: tuple[DeadlineView, ...] = ()
        self._box = QComboBox()
        self._standing_label = QLabel()
        self._standing_label.setWordWrap(True)
        self._standing_label.setTextFormat(Qt.TextFormat.PlainText)
        self._steps_view = _text_view(5, 9)
        self._log_view = _text_view(3, 7)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, editor in (
            ("&Việc", self._box),
            ("Vì &sao hạn này?", self._steps_view),
            ("Nhậ&t ký", self._log_view),
        ):
            shown = QLabel(label)
            shown.setBuddy(editor)
            editor.setAccessibleName(label.replace("&", ""))
            form.addRow(shown, editor)
            if editor is self._box:
                form.addRow("Tình trạng", self._standing_label)
        buttons = QDialogButtonBox()
        self._extend_button = self._button(buttons, "&Gia hạn…", self._on_extend)
        self._undo_button = self._button(buttons, "&Bỏ gia hạn", self._on_undo)
        self._cause_button = self._button(buttons, "Nguyên nhân &chậm…", self._on_cause)
        close = QPushButton("Đó&ng")
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addLayout(form, 1)
        whole.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        self._load()
        self._box.currentIndexChanged.connect(self._show)
        self._box.setFocus()

    def view(self) -> DeadlineView:
        """Return the deadline on show."""
        return self._views[self._box.currentIndex()]

    def words(self) -> str:
        """Return standing, steps and log as shown."""
        parts = self._standing_label.text(), self._steps_view.value(), self._log_view.value()
        return "\n\n".join(parts)

    def _button(
        self, buttons: QDialogButtonBox, words: str, slot: Callable[[], None]
    ) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _load(self) -> None:
        self._views = self._ctx.deadlines.of(*self._record)
        if not self._box.count():
            self._box.addItems([view.duty.label for view in self._views])
            is_open = [view.state is DeadlineState.OPEN for view in self._views]
            self._box.setCurrentIndex(is_open.index(True) if any(is_open) else 0)
        self._show()

    def _show(self) -> None:
        view, now = self.view(), self._ctx.clock()
        lines = [upper_first(standing_text(view, now))]
        if view.late_cause is not None and view.late_by(now) is not None:
            note = f": {view.late_note}" if view.late_note else ""
            lines.append(f"Nguyên nhân chậm: {view.late_cause.label}{note}")
        self._standing_label.setText("\n".join(lines))
        self._steps_view.set_value("\n".join(view.steps) or view.no_due)
        log = [
            _log_words(line)
            for line in self._ctx.deadlines.log(*self._record)
            if line.duty is view.duty
        ]
        self._log_view.set_value("\n".join(log))
        is_open = view.state is DeadlineState.OPEN
        self._extend_button.setEnabled(is_open and view.due_at is not None)
        self._undo_button.setEnabled(is_open and view.extended_to is not None)
        self._cause_button.setEnabled(view.late_by(now) is not None)

    def _on_extend(self) -> None:
        view = self.view()
        self._open(ExtendDialog(view, self._ctx.today, partial(self._extend, view.id), self))

    def _on_cause(self) -> None:
        self._open(CauseDialog(self.view(), partial(self._explain, self.view().id), self))

    def _open(self, dialog: StepDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _extend(self, deadline_id: int, until: datetime, reason: str) -> None:
        self._ctx.deadlines.extend(deadline_id, until, reason)
        self._tell()

    def _explain(self, deadline_id: int, cause: LateCause | None, note: str) -> None:
        self._ctx.deadlines.explain_lateness(deadline_id, cause, note)
        self._tell()

    def _on_undo(self) -> None:
        made = self._ctx.deadlines.extensions(self.view().id)
        last = [line.id for line in made if line.undone_at is None][-1:]
        try:
            for extension_id in last:
                self._ctx.deadlines.undo_extension(extension_id)
        except AppError as error:
            messages.show_error(self, error)
        self._tell()

    def _tell(self) -> None:
        self._load()
        self.changed.emit()


class ExtendDialog(StepDialog):
    """Asks until when a deadline is put off and why; ``extend(until, reason)`` does it."""

    def __init__(
        self,
        view: DeadlineView,
        today: Callable[[], date],
        extend: Callable[[datetime, str], None],
        parent: QWidget,
    ) -> None:
        super().__init__("Gia hạn", "&Gia hạn", parent)
        self._extend = extend
        if view.due_at is not None:
            self._form.addRow("Hạn đang có", QLabel(end_words(view.due_at)))
        self._until_edit: DateTimeEdit | DateEdit = (
            DateTimeEdit(today=today) if view.is_to_the_minute else DateEdit(today=today)
        )
        self._until_error = self._add("&Hạn mới", self._until_edit)
        self._reason_edit = LongTextEdit(least_lines=2)
        self._reason_error = self._add("&Lý do", self._reason_edit)
        self._form.addRow("", HelpLabel("Hạn ban đầu vẫn được giữ và hiện bên cạnh hạn mới."))
        self._until_edit.setFocus()

    def _do(self) -> None:
        if problem := self._until_edit.problem():
            raise FieldErrors({"until": problem})
        until = self._until_edit.value()
        if until is None:
            raise FieldErrors({"until": "Nhập hạn mới."})
        if not isinstance(until, datetime):
            until = datetime(until.year, until.month, until.day)
        self._extend(until, tidy_block(self._reason_edit.value()))

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._until_error.set_error(errors.get("until", ""))
        self._reason_error.set_error(errors.get("reason", ""))
        rest = {name: text for name, text in errors.items() if name not in ("until", "reason")}
        super()._show_field_errors(rest)
        (self._until_edit if errors.get("until") else self._reason_edit).setFocus()


class CauseDialog(StepDialog):
    """Asks why a deadline was missed; ``explain(cause, note)`` stores it, None takes it back."""

    def __init__(
        self,
        view: DeadlineView,
        explain: Callable[[LateCause | None, str], None],
        parent: QWidget,
    ) -> None:
        super().__init__("Nguyên nhân chậm", "&Cất", parent)
        self._explain = explain
        self._cause_box = ChoiceBox(LateCause, allow_empty=True, empty_text="(chưa nêu)")
        self._cause_box.set_value(view.late_cause)
        self._cause_error = self._add("&Nguyên nhân", self._cause_box)
        self._note_edit = LongTextEdit(least_lines=2)
        self._note_edit.set_value(view.late_note)
        self._note_error = self._add("Ghi c&hú", self._note_edit)
        self._cause_box.setFocus()

    def _do(self) -> None:
        value = self._cause_box.value()
        self._explain(LateCause(value) if value else None, tidy_block(self._note_edit.value()))

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._cause_error.set_error(errors.get("cause", ""))
        self._note_error.set_error(errors.get("note", ""))
        rest = {name: text for name, text in errors.items() if name not in ("cause", "note")}
        super()._show_field_errors(rest)
        (self._cause_box if errors.get("cause") else self._note_edit).setFocus()


def _text_view(least_lines: int, most_lines: int) -> LongTextEdit:
    view = LongTextEdit(least_lines=least_lines, most_lines=most_lines)
    view.set_read_only(True)
    return view


def _log_words(line: ChangeLine) -> str:
    words = f"{date_time_text(line.changed_at)}, {line.cause.label}: {line.words}"
    if line.old_due_at == line.new_due_at:
        return f"{words} (hạn {end_words(line.new_due_at)})" if line.new_due_at else words
    moved = " → ".join(
        end_words(due) if due else "chưa có hạn" for due in (line.old_due_at, line.new_due_at)
    )
    return f"{words} ({moved})"
