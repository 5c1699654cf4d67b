"""What a record obliges to, and what of it is done: from the facts of a record to its duties.

Letter 144-CV/TU and the press law name the duties; which moment starts each, and how long it lasts,
is in the rules (app.rules.clocks.legal_rules).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from app.rules.clocks.reckoning import Moments
from app.rules.clocks.words import END_OF_DAY
from app.rules.dates import date_text, date_time_text
from app.rules.vocabulary import (
    ArticleKind,
    BodyKind,
    Bound,
    ClockDuty,
    EnquiryKind,
    Layout,
    NextStep,
    OutletType,
    RequestKind,
    RequestOutcome,
    Sensitivity,
    StartsFrom,
)

PRESS_DUTIES = (
    ClockDuty.CORRECTION,
    ClockDuty.PERIODICAL_CORRECTION,
    ClockDuty.REPLY_TO_RESPONSE,
)
"""What the press has to do about a request; of these a request has one at a time."""

WRONG_KINDS = (ArticleKind.INACCURATE, ArticleKind.INCOMPLETE, ArticleKind.UNTRUE)
"""What an article was found to be where the office has to ask for a correction."""

# Each time they are done they begin anew; an extension is good for one round.
REPEATING = (ClockDuty.FOLLOW_UP_STATEMENT, ClockDuty.REMINDER)

_WEEK = timedelta(days=7)
# Associations and others go as their office does.
_PARTY_KINDS = (BodyKind.PARTY_COMMITTEE, BodyKind.PARTY_BODY, BodyKind.MASS_ORGANISATION)
_STATE_KINDS = (
    BodyKind.PEOPLES_COMMITTEE, BodyKind.DEPARTMENT, BodyKind.COMMUNE, BodyKind.DISTRICT,
)  # fmt: skip
_FAILED = (RequestOutcome.REFUSED, RequestOutcome.SILENT)
_PUBLISHED = (RequestOutcome.CORRECTED, RequestOutcome.RESPONSE_PUBLISHED)


class Keep(Enum):
    """When a duty is worth a line: always, where a rule speaks of it, or once it has a due day."""

    ALWAYS = auto()
    WITH_RULE = auto()
    WITH_DUE = auto()


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of one record, before any rule is applied.

    ``on`` is a day of the case. ``met_at`` is when it was done; ``is_over`` tells that the case
    ended, done or not. ``is_theirs`` tells that the other side has to act, the press or whoever
    was turned to. ``typed`` is the due day that the office read in the law itself, and holds only
    where the rule has no number. ``after`` is a day of the office's own letter: where no rule has a
    number, the duty is due on the working day after it. ``wanted`` is the moment that the other
    side asked for, and likewise holds only where no rule has a number. ``done_at`` is when a duty
    was last done that comes again only where a rule says when. ``promised`` is a moment that the
    office announced itself: it binds, unless a rule asks for an earlier one. ``notes`` are steps of
    the explanation.
    """

    duty: ClockDuty
    bound: Bound
    moments: Moments
    on: date
    met_at: datetime | None = None
    is_over: bool = False
    is_theirs: bool = False
    typed: date | None = None
    after: date | None = None
    keep: Keep = Keep.WITH_RULE
    done_at: datetime | None = None
    promised: datetime | None = None
    wanted: datetime | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentFacts:
    """What of an incident decides its clocks."""

    bound: Bound
    sensitivity: Sensitivity
    learned_at: datetime
    happened_at: datetime | None = None
    impact_determined_at: datetime | None = None
    first_statement_at: datetime | None = None
    last_statement_at: datetime | None = None
    is_closed: bool = False
    draws_interest: bool = False
    next_update_at: datetime | None = None

    @property
    def draws_attention(self) -> bool:
        """Duty 9: complex, sensitive, sudden, of interest to the public, or found to move it."""
        return (
            self.sensitivity is not Sensitivity.NORMAL
            or self.draws_interest
            or self.impact_determined_at is not None
        )


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What of a statement without an incident decides its clock.

    ``continued_at`` is when the first statement was given that continues it.
    """

    bound: Bound
    given_at: datetime
    next_update_at: datetime | None = None
    continued_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What of an article decides its clock. ``asked_on`` is the day its request went out."""

    bound: Bound
    kind: ArticleKind
    published_at: datetime
    asked_on: date | None = None
    is_case_closed: bool = False


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What of a correction request decides its clocks, once its letter is issued."""

    bound: Bound
    kind: RequestKind
    outlet_type: OutletType
    published_on: date
    sent_on: date
    received_on: date | None = None
    is_periodical: bool = False
    copy_wanted: bool = True
    copied_on: date | None = None
    typed: date | None = None
    asked: date | None = None
    outcome: RequestOutcome = RequestOutcome.PENDING
    answered_on: date | None = None
    next_step: NextStep = NextStep.WAIT
    reminded_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What of a press regulation decides its clocks; see app.rules.duties.radar.

    ``since`` is the day from which it has to be reviewed, ``ended`` names the texts that ended.
    ``amend_by`` is the day until which the review found that it is to be amended.
    """

    bound: Bound
    since: date | None = None
    ended: str = ""
    reviewed_on: date | None = None
    amendment_of: date | None = None
    amend_by: date | None = None
    amended_on: date | None = None


