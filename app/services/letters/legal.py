"""The legal texts that letters cite, as one transaction sees them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import LegalBasis, LegalDocument
from app.rules.legal import CitedDocument, LegalText
from app.rules.vocabulary import LegalDocumentKind, LegalDuty

_LAW = LegalDocumentKind.LAW.value


def legal_texts(session: Session) -> list[LegalText]:
    """Return every legal text that was not deleted."""
    rows = session.scalars(select(LegalBasis).where(LegalBasis.deleted_at.is_(None)))
    return [
        LegalText(LegalDuty(row.duty), row.citation, row.valid_from, row.valid_to, row.confirmed)
        for row in rows
    ]


def cited_documents(session: Session) -> list[CitedDocument]:
    """Return the documents of the library whose day is known."""
    rows = session.execute(
        select(LegalDocument.number, LegalDocument.issued_on, LegalDocument.issuer,
               LegalDocument.kind)
        .where(LegalDocument.deleted_at.is_(None), LegalDocument.issued_on.is_not(None))
    )  # fmt: skip
    return [
        CitedDocument(one.number, one.issued_on, one.issuer or "", one.kind == _LAW) for one in rows
    ]
