"""The plain data of a correction request, as its page edits it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from app.exports.letter.data import LetterData
from app.rules.numbering import letter_reference
from app.rules.vocabulary import (
    ArticleKind,
    LetterState,
    NextStep,
    OutletType,
    RequestKind,
    RequestOutcome,
)


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """The article that a request is about, read-only on the request's page."""

    id: int
    title: str
    outlet_id: int
    outlet_name: str
    outlet_type: OutletType
    published_at: datetime
    kind: ArticleKind
    section: str = ""
    author: str = ""
    url: str = ""
    issue: str = ""
    programme: str = ""
    wrong_passage: str = ""
    true_content: str = ""
    grounds: str = ""
    incident_title: str = ""
    is_periodical: bool = False


@dataclass(frozen=True, slots=True)
class PointLine:
    """One wrong point and what is true instead."""

    wrong_text: str = ""
    true_text: str = ""


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """One time the outlet was reminded."""

    reminded_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tracking:
    """What became of the request; field names are those of the spec's section "Theo dõi"."""

    sent_to_outlet_on: date | None = None
    received_by_outlet_on: date | None = None
    sent_to_authority_on: date | None = None
    due_by_law_on: date | None = None
    outcome: RequestOutcome = RequestOutcome.PENDING
    refusal_reason: str = ""
    published_on: date | None = None
    published_where: str = ""
    next_step: NextStep = NextStep.WAIT
    note: str = ""


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """A correction request with its letter as one unit.

    ``id``, ``version``, ``letter_id`` and ``letter_version`` are None until the first save. The
    page edits a copy (``dataclasses.replace``) and hands it back whole. ``letter`` is the text as
    it will print; ``letter_number`` ("07", "15a") is empty until it is issued.
    """

    id: int | None
    version: int | None
    article: ArticleFacts
    kind: RequestKind
    letter: LetterData
    grounds: str = ""
    legal_basis: str = ""
    deadline_asked: date | None = None
    no_copy_reason: str = ""
    points: tuple[PointLine, ...] = ()
    tracking: Tracking = field(default_factory=Tracking)
    reminders: tuple[ReminderLine, ...] = ()
    letter_id: int | None = None
    letter_version: int | None = None
    letter_state: LetterState = LetterState.DRAFT
    letter_number: str = ""

    @property
    def reference(self) -> str:
        """The letter's number as people quote it, "05/SXD-VP" or "144-CV/TU"; "" before issue."""
        if not self.letter_number:
            return ""
        return letter_reference(self.letter.layout, self.letter_number, self.letter.symbol)

    @property
    def can_edit(self) -> bool:
        """Facts and text may change while the letter is a draft."""
        return self.letter_state is LetterState.DRAFT
