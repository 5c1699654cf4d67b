"""The radar over press regulations: which of them rest on a text that is no longer in force.

Duty 6 of letter 144-CV/TU: every body reviews and amends its regulation to fit the rules in force.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.rules.dates import date_text
from app.rules.vocabulary import RegulationStatus, ReviewResult, ReviewState

_IN_USE = (RegulationStatus.IN_FORCE, RegulationStatus.AMENDED)


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A text that a regulation cites. ``valid_to`` is its last day in force, if there is one."""

    number: str
    valid_to: date | None = None
    replaced_by: str = ""

    @property
    def ended_on(self) -> date | None:
        """Return the first day on which the text is no longer in force."""
        return None if self.valid_to is None else self.valid_to + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Review:
    """One review: what it found, until when the regulation is to be amended, and when it was."""

    reviewed_on: date
    result: ReviewResult
    plan_due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class RegulationFacts:
    """What of a regulation decides whether it has to be reviewed."""

    status: RegulationStatus
    valid_from: date | None = None
    valid_to: date | None = None
    cited: tuple[CitedDocument, ...] = ()
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewNeed:
    """What the radar says of a regulation.

    ``since`` is the day from which a review is needed; it may still be ahead. ``ended`` are the
    texts that ended. ``reviewed_on`` is the first review since then, and ``amendment`` that review
    where it found that the regulation has to change.
    """

    state: ReviewState
    since: date | None = None
    ended: tuple[CitedDocument, ...] = ()
    reviewed_on: date | None = None
    amendment: Review | None = None


def review_need(facts: RegulationFacts) -> ReviewNeed:
    """Say whether a regulation still fits the rules in force, and what is to be done about it."""
    if facts.status not in _IN_USE:
        return ReviewNeed(ReviewState.NOT_IN_USE)
    ended = tuple(
        text
        for text in facts.cited
        if text.ended_on is not None and (facts.valid_to is None or text.ended_on <= facts.valid_to)
    )
    if not ended:
        return ReviewNeed(ReviewState.CURRENT)
    since = max(day for text in ended if (day := text.ended_on) is not None)
    if facts.valid_from is not None:
        since = max(since, facts.valid_from)  # one that cited a dead text from its first day
    after = sorted(
        (review for review in facts.reviews if review.reviewed_on >= since),
        key=lambda review: review.reviewed_on,
    )
    if not after:
        return ReviewNeed(ReviewState.NEEDED, since, ended)
    last = after[-1]
    state = ReviewState.CURRENT
    if last.result is not ReviewResult.FITS:
        state = ReviewState.CURRENT if last.done_on is not None else ReviewState.AMENDING
    amendment = None if last.result is ReviewResult.FITS else last
    return ReviewNeed(state, since, ended, after[0].reviewed_on, amendment)


def ended_words(ended: Iterable[CitedDocument]) -> str:
    """Name the texts that ended: "09/2017/NĐ-CP (hết hiệu lực từ 01/07/2026, thay bằng …)"."""
    return "; ".join(_ended(text) for text in ended)


def _ended(text: CitedDocument) -> str:
    successor = f", thay bằng {text.replaced_by}" if text.replaced_by else ""
    return f"{text.number} (hết hiệu lực từ {date_text(text.ended_on)}{successor})"
