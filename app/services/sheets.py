"""The sheets: which lists have one, and what a list's present filter puts into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.sheets import sheet as workbook
from app.exports.sheets.tracking import COLUMNS, TAB, TITLE, tracking_table
from app.rules.vocabulary import Labelled
from app.services.plain import ListQuery, Period
from app.specs.fields import FilterSpec
from app.specs.registry import SPECS

if TYPE_CHECKING:
    from app.bootstrap import AppContext

# Rows done, rows in all; False asks to stop.
Progress = Callable[[int, int], bool | None]

# The kind of record -> what its sheet is called on the command line and as a file.
SHEETS = {"correction_request": "correction-requests"}


def write_sheet(
    ctx: AppContext, kind: str, query: ListQuery, path: Path, progress: Progress | None = None
) -> bool:
    """Write the sheet of a kind for the list's present filter; False when ``progress`` stopped it.

    ``kind`` is one of SHEETS. Raises FileBusy, StorageFull, StorageReadOnly.
    """
    if kind not in SHEETS:
        raise KeyError(kind)
    rows = ctx.requests.tracking_rows(query)
    office = ctx.office.profile()
    today = ctx.db.clock().date()
    signer = office.signers[0] if office and office.signers else None
    heading = _lines(signer.capacity, signer.title) if signer else ("THỦ TRƯỞNG CƠ QUAN",)
    place = office.place if office else ""
    sheet = workbook.Sheet(
        tab=TAB,
        superior=office.superior_name.upper() if office else "",
        office=office.name.upper() if office else "",
        title=TITLE,
        statements=(
            filter_words(ctx, kind, query),
            f"Lập ngày {_day(today)}, gồm {len(rows)} yêu cầu",
        ),
        columns=COLUMNS,
        left=workbook.Signature(heading=("NGƯỜI LẬP",)),
        right=workbook.Signature(
            above=", ".join(filter(None, [place, f"ngày ….. tháng ….. năm {today.year}"])),
            heading=heading,
            name=signer.name if signer else "",
        ),
    )
    try:
        workbook.write_sheet(path, sheet, tracking_table(rows), len(rows), progress)
    except workbook.Cancelled:
        return False
    return True


def filter_words(ctx: AppContext, kind: str, query: ListQuery) -> str:
    """Say in words which records a query picks, for whoever holds the printed sheet."""
    filters = {spec.name: spec for spec in SPECS[kind].list.filters}
    parts = [
        f"{filters[name].label}: {_filter_value(ctx, filters[name], value)}"
        for name, value in query.filters.items()
        if value not in (None, "", Period())
    ]
    if query.search.strip():
        parts.append(f"có chữ “{query.search.strip()}”")
    if query.deleted:
        parts.append("chỉ bản ghi đã xóa")
    return "Lọc: " + "; ".join(parts) if parts else "Toàn bộ, không lọc"


def _filter_value(ctx: AppContext, spec: FilterSpec, value: object) -> str:
    if isinstance(value, Period):
        start = f"từ {_day(value.start)}" if value.start else ""
        end = f"đến {_day(value.end)}" if value.end else ""
        return f"{start} {end}".strip()
    if spec.choices is not None:
        choice: Labelled = spec.choices(str(value))
        return choice.label
    if spec.related is not None and isinstance(value, int):
        return ctx.records.option(spec.related, value).text
    return str(value)


def _day(day: date | datetime) -> str:
    return f"{day:%d/%m/%Y}"


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(line.upper() for text in texts for line in text.splitlines() if line.strip())
