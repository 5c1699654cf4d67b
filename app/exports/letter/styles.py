"""The Party styles the app ships, read from their data file."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

from app.paths import resources_dir
from app.rules.letter_style import PartyStyle


@cache
def load_party_styles(path: Path | None = None) -> tuple[PartyStyle, ...]:
    """Return the styles of ``path`` (None: those shipped), each with its source."""
    file = path or resources_dir() / "start_values" / "letter_styles.json"
    rows = json.loads(file.read_text(encoding="utf-8"))["letter_styles"]
    return tuple(PartyStyle(**{**row, "valid_from": _day(row["valid_from"])}) for row in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
