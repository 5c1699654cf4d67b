"""Rà soát quy chế: where each body stands with its press regulation (duty 6), and the reminders."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.errors import AppError
from app.rules.dates import date_text
from app.services.plain import ListQuery
from app.services.record_letters.batches import LetterBatchView
from app.services.regulations.service import ProgressLine
from app.ui import actions, messages, tasks
from app.ui.lists.exporting import Exporter
from app.ui.long_work import LongWork
from app.ui.pages.page import Page
from app.ui.widgets import Banner
from app.ui.widgets.line_table import LineTable, Part

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_SHEET = "regulation_progress"
_SHOWN_KINDS = ("regulation", "legal_document", "body", "letter", "legal_rule")
_COLUMNS = (
    ("Cơ quan, đơn vị", 28),
    ("Quy chế", 18),
    ("Tình trạng", 18),
    ("Văn bản viện dẫn đã hết hiệu lực", 34),
    ("Hạn", 12),
    ("Đã đôn đốc", 20),
)


class ProgressPage(Page):
    """Read in a worker; a body that has nothing more to do can be hidden."""

    def __init__(
        self, ctx: AppContext, exporter: Exporter | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._exporter = exporter
        self._lines: tuple[ProgressLine, ...] = ()
        self._banner = Banner()
        self._table: LineTable[ProgressLine] = LineTable("Rà soát quy chế", _COLUMNS, _cells)
        self._table.opened.connect(self._on_open)
        self._table.line_changed.connect(self._enable)
        self._count_label = QLabel("Đang nạp…")
        self._count_label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self._banner)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._count_label)
        self._make_actions()
        if exporter is not None:
            exporter.notice.connect(self.notice)
        self._load()

    def title(self) -> str:
        return "Rà soát quy chế phát ngôn"

    def page_actions(self) -> list[QAction]:
        return list(self._shown_actions)

    def refresh(self, kind: str | None = None) -> None:
        if kind is None or kind in _SHOWN_KINDS:
            self._load()

    def focus_first(self) -> None:
        self._table.setFocus()

    def texts(self) -> list[str]:
        """Return the rows as shown."""
        return self._table.texts()

    def count_words(self) -> str:
        """Return what stands under the table."""
        return self._count_label.text()

    def _make_actions(self) -> None:
        make = partial(actions.make, "regulation_progress", parent=self)
        self._open_action = make("open", on_triggered=self._on_open)
        self._new_action = make("new", on_triggered=self._on_new)
        self._remind_action = make("remind", on_triggered=self._on_remind)
        self._wanting_action = make("wanting", on_triggered=self._show)
        self._wanting_action.setCheckable(True)
        self._export_action = make("export", on_triggered=self._on_export)
        self._export_action.setVisible(self._exporter is not None)
        reload = make("reload", on_triggered=self._load)
        self._shown_actions = [
            self._open_action,
            self._new_action,
            self._remind_action,
            self._wanting_action,
            self._export_action,
            reload,
        ]
        self.addActions(self._shown_actions)
        self._enable()

    def _load(self) -> None:
        tasks.run(self._ctx.regulations.progress, self._on_read, self._on_failed)

    def _on_read(self, lines: tuple[ProgressLine, ...]) -> None:
        self._banner.clear()
        self._lines = lines
        self._show()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        self._banner.say(error, "&Thử lại", self._load)

    def _show(self) -> None:
        wanting = [line for line in self._lines if line.is_wanting]
        shown = tuple(wanting) if self._wanting_action.isChecked() else self._lines
        self._table.show_parts((Part("", shown),) if shown else ())
        self._count_label.setText(_counted(self._lines, wanting))
        self._remind_action.setEnabled(bool(wanting))
        self._enable()

    def _enable(self) -> None:
        has_line = self._table.line() is not None
        self._open_action.setEnabled(has_line)
        self._new_action.setEnabled(has_line)

    def _on_open(self) -> None:
        line = self._table.line()
        if line is not None and line.regulation_id is not None:
            self.open_requested.emit("regulation", line.regulation_id, None)
        elif line is not None:
            self.open_requested.emit("body", line.body_id, None)

    def _on_new(self) -> None:
        line = self._table.line()
        if line is not None:
            self.open_requested.emit("regulation", None, {"body_id": line.body_id})

    def _on_remind(self) -> None:
        """Write one letter for each body that has something to do, after it was agreed to."""
        sources: defaultdict[str, list[int]] = defaultdict(list)
        for line in self._lines:
            if line.is_wanting:
                sources[line.purpose].append(line.letter_source)
        again = sum(1 for line in self._lines if line.is_wanting and line.reminded)
        total = sum(map(len, sources.values()))
        notes = "Các văn bản là dự thảo; xem lại, ký và phát hành cả loạt ở trang sau."
        if again:
            notes = f"Trong đó {again} nơi đã được đôn đốc trước đây. {notes}"
        if messages.confirm(self, f"Lập {total} văn bản đôn đốc?", notes, "&Lập văn bản"):
            self._write(list(sources.items()))

    def _write(self, left: list[tuple[str, list[int]]], made_before: tuple[int, ...] = ()) -> None:
        """Write a batch for each kind of letter, one after the other."""
        purpose, ids = left[0]

        def made(batch: LetterBatchView) -> None:
            self.records_changed.emit("letter")
            self.open_requested.emit("letter_batch", batch.id, None)
            if left[1:]:
                self._write(left[1:], (*made_before, len(batch.letters)))
            else:
                self.notice.emit(_made_words((*made_before, len(batch.letters))), None)

        LongWork(
            "Đang soạn văn bản",
            lambda progress: self._ctx.batches.create(purpose, ids, progress=progress),
            made,
            self,
        )

    def _on_export(self) -> None:
        if self._exporter is not None:
            self._exporter.export(_SHEET, ListQuery(), self, "Tiến độ rà soát quy chế")


def _cells(line: ProgressLine) -> tuple[str, ...]:
    issued = f" ({date_text(line.issued_on)})" if line.issued_on else ""
    reminded = f"{line.reminded} ({date_text(line.reminded_on)})" if line.reminded else ""
    return (
        line.body,
        f"{line.number}{issued}" if line.regulation_id is not None else "",
        line.state_words,
        line.grounds,
        date_text(line.due_at.date()) if line.due_at else "",
        reminded,
    )


def _made_words(counts: tuple[int, ...]) -> str:
    """Say how many letters were written; of two kinds, the page of the first is under the last."""
    words = f"Đã lập {sum(counts)} văn bản"
    if len(counts) == 1:
        return f"{words}."
    return f"{words}, {len(counts)} đợt: {counts[-1]} ở trang này, Esc về đợt kia."


def _counted(lines: tuple[ProgressLine, ...], wanting: list[ProgressLine]) -> str:
    if not lines:
        return "Chưa có cơ quan, đơn vị nào: thêm ở phần “Cơ quan, đơn vị” trước."
    none = sum(1 for line in lines if line.regulation_id is None)
    return (
        f"{len(lines)} dòng: {len(lines) - len(wanting)} nơi có quy chế còn phù hợp, "
        f"{len(wanting) - none} quy chế phải rà soát hoặc sửa đổi, {none} nơi chưa có quy chế."
    )
