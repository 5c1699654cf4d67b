"""A year of press briefings by quarters and months (duty 30)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.bootstrap import AppContext
from app.rules.clocks.periods import Period
from app.rules.vocabulary import ClockDuty
from app.services.today.data import PeriodicDone
from tests.factories import make_briefing, make_legal_rule
from tests.services.deadlines.cases import Clock, moment
from tests.services.deadlines.conftest import clock, office

__all__ = ["clock", "office"]

HELD = {"state": "held", "starts_at": datetime(2026, 10, 2, 8, 0)}


def words(ctx: AppContext, key: str, year: int = 2026) -> str:
    cells = {cell.period.key: cell for row in ctx.briefings.year(year).rows for cell in row}
    return cells[key].words


def test_each_quarter_stands_before_its_three_months(office: AppContext) -> None:
    rows = office.briefings.year(2026).rows
    assert [[cell.period.key for cell in row] for row in rows][3] == [
        "2026-Q4", "2026-10", "2026-11", "2026-12",
    ]  # fmt: skip
    assert len(rows) == 4


def test_a_quarter_tells_what_was_held_planned_and_is_missing(
    office: AppContext, clock: Clock
) -> None:
    assert words(office, "2026-Q4") == "Chưa có, hạn 31/12/2026"
    assert words(office, "2026-Q3") == "Chưa ghi"  # before the office began with the app
    planned = make_briefing(office)
    assert words(office, "2026-Q4") == "Kế hoạch 15/12/2026"
    record = office.records.get("briefing", planned)
    office.records.save("briefing", HELD, planned, record.version)
    assert words(office, "2026-Q4") == "Đã tổ chức 02/10/2026"
    assert words(office, "2026-10") == "Đã tổ chức 02/10/2026 (quý IV/2026)"
    clock.now = moment("09:00 04/04/2027")
    assert words(office, "2027-Q1", 2027) == "Còn thiếu"
    assert words(office, "2027-Q3", 2027) == "Chưa đến"
    assert office.briefings.year(2027).words == (
        "Năm 2027: 0/4 quý đã tổ chức. Còn thiếu: quý I/2027."
    )


@pytest.mark.parametrize(
    ("over", "told"),
    [
        ({"starts_at": None}, "Kế hoạch, chưa định ngày"),
        ({"state": "cancelled", "reason": "Bão"}, "Hủy 15/12/2026\nChưa có, hạn 31/12/2026"),
        (
            {"state": "postponed", "reason": "Bão", "starts_at": None},
            "Hoãn\nChưa có, hạn 31/12/2026",
        ),
    ],
)
def test_one_called_off_leaves_the_quarter_open(
    office: AppContext, over: dict[str, object], told: str
) -> None:
    make_briefing(office, **over)
    assert words(office, "2026-Q4") == told


def test_a_date_noted_by_hand_counts(office: AppContext) -> None:
    done = PeriodicDone(ClockDuty.BRIEFING, Period(2026, 4), date(2026, 10, 3))
    office.today_list.record_done(done)
    assert words(office, "2026-Q4") == "Đã ghi ngày 03/10/2026"


def test_months_are_asked_for_where_a_rule_says_so(office: AppContext, clock: Clock) -> None:
    assert words(office, "2026-11") == ""
    make_legal_rule(
        office, duty="briefing", binds="body", value=1, unit="months", starts_from="period"
    )
    assert words(office, "2026-11") == "Chưa đến"
    make_briefing(office, part="10", **HELD)
    assert words(office, "2026-Q4") == "Đã tổ chức 02/10/2026 (tháng 10/2026)"
    clock.now = moment("09:00 02/12/2026")
    assert office.briefings.year(2026).words == (
        "Năm 2026: 1/4 quý đã tổ chức, 1/12 tháng đã tổ chức. Còn thiếu: tháng 11/2026."
    )


def test_what_is_opened_is_the_period_s_own_one_that_was_held(office: AppContext) -> None:
    make_briefing(office, state="cancelled", reason="Bão")
    make_briefing(office, part="10", **HELD)
    held = make_briefing(office, **HELD)
    row = office.briefings.year(2026).rows[3]
    assert row[0].first is not None
    assert row[0].first.id == held
    assert row[2].first is None


def test_a_deleted_one_is_not_shown(office: AppContext) -> None:
    office.records.delete("briefing", make_briefing(office))
    assert words(office, "2026-Q4") == "Chưa có, hạn 31/12/2026"
