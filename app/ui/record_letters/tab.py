"""The tab "Văn bản" of a record: its letters, and a button for each kind that can be made of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from app.errors import AppError
from app.rules.dates import date_text
from app.services.record_letters.batches import LetterBatchView
from app.services.record_letters.data import RecordLetterLine
from app.services.record_letters.registry import purposes_of
from app.ui.pages.record_tabs import RecordTab
from app.ui.widgets import Banner, HelpLabel
from app.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.pages.record_page import RecordPage

_COLUMNS = ("Văn bản", "Số, ký hiệu", "Ngày", "Trích yếu", "Tình trạng")
_SUBJECT = 3


class LetterTable(QTableWidget):
    """The letters of a record, one a row; Enter and F2 open the one in hand."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__(0, len(_COLUMNS))
        self.setAccessibleName("Văn bản của hồ sơ này")
        self.setHorizontalHeaderLabels(_COLUMNS)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_SUBJECT, QHeaderView.ResizeMode.Stretch)
        self._ids: list[int] = []
        self._shown: list[str] = []
        self.cellDoubleClicked.connect(self._open)

    def show_lines(self, lines: tuple[RecordLetterLine, ...]) -> None:
        """Show the letters; the one in hand stays in hand."""
        place = self.currentRow()
        self._ids = [line.letter_id for line in lines]
        self._shown = [" | ".join(_words(line)) for line in lines]
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, words in enumerate(_words(line)):
                self.setItem(row, column, QTableWidgetItem(words))
        if lines:
            self.setCurrentCell(min(max(place, 0), len(lines) - 1), 0)
        self.resizeRowsToContents()

    def words(self) -> list[str]:
        """Return the rows as one reads them."""
        return list(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()  # a subject takes fewer lines where it has more room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int, _column: int = 0) -> None:
        if 0 <= row < len(self._ids):
            self.opened.emit(self._ids[row])


class LettersTab(RecordTab):
    """What is made here is saved at once and opens on a page of its own."""

    def __init__(self, ctx: AppContext, page: RecordPage) -> None:
        super().__init__()
        self._ctx = ctx
        self._page = page
        self._kind = kind = page.kind()
        self._record_id: int | None = None
        self._banner = Banner()
        self._buttons: list[QPushButton] = []
        bar = FlowLayout()
        for purpose in purposes_of(kind):
            button = QPushButton(f"Lập {purpose.title}")
            button.clicked.connect(partial(self._on_make_clicked, purpose.id))
            self._buttons.append(button)
            bar.addWidget(button)
        many = QPushButton("Lập cho nhiều nơi…")
        many.clicked.connect(self._on_many_clicked)
        self._buttons.append(many)
        bar.addWidget(many)
        self._help = HelpLabel()
        self._help.setAlignment(Qt.AlignmentFlag.AlignTop)  # under the buttons, without a table too
        self._table = LetterTable()
        self._table.opened.connect(self._open)
        whole = QVBoxLayout(self)
        whole.addWidget(self._banner)
        whole.addLayout(bar)
        whole.addWidget(self._help)
        whole.addWidget(self._table, 1)

    def show_record(self, record_id: int | None, *, deleted: bool) -> None:
        self._record_id = record_id
        for button in self._buttons:
            button.setVisible(not deleted)
        lines: tuple[RecordLetterLine, ...] = ()
        if record_id is not None and not deleted:
            lines = self._ctx.record_letters.of_record(self._kind, record_id)
        self._table.show_lines(lines)
        self._table.setVisible(bool(lines))
        self._help.setText(
            "Enter hoặc F2 mở văn bản đang chọn để sửa, ký, phát hành, in."
            if lines
            else "Chưa có văn bản nào. Bấm nút ở trên: phần mềm cất hồ sơ rồi soạn sẵn văn bản "
            "từ những gì đã nhập."
        )
        self.count_changed.emit(len(lines))

    def focus_first(self) -> None:
        if self._table.rowCount():
            self._table.setFocus()
        elif self._buttons:
            self._buttons[0].setFocus()

    def table(self) -> LetterTable:
        return self._table

    def buttons(self) -> list[QPushButton]:
        return list(self._buttons)

    def banner(self) -> Banner:
        return self._banner

    def _on_make_clicked(self, purpose_id: str, _checked: bool = False) -> None:
        self._banner.clear()
        record_id = self._page.stored_id()
        if record_id is None:
            return
        try:
            draft = self._ctx.record_letters.create(purpose_id, record_id)
        except AppError as error:
            self._banner.say(error)
            return
        self.show_record(record_id, deleted=False)
        self._page.records_changed.emit("letter")
        self._open(draft.letter_id)

    def _on_many_clicked(self) -> None:
        from app.ui.record_letters.batching import ask_batch

        self._banner.clear()
        record_id = self._page.stored_id()
        if record_id is not None:
            ask_batch(self._ctx, self._kind, [record_id], self._on_batch_made, self._page)

    def _on_batch_made(self, batch: LetterBatchView) -> None:
        self.show_record(self._record_id, deleted=False)
        self._page.records_changed.emit("letter")
        self._page.open_requested.emit("letter_batch", batch.id, None)

    def _open(self, letter_id: int) -> None:
        self._page.open_requested.emit("letter", letter_id, None)


def _words(line: RecordLetterLine) -> tuple[str, ...]:
    reference = line.reference or "chưa có số"
    return (line.title, reference, date_text(line.letter_date), line.subject, line.state.label)
