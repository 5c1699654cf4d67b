"""What the writers of the registers are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.bootstrap import AppContext


@dataclass(frozen=True, slots=True)
class Book:
    """The demo's book with its directory and incidents in it.

    ``bodies`` and ``outlets`` give ids by name; ``today`` is the demo's last day.
    """

    ctx: AppContext
    bodies: Mapping[str, int]
    outlets: Mapping[str, int]
    today: date

    def add(self, kind: str, /, **values: Any) -> int:
        """Save a record as a clerk does and return its id."""
        records = self.ctx.records
        return records.save(kind, {**records.new(kind), **values}).id
