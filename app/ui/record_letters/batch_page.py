"""The page of a batch: its letters, signed, issued and printed together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLabel, QTableWidgetItem, QVBoxLayout, QWidget

from app.errors import AppError
from app.rules.dates import date_time_text
from app.rules.vocabulary import LetterState
from app.services.progress import Progress
from app.services.record_letters.batches import LetterBatchView
from app.services.record_letters.data import RecordLetterDraft, RecordLetterLine
from app.settings import Settings
from app.text import upper_first
from app.ui import actions
from app.ui.files import open_path
from app.ui.letters import printing, saving
from app.ui.letters.dialogs import IssueDialog, SignDialog
from app.ui.long_work import LongWork
from app.ui.pages.page import Page
from app.ui.record_letters.envelopes import ask_envelopes
from app.ui.record_letters.tab import LetterTable
from app.ui.widgets import Banner, HelpLabel

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_OPEN = (LetterState.DRAFT, LetterState.SIGNED)
_PROBLEMS_TOLD = 5


class BatchPage(Page):
    """What is done here is done for all letters that are not there yet, or for none."""

    def __init__(
        self,
        ctx: AppContext,
        settings: Settings,
        batch_id: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._settings = settings
        self._batch = ctx.batches.open(batch_id)
        self._banner = Banner()
        self._state_label = QLabel()
        self._table = LetterTable()
        self._table.setAccessibleName("Văn bản của đợt này")
        self._table.setHorizontalHeaderItem(0, QTableWidgetItem("Nơi nhận"))
        self._table.opened.connect(self._on_opened)
        self._draft_mark = QCheckBox("In chữ DỰ THẢ&O trên văn bản chưa ký")
        self._draft_mark.setChecked(True)
        slots: dict[str, Callable[[], None]] = {
            "print": self._on_print,
            "print_rest": self._on_print_rest,
            "sign": self._on_sign,
            "issue": self._on_issue,
            "save_pdf": self._on_save_pdf,
            "envelopes": self._on_envelopes,
        }
        self._actions = {
            name: actions.make("letter", name, self, slot) for name, slot in slots.items()
        }
        self._reload_action = actions.make("record", "reload", self, self.refresh)
        self.addActions(self.page_actions())
        whole = QVBoxLayout(self)
        whole.addWidget(self._state_label)
        whole.addWidget(self._banner)
        whole.addWidget(self._draft_mark)
        whole.addWidget(self._table, 1)
        whole.addWidget(
            HelpLabel(
                "Enter hoặc F2 mở một văn bản để sửa riêng. Máy in kẹt giấy: chọn văn bản đầu tiên "
                "chưa in được, rồi “In tiếp từ dòng này”."
            )
        )
        self._show()

    def title(self) -> str:
        return f"{upper_first(self._batch.title)}: đợt {date_time_text(self._batch.made_at)}"

    def shown_record(self) -> tuple[str, int]:
        return "letter_batch", self._batch.id

    def page_actions(self) -> list[QAction]:
        return [*self._actions.values(), self._reload_action]

    def refresh(self, kind: str | None = None) -> None:
        if kind in (None, "letter", "office"):
            self._guarded(self._reload)

    def focus_first(self) -> None:
        self._table.setFocus()

    def words(self) -> str:
        """Return state and banner as one reads them."""
        return "\n".join(filter(None, (self._state_label.text(), self._banner.text())))

    def table(self) -> LetterTable:
        return self._table

    def _reload(self) -> None:
        self._batch = self._ctx.batches.open(self._batch.id)
        self._show()

    def _show(self) -> None:
        batch = self._batch
        self._table.show_lines(tuple(map(_line, batch.letters)))
        parts = [
            f"{count} {state.label.lower()}"
            for state in LetterState
            if (count := batch.count(state))
        ]
        self._state_label.setText(f"{len(batch.letters)} văn bản: {', '.join(parts)}.")
        drafts, still = batch.count(LetterState.DRAFT), batch.count(*_OPEN)
        for name, on in (("sign", drafts), ("issue", still)):
            self._actions[name].setVisible(bool(on))
            self._actions[name].setEnabled(bool(on))
        self._draft_mark.setVisible(bool(drafts))
        self.title_changed.emit(self.title())

    def _took(self, batch: LetterBatchView, words: str) -> None:
        self._batch = batch
        self._show()
        self.records_changed.emit("letter")
        for kind in {draft.record_kind for draft in batch.letters}:
            self.records_changed.emit(kind)
        self.notice.emit(words, None)

    def _is_ready(self) -> bool:
        """Return whether all letters can go out; what is missing is told."""
        problems = self._ctx.batches.problems(self._batch.id, self._ctx.today())
        if not problems:
            return True
        told = problems[:_PROBLEMS_TOLD]
        if len(problems) > len(told):
            told.append(f"… và {len(problems) - len(told)} văn bản nữa.")
        self._banner.say("\n".join(told))
        return False

    @Slot()
    def _on_sign(self) -> None:
        self._guarded(self._sign)

    @Slot()
    def _on_issue(self) -> None:
        self._guarded(self._issue)

    @Slot()
    def _on_print(self) -> None:
        self._with_pdf(self._print)

    @Slot()
    def _on_print_rest(self) -> None:
        row = self._table.currentRow()
        if row >= 0:
            self._with_pdf(self._print, self._batch.letters[row].letter_id)

    @Slot()
    def _on_save_pdf(self) -> None:
        self._with_pdf(self._save)

    @Slot()
    def _on_envelopes(self) -> None:
        ids = [
            draft.letter_id
            for draft in self._batch.letters
            if draft.letter_state is not LetterState.VOID
        ]
        ask_envelopes(self._ctx, self._settings, ids, self._name(), self._tell_saved, self)

    def _sign(self) -> None:
        self._banner.clear()
        if not self._is_ready():
            return

        def sign(confirmed: bool) -> bool:
            work = partial(self._ctx.batches.sign, self._batch.id, secrecy_confirmed=confirmed)
            words = "Đã ghi nhận chữ ký của cả đợt; nội dung đã khóa."
            return dialog.work(
                "Đang ghi nhận chữ ký",
                lambda progress: work(progress=progress),
                lambda batch: self._took(batch, words),
            )

        count = self._batch.count(LetterState.DRAFT)
        dialog = SignDialog(sign, self, what=f"cả {count} văn bản dự thảo của đợt này")
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _issue(self) -> None:
        self._banner.clear()
        if not self._is_ready():
            return
        batch_id = self._batch.id
        first = next(draft for draft in self._batch.letters if draft.letter_state in _OPEN)

        def issue(day: date, typed: str | None, confirmed: bool) -> bool:
            work = partial(self._ctx.batches.issue, batch_id, day, typed)

            def took(batch: LetterBatchView) -> None:
                numbers = [draft.reference for draft in batch.letters if draft.reference]
                self._took(batch, f"Đã phát hành, số cuối {numbers[-1]}.")

            return dialog.work(
                "Đang lấy số và dựng văn bản",
                lambda progress: work(secrecy_confirmed=confirmed, progress=progress),
                took,
            )

        dialog = IssueDialog(
            self._ctx.today,
            partial(self._ctx.batches.next_number, batch_id),
            partial(self._ctx.batches.issue_warnings, batch_id),
            lambda _day: (),
            issue,
            first.letter,
            self,
        )
        dialog.setWindowTitle("Phát hành cả đợt")
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _with_pdf(self, on_done: Callable[[bytes], None], first: int | None = None) -> None:
        """Set all letters, or those from one on, off the UI thread; then go on with the file."""
        self._banner.clear()
        batch_id, marked = self._batch.id, self._draft_mark.isChecked()

        def work(progress: Progress) -> bytes:
            return self._ctx.batches.pdf(batch_id, first, marked=marked, progress=progress)

        LongWork("Đang dựng trang in", work, on_done, self, self._banner.say)

    def _print(self, pdf: bytes) -> None:
        if printing.print_pdf(pdf, self._name(), self._settings, self):
            self.notice.emit("Đã gửi tới máy in.", None)

    def _save(self, pdf: bytes) -> None:
        path = saving.save_pdf(pdf, f"{self._name()}.pdf", self._settings, self)
        if path is not None:
            self._tell_saved(path)

    def _name(self) -> str:
        mark = "DỮ LIỆU MẪU " if self._ctx.is_sample else ""
        return f"{mark}{upper_first(self._batch.title)} {self._batch.made_at:%Y-%m-%d %H%M}"

    def _tell_saved(self, path: Path) -> None:
        self._banner.say(f"Đã lưu {path}.", "&Mở tệp", partial(open_path, path))

    def _guarded(self, work: Callable[[], object]) -> None:
        try:
            work()
        except AppError as error:
            self._banner.say(error, "&Thử lại", partial(self._guarded, work))

    @Slot(int)
    def _on_opened(self, letter_id: int) -> None:
        self.open_requested.emit("letter", letter_id, None)


def _line(draft: RecordLetterDraft) -> RecordLetterLine:
    to = draft.letter.recipients[0] if draft.letter.recipients else draft.record_title
    return RecordLetterLine(
        letter_id=draft.letter_id,
        title=to,
        reference=draft.reference,
        letter_date=draft.letter.date,
        subject=draft.letter.subject,
        state=draft.letter_state,
    )
