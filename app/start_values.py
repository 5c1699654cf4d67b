"""What a new database begins with: legal texts and letter styles, each with its source.

They are ordinary records from then on: the office edits and confirms them, and no later start of
the app puts them back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.models import LegalBasis, LetterStyle
from app.paths import resources_dir

_DATES = ("valid_from", "valid_to", "confirmed_on")


def fill(session: Session) -> None:
    """Add every start value. For a new database only."""
    session.add_all(LegalBasis(**row) for row in _rows("legal_bases"))
    session.add_all(LetterStyle(**row) for row in _rows("letter_styles"))


def _rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of start values, its dates read."""
    file = resources_dir() / "start_values" / f"{name}.json"
    for row in json.loads(file.read_text(encoding="utf-8"))[name]:
        dates = {key: date.fromisoformat(row[key]) for key in _DATES if row.get(key)}
        yield {**row, **dates}
