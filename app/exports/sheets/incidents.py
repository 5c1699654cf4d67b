"""The "Sổ theo dõi vụ việc báo chí": a row for each article, and for each incident without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.exports.sheets.data import IncidentRow
from app.exports.sheets.sheet import CellKind, Column, Value
from app.rules.dates import date_time_text
from app.text import upper_first

TAB = "Vụ việc báo chí"
TITLE = "SỔ THEO DÕI VỤ VIỆC BÁO CHÍ"

# Widths add up so that an A4 page across holds all at more than 70 % of their size.
COLUMNS = (
    Column("STT", 4.5, CellKind.INTEGER),
    Column("Ngày, giờ đăng", 10.8),
    Column("Cơ quan báo chí", 12),
    Column("Loại hình", 9),
    Column("Tên tác phẩm, chuyên mục, tác giả", 17),
    Column("Link / số báo–trang / giờ phát", 12.5),
    Column("Tóm tắt phản ánh", 21),
    Column("Đơn vị liên quan", 12),
    Column("Lĩnh vực", 8.5),
    Column("Mức độ", 8.5),
    Column("Ngày giờ tiếp nhận", 10.8),
    Column("Kết quả xác minh", 9),
    Column("Người phát ngôn", 11.5),
    Column("Hạn phát ngôn", 10.8),
    Column("Ngày giờ phát ngôn", 12.4),
    Column("Hình thức", 11),
    Column("Kết quả xử lý", 10.9),
    Column("Ghi chú", 7.8),
)


def incident_cells(number: int, row: IncidentRow) -> tuple[Value, ...]:
    """Return the eighteen cells of one row."""
    return (
        number,
        date_time_text(row.published_at),
        row.outlet,
        row.outlet_type.label if row.outlet_type else None,
        _lines(row.title, row.section, row.author),
        row.where,
        _lines(row.incident, row.passage),
        row.body,
        row.field,
        row.sensitivity.label,
        date_time_text(row.learned_at),
        row.verified.label if row.verified else None,
        _each(one.speaker for one in row.spoken),
        upper_first(row.statement_due),
        _each(date_time_text(one.given_at) for one in row.spoken),
        _each(one.form for one in row.spoken),
        row.outcome,
        row.note,
    )


def incident_table(rows: Iterable[IncidentRow]) -> Iterator[tuple[Value, ...]]:
    """Return the cells of every row, numbered from 1."""
    return (incident_cells(number, row) for number, row in enumerate(rows, start=1))


def _each(texts: Iterable[str]) -> str:
    """One statement stands alone; more are numbered, alike in each column."""
    found = list(texts)
    if len(found) < 2 or not any(found):
        return "".join(found)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(found, start=1))


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)
