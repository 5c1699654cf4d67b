"""Every purpose of a letter by its id."""

from __future__ import annotations

from app.services.record_letters.briefings import BRIEFING_LETTERS
from app.services.record_letters.enquiries import ENQUIRY_LETTERS
from app.services.record_letters.inspections import INSPECTION_LETTERS
from app.services.record_letters.purposes import LetterPurpose
from app.services.record_letters.regulations import REGULATION_LETTERS
from app.services.record_letters.speakers import SPEAKER_LETTERS
from app.services.record_letters.statements import STATEMENT_LETTERS
from app.services.record_letters.trainings import TRAINING_LETTERS
from app.services.record_letters.violations import VIOLATION_LETTERS

# In the order of their buttons on the record's page.
_ALL: tuple[LetterPurpose, ...] = (
    *STATEMENT_LETTERS,
    *ENQUIRY_LETTERS,
    *REGULATION_LETTERS,
    *SPEAKER_LETTERS,
    *BRIEFING_LETTERS,
    *TRAINING_LETTERS,
    *INSPECTION_LETTERS,
    *VIOLATION_LETTERS,
)

PURPOSES: dict[str, LetterPurpose] = {purpose.id: purpose for purpose in _ALL}


def purposes_of(kind: str) -> tuple[LetterPurpose, ...]:
    """Return the purposes of the letters about a kind of record, in the order of their buttons."""
    return tuple(purpose for purpose in PURPOSES.values() if purpose.record_kind == kind)
