"""A small dialog that does one thing, and says at its fields why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError, FieldErrors
from app.services.progress import Progress
from app.services.secrecy.alarm import SecrecyAlarm
from app.ui.forms.dialog_rows import add_row
from app.ui.long_work import LongWork
from app.ui.widgets import ErrorLabel
from app.ui.widgets.pressing import Dialog


class StepDialog(Dialog):
    """A dialog with one verb and "Quay lại"; the step is done unless ``_do`` raises.

    What may take a while is handed to a worker by ``work`` there, and ``_do`` returns False.
    """

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
        self._declared: Callable[[], AbstractContextManager[None]] = nullcontext
        self._is_at_work = False
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

    def _do(self) -> bool | None:
        """Do the step. Raises AppError; what a field says is shown at the field."""
        raise NotImplementedError

    def work(
        self, words: str, work: Callable[[Progress], Any], on_done: Callable[[Any], object]
    ) -> bool:
        """Go on off the UI thread; ``on_done`` gets the result, then the step is done.

        Where it is stopped, ``work`` must leave everything as it was: the dialog says so.
        """
        declared = self._declared

        def guarded(progress: Progress) -> Any:
            with declared():
                return work(progress)

        def finish(result: Any) -> None:
            self._is_at_work = False
            on_done(result)
            self.accept()

        self._is_at_work = True
        LongWork(words, guarded, finish, self, self._on_failed, self._on_stopped)
        return False

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._trouble.set_error(" ".join(errors.values()))

    def _add(self, label: str, editor: QWidget) -> ErrorLabel:
        """Add an editor with its own error under it."""
        return add_row(self._form, label, editor)

    def _fit(self) -> None:
        """Grow to what is said now, within the screen; wrapped labels do not by themselves."""
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        layout.activate()
        wanted = layout.totalHeightForWidth(self.width())
        self.resize(self.width(), min(max(self.height(), wanted), self.room().height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def reject(self) -> None:
        """Leave, unless a worker is at it: it has a button of its own to stop it."""
        if not self._is_at_work:
            super().reject()

    def _on_accepted(self) -> None:
        if self._is_at_work:
            return
        QGuiApplication.inputMethod().commit()
        self._trouble.set_error("")
        self._alarm = None
        try:
            is_done = self._do() is not False
        except AppError as error:
            self._on_failed(error)
        else:
            if is_done:
                self.accept()

    def _on_failed(self, error: AppError) -> None:
        self._is_at_work = False
        if isinstance(error, FieldErrors):
            self._show_field_errors(error.errors)
        else:
            self._alarm = error if isinstance(error, SecrecyAlarm) else None
            self._trouble.set_error(str(error))
        self._false_button.setVisible(self._alarm is not None)
        self._fit()

    def _on_stopped(self) -> None:
        self._is_at_work = False
        self._trouble.set_error("Đã thôi giữa chừng: chưa ghi gì vào sổ.")
        self._fit()

    def _on_false_button_clicked(self) -> None:
        from app.ui.secrecy.alarm import declare_false  # itself a step that asks

        if self._alarm is None:
            return
        reason = declare_false(self._alarm, self)
        if reason:
            self._declared = partial(self._alarm.declared_false, reason)
            with self._declared():
                self._on_accepted()
            self._declared = nullcontext
