"""The tracking sheet, read back as Excel would read it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from app.errors import StorageReadOnly
from app.exports.sheets.data import TrackingRow
from app.exports.sheets.row_height import count_lines
from app.exports.sheets.sheet import Cancelled, CellKind, Sheet, write_sheet
from app.exports.sheets.signing import Signature
from app.exports.sheets.tracking import COLUMNS, TAB, TITLE, tracking_cells, tracking_table
from app.rules.vocabulary import LetterState, NextStep, RequestKind, RequestOutcome
from tests.exports.sheets.reading import open_sheet, sheet_text

HEADER = 6
SHEET = Sheet(
    tab=TAB,
    superior="UBND TỈNH AN GIANG",
    office="SỞ XÂY DỰNG",
    title=TITLE,
    statements=("Lọc: Kết quả: Đã đăng cải chính", "Lập ngày 05/10/2026, gồm 2 yêu cầu"),
    foot=f"{TITLE} – 05/10/2026 09:00",
    columns=COLUMNS,
    left=Signature(("NGƯỜI LẬP",), "(Ký, ghi rõ họ tên)"),
    right=Signature(
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        "(Ký, đóng dấu, ghi rõ họ tên)",
        "An Giang, ngày ….. tháng ….. năm 2026",
        "Nguyễn Văn A",
    ),
    made_at=datetime(2026, 10, 5, 9, 0),
)
ISSUED = TrackingRow(
    letter_number="12/SXD-VP",
    letter_date=date(2026, 6, 5),
    letter_state=LetterState.ISSUED,
    outlet="Báo Điện tử Đồng bằng",
    article_title="Đường mới đã hỏng",
    published_at=datetime(2026, 6, 3, 9, 30),
    points=(("Đường hỏng toàn tuyến.", "Hỏng 12 m."), ("Không ai sửa.", "Đã sửa xong.")),
    grounds="Biên bản ngày 04/6/2026.",
    kind=RequestKind.CORRECT_AND_APOLOGISE,
    received_on=date(2026, 6, 8),
    due_on=date(2026, 6, 15),
    sent_to_authority_on=date(2026, 6, 5),
    reminded_on=(date(2026, 6, 16), date(2026, 6, 23)),
    outcome=RequestOutcome.CORRECTED,
    published_on=date(2026, 6, 25),
    published_where="https://dientudongbang.example/cai-chinh",
    refusal_reason=None,
    next_step=NextStep.CLOSE,
    note="Đã gọi tòa soạn.",
    due_law="Điều 42 Luật Báo chí số 103/2016/QH13",
)
DRAFT = replace(
    ISSUED,
    letter_number=None,
    letter_date=None,
    letter_state=LetterState.DRAFT,
    published_at=datetime(2026, 6, 3),
    points=(("Đường hỏng toàn tuyến.", "Hỏng 12 m."),),
    received_on=None,
    due_on=None,
    sent_to_authority_on=None,
    reminded_on=(),
    outcome=RequestOutcome.PENDING,
    published_on=None,
    published_where=None,
    next_step=NextStep.WAIT,
    note=None,
    due_law=None,
)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: TrackingRow) -> Path:
        path = tmp_path / "so.xlsx"
        write_sheet(path, SHEET, tracking_table(list(rows)), len(rows))
        return path

    return write


def test_the_whole_sheet(written: Callable[..., Path], golden: Callable[[str, str], None]) -> None:
    golden("sheets/tracking.txt", sheet_text(written(ISSUED, DRAFT)))


def test_it_has_the_sixteen_columns_of_the_register(written: Callable[..., Path]) -> None:
    sheet = open_sheet(written(ISSUED))
    assert [cell.value for cell in sheet[HEADER]] == [
        "STT", "Số, ngày văn bản", "Cơ quan báo chí", "Tên bài, ngày đăng", "Nội dung sai",
        "Nội dung đúng, căn cứ", "Loại yêu cầu", "Ngày báo nhận", "Hạn",
        "Ngày gửi cơ quan QLNN báo chí", "Lần đôn đốc", "Kết quả", "Ngày đăng cải chính, link",
        "Lý do từ chối", "Bước tiếp theo", "Ghi chú",
    ]  # fmt: skip


def test_days_are_real_dates_and_the_running_number_a_number(written: Callable[..., Path]) -> None:
    row = open_sheet(written(ISSUED))[HEADER + 1]
    assert row[0].value == 1
    assert row[7].value == datetime(2026, 6, 8)
    assert row[7].number_format == "dd/mm/yyyy"
    kinds = {cell.data_type for cell, column in zip(row, COLUMNS, strict=True)
             if column.kind is CellKind.TEXT and cell.value is not None}  # fmt: skip
    assert kinds == {"s"}


def test_the_file_bears_the_time_it_was_made(written: Callable[..., Path]) -> None:
    """By the office's clock, seven hours ahead of the time that the format wants."""
    path = written(ISSUED)
    properties = load_workbook(path).properties
    assert properties.created == properties.modified == datetime(2026, 10, 5, 2, 0)
    with ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 10, 5, 9, 0, 0)}
    assert written(ISSUED).read_bytes() == path.read_bytes()


