"""Reading the result of a list's query, off the UI thread.

That is the count, the place of the record to stay selected, and the page of rows around it.
"""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from app.services.plain import ListQuery, Row

if TYPE_CHECKING:
    from app.services.records.service import Records

PAGE_ROWS = 200
# A page that takes longer than this would be felt when scrolling.
_SLOW_SECONDS = 0.04


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a query found. ``pages`` are rows by page number; ``row`` is the one to select.

    ``ids`` are those of all rows where a record's place must be found, or where no index carries
    the query: to sort or search anew for each page would take a large fraction of a second at
    100,000 records, to read rows by their ids takes a few milliseconds. None where skipping rows
    is as fast.
    """

    query: ListQuery
    count: int
    pages: dict[int, list[Row]]
    row: int
    ids: array[int] | None = None

    def read(self, records: Records, kind: str, number: int) -> list[Row]:
        """Return one more page of the result."""
        start = number * PAGE_ROWS
        if self.ids is not None:
            return records.rows(kind, self.ids[start : start + PAGE_ROWS])
        return records.page(kind, self.query, start, PAGE_ROWS)


def load(
    records: Records, kind: str, query: ListQuery, keep_id: int | None, keep_row: int
) -> Loaded:
    """Run ``query``, keeping the place: the record ``keep_id``, or else the row it was in."""
    if query.search or keep_id is not None:
        return _load_by_ids(records, kind, query, keep_id, keep_row)
    count = records.count(kind, query)
    loaded = Loaded(query, count, {}, min(keep_row, count - 1))
    started = time.perf_counter()
    pages = _pages_around(records, kind, loaded)
    if time.perf_counter() - started > _SLOW_SECONDS * len(pages):
        return _load_by_ids(records, kind, query, keep_id, keep_row)
    return replace(loaded, pages=pages)


def _load_by_ids(
    records: Records, kind: str, query: ListQuery, keep_id: int | None, keep_row: int
) -> Loaded:
    ids = array("q", records.ids(kind, query))
    row = min(keep_row, len(ids) - 1)
    if keep_id is not None and keep_id in ids:
        row = ids.index(keep_id)
    loaded = Loaded(query, len(ids), {}, row, ids)
    return replace(loaded, pages=_pages_around(records, kind, loaded))


def _pages_around(records: Records, kind: str, loaded: Loaded) -> dict[int, list[Row]]:
    """Return the page of the row to select, and its neighbour where that is on screen too."""
    first, inside = divmod(max(loaded.row, 0), PAGE_ROWS)
    wanted = [first]
    if inside < PAGE_ROWS // 4 and first > 0:
        wanted.append(first - 1)
    if inside >= PAGE_ROWS * 3 // 4 and (first + 1) * PAGE_ROWS < loaded.count:
        wanted.append(first + 1)
    read = partial(loaded.read, records, kind)
    return {number: read(number) for number in sorted(wanted)}
