"""What of the press's enquiries no list of theirs shows: the register of those refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.exports.sheets.data import RefusalRow
from app.models import Enquiry, Letter
from app.models.database import Database
from app.rules.vocabulary import EnquiryOutcome, LetterState
from app.services.plain import ListQuery
from app.services.records import listing

_KIND = "enquiry"


class EnquiryService:
    """Use cases of the enquiries beyond those of every record."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def refusals(self, query: ListQuery) -> list[RefusalRow]:
        """Return the refused ones among those that a list's query finds, in its order."""
        refused = {**query.filters, "outcome": EnquiryOutcome.REFUSED.value}
        with self._db.reading() as session:
            ids = listing.page_ids(session, _KIND, replace(query, filters=refused))
            rows: list[RefusalRow] = []
            for start in range(0, len(ids), listing.CHUNK):
                rows += _rows(session, ids[start : start + listing.CHUNK])
            return rows


def _rows(session: Session, ids: list[int]) -> list[RefusalRow]:
    related = [
        joinedload(Enquiry.contact),
        joinedload(Enquiry.outlet),
        joinedload(Enquiry.refusal_ground),
        joinedload(Enquiry.accountable_body),
    ]
    found = session.scalars(select(Enquiry).where(Enquiry.id.in_(ids)).options(*related))
    letters = _letters(session, ids)
    rows = {enquiry.id: _row(enquiry, letters) for enquiry in found}
    return [rows[enquiry_id] for enquiry_id in ids]


def _row(enquiry: Enquiry, letters: Mapping[int, list[str]]) -> RefusalRow:
    ground = enquiry.refusal_ground
    return RefusalRow(
        received_at=enquiry.received_at,
        question=f"{enquiry.title}: {enquiry.question}",
        refused_at=enquiry.refused_at,
        ground=ground.title if ground else "",
        citation=ground.citation if ground else "",
        outlet=enquiry.outlet.name if enquiry.outlet else None,
        asker=enquiry.contact.name if enquiry.contact else enquiry.asker_name,
        note=enquiry.refusal_note,
        letters="; ".join(letters.get(enquiry.id, ())) or None,
        body=enquiry.accountable_body.name if enquiry.accountable_body else None,
    )


def _letters(session: Session, ids: list[int]) -> dict[int, list[str]]:
    """Return the numbers of the refusals that went out, by enquiry."""
    rows = session.scalars(
        select(Letter)
        .where(
            Letter.source_kind == _KIND,
            Letter.source_id.in_(ids),
            Letter.purpose == "enquiry_refusal",
            Letter.state == LetterState.ISSUED.value,
        )
        .order_by(Letter.id)
    )
    numbers: defaultdict[int, list[str]] = defaultdict(list)
    for letter in rows:
        if letter.source_id is not None and letter.reference:
            numbers[letter.source_id].append(letter.reference)
    return numbers