def test_missing_values_are_empty_cells_with_their_frame(written: Callable[..., Path]) -> None:
    row = open_sheet(written(DRAFT))[HEADER + 1]
    assert row[1].value == "Dự thảo"
    assert row[7].value is None
    assert {cell.border.bottom.style for cell in row} == {"thin"}


def test_a_letter_not_in_force_says_so() -> None:
    void = tracking_cells(1, replace(ISSUED, letter_state=LetterState.VOID))
    signed = tracking_cells(1, replace(DRAFT, letter_state=LetterState.SIGNED))
    assert void[1] == "12/SXD-VP\n05/06/2026\n(Đã hủy)"
    assert signed[1] == "Đã ký, chờ lấy số"


def test_the_law_that_sets_the_term_stands_with_what_is_asked() -> None:
    without = replace(ISSUED, due_law="Điều 34", no_due="chưa có số ngày, nhập theo Nghị định 237")
    assert tracking_cells(1, ISSUED)[6] == (
        "Cải chính và xin lỗi\nTheo Điều 42 Luật Báo chí số 103/2016/QH13"
    )
    assert tracking_cells(1, without)[6] == (
        "Cải chính và xin lỗi\nTheo Điều 34\n(chưa có số ngày, nhập theo Nghị định 237)"
    )
    assert tracking_cells(1, DRAFT)[6] == "Cải chính và xin lỗi"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=cmd|' /C calc'!A0", "+84 296", "-5", "@SUM(A1)", "  =1+1", "#N/A", "#REF!", "TRUE"],
)
def test_text_stays_text_whatever_it_begins_with(written: Callable[..., Path], text: str) -> None:
    path = written(replace(ISSUED, note=text, outlet=text, article_title=text))
    row = open_sheet(path)[HEADER + 1]
    assert row[15].value == text
    assert {row[2].data_type, row[3].data_type, row[15].data_type} == {"s"}
    assert row[15].number_format == "@"
    assert row[15].quotePrefix == (text.strip()[0] in "=+-@")
    assert b"<f>" not in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")


def test_text_comes_out_clean(written: Callable[..., Path]) -> None:
    dirty = "Tie\u0302\u0301ng\x00 Vie\u0323\u0302t\x0b\r\ndo\u0300ng hai\ud800"
    row = open_sheet(written(replace(ISSUED, note=dirty)))[HEADER + 1]
    assert row[15].value == "Tiếng  Việt \ndòng hai "


def test_a_row_is_high_enough_for_its_longest_text(written: Callable[..., Path]) -> None:
    long = "Nội dung phản ánh về tuyến đường liên xã đang thi công. " * 6
    sheet = open_sheet(written(replace(ISSUED, points=((long, "Sai."),)), DRAFT))
    lines = count_lines(long, COLUMNS[4].width, 11)
    assert sheet.row_dimensions[HEADER + 1].height >= lines * 15
    assert sheet.row_dimensions[HEADER + 2].height < lines * 15


def test_a_text_longer_than_a_row_may_be_high_goes_over_several(
    written: Callable[..., Path],
) -> None:
    long = "Nội dung phản ánh về tuyến đường liên xã đang thi công. " * 60
    sheet = open_sheet(written(replace(ISSUED, points=((long, "Sai."),)), DRAFT))
    merged = next(str(m) for m in sheet.merged_cells.ranges if str(m).startswith(f"E{HEADER + 1}:"))
    last = int(merged.partition(":")[2][1:])
    heights = [sheet.row_dimensions[row].height for row in range(HEADER + 1, last + 1)]
    assert max(heights) <= 409
    assert sum(heights) >= count_lines(long, COLUMNS[4].width, 11) * 15
    assert sheet[f"E{HEADER + 1}"].value == long
    assert sheet[f"A{last + 1}"].value == 2


def test_the_columns_fit_an_a4_page_across_at_seven_tenths_of_their_size() -> None:
    printable = (297 - 20) / 25.4 * 72
    # A digit of Times New Roman 11 is half its size wide, here a little more than Excel's 7 pixels.
    assert printable / (sum(column.width for column in COLUMNS) * 5.5) >= 0.7


def test_progress_is_told_and_may_stop_the_writing(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    rows = [ISSUED] * 250
    path = tmp_path / "so.xlsx"
    write_sheet(path, SHEET, tracking_table(rows), 250, lambda done, of: told.append((done, of)))
    assert told == [(100, 250), (200, 250)]
    path.write_bytes(b"before")
    with pytest.raises(Cancelled):
        write_sheet(path, SHEET, tracking_table(rows), 250, lambda _done, _of: False)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageReadOnly, match="Không có thư mục"):
        write_sheet(tmp_path / "none" / "so.xlsx", SHEET, tracking_table([ISSUED]))


def test_an_empty_sheet_is_a_sheet(written: Callable[..., Path]) -> None:
    sheet = open_sheet(written())
    assert sheet.auto_filter.ref == f"A{HEADER}:P{HEADER}"
    assert "NGƯỜI LẬP" in sheet.cell(HEADER + 2, 1).value
