"""The tab “Các lần phát ngôn”: the series, and what each one said that the last had not."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser, QVBoxLayout

from app.rules.dates import date_time_text
from app.rules.duties.statements import Difference, Piece
from app.services.statements.service import SeriesLine
from app.ui.pages.record_tabs import RecordTab
from app.ui.statements.steps import about_incident, after
from app.ui.widgets import HelpLabel
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.line_table import LineTable, Part

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.pages.record_page import RecordPage

_COLUMNS = (
    ("Lần", 8), ("Phát ngôn lúc", 14), ("Hình thức", 24), ("Người phát ngôn", 18),
    ("So với lần trước", 30),
)  # fmt: skip
# Words tell what a mark means, for those who do not see it.
_MARKS = {Difference.REMOVED: ("s", "bỏ"), Difference.ADDED: ("u", "thêm")}


def line_words(line: SeriesLine) -> tuple[str, ...]:
    """Return the cells of one statement."""
    number = "Dự thảo" if line.number is None else f"Lần {line.number}"
    first = "Lần đầu" if line.number == 1 else ""
    return (
        number,
        date_time_text(line.given_at),
        line.form.label,
        line.speaker,
        line.words or first or ("Chưa có nguyên văn" if not line.text else ""),
    )


def text_words(line: SeriesLine) -> str:
    """Return the text with what differs named in words: "Kè nứt [bỏ: 5] [thêm: 12] mét."."""
    if not line.pieces:
        return line.text
    return " ".join(_plain(piece) for piece in line.pieces)


def text_html(line: SeriesLine) -> str:
    """Return the same for the screen: struck through and underlined besides."""
    pieces: Iterable[Piece] = line.pieces or (Piece(Difference.SAME, line.text),)
    parts = []
    for piece in pieces:
        words = escape(piece.text.strip()).replace("\n", "<br>")
        if piece.difference in _MARKS:
            mark, name = _MARKS[piece.difference]
            words = f"<b>[{name}: <{mark}>{words}</{mark}>]</b>"
        parts.append(words)
    return " ".join(parts)


class SeriesTab(RecordTab):
    """The statements about an incident, or those that continue one another."""

    def __init__(self, ctx: AppContext, page: RecordPage) -> None:
        super().__init__()
        self._ctx = ctx
        self._page = page
        self._record_id: int | None = None
        self._lines: tuple[SeriesLine, ...] = ()
        self._next_button = QPushButton("Ghi lần phát ngôn tiếp theo…")
        self._next_button.clicked.connect(self._on_next_clicked)
        bar = FlowLayout()
        bar.addWidget(self._next_button)
        self._help = HelpLabel()
        self._table: LineTable[SeriesLine] = LineTable("Các lần phát ngôn", _COLUMNS, line_words)
        self._table.opened.connect(self._on_opened)
        self._table.line_changed.connect(self._show_text)
        self._view = QTextBrowser()
        self._view.setAccessibleName("Nguyên văn, so với lần trước")
        self._view.setTabChangesFocus(True)
        self._hash_label = QLabel()
        self._hash_label.setTextFormat(Qt.TextFormat.PlainText)
        self._hash_label.setWordWrap(True)
        self._hash_label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        whole = QVBoxLayout(self)
        whole.addLayout(bar)
        whole.addWidget(self._help)
        whole.addWidget(self._table, 2)
        whole.addWidget(self._view, 3)
        whole.addWidget(self._hash_label)

    def show_record(self, record_id: int | None, *, deleted: bool) -> None:
        self._next_button.setVisible(not deleted)
        self._record_id = record_id
        self._lines = ()
        if record_id is not None and not deleted:
            service = self._ctx.statements
            is_one = self._page.kind() == "statement"
            self._lines = service.series_of(record_id) if is_one else service.series(record_id)
        self._table.show_parts((Part("", self._lines),))
        for widget in (self._table, self._view, self._hash_label):
            widget.setVisible(bool(self._lines))
        self._help.setText(
            "Enter mở lần đang chọn. Phần khác lần trước ghi [bỏ: …], [thêm: …]."
            if self._lines
            else "Chưa có lần phát ngôn nào."
        )
        self._show_text()
        self.count_changed.emit(len(self._lines))

    def focus_first(self) -> None:
        (self._table if self._lines else self._next_button).setFocus()

    def table(self) -> LineTable[SeriesLine]:
        return self._table

    def text(self) -> str:
        """Return the text on show."""
        return self._view.toPlainText()

    def hash_words(self) -> str:
        return self._hash_label.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._on_opened()
        else:
            super().keyPressEvent(event)

    def _show_text(self) -> None:
        line = self._table.line()
        self._view.setHtml("" if line is None else text_html(line))
        sha256 = line.sha256 if line is not None else ""
        self._hash_label.setText(
            f"Mã kiểm chứng nguyên văn (SHA-256): {sha256}"
            if sha256
            else "Dự thảo: nguyên văn chưa khóa."
        )

    def _on_opened(self) -> None:
        line = self._table.line()
        if line is not None and not self._is_of_page(line):
            self._page.open_requested.emit("statement", line.id, None)

    def _is_of_page(self, line: SeriesLine) -> bool:
        return self._page.kind() == "statement" and line.id == self._record_id

    def _on_next_clicked(self) -> None:
        record_id = self._page.stored_id()
        if record_id is None:
            return
        begin = after if self._page.kind() == "statement" else about_incident
        self._page.open_requested.emit("statement", None, begin(self._ctx, record_id))


def _plain(piece: Piece) -> str:
    words = piece.text.strip()
    if piece.difference not in _MARKS:
        return words
    return f"[{_MARKS[piece.difference][1]}: {words}]"
