"""The "Sổ theo dõi vụ việc báo chí" (duties 9 to 12): its columns, and what fills them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.exports.sheets.incidents import COLUMNS
from app.services.plain import ListQuery
from app.services.sheets import write_sheet
from tests import factories
from tests.exports.sheets.reading import open_sheet

EVERYTHING = ListQuery()


@pytest.fixture
def rows(ctx: AppContext, tmp_path: Path):
    def read(kind: str = "incident", query: ListQuery = EVERYTHING) -> list[list[object]]:
        path = tmp_path / "so.xlsx"
        assert write_sheet(ctx, kind, query, path)
        cells = [[cell.value for cell in row] for row in open_sheet(path).iter_rows(min_row=1)]
        return [row for row in cells if isinstance(row[0], int)]

    return read


def test_the_columns_are_those_of_the_register() -> None:
    assert [column.title for column in COLUMNS] == [
        "STT", "Ngày, giờ đăng", "Cơ quan báo chí", "Loại hình",
        "Tên tác phẩm, chuyên mục, tác giả", "Link / số báo–trang / giờ phát",
        "Tóm tắt phản ánh", "Đơn vị liên quan", "Lĩnh vực", "Mức độ", "Ngày giờ tiếp nhận",
        "Kết quả xác minh", "Người phát ngôn", "Hạn phát ngôn", "Ngày giờ phát ngôn",
        "Hình thức", "Kết quả xử lý", "Ghi chú",
    ]  # fmt: skip
    assert sum(column.width for column in COLUMNS) <= 200.5


def test_an_incident_has_a_row_for_each_article_with_what_the_office_said(
    ctx: AppContext, rows
) -> None:
    """Duties 9 to 12 in one row."""
    incident = factories.make_incident(
        ctx, title="Sạt lở bờ kè", sensitivity="sudden", field="Xây dựng",
        accountable_body_id=factories.make_body(ctx, name="Sở Xây dựng"),
        outcome="Đã gia cố; dư luận ổn định.",
    )  # fmt: skip
    outlet = factories.make_outlet(ctx, name="Báo Đồng bằng", type="online")
    for hour in (6, 7):
        factories.make_article(
            ctx, incident_id=incident, outlet_id=outlet, title=f"Kè nứt {hour}",
            published_at=datetime(2026, 10, 2, hour, 0), url="https://bao.vn/ke",
        )  # fmt: skip
    for hour, form in ((9, "spoken"), (15, "written")):
        given_at = datetime(2026, 10, 2, hour, 0)
        statement = factories.make_statement(
            ctx, incident_id=incident, given_at=given_at, form=form, speaker="Trần Thị Bình"
        )
        factories.give_statement(ctx, statement)
    first, second = rows()
    assert first == [
        1, "02/10/2026 06:00", "Báo Đồng bằng", "Báo chí điện tử", "Kè nứt 6",
        "https://bao.vn/ke", "Sạt lở bờ kè\nBờ kè nứt dài 50 mét.", "Sở Xây dựng", "Xây dựng",
        "Đột xuất", "01/10/2026 07:30", "Không đúng sự thật",
        "1. Trần Thị Bình\n2. Trần Thị Bình", "02/10/2026 07:30",
        "1. 02/10/2026 09:00\n2. 02/10/2026 15:00",
        "1. Phát ngôn trực tiếp, trả lời phỏng vấn\n"
        "2. Thông cáo, trả lời bằng văn bản, thư điện tử",
        "Đã gia cố; dư luận ổn định.", None,
    ]  # fmt: skip
    assert second[:5] == [2, "02/10/2026 07:00", "Báo Đồng bằng", "Báo chí điện tử", "Kè nứt 7"]


def test_an_incident_without_article_or_statement_has_a_row_too(ctx: AppContext, rows) -> None:
    typed = datetime(2026, 10, 1, 10, 0)
    factories.make_incident(ctx, title="Cháy chợ", first_statement_at=typed)
    ((number, published, *_rest),) = rows()
    assert (number, published) == (1, None)
    (row,) = rows()
    assert (row[6], row[14], row[15]) == ("Cháy chợ", "01/10/2026 10:00", None)


def test_the_sheet_of_statements_counts_proactive_ones_too(ctx: AppContext, rows) -> None:
    """Duty 1: what was given of the office's own accord is in the register."""
    factories.give_statement(ctx, factories.make_statement(ctx, title="Kết quả thu ngân sách"))
    factories.make_statement(ctx, title="Còn soạn")
    given = ListQuery(filters={"state": "given"})
    ((number, at, title, *_rest),) = rows("statement", given)
    assert (number, at, title) == (1, "02/10/2026 09:00", "Kết quả thu ngân sách")
