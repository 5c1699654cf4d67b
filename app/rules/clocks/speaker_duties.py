"""What assigning and authorising someone to speak obliges to (duties 7 and 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.clocks.duties import Duty, day_start
from app.rules.clocks.work_calendar import next_day
from app.rules.duties.spokespersons import Authorisation, Tenure
from app.rules.vocabulary import Bound, ClockDuty, StartsFrom


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """What of a body decides the clocks of its assignments; ``as_of`` is when they were saved last.

    ``as_of`` and not today: nothing here may change by itself from one day to the next.
    """

    bound: Bound
    as_of: date
    ends: date | None = None


def assignment_duties(
    one: Tenure, all_of_body: Sequence[Tenure], body: BodyFacts
) -> Iterator[Duty]:
    """Yield the duty to make a spokesperson known, and to assign another where one has left."""
    assigned_on = one.assignment.decision_date or one.begins
    told = (one.assignment.published_on, one.assignment.announced_on)
    yield Duty(
        ClockDuty.SPOKESPERSON_PUBLICATION,
        body.bound,
        {StartsFrom.SPOKESPERSON_ASSIGNED: day_start(assigned_on)},
        assigned_on,
        # Both: on the portal, and in writing to the press.
        met_at=day_start(max(day for day in told if day)) if all(told) else None,
        is_over=one.ends is not None and one.ends < body.as_of,
    )
    left_on = one.ends
    if left_on is None or _goes_on(one, left_on, all_of_body):
        return
    followed_on = min((each.begins for each in all_of_body if each.begins > left_on), default=None)
    yield Duty(
        ClockDuty.SPOKESPERSON_REPLACEMENT,
        body.bound,
        {StartsFrom.SPOKESPERSON_LEFT: day_start(left_on)},
        left_on,
        met_at=day_start(followed_on) if followed_on else None,
        is_over=body.ends is not None and body.ends <= left_on,
    )


def authorisation_duties(one: Authorisation, bound: Bound, as_of: date) -> Iterator[Duty]:
    """Yield the duty to post an authorisation once it is signed."""
    if one.signed_at is None:
        return
    yield Duty(
        ClockDuty.AUTHORISATION_PUBLICATION,
        bound,
        {StartsFrom.AUTHORISATION_SIGNED: one.signed_at},
        one.signed_at.date(),
        met_at=one.published_at,
        is_over=one.ends < as_of,
    )


def _goes_on(one: Tenure, left_on: date, all_of_body: Sequence[Tenure]) -> bool:
    """Return whether someone else speaks on, or left on the same day and has the duty."""
    after = next_day(left_on)
    for each in all_of_body:
        if each is one:
            continue
        if each.begins <= left_on and each.holds(after):
            return True
        if each.ends == left_on and each.assignment.id > one.assignment.id:
            return True
    return False
