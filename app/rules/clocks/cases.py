"""Which clocks run for an incident and for a correction request, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from app.rules.clocks.book import ClockBook
from app.rules.clocks.reckoning import Reckoning
from app.rules.clocks.words import lateness, time_gone, time_left
from app.rules.vocabulary import (
    BodyKind,
    Bound,
    ClockDuty,
    Layout,
    OutletType,
    RequestKind,
    RequestOutcome,
    StartsFrom,
)

# Bodies that answer to the Party's own letters; associations and others go as their office does.
_BOUND_BY_KIND = {
    BodyKind.PEOPLES_COMMITTEE: Bound.STATE,
    BodyKind.DEPARTMENT: Bound.STATE,
    BodyKind.COMMUNE: Bound.STATE,
    BodyKind.DISTRICT: Bound.STATE,
    BodyKind.PARTY_COMMITTEE: Bound.PARTY,
    BodyKind.PARTY_BODY: Bound.PARTY,
    BodyKind.MASS_ORGANISATION: Bound.PARTY,
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One duty of a case. ``met_at`` is when it was done; ``is_over`` where it runs no more."""

    reckoning: Reckoning
    met_at: datetime | None = None
    is_over: bool = False

    @property
    def duty(self) -> ClockDuty:
        return self.reckoning.duty

    @property
    def due(self) -> datetime | None:
        return self.reckoning.due

    @property
    def is_running(self) -> bool:
        """Whether something is still to be done."""
        return self.met_at is None and not self.is_over

    def is_late(self, now: datetime) -> bool:
        """Return whether it was done too late, or still is not done after its due moment."""
        if self.due is None or (self.is_over and self.met_at is None):
            return False
        return (self.met_at or now) > self.due

    def words(self, now: datetime) -> str:
        """Return where the clock stands: "còn 3 giờ 12 phút", "quá hạn 2 ngày", "đúng hạn"."""
        binding = self.reckoning.binding
        if self.is_over and self.met_at is None:
            return "đã kết thúc"
        if binding is None or binding.due is None:
            if self.met_at is not None:
                return "đã thực hiện"
            gone = f"; {time_gone(binding.start, now)}" if binding and binding.rule.at_once else ""
            return self.reckoning.why_none() + gone
        if self.met_at is not None:
            return lateness(binding.due, self.met_at, binding.rule.unit)
        return time_left(binding.due, now, binding.rule.unit)


@dataclass(frozen=True, slots=True)
class IncidentFacts:
    """What the clocks of an incident follow from."""

    learned_at: datetime
    happened_at: datetime | None = None
    impact_determined_at: datetime | None = None
    first_statement_at: datetime | None = None
    last_statement_at: datetime | None = None
    is_closed: bool = False
    bound: Bound = Bound.STATE


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """What the clocks of a correction request follow from; most of it is known by the day only."""

    kind: RequestKind
    outlet_type: OutletType
    published_at: datetime
    sent_to_outlet_on: date | None = None
    received_by_outlet_on: date | None = None
    sent_to_authority_on: date | None = None
    reminded_on: date | None = None
    outcome: RequestOutcome = RequestOutcome.PENDING
    published_on: date | None = None
    needs_copy: bool = True
    is_closed: bool = False
    bound: Bound = Bound.STATE


def bound_of(kind: BodyKind | None, layout: Layout | None) -> Bound:
    """Return which rules bind a body: by what it is, else as the office itself."""
    if kind in _BOUND_BY_KIND:
        return _BOUND_BY_KIND[kind]
    return Bound.PARTY if layout is Layout.PARTY else Bound.STATE


def incident_clocks(book: ClockBook, facts: IncidentFacts) -> tuple[Clock, ...]:
    """Return the clocks of an incident: the first statement, and the next ones."""
    moments = _known(
        {
            StartsFrom.HAPPENED: facts.happened_at,
            StartsFrom.LEARNED: facts.learned_at,
            StartsFrom.IMPACT_DETERMINED: facts.impact_determined_at,
            StartsFrom.PREVIOUS_STATEMENT: facts.last_statement_at or facts.first_statement_at,
        }
    )
    on = min(moments.values()).date()

    def clock(duty: ClockDuty, met_at: datetime | None) -> Clock:
        return Clock(book.reckon(duty, facts.bound, moments, on), met_at, facts.is_closed)

    clocks = [clock(ClockDuty.INITIAL_STATEMENT, facts.first_statement_at)]
    if facts.impact_determined_at is not None:
        impact = clock(ClockDuty.IMPACT_STATEMENT, facts.first_statement_at)
        if impact.reckoning.binding is not None:  # the law before knew no such case
            clocks.append(impact)
    if facts.first_statement_at is not None and not facts.is_closed:
        clocks.append(clock(ClockDuty.FOLLOW_UP_STATEMENT, None))
    return tuple(clocks)


def request_clocks(book: ClockBook, facts: RequestFacts) -> tuple[Clock, ...]:
    """Return the clocks of a correction request in the order of its steps.

    The press has to correct or to answer; the office has to send, to copy and to remind.
    """
    moments = _known(
        {
            StartsFrom.ARTICLE_PUBLISHED: facts.published_at,
            StartsFrom.LETTER_SENT: _begin(facts.sent_to_outlet_on),
            StartsFrom.LETTER_RECEIVED: _begin(facts.received_by_outlet_on),
        }
    )
    on = min(moments.values()).date()
    answered = facts.outcome in (RequestOutcome.REFUSED, *_PUBLISHED)
    is_over = facts.is_closed or facts.outcome is not RequestOutcome.PENDING

    def clock(duty: ClockDuty, met_on: date | None, is_over: bool, bound: Bound) -> Clock:
        return Clock(book.reckon(duty, bound, moments, on), _begin(met_on), is_over)

    clocks = [
        clock(ClockDuty.CORRECTION_REQUEST, facts.sent_to_outlet_on, is_over, facts.bound),
    ]
    if facts.sent_to_outlet_on is None:
        return tuple(clocks)
    duty = _PRESS_DUTIES[facts.kind]
    press = Bound(facts.outlet_type.value)
    clocks += [
        clock(
            ClockDuty.AUTHORITY_COPY,
            facts.sent_to_authority_on,
            facts.is_closed or not facts.needs_copy,
            facts.bound,
        ),
        clock(duty, facts.published_on, facts.is_closed or answered, press),
    ]
    if not is_over:
        if facts.reminded_on is not None:
            again = datetime.combine(facts.reminded_on, time.min)
            moments[StartsFrom.LETTER_SENT] = max(moments[StartsFrom.LETTER_SENT], again)
        clocks.append(clock(ClockDuty.REMINDER, None, is_over, facts.bound))
    return tuple(clocks)


_PUBLISHED = (RequestOutcome.CORRECTED, RequestOutcome.RESPONSE_PUBLISHED)
_PRESS_DUTIES = {
    RequestKind.RESPOND: ClockDuty.REPLY_TO_RESPONSE,
    RequestKind.CORRECT: ClockDuty.CORRECTION,
    RequestKind.CORRECT_AND_APOLOGISE: ClockDuty.CORRECTION,
    RequestKind.REMOVE: ClockDuty.CORRECTION,
}


def _known(moments: Mapping[StartsFrom, datetime | None]) -> dict[StartsFrom, datetime]:
    return {name: moment for name, moment in moments.items() if moment is not None}


def _begin(day: date | None) -> datetime | None:
    """A day alone is taken from its first moment: the stricter reading where hours count."""
    return None if day is None else datetime.combine(day, time.min)
