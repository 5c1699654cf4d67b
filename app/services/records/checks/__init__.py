"""What a record must satisfy beyond its fields' own shape, one small check after another."""

from __future__ import annotations

from app.services.records.checks import (
    briefings,
    directory,
    enquiries,
    inspections,
    law,
    people,
    press,
    regulations,
    speakers,
    statements,
    trainings,
    violations,
)
from app.services.records.checks.common import Errors, Subject

__all__ = ["Errors", "Subject", "check"]

_CHECKS = {
    **briefings.CHECKS,
    **directory.CHECKS,
    **inspections.CHECKS,
    **enquiries.CHECKS,
    **law.CHECKS,
    **people.CHECKS,
    **press.CHECKS,
    **regulations.CHECKS,
    **speakers.CHECKS,
    **trainings.CHECKS,
    **statements.CHECKS,
    **violations.CHECKS,
}


def check(subject: Subject) -> Errors:
    """Return the sentences of every check of the record's kind, the first one for each field."""
    errors: Errors = {}
    for one in _CHECKS.get(subject.kind, ()):
        errors = {**one(subject), **errors}
    return errors
