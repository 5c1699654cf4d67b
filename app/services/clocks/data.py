"""Plain data of the clock services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.clocks.legal_rules import LegalRule
from app.rules.dates import date_text


@dataclass(frozen=True, slots=True)
class Switch:
    """The day on which one rule takes over from the one before it."""

    earlier_id: int
    earlier_title: str
    earlier_from: date | None
    later_id: int
    later_title: str
    later_to: date | None
    first_day: date | None

    @classmethod
    def between(
        cls, earlier_id: int, earlier: LegalRule, later_id: int, later: LegalRule
    ) -> Switch:
        """Return the switch between two rules that take turns."""
        return cls(
            earlier_id, earlier.title, earlier.valid_from,
            later_id, later.title, later.valid_to, later.valid_from,
        )  # fmt: skip

    def problem(self, first_day: date) -> str:
        """Return why the later rule cannot begin on that day; each of the two keeps a day."""
        if self.earlier_from is not None and first_day <= self.earlier_from:
            return f"Phải sau ngày bắt đầu của quy định trước ({date_text(self.earlier_from)})."
        if self.later_to is not None and first_day > self.later_to:
            return f"Không thể sau ngày hết hiệu lực của chính nó ({date_text(self.later_to)})."
        return ""
