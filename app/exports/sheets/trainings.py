"""The sheet "Sổ theo dõi tập huấn": each class with who taught it and who came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.exports.sheets.data import TrainingRow
from app.exports.sheets.sheet import CellKind, Column, Value
from app.rules.dates import date_text
from app.rules.vocabulary import TrainingState

TAB = "Tập huấn"
TITLE = "SỔ THEO DÕI TẬP HUẤN"
COLUMNS = (
    Column("STT", 4.5, CellKind.INTEGER),
    Column("Thời gian", 12),
    Column("Tên lớp", 28),
    Column("Nội dung", 28),
    Column("Địa điểm", 18),
    Column("Giảng viên", 24),
    Column("Học viên", 28),
    Column("Kế hoạch", 15),
    Column("Kinh phí (đồng)", 14, CellKind.INTEGER),
    Column("Đánh giá", 22),
    Column("Tình trạng", 13),
)


def training_table(rows: Iterable[TrainingRow]) -> Iterator[tuple[Value, ...]]:
    """Yield the cells of each class."""
    for number, row in enumerate(rows, start=1):
        yield (
            number,
            " – ".join(filter(None, map(date_text, (row.starts_on, row.ends_on)))),
            row.title,
            row.content,
            row.place,
            "\n".join(row.lecturers),
            _participants(row),
            "\n".join(filter(None, (row.plan_number, date_text(row.plan_date)))),
            row.cost,
            row.evaluation,
            "\n".join(filter(None, (row.state.label, row.reason))),
        )


def _participants(row: TrainingRow) -> str:
    if not row.invited:
        return ""
    if row.state is not TrainingState.HELD:
        return f"Mời {row.invited} người"  # who comes is not known yet
    return "\n".join([f"{row.attended}/{row.invited} người được mời có dự", *row.bodies])
