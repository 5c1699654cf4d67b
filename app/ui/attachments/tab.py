"""The files of a record: added by the dialog, dropped or pasted; opened, saved, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)
from shiboken6 import isValid

from app.errors import AppError
from app.rules.dates import date_time_text
from app.services.attachments.service import LARGEST_BYTES, AttachmentLine
from app.services.secrecy.alarm import SecrecyAlarm
from app.text import size_text
from app.ui import files, messages, tasks
from app.ui.pages.record_tabs import RecordTab
from app.ui.secrecy.alarm import FALSE_ALARM, declare_false
from app.ui.widgets import Banner, HelpLabel
from app.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.services.attachments.service import AttachmentService
    from app.ui.pages.record_page import RecordPage

_COLUMNS = ("Tên tệp", "Dung lượng", "Thêm lúc")
# A file, and why it was not taken; None where it was.
_Taken = list[tuple[Path, AppError | None]]
# What taking a file happens within: the declaration that its name is no mark.
_Around = Callable[[], AbstractContextManager[None]]


class AttachmentTab(RecordTab):
    """A list of files with its keys: Enter opens, Delete takes away with undo, Ctrl+V pastes."""

    def __init__(self, ctx: AppContext, page: RecordPage) -> None:
        super().__init__()
        self._ctx = ctx
        self._page = page
        self._record_id: int | None = None
        self._is_read_only = False
        self._lines: tuple[AttachmentLine, ...] = ()
        self._folder: Path | None = None  # where files were taken from last
        self._banner = Banner()
        self._list = QTreeWidget()
        self._list.setHeaderLabels(_COLUMNS)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAllColumnsShowFocus(True)
        self._list.setAccessibleName("Tệp kèm theo")
        self._list.setTabKeyNavigation(False)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.installEventFilter(self)
        self._list.itemActivated.connect(self._on_open)
        self._list.currentItemChanged.connect(self._show_buttons)
        self._help = HelpLabel(
            "Kéo tệp thả vào đây, hoặc chép tệp rồi bấm Ctrl+V. Mỗi tệp nhiều nhất "
            f"{size_text(LARGEST_BYTES)}. Tệp được giữ trong sổ, có trong mỗi bản sao lưu; tệp gốc "
            "để nguyên chỗ cũ."
        )
        self._add_button = self._button("&Thêm tệp…", self._on_add)
        self._open_button = self._button("&Mở", self._on_open)
        self._save_button = self._button("&Lưu ra…", self._on_save_as)
        self._remove_button = self._button("&Bỏ tệp", self._on_remove)
        buttons = FlowLayout()
        for button in self._buttons():
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addWidget(self._banner)
        whole.addLayout(buttons)
        whole.addWidget(self._list, 1)
        whole.addWidget(self._help)
        self.setAcceptDrops(True)
        self._show_buttons()

    def show_record(self, record_id: int | None, *, deleted: bool) -> None:
        self._record_id, self._is_read_only = record_id, deleted
        self._banner.clear()
        self._show()

    def focus_first(self) -> None:
        if self._lines:
            self._list.setFocus()
        else:
            self._add_button.setFocus()

    def lines(self) -> list[str]:
        """Return the list as shown, one line for each file."""
        items = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        return [
            " · ".join(item.text(column) for column in range(len(_COLUMNS)))
            for item in items
            if item is not None
        ]

    def banner(self) -> Banner:
        return self._banner

    # Adding

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take files into the record, which is saved first where it has to be."""
        if self._is_read_only or not paths:
            return
        record_id = self._page.stored_id()
        if record_id is None:
            return  # why it could not be saved stands at its field
        self._start(record_id, paths)

    def _start(self, record_id: int, paths: Sequence[Path], around: _Around | None = None) -> None:
        self._banner.clear()
        self._page.notice.emit(f"Đang thêm {_named(paths)}…", None)
        tasks.run(
            partial(_take, self._ctx.attachments, self._page.kind(), record_id, paths, around),
            partial(self._on_taken, record_id),
            partial(self._on_failed, "Chưa thêm được tệp."),
        )

    def _on_taken(self, record_id: int, taken: _Taken) -> None:
        if not isValid(self):
            return
        added = [path for path, error in taken if error is None]
        if added:
            self._page.notice.emit(f"Đã thêm {_named(added)}.", None)
        else:
            self._page.notice.emit("Chưa thêm tệp nào.", None)
        if record_id == self._record_id:
            self._show(select_last=bool(added))
            if added and self.isVisible():
                self._list.setFocus()
        troubles = [error for _path, error in taken if error is not None]
        alarms = [(path, error) for path, error in taken if isinstance(error, SecrecyAlarm)]
        if alarms:
            path, alarm = alarms[0]
            again = partial(self._ask_false, record_id, path, alarm)
            words = f"{_named([path])}: tên tệp có dấu chỉ độ mật nên chưa thêm. {alarm.advice}"
            self._banner.say(words, FALSE_ALARM, again)
        elif troubles:
            self._banner.say("\n".join(map(str, troubles)))

    def _ask_false(self, record_id: int, path: Path, alarm: SecrecyAlarm) -> None:
        reason = declare_false(alarm, self)
        if reason:
            self._start(record_id, [path], partial(alarm.declared_false, reason))

    def _on_failed(self, words: str, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        if isValid(self):
            self._show_buttons()
            self._page.notice.emit(words, None)
            self._banner.say(error)

    # The list

    def _show(self, *, select_last: bool = False) -> None:
        lines = () if self._record_id is None else self._read(self._record_id)
        row = self._list.indexOfTopLevelItem(self._list.currentItem())
        self._lines = lines
        self._list.clear()
        items = []
        for line in lines:
            words = [line.name, size_text(line.size), date_time_text(line.added_at)]
            item = QTreeWidgetItem(words)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            item.setToolTip(0, line.name)
            items.append(item)
        self._list.addTopLevelItems(items)
        if lines:
            row = len(lines) - 1 if select_last else min(max(row, 0), len(lines) - 1)
            self._list.setCurrentItem(items[row])
        self.count_changed.emit(len(lines))
        self._show_buttons()

    def _read(self, record_id: int) -> tuple[AttachmentLine, ...]:
        try:
            return self._ctx.attachments.of(self._page.kind(), record_id)
        except AppError as error:
            self._banner.say(error, "&Thử lại", self._show)
            return ()

    def _current(self) -> AttachmentLine | None:
        row = self._list.indexOfTopLevelItem(self._list.currentItem())
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _show_buttons(self) -> None:
        has_one = self._current() is not None
        self._add_button.setEnabled(not self._is_read_only)
        self._open_button.setEnabled(has_one)
        self._save_button.setEnabled(has_one)
        self._remove_button.setEnabled(has_one and not self._is_read_only)

    # What the buttons do

    def _on_add(self) -> None:
        paths = files.ask_any("Thêm tệp kèm theo", self._last_folder(), self)
        if paths:
            self._folder = paths[0].parent
            self.add_files(paths)

    def _on_open(self) -> None:
        line = self._current()
        if line is not None:
            self._banner.clear()
            tasks.run(
                partial(self._ctx.attachments.to_open, line.id),
                files.open_path,
                partial(self._on_failed, f"Chưa mở được {line.name}."),
            )

    def _on_save_as(self) -> None:
        line = self._current()
        if line is None:
            return
        path = files.ask_path("Lưu tệp ra", self._last_folder() / line.name, "Tệp", self)
        if path is not None:
            self._folder = path.parent
            self._banner.clear()
            tasks.run(
                partial(self._ctx.attachments.save_as, line.id, path),
                lambda _nothing: self._page.notice.emit(f"Đã lưu {path}.", None),
                partial(self._on_failed, f"Chưa lưu được {path.name}."),
            )

    def _on_remove(self) -> None:
        line = self._current()
        if line is None or self._is_read_only:
            return
        try:
            self._ctx.attachments.remove(line.id)
        except AppError as error:
            self._banner.say(error)
            return
        self._show()
        self._page.notice.emit(f"Đã bỏ tệp “{line.name}”.", partial(self._bring_back, line.id))

    def _bring_back(self, attachment_id: int) -> None:
        try:
            self._ctx.attachments.restore(attachment_id)
        except AppError as error:
            messages.show_error(None, error)
        if isValid(self):
            self._show()

    def _last_folder(self) -> Path:
        return self._folder or files.documents_folder()

    # Keys, drops and pasting

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Delete and not event.modifiers():
                self._on_remove()
                return True
            if event.matches(QKeySequence.StandardKey.Paste):
                self._paste()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._is_read_only and _paths(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_files(_paths(event.mimeData()))

    def _paste(self) -> None:
        paths = _paths(QGuiApplication.clipboard().mimeData())
        if paths:
            self.add_files(paths)
        else:
            self._page.notice.emit("Chưa chép tệp nào; chép tệp ở thư mục rồi dán vào đây.", None)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._add_button, self._open_button, self._save_button, self._remove_button

    def _button(self, words: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: slot())
        return button


def _take(
    attachments: AttachmentService,
    kind: str,
    record_id: int,
    paths: Sequence[Path],
    around: _Around | None,
) -> _Taken:
    """Take one file after the other; trouble with one does not keep the others out."""
    taken: _Taken = []
    for path in paths:
        try:
            with around() if around is not None else nullcontext():
                attachments.add(kind, record_id, path)
        except AppError as error:
            taken.append((path, error))
        else:
            taken.append((path, None))
    return taken


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _named(paths: Sequence[Path]) -> str:
    return f"tệp “{paths[0].name}”" if len(paths) == 1 else f"{len(paths)} tệp"
