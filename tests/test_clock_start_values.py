"""The rules and days that ship: sound together, honest about what nobody has read."""

from __future__ import annotations

import importlib.util
import json
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.bootstrap import AppContext
from app.paths import resources_dir
from app.rules.clocks.legal_rules import BODIES, PRESS_TYPES, LegalRule, set_problems
from app.rules.clocks.reckoning import Reckoning, reckon
from app.rules.clocks.work_calendar import WorkCalendar
from app.rules.vocabulary import Bound, ClockDuty, StartsFrom
from app.services.clocks.shipped import shipped_calendar, shipped_rules
from app.services.clocks.store import read_calendar, read_rules
from app.services.plain import ListQuery
from app.specs.registry import SHIPPED_KINDS, SPECS

ROOT = Path(__file__).parents[1]
BEFORE, AFTER = datetime(2026, 6, 30, 16, 0), datetime(2026, 7, 1, 16, 0)
RULES = shipped_rules()
DAYS = shipped_calendar()


def on_day(duty: str, start: datetime, bound: str = "state") -> Reckoning:
    moments = dict.fromkeys(StartsFrom, start)
    return reckon(RULES, WorkCalendar(DAYS), ClockDuty(duty), Bound(bound), moments)


def file(name: str) -> list[dict[str, Any]]:
    text = (resources_dir() / "start_values" / f"{name}.json").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = json.loads(text)[name]
    return rows


# Rules


def test_the_shipped_rules_take_turns_without_a_gap() -> None:
    assert set_problems(RULES) == []
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_no_rule_claims_to_be_confirmed_and_each_names_basis_and_source() -> None:
    assert not any(rule.confirmed for rule in RULES)
    assert all(rule.basis and rule.source for rule in RULES)


def test_every_duty_has_a_rule() -> None:
    assert {rule.duty for rule in RULES} == set(ClockDuty)


def test_a_rule_without_a_number_says_where_to_read_it_or_what_stands_instead() -> None:
    for rule in RULES:
        if rule.value is None:
            assert rule.look_up_in or rule.at_once, rule.id


@pytest.mark.parametrize(
    ("duty", "bound"),
    [
        *(("initial_statement", body) for body in BODIES),
        ("press_answer", "state"),
        ("press_answer", "party"),
        *(("correction", press) for press in PRESS_TYPES if press is not Bound.SOCIAL_CHANNEL),
        ("periodical_correction", "print"),
        ("reply_to_response", "online"),
        ("spokesperson_publication", "state"),
        ("authorisation_publication", "state"),
        ("periodic_information", "state"),
        ("press_conference", "state"),
    ],
)
def test_the_law_switch_picks_another_rule_and_another_basis(duty: str, bound: str) -> None:
    before, after = on_day(duty, BEFORE, bound), on_day(duty, AFTER, bound)
    assert before.binding is not None
    assert after.binding is not None
    assert before.binding.rule.id != after.binding.rule.id
    assert before.binding.rule.basis != after.binding.rule.basis


@pytest.mark.parametrize(
    ("duty", "bound"),
    [
        ("press_answer", "state"),
        *(("correction", press) for press in PRESS_TYPES),
        ("periodical_correction", "print"),
        ("reply_to_response", "print"),
    ],
)
def test_what_decree_237_sets_is_empty_and_never_the_old_number(duty: str, bound: str) -> None:
    found = on_day(duty, AFTER, bound)
    assert found.due is None
    assert found.why_none() == "chưa có số ngày, nhập theo Nghị định 237/2026"


def test_the_first_statement_starts_from_another_moment_since_the_new_decree() -> None:
    assert started_by("initial_statement", BEFORE) is StartsFrom.HAPPENED
    assert started_by("initial_statement", AFTER) is StartsFrom.LEARNED
    assert started_by("impact_statement", AFTER) is StartsFrom.IMPACT_DETERMINED


def started_by(duty: str, start: datetime) -> StartsFrom:
    found = on_day(duty, start).binding
    assert found is not None
    return found.rule.starts_from


@pytest.mark.parametrize(
    ("duty", "bound", "due"),
    [
        ("initial_statement", "state", "2026-07-01T16:00:00"),
        ("press_answer", "state", "2026-07-30T23:59:59"),
        ("correction", "print", "2026-07-02T23:59:59"),
        ("periodical_correction", "print", "2026-07-10T23:59:59"),
        ("authorisation_publication", "state", "2026-07-01T04:00:00"),
        ("briefing", "party", "2026-06-30T23:59:59"),
        ("training", "state", "2026-12-31T23:59:59"),
    ],
)
def test_what_was_due_under_the_law_until_30_6_2026(duty: str, bound: str, due: str) -> None:
    found = on_day(duty, BEFORE, bound).due
    assert found is not None
    assert found.isoformat() == due


