"""The register of press briefings, read back from the file (duty 30)."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app.bootstrap import AppContext
from app.exports.sheets.briefings import COLUMNS, TITLE
from app.services.plain import ListQuery
from app.services.sheets import write_sheet
from tests.exports.sheets.reading import open_sheet
from tests.factories import make_body, make_briefing, make_outlet


def cells(ctx: AppContext, folder: Path, query: ListQuery | None = None) -> list[list[object]]:
    """Return the rows of the table under its headings."""
    path = folder / "Giao ban.xlsx"
    assert write_sheet(ctx, "briefing", query or ListQuery(sort="name"), path)
    rows = [list(row) for row in open_sheet(path).iter_rows(values_only=True)]
    assert any(TITLE in [str(value) for value in row] for row in rows)
    begin = next(at for at, row in enumerate(rows) if row[0] == "STT")
    assert [value for value in rows[begin] if value] == [column.title for column in COLUMNS]
    return [row for row in rows[begin + 1 :] if isinstance(row[0], int)]


def test_each_briefing_stands_in_the_register_quarter_by_quarter(
    ctx: AppContext, tmp_path: Path
) -> None:
    body = make_body(ctx, name="Sở Giao thông")
    make_briefing(
        ctx,
        state="held",
        starts_at=datetime(2026, 10, 2, 8, 0),
        place="Hội trường A",
        co_organiser="Hội Nhà báo",
        invited=[
            {"outlet_id": make_outlet(ctx, name="Báo Đồng bằng"), "is_present": True},
            {"body_id": body},
        ],
        topics=[{"topic": "Tình hình báo chí"}],
        questions=[{"question": "Bao giờ thông cầu?", "answer": "Cuối năm."}],
        tasks=[
            {"task": "Trả lời", "body_id": body, "due_on": date(2026, 10, 20)},
            {"task": "Gửi tài liệu", "done_on": date(2026, 10, 3)},
        ],
        coverage=[{"subject": "Hạ tầng", "positive": 1200, "critical": 27}],
    )
    make_briefing(ctx, part="Q3", starts_at=None, state="cancelled", reason="Bão số 5")
    third, fourth = cells(ctx, tmp_path)
    assert third[:3] == [1, "Quý III/2026", None]
    assert third[10] == "Hủy\nBão số 5"
    assert fourth == [
        2,
        "Quý IV/2026",
        "02/10/2026 08:00",
        "Hội trường A",
        "Trần Thị Bình\nHội Nhà báo",
        "1/2 nơi được mời có mặt\nBáo Đồng bằng",
        "Tình hình báo chí",
        "- Bao giờ thông cầu? → Cuối năm.",
        "- Sở Giao thông: Trả lời (hạn 20/10/2026)\n- Gửi tài liệu, xong 03/10/2026",
        "1.227\n1.200 tích cực\n27 phản ánh tồn tại",
        "Đã tổ chức",
    ]


def test_the_sheet_has_what_the_list_is_narrowed_to(ctx: AppContext, tmp_path: Path) -> None:
    make_briefing(ctx, invited=[{"body_id": make_body(ctx)}, {"body_id": make_body(ctx)}])
    make_briefing(ctx, part="Q3", starts_at=None, state="cancelled", reason="Bão số 5")
    (only,) = cells(ctx, tmp_path, ListQuery(filters={"state": "planned"}))
    assert only[1] == "Quý IV/2026"
    assert only[5] == "Mời 2 nơi", "nobody can have come yet"
