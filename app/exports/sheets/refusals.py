"""The sheet "Sổ theo dõi từ chối cung cấp thông tin": which enquiry was refused on which ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.exports.sheets.data import RefusalRow
from app.exports.sheets.sheet import CellKind, Column, Value
from app.rules.dates import date_time_text

TAB = "Từ chối"
TITLE = "SỔ THEO DÕI TỪ CHỐI CUNG CẤP THÔNG TIN CHO BÁO CHÍ"
COLUMNS = (
    Column("STT", 4.5, CellKind.INTEGER),
    Column("Tiếp nhận", 14),
    Column("Cơ quan báo chí, người hỏi", 26),
    Column("Nội dung đề nghị", 40),
    Column("Từ chối lúc", 14),
    Column("Căn cứ từ chối", 36),
    Column("Lý do cụ thể", 30),
    Column("Công văn từ chối", 16),
    Column("Cơ quan chịu trách nhiệm", 20),
)


def refusal_table(rows: Iterable[RefusalRow]) -> Iterator[tuple[Value, ...]]:
    """Yield the cells of each refused enquiry."""
    for number, row in enumerate(rows, start=1):
        yield (
            number,
            date_time_text(row.received_at),
            "\n".join(filter(None, (row.outlet, row.asker))),
            row.question,
            date_time_text(row.refused_at),
            "\n".join(filter(None, (row.ground, row.citation))),
            row.note,
            row.letters,
            row.body,
        )
