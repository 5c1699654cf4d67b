"""The page of a letter that was made from a record: its text, to whom, and its way to a number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.errors import AppError, FieldErrors
from app.rules.letter_text.common import ComposedText
from app.rules.vocabulary import NUMBERED_STATES
from app.services.record_letters.data import RecordLetterDraft
from app.settings import Settings
from app.specs.registry import SPECS
from app.text import upper_first
from app.ui import messages
from app.ui.forms.editors import Sources
from app.ui.letters.editing.work_page import LetterWorkPage
from app.ui.record_letters.form import RecordLetterForm
from app.ui.record_letters.steps import RecordLetterSteps

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.services.records.service import Records


class RecordLetterPage(LetterWorkPage):
    """The letter is the clerk's to edit; its record is seen and changed on its own page."""

    _form: RecordLetterForm

    def __init__(
        self,
        ctx: AppContext,
        settings: Settings,
        letter_id: int,
        parent: QWidget | None = None,
    ) -> None:
        draft = ctx.record_letters.open(letter_id)
        form = RecordLetterForm(Sources(ctx.records, ctx.today), draft.letter.document_type)
        super().__init__(ctx, form, parent)
        self._draft = self._clean = draft
        self._steps = RecordLetterSteps(self, ctx, settings)
        form.text.rewrite_requested.connect(self._on_rewrite_requested)
        self._assemble()
        self._take(draft)

    def title(self) -> str:
        name = upper_first(self._draft.title)
        return f"{name} {self._draft.reference}" if self._draft.letter_number else name

    def page_actions(self) -> list[QAction]:
        return self._steps.actions()

    def shown_record(self) -> tuple[str, int]:
        return "letter", self._draft.letter_id

    def refresh(self, kind: str | None = None) -> None:
        if kind in (None, "office"):
            self.guarded(self._take_office)
        if kind in (None, self._draft.record_kind):
            self.guarded(self._compare)
            self.show_draft()

    def focus_first(self) -> None:
        if self._draft.can_edit:
            self._form.go_to(self._form.text)
        else:
            self._preview.setFocus()

    def is_dirty(self) -> bool:
        return self._draft.can_edit and (bool(self._form.problems()) or self.draft() != self._clean)

    def save(self) -> bool:
        """Save; return whether it was. What is wrong is said at its field or in the banner."""
        return self._steps.run("save")

    # For the steps, and for tests ------------------------------------------------------

    def form(self) -> RecordLetterForm:
        return self._form

    def draft(self) -> RecordLetterDraft:
        """Return the letter as it stands on screen; one that is locked stays as it is."""
        return self._form.apply(self._draft) if self._draft.can_edit else self._draft

    def checked_draft(self) -> RecordLetterDraft:
        """Return the letter on screen. Raises FieldErrors for what was not understood."""
        problems = self._form.problems()
        if problems:
            raise FieldErrors(problems)
        return self.draft()

    def took(self, draft: RecordLetterDraft, words: str) -> None:
        """Show what the service has stored, and tell everybody."""
        self._take(draft)
        self.records_changed.emit(draft.record_kind)
        self.records_changed.emit("letter")
        self.notice.emit(words, None)

    def show_rewritten(self, draft: RecordLetterDraft) -> None:
        """Put the text written anew into the fields; it is saved like what is typed."""
        self._form.load(draft)
        self._compare()
        self.show_draft()

    def open_record(self) -> None:
        """Open the record that the letter was made from."""
        self.open_requested.emit(self._draft.record_kind, self._draft.record_id, None)

    def delete(self) -> None:
        """Delete the draft; the notice brings it back."""
        letter_id = self._draft.letter_id
        self._ctx.records.delete("letter", letter_id, self._draft.letter_version)
        self._form.load(self._clean)  # what is given up asks nothing on the way out
        restore = partial(_bring_back, self._ctx.records, letter_id)
        self.notice.emit(f"Đã xóa dự thảo {self._draft.title}.", restore)
        self.records_changed.emit(self._draft.record_kind)
        self.records_changed.emit("letter")
        self.closed.emit()

    @Slot()
    def show_draft(self) -> None:
        self._pause.stop()
        draft = self.draft()
        self.guarded(partial(self._show_state, draft), self.show_draft)
        self._show_page(draft)

    def reload(self) -> None:
        letter_id = self._draft.letter_id
        self.guarded(lambda: self._take(self._ctx.record_letters.open(letter_id)))

    # Own -------------------------------------------------------------------------------

    def _take(self, draft: RecordLetterDraft) -> None:
        """Show a draft that came from the service, and call it clean."""
        was = self._draft
        self._draft = draft
        self._banner.clear()
        self._form.clear_errors()
        self._show_signers()
        self._form.load(draft)
        if was.letter_state is not draft.letter_state or was is draft:
            self._draft_mark.setChecked(draft.can_edit)
        self._form.lock_letter(not draft.can_edit)
        self._clean = self.draft()
        self.guarded(self._compare)
        self.show_draft()
        self.title_changed.emit(self.title())

    def _take_office(self) -> None:
        """Take what the office's profile says now; nothing typed here is touched."""
        followed = self._ctx.record_letters.follow_office(self._draft)
        if followed != self._draft:
            self._draft = followed
            self._clean = self._ctx.record_letters.follow_office(self._clean)
        self._show_signers()
        self.show_draft()

    def _compare(self) -> None:
        """Say whether the text is what the record says now."""
        if self._draft.can_edit:
            composed = self._ctx.record_letters.compose(self.draft())
            self._form.text.compare_with(ComposedText(composed.subject, composed.body))

    def _show_signers(self) -> None:
        profile = self._ctx.office.profile()
        self._form.sending.set_signers(profile.signers if profile else (), self._draft.letter)

    def _show_state(self, draft: RecordLetterDraft) -> None:
        self._steps.show_state(draft.letter_state)
        numbered = draft.letter_state in NUMBERED_STATES
        self._show_letter_state(draft, {})
        if not numbered:
            missing = self._ctx.record_letters.issue_problems(draft, self._ctx.today())
            self._show_letter_state(draft, missing)

    def _say_elsewhere(self, words: str) -> None:
        """What no field here has is wrong in the record."""
        singular = SPECS[self._draft.record_kind].singular
        self._banner.say(words, f"Mở {singular}", self.open_record)

    @Slot()
    def _on_rewrite_requested(self) -> None:
        self._steps.run("rewrite")


def _bring_back(records: Records, letter_id: int) -> None:
    """Undo a delete; its page is gone by then."""
    try:
        records.restore("letter", letter_id)
    except AppError as error:
        messages.show_error(None, error)
