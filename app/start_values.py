"""What a new database begins with: legal texts and terms, days off, letter styles.

Each comes with its source. They are ordinary records from then on: the office edits and confirms
them, and no later start of the app puts them back.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.models import CalendarDay, LegalBasis, LegalDocument, LegalRule, LetterStyle, RefusalGround
from app.rules.legal import first_cited
from app.services.clocks.shipped import start_value_rows


def fill(session: Session) -> None:
    """Add every start value. For a new database only."""
    documents = _add_documents(session)
    for row in start_value_rows("legal_bases"):
        cited = first_cited(f"{row['citation']} {row['source']}", documents)
        session.add(LegalBasis(**row, document_id=cited and documents[cited]))
    session.add_all(RefusalGround(**row) for row in start_value_rows("refusal_grounds"))
    session.add_all(LetterStyle(**row) for row in start_value_rows("letter_styles"))
    for row in start_value_rows("legal_rules"):
        cited = first_cited(row["basis"], documents)
        session.add(
            LegalRule(code=row.pop("id"), **row, document_id=documents[cited] if cited else None)
        )
    session.add_all(CalendarDay(**row) for row in start_value_rows("holidays"))


def _add_documents(session: Session) -> dict[str, int]:
    """Add the library's documents; return their ids by number."""
    rows = start_value_rows("legal_documents")
    successors = {row["number"]: row.pop("replaced_by") for row in rows}
    documents = {row["number"]: LegalDocument(**row) for row in rows}
    session.add_all(documents.values())
    session.flush()
    for number, successor in successors.items():
        if successor:
            documents[number].replaced_by_id = documents[successor].id
    return {number: document.id for number, document in documents.items()}
