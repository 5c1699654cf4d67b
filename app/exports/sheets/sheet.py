"""Write one sheet as .xlsx: plain data in, a file out that prints on whole A4 pages.

Rows are streamed, so that a sheet of any length takes little memory.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, auto
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.exports.sheets.row_height import FONT, count_lines, line_height, row_height
from app.exports.sheets.signing import Signature, signature_texts
from app.exports.sheets.texts import clean_text
from app.files import write_atomically

if TYPE_CHECKING:  # openpyxl takes a fifth of a second to import; nothing before a sheet waits.
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment
    from openpyxl.workbook import Workbook

    from app.exports.sheets.cells import ColumnCell

Value = str | int | date | None
Progress = Callable[[int, int], bool | None]

DATE_FORMAT = "dd/mm/yyyy"
TEXT_FORMAT = "@"
INTEGER_FORMAT = "#,##0"  # the PC writes the sign of its own language
BODY_SIZE = 11.0
TITLE_SIZE = 14.0
# Excel takes no row over 409 points; a taller one is laid over several rows, merged.
TALLEST_ROW = 400.0
_ROWS_PER_REPORT = 100
_VIETNAM = timezone(timedelta(hours=7))  # clocks here give the time without its zone

# What a spreadsheet may take for the beginning of a formula when the cell is edited.
_FORMULA = re.compile(r"\s*[=+\-@]")


class Cancelled(Exception):
    """The caller's ``progress`` asked to stop; no file was written."""