def test_online_papers_had_to_correct_at_once_and_no_number_is_made_up() -> None:
    assert on_day("correction", BEFORE, "online").why_none() == (
        "văn bản không ghi số ngày, chỉ ghi “ngay”"
    )


def test_at_once_stands_beside_the_counted_limit() -> None:
    steps = on_day("initial_statement", AFTER).steps
    assert "Văn bản ghi: “ngay sau khi vụ việc xảy ra”; số dưới đây là mức chậm nhất." in steps


def test_a_new_database_holds_what_ships(ctx: AppContext) -> None:
    with ctx.db.reading() as session:
        stored = tuple(read_rules(session).values())
        days = tuple(read_calendar(session))
    assert stored == RULES
    assert sorted(days, key=str) == sorted(DAYS, key=str)


def test_what_ships_is_of_the_kinds_that_are_not_counted_as_entered(ctx: AppContext) -> None:
    filled = {kind for kind in SPECS if ctx.records.count(kind, ListQuery())}
    assert filled == SHIPPED_KINDS


def test_the_files_hold_no_key_that_nobody_reads(ctx: AppContext) -> None:
    fields = set(LegalRule.__dataclass_fields__) - {"confirmed_by", "confirmed_on"}
    assert all(set(row) == fields for row in file("legal_rules"))
    keys = {"day", "name", "kind", "is_enabled", "source", "confirmed"}
    assert all(set(row) == keys for row in file("holidays"))


# Days


@pytest.fixture(scope="module")
def library() -> ModuleType:
    """The script that makes the file from the library."""
    spec = importlib.util.spec_from_file_location("holidays_data", ROOT / "build/holidays_data.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_days_are_those_of_the_library_with_the_reference_over_them(
    library: ModuleType,
) -> None:
    assert library.TARGET.read_text(encoding="utf-8") == library.text()


@pytest.mark.parametrize(
    ("new_year", "kings"),
    [
        (date(2024, 2, 10), date(2024, 4, 18)),
        (date(2025, 1, 29), date(2025, 4, 7)),
        (date(2026, 2, 17), date(2026, 4, 26)),
        (date(2027, 2, 6), date(2027, 4, 16)),
        (date(2028, 1, 26), date(2028, 4, 4)),
        (date(2029, 2, 13), date(2029, 4, 23)),
        (date(2030, 2, 2), date(2030, 4, 12)),
    ],
)
def test_the_lunar_feasts_are_those_of_the_legal_reference(new_year: date, kings: date) -> None:
    names = {day.day: day.name for day in DAYS}
    assert names[new_year] == "Tết Nguyên Đán"
    assert names[kings] == "Ngày Giỗ Tổ Hùng Vương"


def test_24_november_ships_disabled() -> None:
    culture = [day for day in DAYS if "Văn hóa" in day.name]
    assert {day.day.year for day in culture} == set(range(2026, 2031))
    assert not any(day.enabled for day in culture)
    assert WorkCalendar(DAYS).is_working(date(2026, 11, 24))


def test_the_days_off_of_2026_are_those_the_press_announced() -> None:
    calendar = WorkCalendar(DAYS)
    blocks = [
        (date(2026, 1, 1), 4), (date(2026, 2, 14), 9), (date(2026, 4, 25), 3),
        (date(2026, 4, 30), 4), (date(2026, 8, 29), 5),
    ]  # fmt: skip
    for first, length in blocks:
        days = [date.fromordinal(first.toordinal() + place) for place in range(-1, length + 1)]
        assert [calendar.is_working(day) for day in days] == [True, *[False] * length, True], first


def test_a_make_up_day_known_from_memory_only_does_not_count() -> None:
    (day,) = [day for day in DAYS if day.day == date(2026, 1, 10)]
    assert not day.enabled


def test_no_day_is_official_until_someone_confirms_it() -> None:
    assert not any(day.confirmed for day in DAYS)
    assert len({day.day for day in DAYS}) == len(DAYS)


def test_a_term_that_ends_in_the_national_days_moves_behind_them() -> None:
    found = on_day("correction", datetime(2025, 8, 29, 9, 0), "print")
    assert found.due == datetime(2025, 9, 3, 23, 59, 59)  # 31/8 is a Sunday, 1/9 and 2/9 are off
