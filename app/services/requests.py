"""Correction requests: the facts, the letter and what became of it, saved as one unit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.exports.sheets.data import TrackingRow
from app.models.database import Database
from app.rules.letter_text import ComposedText
from app.rules.vocabulary import RequestKind
from app.services.letters import LetterService
from app.services.office import OfficeService
from app.services.plain import ListQuery
from app.services.request_data import ReminderLine, RequestDraft, TextChange, Tracking


class RequestService:
    """Use cases of duties 13 to 18."""

    def __init__(self, db: Database, letters: LetterService, office: OfficeService) -> None:
        self._db = db
        self._letters = letters
        self._office = office

    def new_draft(self, article_id: int) -> RequestDraft:
        """Return an unsaved request prefilled from the article.

        Raises NotFound, or FieldErrors under "" while the office has no profile.
        """
        raise NotImplementedError

    def open(self, request_id: int) -> RequestDraft:
        """Return a saved request. Raises NotFound."""
        raise NotImplementedError

    def legal_basis_for(self, draft: RequestDraft, kind: RequestKind) -> str:
        """Return the wording of the law in force for a request of that kind."""
        raise NotImplementedError

    def compose(self, draft: RequestDraft) -> ComposedText:
        """Write subject and body from the facts of the draft."""
        raise NotImplementedError

    def text_differs(self, draft: RequestDraft) -> TextChange:
        """Return the letter's present text beside the one that would be written from the facts."""
        raise NotImplementedError

    def save(self, draft: RequestDraft) -> RequestDraft:
        """Save request, points, reminders and letter in one transaction.

        Raises FieldErrors (``points[0].true_text``, ``letter.subject``) and Conflict.
        """
        raise NotImplementedError

    def issue_problems(self, draft: RequestDraft, letter_date: date) -> Mapping[str, str]:
        """Return why the request cannot be issued yet, by field; empty when it can."""
        raise NotImplementedError

    def sign(self, draft: RequestDraft) -> RequestDraft:
        """Save, and record that the leader signed the letter."""
        raise NotImplementedError

    def reopen(self, draft: RequestDraft) -> RequestDraft:
        """Take the signed letter back to draft."""
        raise NotImplementedError

    def issue(
        self, draft: RequestDraft, letter_date: date, typed_number: str | None = None
    ) -> RequestDraft:
        """Save, take the number and freeze the letter in one transaction. Raises FieldErrors."""
        raise NotImplementedError

    def void(self, draft: RequestDraft, reason: str) -> RequestDraft:
        """Cancel the issued letter; number and file stay."""
        raise NotImplementedError

    def redraft(self, request_id: int, version: int) -> RequestDraft:
        """Begin a new draft letter for a request whose letter is void."""
        raise NotImplementedError

    def save_tracking(
        self,
        request_id: int,
        version: int,
        tracking: Tracking,
        reminders: tuple[ReminderLine, ...],
    ) -> RequestDraft:
        """Save what became of the request; possible in every state, the letter stays as it is.

        Raises FieldErrors keyed by the tracking field or ``reminders[0].reminded_on``.
        """
        raise NotImplementedError

    def tracking_rows(self, query: ListQuery) -> list[TrackingRow]:
        """Return the lines of the tracking sheet for the list's filter, in the list's order."""
        raise NotImplementedError
