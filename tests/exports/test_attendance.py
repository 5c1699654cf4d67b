"""The attendance list of a press briefing: a table on A4 with room to sign (duty 30)."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

import pdfplumber
import pytest

from app.bootstrap import AppContext
from app.errors import FieldErrors
from app.exports.attendance.page import HEADINGS
from app.exports.letter.presets import MM
from app.exports.letter.typesetting.fonts import FONT_FOLDER_VARIABLE
from tests.exports.letter.conftest import TINOS
from tests.factories import make_body, make_briefing, make_outlet
from tests.services.office_profiles import party_profile, state_profile

Tables = list[list[list[str]]]


@pytest.fixture(autouse=True)
def _tinos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(TINOS))


def read(pdf: bytes) -> tuple[list[str], Tables]:
    """Return the words and the table of each page, the cells of several lines on one."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        texts = [page.extract_text() for page in opened.pages]
        tables = [
            [[" ".join((cell or "").split()) for cell in row] for row in page.extract_table() or ()]
            for page in opened.pages
        ]
    return texts, tables


def many(ctx: AppContext, count: int) -> int:
    names = [f"Ủy ban nhân dân xã Vĩnh Thạnh Trung Đông số {number}" for number in range(count)]
    return make_briefing(ctx, invited=[{"name": name} for name in names])


def test_all_who_are_invited_have_a_line_to_sign_in(
    ctx: AppContext, golden: Callable[[str, str], None]
) -> None:
    ctx.office.save_profile(state_profile(ctx))
    briefing = make_briefing(
        ctx,
        starts_at=datetime(2026, 12, 15, 8, 0),
        place="Hội trường A",
        invited=[
            {"outlet_id": make_outlet(ctx, name="Đồng bằng", type="print")},
            {"body_id": make_body(ctx, name="Sở Nội vụ"), "attendee": "Lê Văn Ba", "role": "Dự"},
        ],
    )
    (text,), (table,) = read(ctx.briefings.attendance_list(briefing))
    assert table[:3] == [
        list(HEADINGS),
        ["1", "Báo Đồng bằng", "", "", ""],
        ["2", "Sở Nội vụ", "Lê Văn Ba", "Dự", ""],
    ]
    assert [row[0] for row in table[3:]] == ["3", "4", "5", "6", "7"]  # for those nobody expected
    golden("briefings/attendance.txt", text)


def test_lines_are_high_enough_to_sign_and_stand_inside_the_page(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx))
    with pdfplumber.open(io.BytesIO(ctx.briefings.attendance_list(many(ctx, 3)))) as opened:
        page = opened.pages[0]
        rules = sorted({round(float(line["top"]), 1) for line in page.lines if line["width"] > 400})
        heights = [below - above for above, below in pairwise(rules[1:])]
        assert min(heights) >= 11 * MM - 0.5
        assert float(page.width) == pytest.approx(210 * MM, abs=1)
        assert max(float(line["x1"]) for line in page.lines) <= 210 * MM - 10 * MM


def test_a_long_list_repeats_its_headings_and_loses_nobody(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx))
    _texts, tables = read(ctx.briefings.attendance_list(many(ctx, 60)))
    assert len(tables) > 2
    assert all(table[0] == list(HEADINGS) for table in tables)
    assert [row[0] for table in tables for row in table[1:]] == [
        str(number) for number in range(1, 66)
    ]


def test_an_office_of_the_party_calls_it_a_conference(ctx: AppContext) -> None:
    ctx.office.save_profile(party_profile(ctx))
    (text,), _tables = read(ctx.briefings.attendance_list(many(ctx, 1)))
    assert "DỰ HỘI NGHỊ GIAO BAN BÁO CHÍ QUÝ IV NĂM 2026" in text


def test_without_guests_there_is_no_list(ctx: AppContext) -> None:
    ctx.office.save_profile(state_profile(ctx))
    with pytest.raises(FieldErrors, match="Thành phần"):
        ctx.briefings.attendance_list(make_briefing(ctx, invited=[]))
