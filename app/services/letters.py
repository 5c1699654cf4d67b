"""Letters from draft to the frozen file: draft → signed → issued → void."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.exports.letter.data import LetterData
from app.models.database import Database
from app.rules.numbering import BookKey
from app.rules.vocabulary import LetterState
from app.services.office import OfficeService


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as screens see it. ``number_text`` ("07", "15a") is empty until it is issued."""

    id: int
    version: int
    state: LetterState
    data: LetterData
    number_text: str = ""
    has_file: bool = False
    signed_on: date | None = None
    issued_at: datetime | None = None
    voided_at: datetime | None = None
    void_reason: str = ""
    source_kind: str | None = None
    source_id: int | None = None

    @property
    def can_edit(self) -> bool:
        """Only a draft's text may change."""
        return self.state is LetterState.DRAFT


@dataclass(frozen=True, slots=True)
class BookReport:
    """What an inspection asks of a number book: the numbers missing and the letters void."""

    key: BookKey
    last_number: int
    missing: tuple[int, ...]
    void: tuple[str, ...]


class LetterService:
    """Use cases of one letter. ``version`` is the one the caller has seen; Conflict if outdated."""

    def __init__(self, db: Database, office: OfficeService) -> None:
        self._db = db
        self._office = office

    def get(self, letter_id: int) -> LetterView:
        """Return a letter. Raises NotFound."""
        raise NotImplementedError

    def save_text(self, letter_id: int, version: int, data: LetterData) -> LetterView:
        """Save the text of a draft. A signed letter is locked: FieldErrors under ""."""
        raise NotImplementedError

    def sign(self, letter_id: int, version: int) -> LetterView:
        """Record that the leader signed; the text is locked until it is reopened."""
        raise NotImplementedError

    def reopen(self, letter_id: int, version: int) -> LetterView:
        """Take a signed letter back to draft; possible until it has a number."""
        raise NotImplementedError

    def issue(
        self, letter_id: int, version: int, letter_date: date, typed_number: str | None = None
    ) -> LetterView:
        """Take the number and freeze the PDF in one transaction, from draft or signed.

        ``typed_number`` is given exactly when the registry clerk gives the numbers. Raises
        FieldErrors under ``letter_date`` or ``typed_number``.
        """
        raise NotImplementedError

    def issue_warnings(self, letter_id: int, letter_date: date) -> list[str]:
        """Return what is unusual, though possible, about issuing on that date."""
        raise NotImplementedError

    def next_number(self, letter_id: int, letter_date: date) -> str:
        """Return the number the letter would take now ("07"); "" if the registry clerk gives it."""
        raise NotImplementedError

    def void(self, letter_id: int, version: int, reason: str) -> LetterView:
        """Cancel an issued letter; its number and file stay. FieldErrors under ``reason``."""
        raise NotImplementedError

    def frozen_pdf(self, letter_id: int) -> bytes:
        """Return the issued file, byte for byte. Raises NotFound, DatabaseDamaged."""
        raise NotImplementedError

    def preview(self, data: LetterData) -> bytes:
        """Set the page as it would print now; ``data.draft`` prints DỰ THẢO."""
        raise NotImplementedError

    def book_report(self, key: BookKey) -> BookReport:
        """Return the gaps and the void numbers of a book."""
        raise NotImplementedError

    def damaged_files(self) -> tuple[int, ...]:
        """Return the ids of issued or void letters whose file is missing or altered."""
        raise NotImplementedError
