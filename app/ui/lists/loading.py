"""Reading the result of a list's query, off the UI thread.

That is the count, the place of the record to stay selected, and the page of rows around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.plain import ListQuery, Row

if TYPE_CHECKING:
    from app.services.records import Records

PAGE_ROWS = 200


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a query found. ``pages`` are rows by page number; ``row`` is the one to select."""

    query: ListQuery
    count: int
    pages: dict[int, list[Row]]
    row: int


def load(
    records: Records, kind: str, query: ListQuery, keep_id: int | None, keep_row: int
) -> Loaded:
    """Run ``query``, keeping the place: the record ``keep_id``, or else the row it was in."""
    count = records.count(kind, query)
    row: int | None = None
    if keep_id is not None:
        row = records.position(kind, query, keep_id)
    if row is None:
        row = min(keep_row, count - 1)
    first = max(row, 0) // PAGE_ROWS
    # The page before or after is on screen too where the row stands near an edge of its page.
    inside = max(row, 0) % PAGE_ROWS
    wanted = {first}
    if inside < PAGE_ROWS // 4 and first > 0:
        wanted.add(first - 1)
    if inside >= PAGE_ROWS * 3 // 4 and (first + 1) * PAGE_ROWS < count:
        wanted.add(first + 1)
    pages = {
        number: records.page(kind, query, number * PAGE_ROWS, PAGE_ROWS)
        for number in sorted(wanted)
    }
    return Loaded(query, count, pages, row)
