"""Which envelope, and whether it is printed now or kept as a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.rules.vocabulary import EnvelopeSize
from app.ui.forms.step_dialog import StepDialog
from app.ui.widgets import ChoiceBox, FlagBox, HelpLabel


class EnvelopeDialog(StepDialog):
    """``go_on(size, as_file)`` makes the envelopes and sends them on their way."""

    def __init__(
        self, go_on: Callable[[EnvelopeSize, bool], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("In bì thư", "&Tiếp tục", parent)
        self._go_on = go_on
        self._size_box = ChoiceBox(EnvelopeSize)
        self._add("&Cỡ bì thư", self._size_box)
        self._file_box = FlagBox("Lưu ra tệp &PDF thay vì in")
        self._form.addRow("", self._file_box)
        self._form.addRow(
            HelpLabel(
                "Mỗi nơi nhận một bì thư, lấy tên và địa chỉ ở mục “Bì thư” của văn bản. "
                "Đặt khay giấy của máy in đúng cỡ bì thư."
            )
        )
        self._size_box.setFocus()

    def _do(self) -> None:
        self._go_on(
            EnvelopeSize(self._size_box.value() or EnvelopeSize.C5), self._file_box.isChecked()
        )