class CellKind(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    DATE = auto()
    INTEGER = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``width`` is in characters, as spreadsheets count it."""

    title: str
    width: float
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about a sheet but its rows.

    ``statements`` are the lines under the title: what was filtered, when the sheet was made;
    ``made_at`` says the same in the properties of the file. ``foot`` stands on each page beside its
    number.
    """

    tab: str
    superior: str
    office: str
    title: str
    statements: tuple[str, ...]
    foot: str
    columns: tuple[Column, ...]
    left: Signature
    right: Signature
    made_at: datetime


def write_sheet(
    path: Path,
    sheet: Sheet,
    rows: Iterable[Sequence[Value]],
    row_count: int = 0,
    progress: Progress | None = None,
) -> int:
    """Write ``sheet`` with ``rows`` to ``path`` and return how many rows it has.

    Raises Cancelled once ``progress(done, row_count)`` returns False, and what
    ``write_atomically`` raises.
    """
    file = BytesIO()
    written = _write_workbook(file, sheet, rows, row_count, progress)
    write_atomically(path, file.getvalue())
    return written


def _write_workbook(
    file: BytesIO,
    sheet: Sheet,
    rows: Iterable[Sequence[Value]],
    row_count: int,
    progress: Progress | None,
) -> int:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    # Programs measure column widths in digits of this font; the usual Calibri is not everywhere.
    styles: Any = book._named_styles  # type: ignore[attr-defined]  # noqa: SLF001 - no other way
    styles["Normal"].font = Font(name=FONT, size=BODY_SIZE)
    book.properties.title = sheet.title
    book.properties.creator = sheet.office
    book.properties.language = "vi-VN"
    writer = _Writer(book, sheet)
    writer.begin()
    done = 0
    for row in rows:
        writer.add_row(row)
        done += 1
        if progress and done % _ROWS_PER_REPORT == 0 and progress(done, row_count) is False:
            writer.abandon()
            raise Cancelled
    writer.end()
    _save(book, file, sheet.made_at)
    return done


def _save(book: Workbook, file: BytesIO, made_at: datetime) -> None:
    """Write the workbook with that time all through: the same sheet is the same bytes.

    openpyxl's own ``save`` puts in the time of the PC.
    """
    from zipfile import ZIP_DEFLATED

    from openpyxl.writer.excel import ExcelWriter

    from app.exports.sheets.archive import DatedZip

    utc = made_at.replace(tzinfo=_VIETNAM, microsecond=0).astimezone(UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = utc
    ExcelWriter(book, DatedZip(file, made_at, ZIP_DEFLATED)).save()


class _Writer:
    """The sheet while it is written, from its first row to its last.

    A row handed to openpyxl's streaming sheet is written at once, so each column has one cell
    object that is filled anew for every row: a styled cell is dear to make.
    """

    def __init__(self, book: Workbook, sheet: Sheet) -> None:
        from openpyxl.styles import Border, Side

        self._sheet = sheet
        self._ws: Any = book.create_sheet(sheet.tab)
        self._row = 0
        self._last_column = _letter(len(sheet.columns))
        thin = Side(style="thin")
        self._border = Border(left=thin, right=thin, top=thin, bottom=thin)
        self._cells = [self._body_cell(number) for number in range(len(sheet.columns))]
        self._quoted = [self._body_cell(number, True) for number in range(len(sheet.columns))]
        self._header_row = 0

    def begin(self) -> None:
        """Write what stands above the rows."""
        from openpyxl.styles import Alignment

        sheet = self._sheet
        self._header_row = 4 + len(sheet.statements)
        self._set_up_page()
        head = self._head_columns()
        centred = Alignment(horizontal="center", vertical="center", wrap_text=True)
        for text, bold in ((sheet.superior, False), (sheet.office, True)):
            self._add_line([(1, head, text)], bold=bold, alignment=centred)
        whole = len(sheet.columns)
        self._add_line(
            [(1, whole, sheet.title)], bold=True, alignment=centred, size=TITLE_SIZE, room=1.6
        )
        for statement in sheet.statements:
            self._add_line([(1, whole, statement)], italic=True, alignment=centred)
        headers = []
        for number, column in enumerate(sheet.columns, start=1):
            cell = self._cell(column.title, bold=True, alignment=centred)
            cell.border = self._border
            cell.column, cell.row = number, 1
            headers.append(cell)
        lines = max(count_lines(c.title, c.width, BODY_SIZE, bold=True) for c in sheet.columns)
        self._append(headers, row_height(lines, BODY_SIZE) + 4)

    def add_row(self, values: Sequence[Value]) -> None:
        """Write one row of the sheet."""
        tallest = 1
        cells: list[ColumnCell] = []
        for column, plain, quoted, value in zip(
            self._sheet.columns, self._cells, self._quoted, values, strict=True
        ):
            cell = plain
            if isinstance(value, str):
                text = clean_text(value)
                if _FORMULA.match(text):
                    cell = quoted
                cell.fill_text(text)
                if len(text) * 1.1 > column.width or "\n" in text:
                    tallest = max(tallest, count_lines(text, column.width, BODY_SIZE))
            else:
                cell.fill_value(value)
            cells.append(cell)
        height = row_height(tallest, BODY_SIZE)
        if height <= TALLEST_ROW:
            self._append(cells, height)
        else:
            self._append_tall(cells, height)

    def end(self) -> None:
        """Write what stands below the rows, and what the whole sheet's size decides."""
        last = self._row
        ws = self._ws
        ws.auto_filter.ref = f"A{self._header_row}:{self._last_column}{last}"
        self._sign()
        ws.print_title_rows = f"{self._header_row}:{self._header_row}"
        ws.print_area = f"A1:{self._last_column}{self._row}"

    def abandon(self) -> None:
        """Close the stream of a sheet that will not be saved."""
        self._ws.close()

    def _head_columns(self) -> int:
        """Return over how many columns the names of the office stand: a third of the width."""
        columns = self._sheet.columns
        third = _width(columns) / 3
        return next(n for n in range(1, len(columns) + 1) if _width(columns[:n]) >= third)

    def _set_up_page(self) -> None:
        ws = self._ws
        for number, column in enumerate(self._sheet.columns, start=1):
            ws.column_dimensions[_letter(number)].width = column.width
        ws.freeze_panes = f"A{self._header_row + 1}"
        ws.page_setup.orientation = "landscape"
        ws.page_setup.paperSize = 9  # A4
        ws.page_setup.fitToWidth = 1
        ws.page_setup.fitToHeight = 0  # as many pages as it takes
        ws.sheet_properties.pageSetUpPr.fitToPage = True
        margins = ws.page_margins
        margins.left = margins.right = 10 / 25.4
        margins.top, margins.bottom = 12 / 25.4, 15 / 25.4
        margins.header = margins.footer = 7 / 25.4
        # A page that came loose tells what it is of, and whether that is only a sample.
        footer = ws.oddFooter
        footer.left.text = self._sheet.foot.replace("&", "&&")
        footer.right.text = "Trang &P/&N"
        for part in (footer.left, footer.right):
            part.font = f"{FONT},Regular"
            part.size = 10
        ws.print_options.horizontalCentered = True

    def _sign(self) -> None:
        """Write the two blocks to sign in as one row, each centred over its half of the sheet."""
        from openpyxl.styles import Alignment

        columns = self._sheet.columns
        half = len(columns) // 2
        texts, lines = signature_texts(
            (self._sheet.left, self._sheet.right),
            (_width(columns[:half]), _width(columns[half:])),
            BODY_SIZE,
        )
        self._append([], row_height(1, BODY_SIZE))
        row: list[Cell | None] = [None] * len(columns)
        centred = Alignment(horizontal="center", vertical="top", wrap_text=True)
        for first, last, text in ((1, half, texts[0]), (half + 1, len(columns), texts[1])):
            cell = row[first - 1] = self._cell(None, alignment=centred)
            cell.value = text
            self._merge(first, self._row + 1, last, self._row + 1)
        self._append(row, row_height(lines, BODY_SIZE) * 1.1)

    def _add_line(
        self,
        spans: Sequence[tuple[int, int, str]],
        *,
        alignment: Alignment,
        bold: bool = False,
        italic: bool = False,
        size: float = BODY_SIZE,
        room: float = 1.1,
    ) -> None:
        """Write texts, each merged over the columns from its first to its last."""
        row: list[Cell | None] = [None] * len(self._sheet.columns)
        lines = 1
        for first, last, text in spans:
            text = clean_text(text)
            if not text:
                continue
            cell = self._cell(text, bold=bold, italic=italic, size=size, alignment=alignment)
            row[first - 1] = cell
            width = _width(self._sheet.columns[first - 1 : last])
            lines = max(lines, count_lines(text, width, size, bold))
            self._merge(first, self._row + 1, last, self._row + 1)
        self._append(row, row_height(lines, size) * room)

    def _append(self, cells: Sequence[Cell | None], height: float) -> None:
        self._row += 1
        self._ws.row_dimensions[self._row].height = height
        self._ws.append(cells)

    def _append_tall(self, cells: Sequence[ColumnCell], height: float) -> None:
        """Lay one record over several rows, so that it may go on over the page's end."""
        lines_per_row = int((TALLEST_ROW - 3) / line_height(BODY_SIZE))
        part = lines_per_row * line_height(BODY_SIZE)
        first = self._row + 1
        remaining = height
        self._append(cells, part)
        while (remaining := remaining - part) > 0:
            for cell in cells:
                cell.fill_value(None)
            self._append(cells, min(part, math.ceil(remaining)))
        for number in range(1, len(cells) + 1):
            self._merge(number, first, number, self._row)

    def _merge(self, first_column: int, first_row: int, last_column: int, last_row: int) -> None:
        self._ws.merged_cells.add(
            f"{_letter(first_column)}{first_row}:{_letter(last_column)}{last_row}"
        )

    def _cell(
        self,
        text: str | None,
        *,
        alignment: Alignment,
        bold: bool = False,
        italic: bool = False,
        size: float = BODY_SIZE,
    ) -> Cell:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font

        cell = WriteOnlyCell(self._ws, text)
        cell.font = Font(name=FONT, size=size, bold=bold, italic=italic)
        cell.alignment = alignment
        if text:
            cell.data_type = "s"
            cell.number_format = TEXT_FORMAT
            cell.quotePrefix = bool(_FORMULA.match(text))
        cell.column, cell.row = 1, 1
        return cell

    def _body_cell(self, place: int, quoted: bool = False) -> ColumnCell:
        from openpyxl.styles import Alignment

        from app.exports.sheets.cells import ColumnCell

        column = self._sheet.columns[place]
        is_text = column.kind is CellKind.TEXT
        horizontal = "left" if is_text else "center"
        alignment = Alignment(horizontal=horizontal, vertical="top", wrap_text=True)
        cell = self._cell(None, alignment=alignment)
        cell.border = self._border
        formats = {
            CellKind.TEXT: TEXT_FORMAT,
            CellKind.DATE: DATE_FORMAT,
            CellKind.INTEGER: INTEGER_FORMAT,
        }
        cell.number_format = formats[column.kind]
        cell.quotePrefix = quoted
        return ColumnCell(self._ws, cell, place + 1)


def _width(columns: Sequence[Column]) -> float:
    return sum(column.width for column in columns)


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
