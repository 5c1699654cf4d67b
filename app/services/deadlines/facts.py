"""The duties of stored records, read for many of one kind at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, case, func, select
from sqlalchemy.orm import Session

from app.models import (
    Article,
    Body,
    CorrectionRequest,
    Incident,
    Letter,
    Office,
    Outlet,
    Reminder,
)
from app.rules.clocks.duties import (
    ArticleFacts,
    Duty,
    IncidentFacts,
    RequestFacts,
    article_duties,
    bound_of,
    incident_duties,
    request_duties,
)
from app.rules.clocks.legal_rules import LegalRule
from app.rules.clocks.work_calendar import WorkCalendar
from app.rules.vocabulary import (
    ArticleKind,
    BodyKind,
    ClockDuty,
    IncidentState,
    Layout,
    LetterState,
    NextStep,
    OutletType,
    RequestKind,
    RequestOutcome,
    Sensitivity,
)
from app.services.clocks.store import read_calendar, read_rules
from app.services.office.service import authority_on, read_profile
from app.text import fold

INCIDENT = "incident"
ARTICLE = "article"
REQUEST = "correction_request"


@dataclass(frozen=True, slots=True)
class RecordDuties:
    """What one record obliges to, and in words why it does not oblige to more."""

    duties: tuple[Duty, ...]
    gone: str


class Law:
    """The rules, the calendar and the office's own place, as one transaction sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rules: dict[ClockDuty, list[LegalRule]] = defaultdict(list)
        for rule in read_rules(session).values():
            self._rules[rule.duty].append(rule)
        self.calendar = WorkCalendar(read_calendar(session))
        layout = session.scalar(select(Office.__table__.c.layout))
        self.layout = None if layout is None else Layout(layout)
        self._own_copies: dict[date, bool] = {}

    def rules(self, duty: ClockDuty) -> list[LegalRule]:
        """Return the rules about a duty."""
        return self._rules[duty]

    def is_authority_itself(self, on: date) -> bool:
        """Return whether the office is the press authority, which sends itself no copy."""
        if on not in self._own_copies:
            profile = read_profile(self._session)
            authority = authority_on(self._session, profile, on)
            names = [fold(one.name) for one in (profile, authority) if one is not None]
            self._own_copies[on] = len(names) == 2 and names[0] == names[1]
        return self._own_copies[on]


def duties_of(session: Session, law: Law, kind: str, ids: Sequence[int]) -> dict[int, RecordDuties]:
    """Return the duties of each record; the ids are few enough for one query."""
    return dict(_READERS[kind](session, law, ids))


def _incidents(
    session: Session, law: Law, ids: Sequence[int]
) -> Iterator[tuple[int, RecordDuties]]:
    rows = session.execute(_INCIDENTS.where(Incident.id.in_(ids)))
    for row in rows:
        if row.deleted_at is not None:
            yield row.id, _DELETED
            continue
        facts = IncidentFacts(
            bound=bound_of(law.layout, BodyKind(row.body) if row.body else None),
            sensitivity=Sensitivity(row.sensitivity),
            learned_at=row.learned_at,
            happened_at=row.happened_at,
            impact_determined_at=row.impact_determined_at,
            first_statement_at=row.first_statement_at,
            last_statement_at=row.last_statement_at,
            is_closed=row.state == IncidentState.CLOSED,
        )
        yield row.id, RecordDuties(tuple(incident_duties(facts)), _incident_over(facts))


def _articles(session: Session, law: Law, ids: Sequence[int]) -> Iterator[tuple[int, RecordDuties]]:
    asked: dict[int, date] = {
        row.article_id: row.asked_on
        for row in session.execute(_ASKED.where(CorrectionRequest.article_id.in_(ids)))
    }
    for row in session.execute(_ARTICLES.where(Article.id.in_(ids))):
        if row.deleted_at is not None:
            yield row.id, _DELETED
            continue
        facts = ArticleFacts(
            bound=bound_of(law.layout),
            kind=ArticleKind(row.kind),
            published_at=row.published_at,
            asked_on=asked.get(row.id),
            is_case_closed=row.incident_state == IncidentState.CLOSED,
        )
        gone = "Vụ việc của bài báo đã kết thúc."
        if not facts.is_case_closed:
            gone = f"Đánh giá bài báo: {facts.kind.label}."
        yield row.id, RecordDuties(tuple(article_duties(facts)), gone)


