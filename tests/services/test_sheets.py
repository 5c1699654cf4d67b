"""The sheet of a list: its rows follow the list's filter, and the filter is told in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.exports.sheets.incidents import _each
from app.rules.vocabulary import Layout, RequestKind, RequestOutcome
from app.services.office.data import SignerLine
from app.services.plain import ListQuery, Period
from app.services.sheets import SHEETS, filter_words, list_sheet, write_sheet
from app.specs.registry import SPECS
from tests import factories
from tests.asking import queries
from tests.conftest import NOW
from tests.exports.sheets.reading import open_sheet
from tests.services.office_profiles import state_profile

REQUEST = "correction_request"
EVERYTHING = ListQuery()


def test_every_sheet_belongs_to_a_list() -> None:
    lists = {sheet.kind or kind for kind, sheet in SHEETS.items() if not sheet.counted}
    assert lists <= set(SPECS)


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("spokespersons", {"Cơ quan, đơn vị", "Họ và tên", "Điện thoại", "Số quyết định"}),
        ("authorisations", {"Người ủy quyền", "Người được ủy quyền", "Đến ngày"}),
        ("regulations", {"Cơ quan, đơn vị", "Ngày ban hành", "Rà soát"}),
        ("incidents", {"Tóm tắt phản ánh", "Người phát ngôn", "Kết quả xử lý"}),
        ("statements", {"Phát ngôn lúc", "Hình thức", "Người phát ngôn"}),
        ("enquiries", {"Cơ quan báo chí", "Kết quả", "Hạn"}),
        ("refusals", {"Cơ quan báo chí, người hỏi", "Căn cứ từ chối", "Công văn từ chối"}),
        ("violations", {"Chỉ đạo", "Kết luận", "Thông tin báo chí"}),
        ("briefings", {"Kỳ", "Chủ trì, đơn vị phối hợp", "Tin, bài"}),
        ("trainings", {"Thời gian", "Giảng viên", "Học viên"}),
        ("inspections", {"Cơ quan, đơn vị", "Kết luận số"}),
    ],
)
def test_the_office_has_a_sheet_of_each_register(name: str, columns: set[str]) -> None:
    (sheet,) = (one for one in SHEETS.values() if one.name == name)
    assert columns <= {column.title for column in sheet.columns}


OF_LISTS = sorted(kind for kind in SHEETS if kind in SPECS)


@pytest.mark.parametrize("kind", OF_LISTS)
def test_a_list_of_what_was_deleted_has_its_sheet(ctx: AppContext, kind: str) -> None:
    ctx.records.delete(kind, factories.make(ctx, kind))
    assert len(list(SHEETS[kind].rows(ctx, ListQuery(deleted=True)))) == 1


@pytest.mark.parametrize("kind", OF_LISTS)
def test_no_sheet_asks_the_database_for_each_record(ctx: AppContext, kind: str) -> None:
    def asked() -> int:
        with queries(ctx) as found:
            list(SHEETS[kind].rows(ctx, EVERYTHING))
        return len(found)

    before = len(ctx.records.ids(kind, EVERYTHING))
    counts = []
    for number in range(4):
        factories.make(ctx, kind)
        assert len(ctx.records.ids(kind, EVERYTHING)) == before + number + 1
        counts.append(asked())
    assert counts[3] == counts[1]


def test_what_holds_today_is_told_in_words(ctx: AppContext) -> None:
    query = ListQuery(filters={"validity": "current"})
    assert filter_words(ctx, "spokesperson", query) == "Lọc: Nhiệm vụ: Hiện hành"


def test_without_a_filter_the_sheet_says_so(ctx: AppContext) -> None:
    assert filter_words(ctx, REQUEST, EVERYTHING) == "Toàn bộ, không lọc"


def test_the_view_is_named_before_what_it_holds(ctx: AppContext) -> None:
    query = ListQuery(filters={"validity": "current"}, view="“Đang làm”")
    words = filter_words(ctx, "spokesperson", query)
    assert words == "Khung nhìn “Đang làm”. Lọc: Nhiệm vụ: Hiện hành"
    sorted_only = filter_words(ctx, "spokesperson", ListQuery(sort="name", view="“Theo tên”"))
    assert sorted_only == "Khung nhìn “Theo tên”. Toàn bộ, không lọc"


def test_each_page_tells_what_it_is_of_and_its_number(ctx: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    write_sheet(ctx, "training", EVERYTHING, path)
    footer = open_sheet(path).oddFooter
    assert footer.left.text == "SỔ THEO DÕI TẬP HUẤN – 05/10/2026 09:00"
    assert footer.right.text == "Trang &P/&N"


def test_large_numbers_have_their_thousands_apart(ctx: AppContext, tmp_path: Path) -> None:
    factories.make_training(ctx, cost=21_400_000)
    path = tmp_path / "so.xlsx"
    write_sheet(ctx, "training", EVERYTHING, path)
    cells = {cell.value: cell for row in open_sheet(path).iter_rows() for cell in row}
    assert cells[21_400_000].number_format == "#,##0"


def test_statements_of_which_nothing_is_known_are_not_numbered() -> None:
    assert _each(["", ""]) == ""
    assert _each(["Họp báo", ""]) == "1. Họp báo\n2. "


def test_each_filter_is_told_in_the_words_of_the_list(ctx: AppContext) -> None:
    outlet = factories.make_outlet(ctx, name="Báo Sông Nước")
    query = ListQuery(
        search=" kè ",
        filters={
            "outcome": RequestOutcome.REFUSED.value,
            "outlet": outlet,
            "letter_date": Period(date(2026, 1, 1), date(2026, 6, 30)),
            "kind": None,
        },
        deleted=True,
    )
    assert filter_words(ctx, REQUEST, query) == (
        "Lọc: Kết quả: Từ chối, có nêu lý do; Cơ quan báo chí: Báo Sông Nước; "
        "Ngày văn bản: từ 01/01/2026 đến 30/06/2026; có chữ “kè”; chỉ bản ghi đã xóa"
    )


def test_an_open_period_names_its_one_end(ctx: AppContext) -> None:
    since = ListQuery(filters={"letter_date": Period(start=date(2026, 7, 1))})
    until = ListQuery(filters={"letter_date": Period(end=date(2026, 7, 1))})
    assert filter_words(ctx, REQUEST, since).endswith("Ngày văn bản: từ 01/07/2026")
    assert filter_words(ctx, REQUEST, until).endswith("Ngày văn bản: đến 01/07/2026")
    assert filter_words(ctx, REQUEST, ListQuery(filters={"letter_date": Period()})) == (
        "Toàn bộ, không lọc"
    )


def test_the_sheet_holds_what_the_filter_finds(ctx: AppContext, tmp_path: Path) -> None:
    factories.make_correction_request(ctx, kind=RequestKind.REMOVE)
    factories.make_correction_request(ctx, kind=RequestKind.RESPOND)
    path = tmp_path / "so.xlsx"
    assert write_sheet(ctx, REQUEST, ListQuery(filters={"kind": RequestKind.REMOVE.value}), path)
    sheet = open_sheet(path)
    kinds = [row[6].value for row in sheet.iter_rows(min_row=7) if row[0].value == 1]
    assert kinds == ["Gỡ bỏ"]
    assert sheet["A4"].value == "Lọc: Loại yêu cầu: Gỡ bỏ"
    assert sheet["A5"].value == "Lập ngày 05/10/2026 lúc 09:00, gồm 1 yêu cầu phản hồi, cải chính"


def test_head_and_signature_are_the_offices(ctx: AppContext, tmp_path: Path) -> None:
    profile = ctx.office.default_profile(Layout.STATE)
    ctx.office.save_profile(
        replace(
            profile, name="Sở Xây dựng", superior_name="UBND tỉnh An Giang", place="An Giang",
            symbol="SXD-VP",
            signers=(SignerLine("Trần Thị Thu Hà", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),),
        )
    )  # fmt: skip
    path = tmp_path / "so.xlsx"
    write_sheet(ctx, REQUEST, EVERYTHING, path)
    sheet = open_sheet(path)
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert texts[:3] == ["UBND TỈNH AN GIANG", "SỞ XÂY DỰNG",
                         "SỔ THEO DÕI YÊU CẦU PHẢN HỒI, CẢI CHÍNH"]  # fmt: skip
    # Each is one cell: no page's end comes between the post and the name.
    assert [text.split("\n") for text in texts[-2:]] == [
        ["", "NGƯỜI LẬP", "", "(Ký, ghi rõ họ tên)", "", "", "", "", ""],
        [
            "An Giang, ngày ….. tháng ….. năm 2026", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC",
            "(Ký, đóng dấu, ghi rõ họ tên)", "", "", "", "", "Trần Thị Thu Hà",
        ],
    ]  # fmt: skip


def test_the_names_of_the_office_have_a_third_of_the_width(ctx: AppContext, tmp_path: Path) -> None:
    """However narrow the first columns are: of a day off they hold number and date."""
    ctx.office.save_profile(state_profile(ctx))
    path = tmp_path / "so.xlsx"
    write_sheet(ctx, "calendar_day", EVERYTHING, path)
    sheet = open_sheet(path)
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert {"A1:C1", "A2:C2", "A3:G3"} <= merged
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFG"]
    assert sum(widths) > 130, "the page across is filled"


def test_a_sheet_that_was_stopped_leaves_no_file(ctx: AppContext, tmp_path: Path) -> None:
    article = factories.make_article(ctx)
    for _ in range(100):
        factories.make_correction_request(ctx, article_id=article)
    path = tmp_path / "so.xlsx"
    assert not write_sheet(ctx, REQUEST, EVERYTHING, path, lambda _done, _of: False)
    assert not path.exists()


def values(path: Path, first: str) -> list[list[object]]:
    """Return the cells of the rows from the one that begins with ``first`` on."""
    rows = [[cell.value for cell in row] for row in open_sheet(path).iter_rows()]
    begins = next(place for place, row in enumerate(rows) if row[0] == first)
    return rows[begins:]


def test_a_list_without_a_sheet_of_its_own_is_written_as_it_is(
    ctx: AppContext, tmp_path: Path
) -> None:
    path = tmp_path / "rules.xlsx"
    write_sheet(ctx, "legal_rule", ListQuery(filters={"duty": "press_answer"}), path)
    heading, old, new, *_rest = values(path, "STT")
    spec = SPECS["legal_rule"].list.columns
    assert heading == ["STT", *(column.title for column in spec)]
    assert [row[:9] for row in (old, new)] == [
        [1, "Trả lời báo chí", "Trả lời báo chí, theo Luật Báo chí 2016", 30, "ngày",
         datetime(2017, 1, 1), datetime(2026, 6, 30), "Không", "Mọi cơ quan, đơn vị"],
        [2, "Trả lời báo chí", "Trả lời báo chí, theo Luật Báo chí 2025", None, "ngày",
         datetime(2026, 7, 1), None, "Không", "Mọi cơ quan, đơn vị"],
    ]  # fmt: skip
    statements = [cell.value for row in open_sheet(path).iter_rows(max_row=6) for cell in row]
    assert "Lọc: Dùng cho: Trả lời báo chí" in statements


def test_the_sheet_of_a_list_tells_how_each_record_stands(
    ctx: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on the screen, in the words of the moment in which it was written."""
    monkeypatch.setitem(SHEETS, "incident", list_sheet("incident", "incidents"))
    day = timedelta(days=1)
    for title, learned_at in (("A", NOW - day - timedelta(hours=2)), ("B", NOW - day / 2)):
        factories.make_incident(ctx, title=title, sensitivity="sensitive", learned_at=learned_at)
    factories.make_incident(ctx, title="C")
    path = tmp_path / "incidents.xlsx"
    write_sheet(ctx, "incident", ListQuery(sort="due", filters={"due": "overdue"}), path)
    heading, row, *_rest = values(path, "STT")
    cells = dict(zip(heading, row, strict=True))
    assert (cells["Vụ việc"], cells["Hạn"], cells["Tình trạng hạn"]) == (
        "A", "05/10/2026 07:00", "quá hạn 2 giờ",
    )  # fmt: skip
    assert open_sheet(path)["A4"].value == "Lọc: Tình trạng hạn: Quá hạn"
    write_sheet(ctx, "incident", ListQuery(sort="due"), path)
    found = [dict(zip(heading, row, strict=True)) for row in values(path, "STT")[1:4]]
    assert [one["Tình trạng hạn"] for one in found] == ["quá hạn 2 giờ", "còn 12 giờ", None]


@pytest.mark.parametrize("kind", SHEETS)
def test_every_sheet_fits_a_page_across_at_a_readable_size(kind: str) -> None:
    assert sum(column.width for column in SHEETS[kind].columns) < 210


def test_the_calendar_of_days_off_is_written_for_the_wall(ctx: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "days.xlsx"
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    write_sheet(ctx, "calendar_day", ListQuery(filters={"day": year}), path)
    rows = values(path, "STT")[1:]
    assert rows[0][:5] == [1, datetime(2026, 1, 1), "Tết Dương lịch", "Nghỉ lễ, Tết", "Có"]
    assert [row[4] for row in rows if row[2] == "Ngày Văn hóa Việt Nam"] == ["Không"]


def test_a_search_with_the_mark_of_a_secret_is_not_told_on_the_sheet(ctx: AppContext) -> None:
    """Duty 24: what stands in the search box is text of the clerk's too."""
    words = filter_words(ctx, REQUEST, ListQuery(search="noidung\nTỐI MẬT"))
    assert words == "Lọc: có chữ không ghi ở đây vì có dấu chỉ độ mật"
