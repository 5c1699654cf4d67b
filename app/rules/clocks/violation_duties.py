"""What a violation that the press found obliges to, and what of it is done (duties 20 to 23)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.rules.clocks.duties import Duty, Keep, day_start
from app.rules.duties.violations import Step, result_day
from app.rules.vocabulary import Bound, ClockDuty, StartsFrom, ViolationConclusion


@dataclass(frozen=True, slots=True)
class ViolationFacts:
    """What of a violation decides its clocks; ``asked_on`` is when the press asked."""

    bound: Bound
    learned_on: date
    days: Mapping[Step, date]
    conclusion: ViolationConclusion | None = None
    asked_on: date | None = None
    is_closed: bool = False


def violation_duties(facts: ViolationFacts) -> Iterator[Duty]:
    """Yield what is to be done in time: the steps (20 to 23), and the answer that was asked for."""
    learned, directed = facts.learned_on, facts.days.get(Step.DIRECTED)
    concluded = facts.days.get(Step.CONCLUDED)
    result = result_day(facts.days, facts.conclusion)
    duties = (
        (ClockDuty.VIOLATION_DIRECTION, StartsFrom.LEARNED, learned, Step.DIRECTED),
        (ClockDuty.VIOLATION_CONCLUSION, StartsFrom.INSPECTION_DIRECTED, directed, Step.CONCLUDED),
        (ClockDuty.VIOLATION_HANDLING, StartsFrom.CONCLUDED, concluded, Step.HANDLED),
        (ClockDuty.VIOLATION_REPORT, StartsFrom.RESULT_KNOWN, result, Step.REPORTED),
        (ClockDuty.VIOLATION_RESULT, StartsFrom.RESULT_KNOWN, result, Step.INFORMED),
        (ClockDuty.PRESS_ANSWER, StartsFrom.QUESTION_RECEIVED, facts.asked_on, Step.INFORMED),
    )
    for duty, start, since, step in duties:
        handles = facts.conclusion is ViolationConclusion.WRONGDOING
        if since is None or (step is Step.HANDLED and not handles):
            continue
        yield Duty(
            duty,
            facts.bound,
            {start: day_start(since)},
            since,
            met_at=_moment(facts.days.get(step)),
            is_over=facts.is_closed,
            keep=Keep.ALWAYS,
        )


def _moment(day: date | None) -> datetime | None:
    return None if day is None else day_start(day)
