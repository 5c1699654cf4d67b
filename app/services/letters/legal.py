"""The legal texts that letters cite, as one transaction sees them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import LegalBasis
from app.rules.legal import LegalText
from app.rules.vocabulary import LegalDuty


def legal_texts(session: Session) -> list[LegalText]:
    """Return every legal text that was not deleted."""
    rows = session.scalars(select(LegalBasis).where(LegalBasis.deleted_at.is_(None)))
    return [
        LegalText(LegalDuty(row.duty), row.citation, row.valid_from, row.valid_to, row.confirmed)
        for row in rows
    ]
