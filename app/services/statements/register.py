"""The register of incidents with what the press wrote and what the office said (duties 9 to 12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.exports.sheets.data import IncidentRow, SpokenLine
from app.models import Article, Body, Deadline, Incident, Outlet, Statement
from app.rules.dates import date_time_text
from app.rules.duties.statements import spoken_by
from app.rules.vocabulary import (
    ArticleKind,
    ClockDuty,
    OutletType,
    Sensitivity,
    StatementForm,
    StatementState,
)

# Databases limit how many values one query may name.
_CHUNK = 500


def incident_rows(session: Session, ids: Sequence[int]) -> Iterator[IncidentRow]:
    """Yield the rows of incidents in the order of their ids here, each article after the last."""
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        incidents = {row.id: row for row in session.execute(_INCIDENTS.where(_OWN.in_(chunk)))}
        articles = _by_incident(session, _ARTICLES.where(Article.incident_id.in_(chunk)))
        spoken = _by_incident(session, _SPOKEN.where(Statement.incident_id.in_(chunk)))
        dues = {
            row.record_id: _due(row)
            for row in session.execute(_DUES.where(Deadline.record_id.in_(chunk)))
        }
        for incident_id in chunk:
            incident = incidents[incident_id]
            said = _said(incident, spoken[incident_id])
            due = dues.get(incident_id, "")
            for article in articles[incident_id] or (None,):
                yield _row(incident, article, said, due)


_OWN = Incident.__table__.c.id
_INCIDENTS = select(
    Incident.id,
    Incident.title,
    Incident.learned_at,
    Incident.sensitivity,
    Incident.field,
    Body.name.label("body"),
    Incident.first_statement_at,
    Incident.last_statement_at,
    Incident.outcome,
    Incident.note,
).outerjoin(Incident.accountable_body)
_ARTICLES = (
    select(
        Article.incident_id,
        Article.published_at,
        Outlet.name.label("outlet"),
        Outlet.type.label("outlet_type"),
        Article.title,
        Article.section,
        Article.author,
        Article.url,
        Article.issue,
        Article.programme,
        Article.wrong_passage,
        Article.kind,
    )
    .join(Article.outlet)
    .where(Article.deleted_at.is_(None))
    .order_by(Article.published_at, Article.id)
)
_SPOKEN = (
    select(
        Statement.incident_id,
        Statement.given_at,
        Statement.speaker,
        Statement.speaker_kind,
        Statement.form,
    )
    .where(Statement.deleted_at.is_(None), Statement.state == StatementState.GIVEN.value)
    .order_by(Statement.given_at, Statement.id)
)
_DUES = select(Deadline.record_id, Deadline.due_at, Deadline.no_due).where(
    Deadline.record_kind == "incident", Deadline.duty == ClockDuty.INITIAL_STATEMENT.value
)


def _by_incident(session: Session, statement: Any) -> defaultdict[int, list[Row[*tuple[Any, ...]]]]:
    found: defaultdict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in session.execute(statement):
        found[row.incident_id].append(row)
    return found


def _due(row: Row[*tuple[Any, ...]]) -> str:
    due_at: datetime | None = row.due_at
    return date_time_text(due_at) if due_at else str(row.no_due)


def _said(
    incident: Row[*tuple[Any, ...]], spoken: Sequence[Row[*tuple[Any, ...]]]
) -> tuple[SpokenLine, ...]:
    """What was said, recorded or only typed as a time of the incident."""
    if not spoken:
        typed = (incident.first_statement_at, incident.last_statement_at)
        return tuple(SpokenLine(at, "", "") for at in typed if at)
    return tuple(
        SpokenLine(
            one.given_at,
            spoken_by(one.speaker, one.speaker_kind),
            StatementForm(one.form).label,
        )
        for one in spoken
    )


def _row(
    incident: Row[*tuple[Any, ...]],
    article: Row[*tuple[Any, ...]] | None,
    said: tuple[SpokenLine, ...],
    due: str,
) -> IncidentRow:
    about: dict[str, Any] = {}
    if article is not None:
        places = (article.url, article.issue, article.programme)
        about = {
            "published_at": article.published_at,
            "outlet": article.outlet,
            "outlet_type": OutletType(article.outlet_type),
            "title": article.title,
            "section": article.section,
            "author": article.author,
            "where": "\n".join(filter(None, places)),
            "passage": article.wrong_passage,
            "verified": ArticleKind(article.kind),
        }
    return IncidentRow(
        incident=incident.title,
        learned_at=incident.learned_at,
        sensitivity=Sensitivity(incident.sensitivity),
        field=incident.field,
        body=incident.body,
        statement_due=due,
        spoken=said,
        outcome=incident.outcome,
        note=incident.note,
        **about,
    )