def _requests(session: Session, law: Law, ids: Sequence[int]) -> Iterator[tuple[int, RecordDuties]]:
    reminded: defaultdict[int, list[date]] = defaultdict(list)
    for request_id, day in session.execute(_REMINDERS.where(Reminder.request_id.in_(ids))):
        reminded[request_id].append(day)
    for row in session.execute(_REQUESTS.where(CorrectionRequest.id.in_(ids))):
        if row.deleted_at is not None:
            yield row.id, _DELETED
        elif row.sent_on is None:
            yield row.id, RecordDuties((), "Văn bản không còn hiệu lực, hoặc chưa phát hành.")
        else:
            facts = _request_facts(row, law, tuple(reminded[row.id]))
            yield row.id, RecordDuties(tuple(request_duties(facts)), _request_over(facts))


def _request_facts(
    row: Row[*tuple[Any, ...]], law: Law, reminded: tuple[date, ...]
) -> RequestFacts:
    sent_on: date = row.sent_on
    return RequestFacts(
        bound=bound_of(law.layout),
        kind=RequestKind(row.kind),
        outlet_type=OutletType(row.outlet_type),
        is_periodical=row.is_periodical,
        published_on=row.published_at.date(),
        sent_on=sent_on,
        received_on=row.received_by_outlet_on,
        copy_wanted=not row.no_copy_reason and not law.is_authority_itself(sent_on),
        copied_on=row.sent_to_authority_on,
        typed=row.due_by_law_on,
        asked=row.deadline_asked,
        outcome=RequestOutcome(row.outcome),
        answered_on=row.published_on,
        next_step=NextStep(row.next_step),
        reminded_on=reminded,
    )


def _incident_over(facts: IncidentFacts) -> str:
    if facts.is_closed:
        return "Vụ việc đã kết thúc."
    if facts.draws_attention:
        return "Dữ kiện của vụ việc đã sửa nên việc này không còn."
    return "Vụ việc ở mức độ thường, chưa xác định có tác động đến dư luận."


def _request_over(facts: RequestFacts) -> str:
    if facts.next_step is NextStep.CLOSE:
        return "Đã kết thúc theo dõi yêu cầu."
    return f"Kết quả: {facts.outcome.label}."


_DELETED = RecordDuties((), "Hồ sơ đã xóa.")

_INCIDENTS = select(
    Incident.id,
    Incident.deleted_at,
    Incident.sensitivity,
    Incident.learned_at,
    Incident.happened_at,
    Incident.impact_determined_at,
    Incident.first_statement_at,
    Incident.last_statement_at,
    Incident.state,
    Body.kind.label("body"),
).outerjoin(Incident.accountable_body)

_ARTICLES = select(
    Article.id,
    Article.deleted_at,
    Article.kind,
    Article.published_at,
    Incident.state.label("incident_state"),
).outerjoin(Article.incident)

# When a request went out: on the day noted, else on the day of its letter. One whose letter was
# cancelled did not; one that was sent without waiting for this app's letter did.
SENT_ON = case(
    (Letter.state == LetterState.VOID.value, None),
    (CorrectionRequest.sent_to_outlet_on.is_not(None), CorrectionRequest.sent_to_outlet_on),
    (Letter.state == LetterState.ISSUED.value, Letter.letter_date),
)

# The day on which the first request about an article went out.
_ASKED = (
    select(CorrectionRequest.article_id, func.min(SENT_ON).label("asked_on"))
    .outerjoin(CorrectionRequest.letter)
    .where(CorrectionRequest.deleted_at.is_(None), SENT_ON.is_not(None))
    .group_by(CorrectionRequest.article_id)
)

_REMINDERS = select(Reminder.request_id, Reminder.reminded_on)

_REQUESTS = (
    select(
        CorrectionRequest.id,
        CorrectionRequest.deleted_at,
        CorrectionRequest.kind,
        SENT_ON.label("sent_on"),
        CorrectionRequest.received_by_outlet_on,
        CorrectionRequest.sent_to_authority_on,
        CorrectionRequest.no_copy_reason,
        CorrectionRequest.due_by_law_on,
        CorrectionRequest.deadline_asked,
        CorrectionRequest.outcome,
        CorrectionRequest.published_on,
        CorrectionRequest.next_step,
        Article.published_at,
        Outlet.type.label("outlet_type"),
        Outlet.is_periodical,
    )
    .join(CorrectionRequest.article)
    .join(Article.outlet)
    .outerjoin(CorrectionRequest.letter)
)

_READERS = {INCIDENT: _incidents, ARTICLE: _articles, REQUEST: _requests}
