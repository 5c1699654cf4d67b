"""Correction requests: what the press and the office have to do about one (16 to 18)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, case, select
from sqlalchemy.orm import Session

from app.models import Article, CorrectionRequest, Letter, Outlet, Reminder
from app.rules.clocks.duties import RequestFacts, bound_of, request_duties
from app.rules.vocabulary import LetterState, NextStep, OutletType, RequestKind, RequestOutcome
from app.services.deadlines.kinds.clocked import (
    DELETED,
    ClockedKind,
    Follows,
    Law,
    RecordDuties,
)

KIND = "correction_request"


def _requests(session: Session, law: Law, ids: Sequence[int]) -> Iterator[tuple[int, RecordDuties]]:
    reminded: defaultdict[int, list[date]] = defaultdict(list)
    for request_id, day in session.execute(_REMINDERS.where(Reminder.request_id.in_(ids))):
        reminded[request_id].append(day)
    for row in session.execute(_REQUESTS.where(CorrectionRequest.id.in_(ids))):
        if row.deleted_at is not None:
            yield row.id, DELETED
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


def _request_over(facts: RequestFacts) -> str:
    if facts.next_step is NextStep.CLOSE:
        return "Đã kết thúc theo dõi yêu cầu."
    return f"Kết quả: {facts.outcome.label}."


# When a request went out: on the day noted, else on the day of its letter. One whose letter was
# cancelled did not; one that was sent without waiting for this app's letter did.
SENT_ON = case(
    (Letter.state == LetterState.VOID.value, None),
    (CorrectionRequest.sent_to_outlet_on.is_not(None), CorrectionRequest.sent_to_outlet_on),
    (Letter.state == LetterState.ISSUED.value, Letter.letter_date),
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

_OPEN_IDS = (
    select(CorrectionRequest.id)
    .outerjoin(CorrectionRequest.letter)
    .where(
        CorrectionRequest.deleted_at.is_(None),
        CorrectionRequest.next_step != NextStep.CLOSE.value,
        SENT_ON.is_not(None),
    )
)

_own = CorrectionRequest.__table__.c

REQUESTS = ClockedKind(
    kind=KIND,
    model=CorrectionRequest,
    read=_requests,
    open_ids=_OPEN_IDS,
    titles=(
        select(CorrectionRequest.id, Article.title, Outlet.name)
        .join(CorrectionRequest.article)
        .join(Article.outlet)
    ),
    follows=(
        Follows("letter", _own.id, _own.letter_id),
        Follows("article", _own.id, _own.article_id),
    ),
)
