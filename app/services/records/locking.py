"""Which fields of a stored record are not the clerk's to change, or not any more."""

from __future__ import annotations

from sqlalchemy.orm import object_session

from app.models import Incident, Record, Statement
from app.rules.duties.statements import statement_times
from app.rules.vocabulary import StatementState
from app.services.statements.completing import given_times
from app.specs.registry import SPECS

# What stays open once a statement is given: what follows from it, not what was said (duty 26).
_AFTER_STATEMENT = ("next_update_at", "outcome", "note")
_STATEMENT_TIMES = ("first_statement_at", "last_statement_at")


def locked_fields(kind: str, record: Record) -> frozenset[str]:
    """Return the names of the fields that the clerk cannot change."""
    if isinstance(record, Statement) and record.state == StatementState.GIVEN:
        return frozenset(field.name for field in SPECS[kind].fields()) - {*_AFTER_STATEMENT}
    if isinstance(record, Incident) and _tells_statements(record):
        return frozenset(_STATEMENT_TIMES)
    return frozenset()


def _tells_statements(incident: Incident) -> bool:
    """Whether both times are those of recorded statements; one that is not may be put right."""
    session = object_session(incident)
    given = given_times(session, incident.id) if session is not None else []
    times = (incident.first_statement_at, incident.last_statement_at)
    return bool(given) and times == statement_times((), given)
