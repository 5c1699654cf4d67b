"""Which fields of a stored record no save may change any more."""

from __future__ import annotations

from app.models import Record, Statement
from app.rules.vocabulary import StatementState
from app.specs.registry import SPECS

# What stays open once a statement is given: what follows from it, not what was said (duty 26).
_AFTER_STATEMENT = ("next_update_at", "outcome", "note")


def locked_fields(kind: str, record: Record) -> frozenset[str]:
    """Return the names of the fields that are as they are for good."""
    if not isinstance(record, Statement) or record.state != StatementState.GIVEN:
        return frozenset()
    return frozenset(field.name for field in SPECS[kind].fields()) - {*_AFTER_STATEMENT}
