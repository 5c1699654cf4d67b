"""Duty 7: the list of spokespersons that is made public, on paper and as a sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.errors import AppError
from app.exports.letter.typesetting.fonts import FONT_FOLDER_VARIABLE
from app.exports.public_list.data import HEADINGS
from app.rules.vocabulary import Layout
from app.services.plain import ListQuery
from app.services.sheets import PUBLIC_LIST, write_sheet
from tests.conftest import NOW
from tests.exports.letter.conftest import TINOS
from tests.exports.letter.measuring import Measured
from tests.exports.sheets.reading import open_sheet
from tests.factories import make_body, make_spokesperson
from tests.services.office_profiles import party_profile, state_profile

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(TINOS))


def fill(ctx: AppContext) -> None:
    water, works = make_body(ctx, name="Sở Xây dựng"), make_body(ctx, name="Ban Dân vận")
    old = make_spokesperson(ctx, body_id=water, person="Trần Văn Cũ", phone="0913 000 112")
    make_spokesperson(
        ctx, body_id=water, person="Lê Thị Mới", replaces_id=old, valid_from=date(2026, 3, 1)
    )
    make_spokesperson(ctx, body_id=works, person="Phạm Dân", position="Phó Trưởng ban")
    gone = make_body(ctx, name="Sở Thông tin", valid_to=date(2026, 6, 30))
    make_spokesperson(ctx, body_id=gone, person="Vũ Giải Thể")
    left = make_body(ctx, name="Sở Y tế")
    make_spokesperson(ctx, body_id=left, person="Đỗ Đã Thôi", valid_to=date(2026, 9, 30))


def people(ctx: AppContext, on: date) -> list[str]:
    return [line.person for line in ctx.speakers.public_lines(on)]


def test_the_list_has_who_holds_on_the_day_body_by_body(ctx: AppContext) -> None:
    fill(ctx)
    assert people(ctx, TODAY) == ["Phạm Dân", "Lê Thị Mới"]
    assert people(ctx, date(2026, 2, 1)) == ["Phạm Dân", "Vũ Giải Thể", "Trần Văn Cũ", "Đỗ Đã Thôi"]
    assert ctx.speakers.without(TODAY) == ("Sở Y tế",)


@pytest.mark.parametrize("layout", Layout)
def test_the_list_on_paper(
    ctx: AppContext, golden: Callable[[str, str], None], layout: Layout
) -> None:
    profile = state_profile(ctx) if layout is Layout.STATE else party_profile(ctx)
    ctx.office.save_profile(profile)
    fill(ctx)
    page = Measured(ctx.speakers.public_list_pdf(TODAY))
    golden(f"speakers/public-list-{layout.value}.txt", page.dump())


def test_a_long_list_repeats_its_headings_and_numbers_its_pages(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx))
    for _ in range(45):
        make_spokesperson(ctx)
    page = Measured(ctx.speakers.public_list_pdf(TODAY))
    assert page.pages > 1
    lines = page.flat_text
    assert lines.count("STT") == page.pages
    assert "Nguyễn Văn A" in lines
    assert page.has("2")
    assert page.dump() == Measured(ctx.speakers.public_list_pdf(TODAY)).dump()


def test_without_a_profile_the_list_has_no_head_and_is_not_made(ctx: AppContext) -> None:
    with pytest.raises(AppError):
        ctx.speakers.public_list_pdf(TODAY)


def test_the_sheet_has_the_six_columns_and_says_of_which_day_it_is(
    ctx: AppContext, tmp_path: Path
) -> None:
    fill(ctx)
    path = tmp_path / "danh-sach.xlsx"
    assert write_sheet(ctx, PUBLIC_LIST, ListQuery(filters={"on": date(2026, 2, 1)}), path)
    rows = [[cell.value for cell in row] for row in open_sheet(path).iter_rows()]
    place = next(at for at, row in enumerate(rows) if tuple(row[:6]) == HEADINGS)
    found = next(row for row in rows[place:] if row[2] == "Trần Văn Cũ")
    assert found[1:6] == [
        "Sở Xây dựng", "Trần Văn Cũ", "Chánh Văn phòng", "0913 000 112",
        "nguoiphatngon@angiang.gov.vn",
    ]  # fmt: skip
    said = [cell for row in rows[:place] for cell in row if cell]
    assert "Tính đến ngày 01/02/2026" in said
    assert "Lập ngày 05/10/2026 lúc 09:00, gồm 4 người phát ngôn" in said
