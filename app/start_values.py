"""What a new database begins with: legal texts and terms, days off, letter styles.

Each comes with its source. They are ordinary records from then on: the office edits and confirms
them, and no later start of the app puts them back.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.models import CalendarDay, LegalBasis, LegalRule, LetterStyle
from app.services.clocks.shipped import start_value_rows


def fill(session: Session) -> None:
    """Add every start value. For a new database only."""
    session.add_all(LegalBasis(**row) for row in start_value_rows("legal_bases"))
    session.add_all(LetterStyle(**row) for row in start_value_rows("letter_styles"))
    session.add_all(LegalRule(code=row.pop("id"), **row) for row in start_value_rows("legal_rules"))
    session.add_all(CalendarDay(**row) for row in start_value_rows("holidays"))
