"""What the sheets print, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.rules.vocabulary import LetterState, NextStep, RequestKind, RequestOutcome


@dataclass(frozen=True, slots=True)
class TrackingRow:
    """One line of the "Sổ theo dõi yêu cầu phản hồi, cải chính".

    ``number`` is the letter's number with its symbol as printed ("15/SXD-VP", "144-CV/TU"), empty
    while it has none. ``due_on`` is the day set by law or, without one, the day asked for;
    ``due_by_law`` tells which. ``wrong`` and ``true`` hold the points in the same order.
    """

    request_id: int
    number: str
    letter_date: date | None
    letter_state: LetterState | None
    outlet: str
    title: str
    published_at: datetime
    wrong: tuple[str, ...]
    true: tuple[str, ...]
    grounds: str
    kind: RequestKind
    received_on: date | None
    due_on: date | None
    due_by_law: bool
    sent_to_authority_on: date | None
    reminders: tuple[date, ...]
    outcome: RequestOutcome
    corrected_on: date | None
    corrected_where: str
    refusal_reason: str
    next_step: NextStep
    note: str
