"""The public list of spokespersons as a sheet: the six columns that provinces publish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.exports.public_list.data import HEADINGS, TITLE, PublicLine
from app.exports.sheets.sheet import CellKind, Column, Value

__all__ = ["COLUMNS", "TAB", "TITLE", "public_table"]

TAB = "Người phát ngôn công bố"
_WIDTHS = (4.5, 44, 30, 34, 20, 36)
COLUMNS = tuple(
    Column(heading, width, CellKind.TEXT if place else CellKind.INTEGER)
    for place, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True))
)


def public_table(lines: Iterable[PublicLine]) -> Iterator[tuple[Value, ...]]:
    """Return the cells of every line, numbered from 1."""
    return (line.cells(number) for number, line in enumerate(lines, start=1))
