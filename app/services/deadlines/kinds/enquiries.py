"""Enquiries of the press: the duty to answer them (2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Body, Enquiry, Outlet
from app.rules.clocks.duties import EnquiryFacts, bound_of, enquiry_duties
from app.rules.vocabulary import BodyKind, ClockDuty, EnquiryKind, EnquiryOutcome
from app.services.deadlines.kinds.clocked import DELETED, ClockedKind, Law, RecordDuties

KIND = "enquiry"


def _enquiries(
    session: Session, law: Law, ids: Sequence[int]
) -> Iterator[tuple[int, RecordDuties]]:
    for row in session.execute(_ENQUIRIES.where(Enquiry.id.in_(ids))):
        if row.deleted_at is not None:
            yield row.id, DELETED
            continue
        outcome = EnquiryOutcome(row.outcome)
        done = {
            EnquiryOutcome.ANSWERED: row.answered_at,
            EnquiryOutcome.REFUSED: row.refused_at,
        }
        facts = EnquiryFacts(
            bound=bound_of(law.layout, BodyKind(row.body) if row.body else None),
            kind=EnquiryKind(row.kind),
            received_at=row.received_at,
            wanted_at=row.answer_wanted_at,
            answered_at=done.get(outcome),
            is_over=outcome is EnquiryOutcome.WITHDRAWN,
        )
        gone = "Lượt làm việc tại cơ quan không có hạn trả lời."
        if facts.is_over:
            gone = "Báo chí đã rút yêu cầu."
        yield row.id, RecordDuties(tuple(enquiry_duties(facts)), gone)


_ENQUIRIES = select(
    Enquiry.id,
    Enquiry.deleted_at,
    Enquiry.kind,
    Enquiry.received_at,
    Enquiry.answer_wanted_at,
    Enquiry.outcome,
    Enquiry.answered_at,
    Enquiry.refused_at,
    Body.kind.label("body"),
).outerjoin(Enquiry.accountable_body)

ENQUIRIES = ClockedKind(
    kind=KIND,
    model=Enquiry,
    read=_enquiries,
    open_ids=select(Enquiry.id).where(
        Enquiry.deleted_at.is_(None), Enquiry.outcome == EnquiryOutcome.PENDING.value
    ),
    titles=select(
        Enquiry.id, Enquiry.title, func.coalesce(Outlet.name, Enquiry.asker_name, "")
    ).outerjoin(Enquiry.outlet),
    steps={
        ClockDuty.PRESS_ANSWER: "Trả lời, hoặc từ chối có căn cứ, rồi ghi kết quả",
    },
)
