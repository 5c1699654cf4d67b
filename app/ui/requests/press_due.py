"""Beside "Hạn theo luật": the day that is counted, why, and a key that takes it over."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QPushButton, QWidget

from app.rules.clocks.press_due import PressDue
from app.ui.requests.parts import ReadLabel
from app.ui.widgets.flow_layout import FlowLayout


class PressDueRows(QObject):
    """Two rows of ``form``: the sentence, and its buttons.

    ``taken`` asks to put the day counted (a date) into the field.
    """

    taken = Signal(object)

    def __init__(self, form: QFormLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._due: PressDue | None = None
        self._label = ReadLabel()
        self._take_button = QPushButton("&Lấy hạn này")
        self._take_button.setToolTip("Đưa hạn máy tính vào ô “Hạn theo luật”")
        self._why_button = QPushButton("&Vì sao hạn này?")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button, slot in (
            (self._take_button, self._on_take),
            (self._why_button, self._on_why),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            flow.addWidget(button)
        form.addRow("", self._label)
        form.addRow("", buttons)
        self.show_due(None)

    def show_due(self, due: PressDue | None) -> None:
        """Say when the press has to have acted; nothing while there is no request."""
        self._due = due
        self._label.setText(due.words() if due else "")
        can_take = due is not None and due.on is not None and due.on != due.typed
        self._take_button.setEnabled(can_take)
        self._why_button.setEnabled(due is not None and due.counted is not None)

    def words(self) -> str:
        """Return what is said of the day."""
        return self._label.text()

    def _on_take(self) -> None:
        if self._due is not None and self._due.on is not None:
            self.taken.emit(self._due.on)

    def _on_why(self) -> None:
        from app.ui.today.dialogs import WhyDialog

        if self._due is None or self._due.counted is None:
            return
        counted = self._due.counted
        dialog = WhyDialog(
            counted.duty.label,
            self._due.words(),
            counted.steps,
            self._page.window(),
            confirmed=counted.is_confirmed,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
