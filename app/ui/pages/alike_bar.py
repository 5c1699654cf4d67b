"""Over a record's form: older records that it may repeat, each to be opened."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.services.plain import Option
from app.specs.registry import SPECS
from app.ui.widgets.flow_layout import FlowLayout


class AlikeBar(QWidget):
    """Hidden while there is nothing alike; ``open_requested`` is the page's signal."""

    def __init__(self, kind: str, open_requested: SignalInstance) -> None:
        super().__init__()
        self._kind = kind
        self._open_requested = open_requested
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(QLabel(f"Có {SPECS[kind].singular} gần giống, mở xem đã trả lời chưa:"))
        whole.addLayout(self._flow, 1)
        self.hide()

    def show_records(self, records: tuple[Option, ...]) -> None:
        """Offer these records."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for one in records:
            button = QPushButton(f"{one.text.replace('&', '&&')} ({one.detail})")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._on_clicked, one.id))
            self._flow.addWidget(button)
            self._buttons.append(button)
        self.setVisible(bool(records))

    def buttons(self) -> list[QPushButton]:
        return list(self._buttons)

    def _on_clicked(self, record_id: int, _checked: bool = False) -> None:
        self._open_requested.emit(self._kind, record_id, None)
