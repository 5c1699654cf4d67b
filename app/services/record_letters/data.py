"""A letter of a record as plain data: as its page edits it, and as a line of the record's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.exports.letter.data import LetterData
from app.rules.numbering import letter_reference
from app.rules.vocabulary import LetterState
from app.services.record_letters.purposes import Address


@dataclass(frozen=True, slots=True)
class RecordLetterDraft:
    """A letter with the record it was made from.

    The page edits a copy (``dataclasses.replace``) and hands it back whole. ``title`` is what the
    letter is for, ``record_title`` names the record. ``letter_number`` ("07", "15a") is empty until
    it is issued.
    """

    letter_id: int
    letter_version: int
    letter: LetterData
    purpose: str
    title: str
    record_kind: str
    record_id: int
    record_title: str
    letter_state: LetterState = LetterState.DRAFT
    letter_number: str = ""
    batch_id: int | None = None
    addresses: tuple[Address, ...] = ()
    void_reason: str = ""

    @property
    def reference(self) -> str:
        """The letter's number as people quote it, "05/SXD-VP" or "144-CV/TU"; "" before issue."""
        if not self.letter_number:
            return ""
        return letter_reference(self.letter.layout, self.letter_number, self.letter.symbol)

    @property
    def can_edit(self) -> bool:
        """The text may change while the letter is a draft."""
        return self.letter_state is LetterState.DRAFT


@dataclass(frozen=True, slots=True)
class RecordLetterLine:
    """One letter in the list on its record's page; ``title`` is what it is for."""

    letter_id: int
    title: str
    reference: str
    letter_date: date | None
    subject: str
    state: LetterState
