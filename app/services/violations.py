"""Violations that the press found, as their sheet shows them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.exports.sheets.data import StepLine, ViolationRow
from app.models import Article, Violation, ViolationArticle
from app.models.database import Database
from app.rules.vocabulary import (
    TransferCount,
    ViolationConclusion,
    ViolationStage,
    ViolationStepKind,
)
from app.services.plain import ListQuery
from app.services.records import listing

_KIND = "violation"


class ViolationService:
    """What is told of violations beyond their lists."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def rows(self, query: ListQuery) -> list[ViolationRow]:
        """Return what a list's query finds, in its order, with every step."""
        with self._db.reading() as session:
            ids = listing.page_ids(session, _KIND, query)
            rows: list[ViolationRow] = []
            for start in range(0, len(ids), listing.CHUNK):
                rows += _rows(session, ids[start : start + listing.CHUNK])
            return rows


def _rows(session: Session, ids: list[int]) -> list[ViolationRow]:
    article = selectinload(Violation.articles).joinedload(ViolationArticle.article)
    found = session.scalars(
        select(Violation)
        .where(Violation.id.in_(ids))
        .options(
            joinedload(Violation.accountable_body),
            selectinload(Violation.steps),
            article.joinedload(Article.outlet),
        )
    )
    rows = {violation.id: _row(violation) for violation in found}
    return [rows[violation_id] for violation_id in ids]


def _row(one: Violation) -> ViolationRow:
    articles = [f"{line.article.outlet.name}: {line.article.title}" for line in one.articles]
    return ViolationRow(
        learned_on=one.learned_on,
        title=one.title,
        finding=one.finding,
        sources=(*articles, *((one.source,) if one.source else ())),
        subject=one.subject,
        body=one.accountable_body.name,
        transferred=TransferCount(one.transferred),
        steps=tuple(
            StepLine(
                ViolationStepKind(line.step), line.done_on, line.until_on, line.who, line.paper,
                line.note,
            )
            for line in one.steps
        ),
        conclusion=ViolationConclusion(one.conclusion) if one.conclusion else None,
        stage=ViolationStage(one.stage),
    )  # fmt: skip
