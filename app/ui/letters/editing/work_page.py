"""What every page of a letter shows: how it stands, what is missing, its tabs, the page beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QSplitter, QVBoxLayout, QWidget

from app.errors import AppError, Conflict, FieldErrors
from app.exports.letter.data import LetterData
from app.rules.dates import date_text
from app.rules.vocabulary import NUMBERED_STATES, LetterState
from app.services.secrecy.alarm import SecrecyAlarm
from app.ui.letters.editing.form import EditForm
from app.ui.letters.preview import PAUSE_MS, LetterPreview
from app.ui.pages.page import Page
from app.ui.secrecy.alarm import tell_alarm, tell_marks
from app.ui.widgets import Banner

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class LetterDraft(Protocol):
    """A letter in the making, whatever it is made from; ``letter_id`` is None before a save."""

    @property
    def letter(self) -> LetterData: ...
    @property
    def letter_id(self) -> int | None: ...
    @property
    def letter_state(self) -> LetterState: ...
    @property
    def letter_number(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def can_edit(self) -> bool: ...


class LetterWorkPage(Page):
    """A draft's fields on the left, the page that will print on the right."""

    def __init__(self, ctx: AppContext, form: EditForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._form = form
        self._state_label = QLabel()
        font = self._state_label.font()
        font.setBold(True)
        self._state_label.setFont(font)
        self._missing_label = QLabel()
        self._missing_label.setWordWrap(True)
        self._missing_label.setTextFormat(Qt.TextFormat.PlainText)
        self._banner = Banner()
        self._preview = LetterPreview()
        self._draft_mark = QCheckBox("DỰ THẢ&O")
        self._draft_mark.setChecked(True)
        self._draft_mark.setToolTip("In chữ DỰ THẢO; bỏ chọn để in chừa trống số và ngày")
        self._preview.add_to_bar(self._draft_mark)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        form.changed.connect(self._pause.start)
        form.notice.connect(self.notice)
        self._draft_mark.toggled.connect(self.show_draft)
        self._pause.timeout.connect(self.show_draft)

    def form(self) -> EditForm:
        return self._form

    def preview(self) -> LetterPreview:
        return self._preview

    def banner(self) -> Banner:
        return self._banner

    def marks_draft(self) -> bool:
        """Return whether the page is printed with DỰ THẢO."""
        return self._draft_mark.isChecked()

    def words(self) -> str:
        """Return state, what is missing, and the banner, as one reads them at the top."""
        missing = "" if self._missing_label.isHidden() else self._missing_label.text()
        return "\n".join(
            part for part in (self._state_label.text(), missing, self._banner.text()) if part
        )

    def guarded(
        self, work: Callable[[], object], again: Callable[[], object] | None = None
    ) -> bool:
        """Do ``work`` and return whether it was done; trouble is told, and nothing typed lost."""
        try:
            work()
        except FieldErrors as error:
            elsewhere = self._form.show_errors(error.errors)
            if elsewhere:
                self._say_elsewhere(elsewhere)
            else:
                tell_marks(self._banner, self)
        except Conflict as error:
            self._banner.say(error, "&Nạp lại", self.reload)
        except SecrecyAlarm as alarm:
            self._form.show_errors(alarm.fields)
            tell_alarm(self._banner, alarm, again or work, self)
        except AppError as error:
            self._banner.say(error, "&Thử lại" if again else "", again)
        else:
            return True
        return False

    @Slot()
    def show_draft(self) -> None:
        """Bring text, state and preview in line with what is on screen."""
        raise NotImplementedError

    def reload(self) -> None:
        """Show what is stored, giving up what is on screen."""
        raise NotImplementedError

    def _say_elsewhere(self, words: str) -> None:
        """Say what is wrong and belongs to no field on this page."""
        self._banner.say(words)

    def _assemble(self, *above: QWidget) -> None:
        """Put everything in its place, ``above`` over the banner."""
        splitter = QSplitter()
        splitter.addWidget(self._form)
        splitter.addWidget(self._preview)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 11)
        splitter.setStretchFactor(1, 9)
        splitter.setSizes([1100, 900])  # shares, not pixels
        whole = QVBoxLayout(self)
        whole.addWidget(self._state_label)
        whole.addWidget(self._missing_label)
        for widget in above:
            whole.addWidget(widget)
        whole.addWidget(self._banner)
        whole.addWidget(splitter, 1)

    def _show_letter_state(self, draft: LetterDraft, missing: Mapping[str, str]) -> None:
        self._state_label.setText(state_words(draft))
        words = " ".join(missing.values())
        self._missing_label.setText(f"Trước khi phát hành: {words}" if words else "")
        self._missing_label.setVisible(bool(words))
        self._draft_mark.setVisible(draft.letter_state not in NUMBERED_STATES)

    def _show_page(self, draft: LetterDraft) -> None:
        """Show the frozen file, or the page as it would print now."""
        if draft.letter_state in NUMBERED_STATES and draft.letter_id is not None:
            work = partial(self._ctx.letters.frozen_pdf, draft.letter_id)
        else:
            letter = replace(draft.letter, draft=self.marks_draft())
            work = partial(self._ctx.letters.preview, letter)
        self._preview.show_work(work, at_once=True)


def state_words(draft: LetterDraft) -> str:
    """Return where the letter stands, in words."""
    number = f"số {draft.reference} ngày {date_text(draft.letter.date)}"
    match draft.letter_state:
        case LetterState.DRAFT:
            return "Dự thảo" if draft.letter_id is not None else "Dự thảo mới, chưa cất"
        case LetterState.SIGNED:
            return "Đã ký, chờ lấy số; nội dung đã khóa"
        case LetterState.ISSUED:
            return f"Đã phát hành {number}"
        case LetterState.VOID:
            return f"Đã hủy văn bản {number}; số và tệp vẫn giữ trong sổ"