@dataclass(frozen=True, slots=True)
class EnquiryFacts:
    """What of an enquiry of the press decides its clock. A visit obliges to no answer."""

    bound: Bound
    kind: EnquiryKind
    received_at: datetime
    wanted_at: datetime | None = None
    answered_at: datetime | None = None
    is_over: bool = False


def bound_of(layout: Layout | None, accountable: BodyKind | None = None) -> Bound:
    """Return which rules bind: by the body that answers for the case, else by the office."""
    if accountable in _PARTY_KINDS:
        return Bound.PARTY
    if accountable in _STATE_KINDS:
        return Bound.STATE
    return Bound.PARTY if layout is Layout.PARTY else Bound.STATE


def incident_duties(facts: IncidentFacts) -> Iterator[Duty]:
    """Yield the duties to speak (10 and 11); an ordinary incident obliges to what was promised."""
    if not facts.draws_attention:
        yield from _follow_up(facts) if facts.next_update_at else ()
        return
    moments = _known(
        {
            StartsFrom.HAPPENED: facts.happened_at,
            StartsFrom.LEARNED: facts.learned_at,
            StartsFrom.IMPACT_DETERMINED: facts.impact_determined_at,
        }
    )
    yield Duty(
        ClockDuty.INITIAL_STATEMENT,
        facts.bound,
        moments,
        facts.learned_at.date(),
        met_at=facts.first_statement_at,
        is_over=facts.is_closed,
    )
    impact = facts.impact_determined_at
    statements = [at for at in (facts.first_statement_at, facts.last_statement_at) if at]
    if impact is not None:
        yield Duty(
            ClockDuty.IMPACT_STATEMENT,
            facts.bound,
            moments,
            impact.date(),
            # What was said before could not speak to it.
            met_at=next((at for at in statements if at >= impact), None),
            is_over=facts.is_closed,
        )
    yield from _follow_up(facts)


def statement_duties(facts: StatementFacts) -> Iterator[Duty]:
    """Yield the duty to speak again that the office took on itself, apart from any incident."""
    if facts.next_update_at is not None:
        yield Duty(
            ClockDuty.FOLLOW_UP_STATEMENT,
            facts.bound,
            {},  # the rules about it are those of incidents
            facts.given_at.date(),
            met_at=facts.continued_at,
            keep=Keep.ALWAYS,
            promised=facts.next_update_at,
        )


def article_duties(facts: ArticleFacts) -> Iterator[Duty]:
    """Yield the duty to ask for a correction of what is wrong (15)."""
    if facts.kind not in WRONG_KINDS:
        return
    yield Duty(
        ClockDuty.CORRECTION_REQUEST,
        facts.bound,
        {StartsFrom.ARTICLE_PUBLISHED: facts.published_at},
        facts.published_at.date(),
        met_at=None if facts.asked_on is None else day_start(facts.asked_on),
        is_over=facts.is_case_closed,
    )


def request_duties(facts: RequestFacts) -> Iterator[Duty]:
    """Yield what is to be done about a request that went out: by the press, and by the office."""
    is_closed = facts.next_step is NextStep.CLOSE
    sent = {StartsFrom.LETTER_SENT: day_start(facts.sent_on)}
    if facts.copy_wanted:
        yield Duty(
            ClockDuty.AUTHORITY_COPY,
            facts.bound,
            sent,
            facts.sent_on,
            met_at=None if facts.copied_on is None else day_start(facts.copied_on),
            is_over=is_closed,
        )
    yield _press_duty(facts, is_closed)
    if not is_closed and facts.outcome is RequestOutcome.PENDING:
        yield _reminder(facts)
    if facts.outcome in _FAILED:
        last = max((*facts.reminded_on, facts.sent_on))
        yield Duty(
            ClockDuty.ESCALATION,
            facts.bound,
            {**sent, StartsFrom.PREVIOUS_TIME: day_start(last), **_received(facts)},
            last,
            is_over=is_closed,
            is_theirs=facts.next_step is NextStep.WAIT,
            keep=Keep.ALWAYS,
        )


