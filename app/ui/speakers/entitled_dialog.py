"""“Ai được phát ngôn?”: who may speak about a matter on a day, by what right, and who may not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.rules.duties.entitlement import answer_words
from app.ui import messages
from app.ui.forms.dialog_rows import add_row
from app.ui.widgets import DateTimeEdit, LineEdit, LongTextEdit, RelatedEdit
from app.ui.widgets.pressing import Dialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext

# What a new authorisation begins with.
Authorise = Callable[[dict[str, Any]], object]


def open_entitled_dialog(
    ctx: AppContext, authorise: Authorise, parent: QWidget, incident_id: int | None = None
) -> EntitledDialog | None:
    """Ask about an incident, or anything; ``authorise`` opens a new authorisation."""
    try:
        body_id = None
        if incident_id is not None:
            body_id = ctx.records.get("incident", incident_id).values["accountable_body_id"]
        dialog = EntitledDialog(ctx, authorise, parent)
        dialog.ask_about(body_id or ctx.speakers.own_body(), incident_id)
    except AppError as error:
        messages.show_error(parent, error)
        return None
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class EntitledDialog(Dialog):
    """Answers anew with every change."""

    def __init__(
        self, ctx: AppContext, authorise: Authorise, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._authorise = authorise
        self.setWindowTitle("Ai được phát ngôn?")
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._body_edit = self._related("body", "cơ quan, đơn vị")
        add_row(self._form, "&Cơ quan, đơn vị", self._body_edit)
        self._at_edit = DateTimeEdit(today=ctx.today)
        self._at_edit.set_value(ctx.clock().replace(second=0, microsecond=0))
        self._at_error = add_row(self._form, "Phát ngôn &lúc", self._at_edit)
        self._incident_edit = self._related("incident", "vụ việc")
        add_row(self._form, "&Vụ việc trong sổ", self._incident_edit)
        self._case_edit = LineEdit()
        self._case_edit.setMaxLength(300)
        add_row(self._form, "Hoặc &ghi vụ việc", self._case_edit)
        self._answer_view = LongTextEdit(least_lines=11, most_lines=20)
        self._answer_view.set_read_only(True)
        self._answer_view.setAccessibleName("Câu trả lời")
        self._authorise_button = QPushButton("Lập giấ&y ủy quyền…")
        self._history_button = QPushButton("Lịch &sử…")
        self._copy_button = QPushButton("Ché&p kết quả")
        self._assemble()
        for editor in (self._body_edit, self._at_edit, self._incident_edit, self._case_edit):
            editor.changed.connect(self._answer)
        self._at_edit.left.connect(self._judge)
        self._answer()

    def ask_about(
        self,
        body_id: int | None,
        incident_id: int | None,
        at: datetime | None = None,
        case_text: str = "",
    ) -> None:
        """Begin with that body and matter; with ``at``, then instead of now."""
        if at is not None:
            self._at_edit.set_value(at)
        if incident_id is None:
            self._case_edit.set_value(case_text)
        self._body_edit.set_value(body_id)
        self._incident_edit.set_value(incident_id)
        (self._at_edit if body_id is not None else self._body_edit).setFocus()
        self._answer()

    def answer_text(self) -> str:
        """Return the answer on show."""
        return self._answer_view.toPlainText()

    def _related(self, kind: str, noun: str) -> RelatedEdit:
        records = self._ctx.records
        return RelatedEdit(
            partial(records.options, kind), partial(records.option, kind), noun=noun, can_add=False
        )

    def _assemble(self) -> None:
        label = QLabel("Câu trả lời:")
        label.setBuddy(self._answer_view)
        buttons = QDialogButtonBox()
        close = QPushButton("Đó&ng")
        for button in (self._authorise_button, self._history_button, self._copy_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self._authorise_button, self._history_button, self._copy_button, close):
            button.setAutoDefault(False)  # Enter belongs to the fields
        self._authorise_button.clicked.connect(self._on_authorise_button_clicked)
        self._history_button.clicked.connect(self._on_history_button_clicked)
        self._copy_button.clicked.connect(self._on_copy_button_clicked)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addLayout(self._form)
        whole.addWidget(label)
        whole.addWidget(self._answer_view)
        whole.addStretch(1)
        whole.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 96, metrics.height() * 28)

    def _judge(self) -> None:
        self._at_error.set_error(self._at_edit.problem())

    def _answer(self) -> None:
        body_id, at = self._body_edit.value(), self._at_edit.value()
        incident_id, case = self._incident_edit.value(), self._case_edit.value()
        if self._at_error.error():
            self._judge()
        words = "Chọn cơ quan và ngày, giờ phát ngôn để biết ai được phát ngôn."
        if body_id is not None and at is not None:
            try:
                answer = self._ctx.speakers.entitled(at, body_id, incident_id, case)
                is_known = incident_id is not None or bool(case.strip())
                words = answer_words(answer, is_known=is_known)
            except AppError as error:
                words = str(error)
        self._answer_view.set_value(words)
        self._authorise_button.setEnabled(body_id is not None)
        self._history_button.setEnabled(body_id is not None)
        self._copy_button.setEnabled(body_id is not None and at is not None)

    def _on_authorise_button_clicked(self) -> None:
        at = self._at_edit.value()
        values: dict[str, Any] = {
            "body_id": self._body_edit.value(),
            "incident_id": self._incident_edit.value(),
            "case_text": self._case_edit.value().strip() or None,
            "valid_from": at.date() if at else None,
        }
        self.accept()
        self._authorise(values)

    def _on_history_button_clicked(self) -> None:
        from app.ui.speakers.history_dialog import open_history_dialog

        body_id = self._body_edit.value()
        if body_id is not None:
            open_history_dialog(self._ctx, body_id, self)

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.answer_text())
