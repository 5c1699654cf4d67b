"""An office's database from before the clocks gets their tables, and the rules and days in them."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from app.bootstrap import AppContext, open_context
from app.models import database
from app.paths import database_file
from app.rules.clocks.legal_rules import set_problems
from app.services.checking import findings
from app.services.clocks.store import read_calendar, read_rules
from app.services.plain import ListQuery
from tests.models.older import SCRIPTS, leave_older

FROZEN = json.loads((SCRIPTS / "versions" / "0002_start_values.json").read_text("utf-8"))
NOW = datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def old_data(tmp_path: Path) -> Path:
    """A folder as the version before left it, an outlet among its records."""
    outlet = (
        "INSERT INTO outlets (id, name, name_key, type, created_at, updated_at, version) "
        "VALUES (7, 'Báo A', 'k', 'online', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 3)"
    )
    found = "INSERT INTO search_entries VALUES ('outlet', 7, 'bao a', 'báo a')"
    return leave_older(tmp_path, "0001", (outlet, found))


def test_the_old_database_is_kept_beside_the_new_one(old_data: Path) -> None:
    ctx = open_context(old_data, clock=lambda: NOW)
    assert ctx.records.get("outlet", 7).values["name"] == "Báo A"
    assert list(findings(ctx.db)) == []
    ctx.close()
    (copy,) = (old_data / "backups").iterdir()
    assert copy.name == "so-phat-ngon_0001_2026-11-24_090000.db"
    with closing(sqlite3.connect(copy)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert connection.execute("SELECT name FROM outlets").fetchall() == [("Báo A",)]
    assert "legal_rules" not in tables


def test_it_gets_the_rules_and_the_days_of_its_first_version(old_data: Path) -> None:
    ctx = open_context(old_data, clock=lambda: NOW)
    with ctx.db.reading() as session:
        rules, days = read_rules(session), read_calendar(session)
    codes = [rule.id for rule in rules.values()]
    assert codes[: len(FROZEN["legal_rules"])] == [row["code"] for row in FROZEN["legal_rules"]]
    assert len(days) == len(FROZEN["calendar_days"])
    assert set_problems(rules.values()) == []
    assert not any(rule.confirmed for rule in rules.values())
    ctx.close()


def test_what_it_got_is_found_and_edited_like_any_record(old_data: Path) -> None:
    ctx = open_context(old_data, clock=lambda: NOW)
    (row,) = ctx.records.page("legal_rule", ListQuery(search="bao chi 2016 tra loi"), 0, 1)
    before = ctx.records.get("legal_rule", row.id)
    after = ctx.records.save("legal_rule", {"value": 15}, row.id, before.version)
    assert (after.values["value"], after.version) == (15, before.version + 1)
    assert len(ctx.records.page("calendar_day", ListQuery(search="Giỗ Tổ"), 0, 99)) == 8
    ctx.close()


def test_start_values_that_change_later_change_nothing_for_it(
    old_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.clocks.shipped.resources_dir", lambda: tmp_path / "none")
    ctx = open_context(old_data, clock=lambda: NOW)
    assert ctx.records.count("calendar_day", ListQuery()) == len(FROZEN["calendar_days"])
    ctx.close()


def test_a_new_database_gets_them_once(ctx: AppContext) -> None:
    with ctx.db.reading() as session:
        codes = [rule.id for rule in read_rules(session).values()]
    assert len(codes) == len(set(codes))
    assert "initial_statement-2026" in codes


def test_a_migration_that_fails_leaves_the_old_database(
    old_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "broken"
    shutil.copytree(SCRIPTS, package / "migrations")
    (package / "migrations" / "versions" / "0002_start_values.json").write_text('{"x": [{}')
    monkeypatch.setattr(database, "__file__", str(package / "database.py"))
    with pytest.raises(ValueError, match="delimiter"):
        open_context(old_data, clock=lambda: NOW)
    with closing(sqlite3.connect(database_file(old_data))) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    assert version == ("0001",)
    assert "legal_rules" not in tables
