"""The steps of a correction request: those of its letter, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.services.requests.data import RequestDraft
from app.settings import Settings
from app.ui.letters.editing.steps import LetterSteps

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.requests.page import RequestPage


class RequestSteps(LetterSteps[RequestDraft]):
    """Once the letter is signed, a save keeps what became of the request."""

    def __init__(self, page: RequestPage, ctx: AppContext, settings: Settings) -> None:
        super().__init__(page, ctx.requests, ctx, settings)
        self._page = page

    def _checked_draft(self) -> RequestDraft:
        return self._page.checked_draft()

    def _took(self, draft: RequestDraft, words: str) -> None:
        self._page.took(draft, words)

    def _save(self) -> None:
        draft = self._page.checked_draft()
        if draft.can_edit:
            self._page.took(self._ctx.requests.save(draft), "Đã cất yêu cầu.")
        else:
            self._page.took(self._tracked(draft), "Đã cất phần theo dõi.")

    def _law_words(self, draft: RequestDraft, day: date) -> tuple[str, ...]:
        return self._ctx.requests.law_words(draft, day)

    def _issued(self) -> None:
        self._page.form().go_to(self._page.form().tracking)

    def _redrafted(self, draft: RequestDraft) -> RequestDraft:
        assert draft.id is not None
        assert draft.version is not None
        return self._ctx.requests.redraft(draft.id, draft.version)

    def _redraft(self) -> None:
        super()._redraft()
        self._page.form().go_to(self._page.form().text)

    def _rewrite_text(self, draft: RequestDraft) -> None:
        self._page.form().text.follow(self._ctx.requests.compose(draft), replace_own=True)
        self._page.show_draft()

    def _tracked(self, draft: RequestDraft) -> RequestDraft:
        assert draft.id is not None
        assert draft.version is not None
        return self._ctx.requests.save_tracking(
            draft.id, draft.version, draft.tracking, draft.reminders
        )
