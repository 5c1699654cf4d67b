"""Where an inspection stands, told from what was done about it (duty 32)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.vocabulary import CalledOff, InspectionState


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a recommendation asks for: until when, and when it was done."""

    due_on: date | None = None
    done_on: date | None = None


def inspection_state(
    called_off: CalledOff | None,
    started_on: date | None,
    conclusion_date: date | None,
    remedies: Sequence[Remedy],
) -> InspectionState:
    """Return the state; an inspection is followed up once every recommendation is carried out."""
    if called_off is not None:
        return InspectionState(called_off.value)
    if conclusion_date is not None:
        is_done = all(remedy.done_on for remedy in remedies)
        return InspectionState.FOLLOWED_UP if is_done else InspectionState.CONCLUDED
    return InspectionState.PLANNED if started_on is None else InspectionState.RUNNING


def next_remedy(remedies: Sequence[Remedy]) -> date | None:
    """Return the day by which the next open recommendation has to be carried out."""
    return min((one.due_on for one in remedies if one.due_on and not one.done_on), default=None)
