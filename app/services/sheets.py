"""The sheets: which lists have one, and what a list's present filter puts into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.exports.sheets import (
    briefings,
    incidents,
    progress,
    public_list,
    refusals,
    tracking,
    trainings,
    violations,
)
from app.exports.sheets import sheet as workbook
from app.exports.sheets.signing import Signature
from app.rules.clocks.lateness import due_text, time_words
from app.rules.dates import date_text, date_time_text, period_text, time_text
from app.rules.duties.secrecy import marks
from app.rules.vocabulary import Labelled
from app.services.plain import ListQuery, Period
from app.services.regulations.service import progress_row
from app.specs.fields import ColumnSpec, FilterSpec, Kind
from app.specs.registry import SPECS
from app.text import grouped

if TYPE_CHECKING:
    from app.bootstrap import AppContext

# Rows done, rows in all; False asks to stop.
Progress = Callable[[int, int], bool | None]
_SAMPLE = "DỮ LIỆU MẪU, không phải sổ của cơ quan"


@dataclass(frozen=True, slots=True)
class ListSheet:
    """The sheet of one kind of record.

    ``name`` is its word on the command line and its file there; ``rows`` reads what a query
    finds, ``table`` makes the cells of these rows. ``counted`` is what a row is, where the sheet
    is of more than one kind's records and no filter picks them; ``said`` tells then what does.
    ``kind`` is that of the records, where a list has more sheets than its own. ``row_word`` is what
    a row is called where a record has several.
    """

    name: str
    tab: str
    title: str
    columns: tuple[workbook.Column, ...]
    rows: Callable[[AppContext, ListQuery], list[Any]]
    table: Callable[[list[Any]], Iterable[Sequence[workbook.Value]]]
    counted: str = ""
    said: Callable[[AppContext, ListQuery], str] | None = None
    kind: str = ""
    row_word: str = ""


def _tracking_rows(ctx: AppContext, query: ListQuery) -> list[Any]:
    return list(ctx.requests.tracking_rows(query))


def _refusal_rows(ctx: AppContext, query: ListQuery) -> list[Any]:
    return list(ctx.enquiries.refusals(query))


def list_sheet(kind: str, name: str, title: str = "") -> ListSheet:
    """Return the sheet that shows a list as it is on the screen, column by column."""
    spec = SPECS[kind]
    wanted = _STT.width + sum(column.width for column in spec.list.columns)
    scale = min(max(1.0, _LEAST_WIDTH / wanted), _PAGE_WIDTH / wanted)

    def rows(ctx: AppContext, query: ListQuery) -> list[Any]:
        now = ctx.clock()
        found = ctx.records.rows(kind, ctx.records.ids(kind, query))
        return [[*map(partial(_cell, now), spec.list.columns, row.values)] for row in found]

    def table(found: list[Any]) -> Iterable[Sequence[workbook.Value]]:
        return ((number, *cells) for number, cells in enumerate(found, start=1))

    return ListSheet(
        name=name,
        tab=spec.plural,
        title=title or spec.plural.upper(),
        columns=(_STT, *(_column(column, scale) for column in spec.list.columns)),
        rows=rows,
        table=table,
    )


def _column(column: ColumnSpec, scale: float) -> workbook.Column:
    kind = _CELLS.get(column.kind, workbook.CellKind.TEXT)
    width = column.width if column.is_short else round(column.width * scale, 1)
    width = _DATE_WIDTH if kind is workbook.CellKind.DATE else width
    return workbook.Column(column.title, width, kind)


def _cell(now: datetime, column: ColumnSpec, value: Any) -> workbook.Value:
    if value is None:
        return None
    if column.kind is Kind.DUE:
        return due_text(value)
    if column.kind is Kind.STANDING:
        return time_words(value, now)
    if column.choices is not None:
        return column.choices(value).label
    if column.kind is Kind.FLAG:
        return "Có" if value else "Không"
    shown: workbook.Value = date_time_text(value) if isinstance(value, datetime) else value
    return shown


_STT = workbook.Column("STT", 4.5, workbook.CellKind.INTEGER)
_CELLS = {Kind.DATE: workbook.CellKind.DATE, Kind.INTEGER: workbook.CellKind.INTEGER}
_DATE_WIDTH = 10.8
_PAGE_WIDTH = 200.0  # an A4 page across holds this at more than 70 % of its size
_LEAST_WIDTH = 145.0  # and this at its own size

# The public list is no list of the screen; a query for it may name the day it holds on.
PUBLIC_LIST = "public_spokespersons"


def _day_of(ctx: AppContext, query: ListQuery) -> date:
    day = query.filters.get("on")
    return day if isinstance(day, date) else ctx.today()


# By the kind of record, or a name of its own.
SHEETS: dict[str, ListSheet] = {
    "correction_request": ListSheet(
        name="correction-requests",
        tab=tracking.TAB,
        title=tracking.TITLE,
        columns=tracking.COLUMNS,
        rows=_tracking_rows,
        table=tracking.tracking_table,
    ),
    "incident": ListSheet(
        name="incidents",
        tab=incidents.TAB,
        title=incidents.TITLE,
        columns=incidents.COLUMNS,
        rows=lambda ctx, query: list(ctx.statements.incident_rows(query)),
        table=incidents.incident_table,
        row_word="dòng, mỗi bài báo về một vụ việc là một dòng",
    ),
    "statement": list_sheet("statement", "statements", "SỔ THEO DÕI PHÁT NGÔN"),
    "regulation": list_sheet("regulation", "regulations", "SỔ THEO DÕI QUY CHẾ PHÁT NGÔN"),
    "regulation_progress": ListSheet(
        name="regulation-progress",
        tab=progress.TAB,
        title=progress.TITLE,
        columns=progress.COLUMNS,
        rows=lambda ctx, _query: list(ctx.regulations.progress()),
        table=lambda lines: progress.progress_table(map(progress_row, lines)),
        counted="dòng",
    ),
    "briefing": ListSheet(
        name="briefings",
        tab=briefings.TAB,
        title=briefings.TITLE,
        columns=briefings.COLUMNS,
        rows=lambda ctx, query: ctx.briefings.sheet_rows(query),
        table=briefings.briefing_table,
    ),
    "training": ListSheet(
        name="trainings",
        tab=trainings.TAB,
        title=trainings.TITLE,
        columns=trainings.COLUMNS,
        rows=lambda ctx, query: list(ctx.trainings.register(query)),
        table=trainings.training_table,
    ),
    "legal_document": list_sheet(
        "legal_document", "legal-documents", "DANH MỤC VĂN BẢN PHÁP LUẬT, VĂN BẢN CỦA ĐẢNG"
    ),
    "contact": list_sheet("contact", "contacts", "DANH SÁCH NHÀ BÁO, NGƯỜI LIÊN HỆ"),
    "enquiry": list_sheet("enquiry", "enquiries", "SỔ THEO DÕI CÂU HỎI, ĐỀ NGHỊ CỦA BÁO CHÍ"),
    "refusal": ListSheet(
        name="refusals",
        tab=refusals.TAB,
        title=refusals.TITLE,
        columns=refusals.COLUMNS,
        rows=_refusal_rows,
        table=refusals.refusal_table,
        kind="enquiry",
    ),
    "spokesperson": list_sheet("spokesperson", "spokespersons", "DANH SÁCH NGƯỜI PHÁT NGÔN"),
    "authorisation": list_sheet(
        "authorisation", "authorisations", "SỔ THEO DÕI ỦY QUYỀN PHÁT NGÔN"
    ),
    "inspection": list_sheet(
        "inspection", "inspections", "SỔ THEO DÕI KIỂM TRA CÔNG TÁC PHÁT NGÔN"
    ),
    "violation": ListSheet(
        name="violations",
        tab=violations.TAB,
        title=violations.TITLE,
        columns=violations.COLUMNS,
        rows=lambda ctx, query: list(ctx.violations.rows(query)),
        table=violations.violation_table,
    ),
    PUBLIC_LIST: ListSheet(
        name="public-spokespersons",
        tab=public_list.TAB,
        title=public_list.TITLE,
        columns=public_list.COLUMNS,
        rows=lambda ctx, query: list(ctx.speakers.public_lines(_day_of(ctx, query))),
        table=public_list.public_table,
        counted="người phát ngôn",
        said=lambda ctx, query: f"Tính đến ngày {date_text(_day_of(ctx, query))}",
    ),
    "legal_rule": list_sheet("legal_rule", "legal-rules"),
    "calendar_day": list_sheet("calendar_day", "calendar-days"),
}


def write_sheet(
    ctx: AppContext, kind: str, query: ListQuery, path: Path, progress: Progress | None = None
) -> bool:
    """Write the sheet of a kind for the list's present filter; False when ``progress`` stopped it.

    ``kind`` is one of SHEETS. Raises FileBusy, StorageFull, StorageReadOnly.
    """
    described = SHEETS[kind]
    kind = described.kind or kind
    rows = described.rows(ctx, query)
    counted = described.counted or SPECS[kind].singular
    office = ctx.office.profile()
    now = ctx.db.clock()
    signer = office.signers[0] if office and office.signers else None
    heading = _lines(signer.capacity, signer.title) if signer else ("THỦ TRƯỞNG CƠ QUAN",)
    place = office.place if office else ""
    sample_marks = (_SAMPLE,) if ctx.is_sample else ()
    sheet = workbook.Sheet(
        tab=described.tab,
        superior=office.superior_name.upper() if office else "",
        office=office.name.upper() if office else "",
        title=described.title,
        statements=(
            *sample_marks,
            *((described.said(ctx, query),) if described.said else ()),
            *(() if described.counted else (filter_words(ctx, kind, query),)),
            f"Lập ngày {date_text(now)} lúc {time_text(now.time())}, "
            f"gồm {grouped(len(rows))} {described.row_word or counted}",
        ),
        foot=" – ".join([*sample_marks, described.title, date_time_text(now)]),
        columns=described.columns,
        left=Signature(heading=("NGƯỜI LẬP",), hint="(Ký, ghi rõ họ tên)"),
        right=Signature(
            hint="(Ký, đóng dấu, ghi rõ họ tên)",
            above=", ".join(filter(None, [place, f"ngày ….. tháng ….. năm {now.year}"])),
            heading=heading,
            name=signer.name if signer else "",
        ),
        made_at=now,
    )
    try:
        workbook.write_sheet(path, sheet, described.table(rows), len(rows), progress)
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
    if marks(query.search):
        parts.append("có chữ không ghi ở đây vì có dấu chỉ độ mật")
    elif query.search.strip():
        parts.append(f"có chữ “{query.search.strip()}”")
    if query.deleted:
        parts.append("chỉ bản ghi đã xóa")
    words = "Lọc: " + "; ".join(parts) if parts else "Toàn bộ, không lọc"
    return f"Khung nhìn {query.view}. {words}" if query.view else words


def _filter_value(ctx: AppContext, spec: FilterSpec, value: object) -> str:
    if isinstance(value, Period):
        return period_text(value.start, value.end)
    if spec.choices is not None:
        choice: Labelled = spec.choices(str(value))
        return choice.label
    if spec.related is not None and isinstance(value, int):
        return ctx.records.option(spec.related, value).text
    return str(value)


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(line.upper() for text in texts for line in text.splitlines() if line.strip())
