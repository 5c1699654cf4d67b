"""The facts of the sheets as plain data, one class for one line of a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.rules.vocabulary import (
    ArticleKind,
    BriefingState,
    LetterState,
    NextStep,
    OutletType,
    RequestKind,
    RequestOutcome,
    Sensitivity,
    TrainingState,
    TransferCount,
    ViolationConclusion,
    ViolationStage,
    ViolationStepKind,
)


@dataclass(frozen=True, slots=True)
class TrackingRow:
    """One correction request, as the tracking sheet and whoever reads it want it.

    ``letter_number`` is number and symbol as printed ("12/SXD-VP", "144-CV/TU"), None until the
    letter is issued. ``points`` are pairs of wrong and true content. ``due_law`` is the text that
    sets the term of the press, ``no_due`` why it gives no day.
    """

    letter_number: str | None
    letter_date: date | None
    letter_state: LetterState | None
    outlet: str
    article_title: str
    published_at: datetime
    points: tuple[tuple[str, str], ...]
    grounds: str | None
    kind: RequestKind
    received_on: date | None
    due_on: date | None
    sent_to_authority_on: date | None
    reminded_on: tuple[date, ...]
    outcome: RequestOutcome
    published_on: date | None
    published_where: str | None
    refusal_reason: str | None
    next_step: NextStep
    note: str | None
    due_law: str | None = None
    no_due: str | None = None


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step that was taken about a violation."""

    step: ViolationStepKind
    on: date
    until_on: date | None = None
    who: str | None = None
    paper: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ViolationRow:
    """One violation that the press found; ``sources`` are the articles that told of it."""

    learned_on: date
    title: str
    finding: str
    sources: tuple[str, ...]
    subject: str | None
    body: str
    transferred: TransferCount
    steps: tuple[StepLine, ...]
    conclusion: ViolationConclusion | None
    stage: ViolationStage


@dataclass(frozen=True, slots=True)
class RefusalRow:
    """One enquiry of the press that was refused. ``letters`` are the numbers of its letters."""

    received_at: datetime
    question: str
    refused_at: datetime | None
    ground: str
    citation: str
    outlet: str | None = None
    asker: str | None = None
    note: str | None = None
    letters: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """One class. ``bodies`` are those that someone who attended came from; ``cost`` is in đồng."""

    title: str
    state: TrainingState
    starts_on: date | None
    ends_on: date | None
    invited: int
    attended: int
    bodies: tuple[str, ...]
    lecturers: tuple[str, ...]
    content: str | None = None
    place: str | None = None
    plan_number: str | None = None
    plan_date: date | None = None
    cost: int | None = None
    evaluation: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One time the office spoke about an incident."""

    given_at: datetime
    speaker: str
    form: str


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident with one article about it, or without any.

    ``where`` is the link, the issue and page, or the hour of the programme; ``statement_due`` the
    moment until which to speak, or why there is none; ``spoken`` the statements in their order.
    """

    incident: str
    learned_at: datetime
    sensitivity: Sensitivity
    field: str | None
    body: str | None
    statement_due: str
    spoken: tuple[SpokenLine, ...]
    outcome: str | None
    note: str | None
    published_at: datetime | None = None
    outlet: str | None = None
    outlet_type: OutletType | None = None
    title: str | None = None
    section: str | None = None
    author: str | None = None
    where: str | None = None
    passage: str | None = None
    verified: ArticleKind | None = None


@dataclass(frozen=True, slots=True)
class GivenTask:
    """What a briefing gave a body to do."""

    task: str
    body: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class BriefingRow:
    """One press briefing. ``questions`` are pairs of question and answer, which may be empty.

    ``invited`` is how many were, ``present`` names those who came.
    """

    period: str
    state: BriefingState
    reason: str | None
    starts_at: datetime | None
    place: str | None
    chair: str | None
    co_organiser: str | None
    invited: int
    present: tuple[str, ...]
    topics: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    tasks: tuple[GivenTask, ...]
    positive: int
    neutral: int
    critical: int

    @property
    def articles(self) -> int:
        """How many articles there were, of whatever tone."""
        return self.positive + self.neutral + self.critical
