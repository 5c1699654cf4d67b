"""Articles: the duty to ask for a correction of what is wrong (15)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.models import Article, CorrectionRequest, Incident, Outlet
from app.rules.clocks.duties import WRONG_KINDS, ArticleFacts, article_duties, bound_of
from app.rules.vocabulary import ArticleKind, IncidentState
from app.services.deadlines.kinds.clocked import (
    DELETED,
    ClockedKind,
    Follows,
    Law,
    RecordDuties,
)
from app.services.deadlines.kinds.incidents import KIND as INCIDENT
from app.services.deadlines.kinds.incidents import OPEN_INCIDENTS
from app.services.deadlines.kinds.requests import KIND as REQUEST
from app.services.deadlines.kinds.requests import SENT_ON

KIND = "article"


def _articles(session: Session, law: Law, ids: Sequence[int]) -> Iterator[tuple[int, RecordDuties]]:
    asked: dict[int, date] = {
        row.article_id: row.asked_on
        for row in session.execute(_ASKED.where(CorrectionRequest.article_id.in_(ids)))
    }
    for row in session.execute(_ARTICLES.where(Article.id.in_(ids))):
        if row.deleted_at is not None:
            yield row.id, DELETED
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


_ARTICLES = select(
    Article.id,
    Article.deleted_at,
    Article.kind,
    Article.published_at,
    Incident.state.label("incident_state"),
).outerjoin(Article.incident)

# The day on which the first request about an article went out.
_ASKED = (
    select(CorrectionRequest.article_id, func.min(SENT_ON).label("asked_on"))
    .outerjoin(CorrectionRequest.letter)
    .where(CorrectionRequest.deleted_at.is_(None), SENT_ON.is_not(None))
    .group_by(CorrectionRequest.article_id)
)

# By their incident: articles that were ever wrong are many, those of open ones few.
_OPEN_IDS = select(Article.id).where(
    Article.deleted_at.is_(None),
    or_(Article.incident_id.is_(None), Article.incident_id.in_(OPEN_INCIDENTS)),
    Article.kind.in_([each.value for each in WRONG_KINDS]),
)

_requests = CorrectionRequest.__table__.c
_own = Article.__table__.c

ARTICLES = ClockedKind(
    kind=KIND,
    model=Article,
    read=_articles,
    open_ids=_OPEN_IDS,
    titles=select(Article.id, Article.title, Outlet.name).join(Article.outlet),
    follows=(
        Follows(INCIDENT, _own.id, _own.incident_id),
        Follows(REQUEST, _requests.article_id, _requests.id),
    ),
)
