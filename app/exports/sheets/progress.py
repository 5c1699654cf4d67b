"""How far the bodies are with their press regulations (duty 6), as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.exports.sheets.sheet import CellKind, Column, Value

TITLE = "TIẾN ĐỘ RÀ SOÁT QUY CHẾ PHÁT NGÔN"
TAB = "Tiến độ rà soát quy chế"

COLUMNS = (
    Column("STT", 4.5, CellKind.INTEGER),
    Column("Cơ quan, đơn vị", 34),
    Column("Số, ký hiệu quy chế", 17),
    Column("Ngày ban hành", 10.8, CellKind.DATE),
    Column("Tình trạng", 18),
    Column("Văn bản viện dẫn đã hết hiệu lực", 36),
    Column("Hạn", 10.8, CellKind.DATE),
    Column("Văn bản đôn đốc", 18),
    Column("Ngày đôn đốc", 10.8, CellKind.DATE),
    Column("Đã rà soát ngày", 10.8, CellKind.DATE),
)


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """Where one body stands, in the words of the sheet."""

    body: str
    number: str
    issued_on: date | None
    state: str
    grounds: str
    due_on: date | None
    reminded: str
    reminded_on: date | None
    reviewed_on: date | None


def progress_table(rows: Iterable[ProgressRow]) -> Iterator[tuple[Value, ...]]:
    """Return the cells of every line, numbered from 1."""
    for number, row in enumerate(rows, start=1):
        yield (
            number,
            row.body,
            row.number,
            row.issued_on,
            row.state,
            row.grounds,
            row.due_on,
            row.reminded,
            row.reminded_on,
            row.reviewed_on,
        )
