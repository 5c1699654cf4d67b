"""A small dialog that does one thing, and says at its fields why it cannot."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError, FieldErrors
from app.services.secrecy.alarm import SecrecyAlarm
from app.ui.forms.dialog_rows import add_row
from app.ui.widgets import ErrorLabel
from app.ui.widgets.pressing import Dialog


class StepDialog(Dialog):
    """A dialog with one verb and "Quay lại"; ``_do`` says whether the step is done."""

    def __init__(self, title: str, verb: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._trouble = ErrorLabel()
        buttons = QDialogButtonBox()
        self._do_button = QPushButton(verb)
        buttons.addButton(self._do_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("&Quay lại", QDialogButtonBox.ButtonRole.RejectRole)
        self._alarm: SecrecyAlarm | None = None
        self._false_button = QPushButton("Không phải &bí mật, báo nhầm…")
        self._false_button.setAutoDefault(False)
        self._false_button.clicked.connect(self._on_false_button_clicked)
        buttons.addButton(self._false_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._false_button.hide()  # only now: the box shows what it takes in
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addLayout(self._form)
        whole.addWidget(self._trouble)
        whole.addStretch(1)
        whole.addWidget(buttons)
        # Only now: before, the button does not know of which dialog it is the default, and Enter
        # would be lost where another widget has the focus.
        self._do_button.setDefault(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)

    def _do(self) -> None:
        """Do the step. Raises AppError; what a field says is shown at the field."""
        raise NotImplementedError

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._trouble.set_error(" ".join(errors.values()))

    def _add(self, label: str, editor: QWidget) -> ErrorLabel:
        """Add an editor with its own error under it."""
        return add_row(self._form, label, editor)

    def _fit(self) -> None:
        """Grow to what is said now; wrapped labels do not do it by themselves."""
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        layout.activate()
        wanted = layout.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), wanted))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _on_accepted(self) -> None:
        QGuiApplication.inputMethod().commit()
        self._trouble.set_error("")
        self._alarm = None
        try:
            self._do()
        except FieldErrors as error:
            self._show_field_errors(error.errors)
        except SecrecyAlarm as alarm:
            self._alarm = alarm
            self._trouble.set_error(str(alarm))
        except AppError as error:
            self._trouble.set_error(str(error))
        else:
            self.accept()
            return
        self._false_button.setVisible(self._alarm is not None)
        self._fit()

    def _on_false_button_clicked(self) -> None:
        from app.ui.secrecy.alarm import declare_false  # itself a step that asks

        if self._alarm is None:
            return
        reason = declare_false(self._alarm, self)
        if reason:
            with self._alarm.declared_false(reason):
                self._on_accepted()
