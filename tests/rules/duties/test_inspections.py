"""Where an inspection stands (duty 32)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.duties.inspections import Remedy, inspection_state, next_remedy
from app.rules.vocabulary import CalledOff, InspectionState

BEGAN, CONCLUDED, MENDED = date(2026, 10, 12), date(2026, 10, 20), date(2026, 11, 2)
OPEN, DONE = Remedy(date(2026, 11, 10)), Remedy(date(2026, 11, 1), MENDED)
_DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))
_REMEDIES = st.lists(st.builds(Remedy, _DAYS, _DAYS))


@pytest.mark.parametrize(
    ("off", "started_on", "concluded_on", "remedies", "state"),
    [
        (None, None, None, (), InspectionState.PLANNED),
        (None, BEGAN, None, (OPEN,), InspectionState.RUNNING),
        (None, BEGAN, CONCLUDED, (OPEN, DONE), InspectionState.CONCLUDED),
        (None, BEGAN, CONCLUDED, (Remedy(),), InspectionState.CONCLUDED),
        (None, BEGAN, CONCLUDED, (DONE,), InspectionState.FOLLOWED_UP),
        (None, BEGAN, CONCLUDED, (), InspectionState.FOLLOWED_UP),
        (CalledOff.POSTPONED, None, None, (), InspectionState.POSTPONED),
        (CalledOff.CANCELLED, BEGAN, None, (OPEN,), InspectionState.CANCELLED),
    ],
)
def test_the_state_follows_from_what_was_done(
    off: CalledOff | None,
    started_on: date | None,
    concluded_on: date | None,
    remedies: tuple[Remedy, ...],
    state: InspectionState,
) -> None:
    assert inspection_state(off, started_on, concluded_on, remedies) is state


@given(_REMEDIES)
def test_the_next_remedy_is_open_and_none_open_is_due_before_it(remedies: list[Remedy]) -> None:
    found = next_remedy(remedies)
    waiting = [one for one in remedies if one.done_on is None and one.due_on is not None]
    assert (found is None) == (not waiting)
    assert all(one.due_on >= found for one in waiting)


@given(_REMEDIES)
def test_what_waits_for_a_remedy_is_never_followed_up(remedies: list[Remedy]) -> None:
    state = inspection_state(None, BEGAN, CONCLUDED, remedies)
    if next_remedy(remedies) is not None:
        assert state is InspectionState.CONCLUDED
