"""Writes every register."""

from __future__ import annotations

from collections.abc import Callable

from app.demo.registers.briefings import add_briefings
from app.demo.registers.data import Book
from app.demo.registers.enquiries import add_enquiries
from app.demo.registers.inspections import add_inspections
from app.demo.registers.regulations import add_regulations
from app.demo.registers.reorganisations import add_reorganisations
from app.demo.registers.speakers import add_speakers
from app.demo.registers.statements import add_statements
from app.demo.registers.trainings import add_trainings
from app.demo.registers.violations import add_violations

_WRITERS: tuple[Callable[[Book], None], ...] = (
    add_regulations,
    add_speakers,
    add_statements,
    add_briefings,
    add_enquiries,
    add_trainings,
    add_inspections,
    add_violations,
    add_reorganisations,  # the last: what is open then goes along
)


def add_registers(book: Book) -> None:
    """Write some records of each register."""
    for write in _WRITERS:
        write(book)
