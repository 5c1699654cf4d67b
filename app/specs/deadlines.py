"""What the list of every kind with deadlines shows of them; its model is ``Clocked``."""

from __future__ import annotations

from app.rules.vocabulary import DueSpan
from app.specs.fields import ColumnSpec, FilterSpec, Kind

DEADLINE_COLUMNS = (
    ColumnSpec("due", "Hạn", "next_due_at", Kind.DUE, 16),
    ColumnSpec("standing", "Tình trạng hạn", "next_due_at", Kind.STANDING, 22),
)
DEADLINE_FILTER = FilterSpec("due", "Tình trạng hạn", "next_due_at", Kind.STANDING, DueSpan)
