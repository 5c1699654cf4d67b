"""The tracking sheet at 5,000 rows, beside xlsxwriter writing the very same cells."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app.demo.people_and_places import OUTLETS
from app.demo.stories import stories
from app.exports.sheets.data import TrackingRow
from app.exports.sheets.row_height import count_lines, row_height
from app.exports.sheets.sheet import BODY_SIZE, CellKind, Sheet, write_sheet
from app.exports.sheets.signing import Signature
from app.exports.sheets.texts import clean_text
from app.exports.sheets.tracking import COLUMNS, TAB, TITLE, tracking_table
from app.rules.vocabulary import LetterState, NextStep, RequestOutcome
from tests.bench.measure import Result, medians, seconds

_ROWS = 5000
_TIMES = 5


def sheet(folder: Path) -> list[Result]:
    rows = _rows()
    ours, theirs = medians(
        _TIMES,
        lambda: seconds(lambda: _with_openpyxl(folder / "ours.xlsx", rows)),
        lambda: seconds(lambda: _with_xlsxwriter(folder / "theirs.xlsx", rows)),
    )
    return [Result(f"sheet, {_ROWS:,} rows", ours, "s", "xlsxwriter, the same cells", theirs, 2)]


def _rows() -> list[TrackingRow]:
    found = []
    for number, story in enumerate(stories(240, 1)):
        for article in story.articles:
            request = article.request
            if request is None:
                continue
            tracking = request.tracking
            found.append(
                TrackingRow(
                    letter_number=f"{number + 1:02d}/SXD-VP",
                    letter_date=request.letter_date,
                    letter_state=LetterState.ISSUED,
                    outlet=OUTLETS[article.outlet]["name"],
                    article_title=article.values["title"],
                    published_at=article.values["published_at"],
                    points=request.points,
                    grounds=request.grounds,
                    kind=request.kind,
                    received_on=tracking.get("received_by_outlet_on"),
                    due_on=request.deadline_asked,
                    sent_to_authority_on=request.letter_date,
                    reminded_on=tuple(day for day, _ in request.reminders),
                    outcome=tracking.get("outcome", RequestOutcome.PENDING),
                    published_on=tracking.get("published_on"),
                    published_where=tracking.get("published_where"),
                    refusal_reason=tracking.get("refusal_reason"),
                    next_step=tracking.get("next_step", NextStep.WAIT),
                    note=tracking.get("note"),
                )
            )
    return (found * (_ROWS // len(found) + 1))[:_ROWS]


def _with_openpyxl(path: Path, rows: list[TrackingRow]) -> None:
    sheet = Sheet(
        TAB, "UBND TỈNH", "SỞ XÂY DỰNG", TITLE, ("Toàn bộ",), TITLE, COLUMNS,
        Signature(("NGƯỜI LẬP",), ""), Signature(("GIÁM ĐỐC",), ""), datetime(2026, 10, 5, 9, 0),
    )  # fmt: skip
    write_sheet(path, sheet, tracking_table(rows), len(rows))


def _with_xlsxwriter(path: Path, rows: list[TrackingRow]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet(TAB)
    look = {"font_name": "Times New Roman", "font_size": 11, "text_wrap": True, "border": 1,
            "valign": "top"}  # fmt: skip
    formats = {
        CellKind.TEXT: book.add_format({**look, "num_format": "@", "align": "left"}),
        CellKind.DATE: book.add_format({**look, "num_format": "dd/mm/yyyy", "align": "center"}),
        CellKind.INTEGER: book.add_format({**look, "num_format": "0", "align": "center"}),
    }
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(5, number, column.title, formats[CellKind.TEXT])
    sheet.freeze_panes(6, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(5)
    sheet.set_footer("&CTrang &P/&N")
    sheet.autofilter(5, 0, 5 + len(rows), len(COLUMNS) - 1)
    for place, cells in enumerate(tracking_table(rows), start=6):
        tallest = 1
        for number, (column, value) in enumerate(zip(COLUMNS, cells, strict=True)):
            look_of = formats[column.kind]
            if isinstance(value, str) and value:
                text = clean_text(value)
                sheet.write_string(place, number, text, look_of)
                if len(text) * 1.1 > column.width or "\n" in text:
                    tallest = max(tallest, count_lines(text, column.width, BODY_SIZE))
            elif isinstance(value, date):
                sheet.write_datetime(place, number, value, look_of)
            elif isinstance(value, int):
                sheet.write_number(place, number, value, look_of)
            else:
                sheet.write_blank(place, number, None, look_of)
        sheet.set_row(place, row_height(tallest, BODY_SIZE))
    book.close()
