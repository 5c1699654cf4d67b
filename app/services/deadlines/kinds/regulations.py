"""Press regulations: reviewed once a text that they cite ends, and amended as planned (duty 6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import cast

from sqlalchemy import Table, select, update
from sqlalchemy.orm import Session, aliased

from app.models import Body, LegalDocument, Regulation, RegulationBasis, RegulationReview
from app.rules.clocks.duties import ReviewFacts, bound_of, regulation_duties
from app.rules.duties.radar import (
    CitedDocument,
    RegulationFacts,
    Review,
    ReviewNeed,
    ended_words,
    review_need,
)
from app.rules.vocabulary import (
    BodyKind,
    ClockDuty,
    RegulationStatus,
    ReviewResult,
    ReviewState,
)
from app.services.deadlines.kinds.clocked import (
    DELETED,
    ClockedKind,
    Follows,
    Law,
    RecordDuties,
)

KIND = "regulation"

_GONE = {
    ReviewState.NOT_IN_USE: "Quy chế không còn áp dụng.",
    ReviewState.CURRENT: "Các văn bản được viện dẫn còn hiệu lực, hoặc quy chế đã được rà soát.",
}
_SUCCESSOR = aliased(LegalDocument)


def needs(session: Session, ids: Sequence[int]) -> dict[int, ReviewNeed]:
    """Return what the radar says of each regulation that is not deleted."""
    cited: defaultdict[int, list[CitedDocument]] = defaultdict(list)
    for row in session.execute(_CITED.where(RegulationBasis.regulation_id.in_(ids))):
        cited[row.regulation_id].append(
            CitedDocument(row.number, row.valid_to, row.successor or "")
        )
    reviews: defaultdict[int, list[Review]] = defaultdict(list)
    for review in session.execute(_REVIEWS.where(RegulationReview.regulation_id.in_(ids))):
        reviews[review.regulation_id].append(
            Review(
                review.reviewed_on,
                ReviewResult(review.result),
                review.plan_due_on,
                review.done_on,
            )
        )
    return {
        row.id: review_need(
            RegulationFacts(
                status=RegulationStatus(row.status),
                valid_from=row.valid_from,
                valid_to=row.valid_to,
                cited=tuple(cited[row.id]),
                reviews=tuple(reviews[row.id]),
            )
        )
        for row in session.execute(_REGULATIONS.where(Regulation.id.in_(ids)))
        if row.deleted_at is None
    }


def _regulations(
    session: Session, law: Law, ids: Sequence[int]
) -> Iterator[tuple[int, RecordDuties]]:
    found = needs(session, ids)
    for row in session.execute(_REGULATIONS.where(Regulation.id.in_(ids))):
        need = found.get(row.id)
        if need is None:
            yield row.id, DELETED
            continue
        facts = ReviewFacts(
            bound=bound_of(law.layout, BodyKind(row.body)),
            since=need.since,
            ended=ended_words(need.ended),
            reviewed_on=need.reviewed_on,
            amend_by=need.amendment.plan_due_on if need.amendment else None,
            amended_on=need.amendment.done_on if need.amendment else None,
            amendment_of=need.amendment.reviewed_on if need.amendment else None,
        )
        yield row.id, RecordDuties(tuple(regulation_duties(facts)), _GONE.get(need.state, ""))


def _settle(session: Session, ids: Sequence[int]) -> None:
    """Write what the list shows of the review, where it is not so."""
    found = needs(session, ids)
    table = cast(Table, Regulation.__table__)
    rows = session.execute(
        select(Regulation.id, Regulation.review_state, Regulation.review_from).where(
            Regulation.id.in_(ids)
        )
    )
    for row in list(rows):
        need = found.get(row.id)
        if need is None or (need.state.value, need.since) == (row.review_state, row.review_from):
            continue
        session.execute(
            update(table)
            .where(table.c.id == row.id)
            .values(review_state=need.state.value, review_from=need.since)
        )


_REGULATIONS = select(
    Regulation.id,
    Regulation.deleted_at,
    Regulation.status,
    Regulation.valid_from,
    Regulation.valid_to,
    Body.kind.label("body"),
).join(Regulation.body)

_CITED = (
    select(
        RegulationBasis.regulation_id,
        LegalDocument.number,
        LegalDocument.valid_to,
        _SUCCESSOR.number.label("successor"),
    )
    .join(RegulationBasis.document)
    .outerjoin(LegalDocument.replaced_by.of_type(_SUCCESSOR))
    .order_by(RegulationBasis.position)
)

_REVIEWS = select(
    RegulationReview.regulation_id,
    RegulationReview.reviewed_on,
    RegulationReview.result,
    RegulationReview.plan_due_on,
    RegulationReview.done_on,
)

_OPEN_IDS = select(Regulation.id).where(
    Regulation.deleted_at.is_(None),
    Regulation.status.in_([RegulationStatus.IN_FORCE.value, RegulationStatus.AMENDED.value]),
)

_bases = RegulationBasis.__table__.c

REGULATIONS = ClockedKind(
    kind=KIND,
    model=Regulation,
    read=_regulations,
    open_ids=_OPEN_IDS,
    titles=select(Regulation.id, Regulation.title, Body.name).join(Regulation.body),
    follows=(Follows("legal_document", _bases.regulation_id, _bases.document_id),),
    steps={
        ClockDuty.REGULATION_REVIEW: "Rà soát quy chế, rồi ghi kết quả ở phần “Rà soát”",
        ClockDuty.REGULATION_AMENDMENT: "Hoàn thành sửa đổi, rồi ghi ngày hoàn thành",
    },
    part="reviews",
    settle=_settle,
)
