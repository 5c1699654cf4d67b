"""The steps of a record's letter, and the ways to its record and away from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.rules.vocabulary import LetterState
from app.services.record_letters.data import RecordLetterDraft
from app.settings import Settings
from app.ui.letters.editing.steps import LETTER_STEPS, RELOAD, LetterSteps, StepSpec
from app.ui.record_letters.envelopes import ask_envelopes

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.record_letters.page import RecordLetterPage

_OPEN = (LetterState.DRAFT, LetterState.SIGNED)


class RecordLetterSteps(LetterSteps[RecordLetterDraft]):
    """A draft may also be deleted: its record can have others."""

    specs: tuple[StepSpec, ...] = (
        ("record", "save", (LetterState.DRAFT,)),
        *LETTER_STEPS,
        ("letter", "envelopes", tuple(LetterState)),
        ("letter", "record", tuple(LetterState)),
        ("record", "delete", _OPEN),
        RELOAD,
    )

    def __init__(self, page: RecordLetterPage, ctx: AppContext, settings: Settings) -> None:
        super().__init__(page, ctx.record_letters, ctx, settings)
        self._page = page
        self._steps |= {
            "envelopes": self._envelopes,
            "record": page.open_record,
            "delete": page.delete,
        }

    def _checked_draft(self) -> RecordLetterDraft:
        return self._page.checked_draft()

    def _took(self, draft: RecordLetterDraft, words: str) -> None:
        self._page.took(draft, words)

    def _redrafted(self, draft: RecordLetterDraft) -> RecordLetterDraft:
        return self._ctx.record_letters.redraft(draft)

    def _rewrite_text(self, draft: RecordLetterDraft) -> None:
        self._page.show_rewritten(self._ctx.record_letters.rewritten(draft))

    def _envelopes(self) -> None:
        draft = self._stored()
        name = draft.reference.replace("/", "-") or draft.title
        ask_envelopes(
            self._ctx, self._settings, [draft.letter_id], name, self._tell_saved, self._page
        )
