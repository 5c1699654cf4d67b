"""Giới thiệu: which version this is, where its data lies, and the licences of what is in it."""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.licences import Licence, NoLicences, read_licences
from app.ui.screens import room_around
from app.ui.widgets.pressing import Dialog


class AboutDialog(Dialog):
    """Shows the components at left, the text of the chosen one at right; all can be copied."""

    def __init__(self, data_dir: Path, licences: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu")
        self._licences: list[Licence] = []
        self._facts = QLabel(
            f"Sổ Phát ngôn, phiên bản {__version__}\n"
            "Phần mềm chạy hoàn toàn trên máy này, không gửi gì đi đâu.\n"
            f"Dữ liệu ở {data_dir}\n"
            f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {PySide6.__version__}"
        )
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._heading = QLabel("Các thành &phần có trong phần mềm và giấy phép của chúng:")
        self._heading.setWordWrap(True)
        self._list = QListWidget()
        self._list.setAccessibleName("Thành phần")
        self._list.setWordWrap(True)  # some licences have long names
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSpacing(self.fontMetrics().height() // 6)
        self._heading.setBuddy(self._list)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName("Giấy phép")
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._list)
        self._split.addWidget(self._text)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self._copy_button = QPushButton("&Chép thông tin")
        self._copy_button.clicked.connect(self._on_copy_button_clicked)
        close = QPushButton("Đón&g")
        close.clicked.connect(self.reject)
        close.setDefault(True)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._copy_button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(close)
        self._list.currentRowChanged.connect(self._on_list_row_changed)
        self._assemble()
        self._fill(licences)

    def text(self) -> str:
        """Return what "Chép thông tin" copies: the facts and the components, not the texts."""
        lines = [f"{one.name} {one.version}: {one.licence}" for one in self._licences]
        return "\n".join([self._facts.text(), "", *lines]).strip()

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self._facts)
        layout.addSpacing(self.fontMetrics().height() // 2)
        layout.addWidget(self._heading)
        layout.addWidget(self._split, 1)
        layout.addLayout(self._buttons)
        metrics = self.fontMetrics()
        screen = room_around(self).size() * 0.9
        self.resize(
            min(screen.width(), metrics.averageCharWidth() * 120),
            min(screen.height(), metrics.height() * 32),
        )

    def _fill(self, folder: Path | None) -> None:
        try:
            self._licences = read_licences(folder)
        except NoLicences as error:
            self._heading.setText(str(error))
            self._split.hide()
            self.resize(self.width(), self.minimumSizeHint().height())
            return
        self._list.addItems([f"{one.name} {one.version}\n{one.licence}" for one in self._licences])
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _on_list_row_changed(self, row: int) -> None:
        self._text.setPlainText(self._licences[row].text() if row >= 0 else "")

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._copy_button.setText("Đã &chép")
