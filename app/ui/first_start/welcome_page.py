"""Trang chào: what the app is for, and the few things to settle before the work begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.files import require_writable
from app.places import backup_warning, data_warning, is_network_path
from app.settings import Settings
from app.ui import actions, files, messages, tasks
from app.ui.pages.page import Page
from app.ui.reorganisation.opening import open_example
from app.ui.widgets import ErrorLabel, HelpLabel, LineEdit, press_button

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_INTRODUCTION = (
    "Sổ Phát ngôn giúp anh/chị ghi lại bài báo viết sai về cơ quan, lập văn bản yêu cầu cải chính "
    "đúng thể thức, lấy số, in ra và theo dõi kết quả. Phần mềm chạy trên máy này, không cần mạng. "
    "Dưới đây là năm việc để bắt đầu; việc nào để sau cũng được."
)
_OFFICE = (
    "Tên, địa danh, ký hiệu, người ký và nơi nhận, in ở đầu và cuối mỗi văn bản. Chưa có thì vẫn "
    "ghi được vụ việc, bài báo, nhưng chưa lập được văn bản."
)
_DATA = "Mọi hồ sơ, số và văn bản đã phát hành nằm trong thư mục này."
_BACKUPS = (
    "Máy hỏng hoặc mất thì chỉ còn bản sao lưu: nên để ở USB, ổ cứng rời hoặc ổ mạng. Sao lưu "
    f"bằng menu Hệ thống ({actions.spec('window', 'backup').shortcut})."
)
_MISSING = (
    "Hiện không thấy thư mục này. Cắm USB hoặc ổ đó vào trước khi sao lưu, hoặc chọn thư mục khác."
)
_SAMPLE = (
    "Một sổ giả định, 30 vụ việc, để xem và thử mọi việc, kể cả phát hành văn bản. Sổ mẫu nằm "
    "riêng, không đụng tới sổ của cơ quan; bỏ đi lúc nào cũng được."
)
_EXAMPLE = (
    "Tên các cơ quan của tỉnh An Giang và cơ quan báo chí theo tình hình tháng 11/2026, chưa kiểm "
    "chứng, để khỏi nhập từ đầu: xem trước rồi mới nạp, sửa được từng dòng, hoàn tác được."
)


@dataclass(frozen=True, slots=True)
class _Warnings:
    """What is risky about the places, in words; "" where nothing is."""

    data: str
    backups: str


class WelcomePage(Page):
    """Shown until the office's profile is there, and from the menu at any time after."""

    sample_requested = Signal()

    def __init__(self, ctx: AppContext, settings: Settings) -> None:
        super().__init__()
        self._ctx = ctx
        self._settings = settings
        self._has_profile = False
        self._office_title = _title("")
        self._office_button = _button("", self._on_office_button_clicked)
        self._data_line = _path_line("Thư mục dữ liệu")
        self._data_line.set_value(str(ctx.data_dir))
        self._data_warning = ErrorLabel(self._data_line)
        self._backup_line = _path_line("Thư mục sao lưu")
        self._backup_warning = QLabel()
        self._backup_warning.setWordWrap(True)
        self._backup_warning.hide()
        self._start_button = _button("", self.closed.emit)
        folder_button = _button("&Mở thư mục", self._on_folder_button_clicked)
        backup_button = _button("&Chọn thư mục khác…", self._on_backup_button_clicked)
        example_button = _button("Xem &danh mục mẫu…", self._on_example_button_clicked)
        sample_button = _button("&Xem thử với dữ liệu mẫu", self.sample_requested.emit)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setColumnStretch(0, 1)
        gap = self.fontMetrics().height()
        grid.setHorizontalSpacing(2 * gap)
        grid.setVerticalSpacing(gap)
        introduction = QLabel(_INTRODUCTION)
        introduction.setWordWrap(True)
        grid.addWidget(introduction, 0, 0, 1, 2)
        steps: tuple[tuple[QPushButton, tuple[QWidget, ...]], ...] = (
            (self._office_button, (self._office_title, HelpLabel(_OFFICE))),
            (
                folder_button,
                (_title("2. Nơi để dữ liệu"), HelpLabel(_DATA), self._data_line,
                 self._data_warning),
            ),
            (
                backup_button,
                (_title("3. Nơi để bản sao lưu"), HelpLabel(_BACKUPS), self._backup_line,
                 self._backup_warning),
            ),
            (example_button, (_title("4. Danh mục mẫu An Giang"), HelpLabel(_EXAMPLE))),
            (sample_button, (_title("5. Dữ liệu mẫu"), HelpLabel(_SAMPLE))),
        )  # fmt: skip
        for row, (button, widgets) in enumerate(steps, start=1):
            column = QVBoxLayout()
            column.setSpacing(gap // 4)
            for widget in widgets:
                column.addWidget(widget)
            grid.addLayout(column, row, 0)
            grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(steps) + 1, 1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._start_button)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        self._show_profile()

    def title(self) -> str:
        return "Bắt đầu"

    def refresh(self, kind: str | None = None) -> None:
        if kind in (None, "office"):
            self._show_profile()

    def focus_first(self) -> None:
        self._default_button().setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_profile()
        self._show_backups()  # making one may have chosen another folder

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if press_button(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._default_button().click()
            return
        super().keyPressEvent(event)

    # State

    def _default_button(self) -> QPushButton:
        return self._start_button if self._has_profile else self._office_button

    def _show_profile(self) -> None:
        name = self._ctx.office.name()
        self._has_profile = name is not None
        state = f"đã nhập: {name}" if self._has_profile else "chưa nhập"
        self._office_title.setText(f"1. Hồ sơ cơ quan – {state}")
        self._office_button.setText(
            "&Sửa hồ sơ cơ quan" if self._has_profile else "&Nhập hồ sơ cơ quan"
        )
        self._start_button.setText("&Vào sổ" if self._has_profile else "Để &sau, vào sổ")
        for button in (self._office_button, self._start_button):
            button.setDefault(button is self._default_button())

    def _show_backups(self) -> None:
        """Show where they go; what that means is looked at in a worker, for drives answer late."""
        backups = self._settings.backups_dir
        self._backup_line.set_value(str(backups))
        must_exist = bool(self._settings.backup_folder)
        tasks.run(partial(_look, self._ctx.data_dir, backups, must_exist), self._on_looked)

    def _on_looked(self, found: _Warnings) -> None:
        self._data_warning.set_error(found.data)
        self._backup_warning.setText(f"Chú ý: {found.backups}")
        self._backup_warning.setVisible(bool(found.backups))

    # What the buttons do

    def _on_office_button_clicked(self) -> None:
        self.open_requested.emit("office", None, None)

    def _on_folder_button_clicked(self) -> None:
        files.open_path(self._ctx.data_dir)

    def _on_backup_button_clicked(self) -> None:
        folder = files.ask_folder("Chọn thư mục sao lưu", self._settings.backups_dir, self)
        if folder is not None:
            tasks.run(partial(_try, folder), self._on_backup_folder_tried, self._on_failed)

    def _on_example_button_clicked(self) -> None:
        open_example(self._ctx, self, self._tell_loaded)

    def _tell_loaded(self, words: str, undo: Callable[[], object] | None) -> None:
        self.notice.emit(words, undo)
        self.records_changed.emit("body")
        self.records_changed.emit("outlet")

    def _on_backup_folder_tried(self, folder: Path) -> None:
        self._settings.backup_folder = str(folder)
        self._settings.save()
        self._show_backups()
        self.notice.emit(f"Từ nay bản sao lưu để ở {folder}.", None)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        messages.show_error(self, error)


def _title(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _path_line(name: str) -> LineEdit:
    """Return a line whose text can be selected and copied, not changed."""
    line = LineEdit()
    line.set_read_only(True)
    line.setAccessibleName(name)
    return line


def _button(text: str, slot: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(slot)
    return button


def _look(data: Path, backups: Path, must_exist: bool) -> _Warnings:
    # A share that is gone would hold up all other work for half a minute.
    is_missing = must_exist and not is_network_path(backups) and not backups.is_dir()
    return _Warnings(data_warning(data), _MISSING if is_missing else backup_warning(backups, data))


def _try(folder: Path) -> Path:
    require_writable(folder)
    return folder
