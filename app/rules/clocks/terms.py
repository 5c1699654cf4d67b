"""A term: so many hours, days, months, quarters or years."""

from __future__ import annotations

from dataclasses import dataclass

from app.rules.vocabulary import TermUnit

LONGEST = 100_000  # of any unit; more is a slip of the keyboard


@dataclass(frozen=True, slots=True)
class Term:
    """``value`` units, at least one. Raises ValueError, with a sentence for the clerk."""

    value: int
    unit: TermUnit

    def __post_init__(self) -> None:
        if problem := value_problem(self.value):
            raise ValueError(problem)


def value_problem(value: int) -> str:
    """Return what is wrong with the number of a term, else nothing."""
    if value < 1:
        return "Thời hạn là số nguyên từ 1 trở lên."
    return f"Thời hạn nhiều nhất {LONGEST}." if value > LONGEST else ""
