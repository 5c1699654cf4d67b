"""What is still to be done about a violation that the press found, read from the steps taken.

Letter 144-CV/TU wants it inspected, concluded, handled if there was wrongdoing, reported to the
superior Party committee, and the press told of the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.rules.dates import date_text
from app.rules.vocabulary import (
    TransferCount,
    ViolationConclusion,
    ViolationStage,
    ViolationStepKind,
)

Step = ViolationStepKind

_WAITS_FOR = {
    Step.DIRECTED: ViolationStage.DIRECTION,
    Step.INSPECTED: ViolationStage.INSPECTION,
    Step.CONCLUDED: ViolationStage.CONCLUSION,
    Step.HANDLED: ViolationStage.HANDLING,
    Step.REPORTED: ViolationStage.REPORT,
    Step.INFORMED: ViolationStage.ANSWER,
}
# The superior is to learn of the result as the press is: neither waits for the other.
_UNORDERED = (Step.REPORTED, Step.INFORMED)
_COUNTS = (TransferCount.NONE, TransferCount.ONCE, TransferCount.TWICE)


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step with its day."""

    step: Step
    on: date


def first_days(steps: Iterable[StepTaken]) -> Mapping[Step, date]:
    """Return for each step that was taken the day of the first time."""
    days: dict[Step, date] = {}
    for taken in steps:
        days[taken.step] = min(taken.on, days.get(taken.step, date.max))
    return days


def needed(conclusion: ViolationConclusion | None) -> Iterator[Step]:
    """Yield the steps that a case needs; without wrongdoing there is nothing to handle."""
    for step in Step:
        if step is not Step.HANDLED or conclusion in (None, ViolationConclusion.WRONGDOING):
            yield step


def missing(days: Mapping[Step, date], conclusion: ViolationConclusion | None) -> tuple[Step, ...]:
    """Return the needed steps not taken yet, in their order."""
    return tuple(step for step in needed(conclusion) if step not in days)


def stage(
    days: Mapping[Step, date], conclusion: ViolationConclusion | None, closed_on: date | None
) -> ViolationStage:
    """Return what the case waits for."""
    if closed_on is not None:
        return ViolationStage.CLOSED
    return next((_WAITS_FOR[step] for step in missing(days, conclusion)), ViolationStage.DONE)


def result_day(days: Mapping[Step, date], conclusion: ViolationConclusion | None) -> date | None:
    """Return the day from which there is a result to tell: handled, or found not to need it."""
    if conclusion is None:
        return None
    handles = conclusion is ViolationConclusion.WRONGDOING
    return days.get(Step.HANDLED if handles else Step.CONCLUDED)


def order_problem(days: Mapping[Step, date], step: Step, on: date) -> str:
    """Return why a step cannot be of that day, given the first days of the others; else nothing."""
    for earlier in Step:
        if earlier is step:
            break
        before = days.get(earlier)
        if before is None or on >= before or (earlier in _UNORDERED and step in _UNORDERED):
            continue
        return (
            f"“{step.label}” không thể trước “{earlier.label}” ({date_text(before)}); "
            "kiểm tra lại ngày."
        )
    return ""


def transfer_count(count: int) -> TransferCount:
    """Say how often the answer for a case was passed on."""
    return _COUNTS[count] if count < len(_COUNTS) else TransferCount.OFTEN
