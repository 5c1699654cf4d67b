"""“Tính hạn”: count a term without any rule, and see each step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
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
from app.rules.clocks.book import ClockBook
from app.rules.clocks.counting import BASIS, Counted
from app.rules.clocks.terms import Term
from app.rules.clocks.words import due_words, term_words
from app.rules.vocabulary import TermUnit
from app.ui import messages
from app.ui.forms.dialog_rows import add_row
from app.ui.widgets import ChoiceBox, DateTimeEdit, HelpLabel, IntegerEdit, LongTextEdit
from app.ui.widgets.pressing import Dialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext


def open_count_dialog(ctx: AppContext, parent: QWidget) -> None:
    """Open “Tính hạn” by the calendar of the open book."""
    try:
        book = ctx.clocks.book()
    except AppError as error:
        messages.show_error(parent, error)
        return
    dialog = CountDialog(book, ctx.clock(), ctx.today, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class CountDialog(Dialog):
    """Counts anew with every change. ``today`` is for dates typed as "hn" or "+3"."""

    def __init__(
        self,
        book: ClockBook,
        now: datetime,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self.setWindowTitle("Tính hạn")
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._start_edit = DateTimeEdit(today=today)
        self._start_edit.set_value(now.replace(second=0, microsecond=0))
        self._start_error = add_row(self._form, "&Bắt đầu lúc", self._start_edit)
        self._value_edit = IntegerEdit()
        self._value_error = add_row(self._form, "&Số", self._value_edit)
        self._unit_box = ChoiceBox(TermUnit)
        self._unit_box.set_value(TermUnit.DAYS)
        add_row(self._form, "Đơn &vị", self._unit_box)
        self._form.addRow(
            "",
            HelpLabel(
                "Giờ chạy liên tục. Ngày, tháng không tính ngày đầu, dời khỏi ngày nghỉ; quý và "
                "năm tính đến hết kỳ."
            ),
        )
        self._due_label = QLabel()
        font = self._due_label.font()
        font.setBold(True)
        self._due_label.setFont(font)
        self._due_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._due_label.setWordWrap(True)
        self._steps_view = LongTextEdit(least_lines=7, most_lines=14)
        self._steps_view.set_read_only(True)
        self._steps_view.setAccessibleName("Vì sao hạn này")
        self._copy_button = QPushButton("&Chép kết quả")
        self._assemble()
        self._start_edit.changed.connect(self._count)
        self._value_edit.changed.connect(self._count)
        self._unit_box.changed.connect(self._count)
        self._start_edit.left.connect(self._judge)
        self._value_edit.left.connect(self._judge)
        self._count()
        self._value_edit.setFocus()

    def due_text(self) -> str:
        """Return the due moment on show."""
        return self._due_label.text()

    def steps_text(self) -> str:
        """Return the steps on show, one a line."""
        return self._steps_view.toPlainText()

    def errors(self) -> list[str]:
        """Return what is said to be wrong."""
        return [label.error() for label in (self._start_error, self._value_error) if label.error()]

    def _assemble(self) -> None:
        why = QLabel("Vì sao hạn này:")
        why.setBuddy(self._steps_view)
        buttons = QDialogButtonBox()
        buttons.addButton(self._copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        close = QPushButton("Đón&g")
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self._copy_button, close):
            button.setAutoDefault(False)  # Enter belongs to the fields
        self._copy_button.clicked.connect(self._on_copy_button_clicked)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addLayout(self._form)
        whole.addWidget(self._due_label)
        whole.addWidget(why)
        whole.addWidget(self._steps_view)
        whole.addStretch(1)
        whole.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 84, metrics.height() * 24)

    def _judge(self) -> None:
        self._start_error.set_error(self._start_problem())
        self._value_error.set_error(self._value_problem())

    def _start_problem(self) -> str:
        if problem := self._start_edit.problem():
            return problem
        return "" if self._start_edit.value() else "Nhập ngày, giờ bắt đầu."

    def _value_problem(self) -> str:
        if problem := self._value_edit.problem():
            return problem
        value = self._value_edit.value()
        if value is None:
            return ""
        try:
            self._counted()
        except ValueError as error:  # of the term, or where it ends
            return str(error)
        return ""

    def _counted(self) -> tuple[Term, Counted] | None:
        """Return the term typed and its end; None while it is none yet. Raises ValueError."""
        start, value = self._start_edit.value(), self._value_edit.value()
        unit = self._unit_box.value()
        if value is None or unit is None:
            return None
        term = Term(value, TermUnit(unit))
        return None if start is None else (term, self._book.count(term, start))

    def _count(self) -> None:
        """Show the end of the term typed, or nothing while it is none."""
        for error, problem in (
            (self._start_error, self._start_problem()),
            (self._value_error, self._value_problem()),
        ):
            if error.error():  # said once, it goes as soon as it is mended
                error.set_error(problem)
        try:
            found = self._counted()
        except ValueError:  # told at the field once it is left
            found = None
        if found is None:
            self._show("", "")
            return
        term, counted = found
        self._show(
            f"Hạn: {due_words(counted.due, term.unit)}",
            "\n".join((f"Thời hạn {term_words(term)} (theo {BASIS}).", *counted.steps)),
        )

    def _show(self, due: str, steps: str) -> None:
        self._due_label.setText(due or "Nhập số để thấy hạn.")
        self._steps_view.set_value(steps)
        self._copy_button.setEnabled(bool(due))

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.due_text()}\n{self.steps_text()}")
