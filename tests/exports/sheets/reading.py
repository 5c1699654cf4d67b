"""A written sheet as text, for golden files: what is in the cells and how the page is set up."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet


def open_sheet(path: Path) -> Worksheet:
    return load_workbook(path).worksheets[0]


def sheet_text(path: Path) -> str:
    sheet = load_workbook(path, rich_text=True).worksheets[0]
    page = sheet.page_setup
    widths = sheet.column_dimensions
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    lines = [
        f"tab: {sheet.title}",
        f"page: paper {page.paperSize}, {page.orientation}, "
        f"fit {page.fitToWidth} x {page.fitToHeight}",
        f"footer: {sheet.oddFooter.left.text} | {sheet.oddFooter.right.text}",
        f"repeated: {sheet.print_title_rows}   area: {sheet.print_area}",
        f"frozen: {sheet.freeze_panes}   filter: {sheet.auto_filter.ref}",
        "widths: " + " ".join(f"{name}={widths[name].width:g}" for name in sorted(widths)),
        "merged: " + " ".join(sorted(str(merged) for merged in sheet.merged_cells.ranges)),
        "",
    ]  # fmt: skip
    for row in sheet.iter_rows():
        height = sheet.row_dimensions[row[0].row].height
        cells = [cell for cell in row if cell.value is not None]
        lines.append(f"row {row[0].row} ({height:g} pt)")
        for cell in cells:
            marks = "".join(
                mark
                for mark, is_set in (
                    ("B", cell.font.b), ("I", cell.font.i), ("Q", cell.quotePrefix),
                    ("#", cell.border.left.style == "thin"),
                )
                if is_set
            )  # fmt: skip
            value = cell.value if cell.data_type != "d" else f"<{cell.value:%Y-%m-%d}>"
            if isinstance(value, CellRichText):
                value = [f"{'B' * run.font.b}{'I' * run.font.i}: {run.text}" for run in value]
            lines.append(
                f"  {cell.coordinate} {cell.data_type} {cell.number_format} {marks}: {value!r}"
            )
    return "\n".join(lines)