def regulation_duties(facts: ReviewFacts) -> Iterator[Duty]:
    """Yield the duties to review a regulation whose grounds ended, and to amend it (6)."""
    if facts.since is None:
        return
    yield Duty(
        ClockDuty.REGULATION_REVIEW,
        facts.bound,
        {StartsFrom.LAW_ENDED: day_start(facts.since)},
        facts.since,
        met_at=None if facts.reviewed_on is None else day_start(facts.reviewed_on),
        keep=Keep.ALWAYS,
        notes=(f"Văn bản được viện dẫn: {facts.ended}.",),
    )
    if facts.amendment_of is not None:
        yield Duty(
            ClockDuty.REGULATION_AMENDMENT,
            facts.bound,
            {StartsFrom.REVIEWED: day_start(facts.amendment_of)},
            facts.amendment_of,
            met_at=None if facts.amended_on is None else day_start(facts.amended_on),
            typed=facts.amend_by,
            keep=Keep.ALWAYS,
        )


def _follow_up(facts: IncidentFacts) -> Iterator[Duty]:
    previous = facts.last_statement_at or facts.first_statement_at
    if previous is not None:
        yield Duty(
            ClockDuty.FOLLOW_UP_STATEMENT,
            facts.bound,
            {StartsFrom.PREVIOUS_STATEMENT: previous},
            previous.date(),
            is_over=facts.is_closed,
            keep=Keep.ALWAYS if facts.next_update_at else Keep.WITH_RULE,
            promised=facts.next_update_at,
        )


def enquiry_duties(facts: EnquiryFacts) -> Iterator[Duty]:
    """Yield the duty to answer the press (2), or to refuse on a ground: both end it."""
    if facts.kind is EnquiryKind.VISIT:
        return
    wanted = facts.wanted_at
    yield Duty(
        ClockDuty.PRESS_ANSWER,
        facts.bound,
        {StartsFrom.QUESTION_RECEIVED: facts.received_at},
        facts.received_at.date(),
        met_at=facts.answered_at,
        is_over=facts.is_over,
        wanted=wanted,
        keep=Keep.ALWAYS,
        notes=(f"Báo chí đề nghị trả lời trước {date_time_text(wanted)}.",) if wanted else (),
    )


def press_duty(kind: RequestKind, outlet_type: OutletType, is_periodical: bool) -> ClockDuty:
    """Return what the press has to do about a request of that kind."""
    if kind is RequestKind.RESPOND:
        return ClockDuty.REPLY_TO_RESPONSE
    if is_periodical and outlet_type is OutletType.PRINT:
        return ClockDuty.PERIODICAL_CORRECTION
    return ClockDuty.CORRECTION


def day_start(day: date) -> datetime:
    """Return the moment that stands for a day of which the hour is not known."""
    return datetime.combine(day, time())


def day_end(day: date) -> datetime:
    """Return the last moment of a day, at which terms in days end."""
    return datetime.combine(day, END_OF_DAY)


def week_end(day: date) -> datetime:
    """Return the end of the seven days to come: on a Friday, Monday is near."""
    return day_end(day + _WEEK)


def _press_duty(facts: RequestFacts, is_closed: bool) -> Duty:
    published = facts.outcome in _PUBLISHED and facts.answered_on is not None
    return Duty(
        press_duty(facts.kind, facts.outlet_type, facts.is_periodical),
        Bound(facts.outlet_type.value),
        {StartsFrom.LETTER_SENT: day_start(facts.sent_on), **_received(facts)},
        facts.published_on,
        met_at=day_start(facts.answered_on) if published and facts.answered_on else None,
        is_over=is_closed or facts.outcome in _FAILED,
        is_theirs=True,
        typed=facts.typed,
        keep=Keep.ALWAYS,
    )


def _reminder(facts: RequestFacts) -> Duty:
    """The reminder: by the rule, else once the day is over by which the letter asked for it."""
    last = max(facts.reminded_on, default=None)
    since = day_start(last or facts.sent_on)
    asked = facts.asked if last is None else None
    return Duty(
        ClockDuty.REMINDER,
        facts.bound,
        {StartsFrom.LETTER_SENT: since, StartsFrom.PREVIOUS_TIME: since, **_received(facts)},
        facts.sent_on,
        after=asked,
        # Without a day nothing is to be done yet: what the press owes has a line of its own.
        keep=Keep.ALWAYS if facts.next_step is NextStep.REMIND else Keep.WITH_DUE,
        done_at=None if last is None else since,
        notes=(f"Văn bản đề nghị thực hiện trước ngày {date_text(asked)}.",) if asked else (),
    )


def _received(facts: RequestFacts) -> Moments:
    if facts.received_on is None:
        return {}
    return {StartsFrom.LETTER_RECEIVED: day_start(facts.received_on)}


def _known(moments: Mapping[StartsFrom, datetime | None]) -> Moments:
    return {name: at for name, at in moments.items() if at is not None}
