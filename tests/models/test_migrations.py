"""Every database is brought to this version's schema, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from app.models import Base, Outlet, database
from app.models.database import Database
from tests.conftest import NEXT_REVISION

SCRIPTS = Path(database.__file__).parent / "migrations"
NOW = datetime(2026, 10, 5, 9, 0, 30)

THIS, NEXT = database.REVISIONS[-1], NEXT_REVISION
STEP = f"""
from alembic import op
import sqlalchemy as sa
revision = "{NEXT}"
down_revision = "{THIS}"
def upgrade():
    op.add_column("outlets", sa.Column("fax", sa.Text()))
    op.create_table("faxes", sa.Column("id", sa.Integer(), primary_key=True))
    {{last}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "so-phat-ngon.db"


def schema(file: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {(name, " ".join(sql.split())) for name, sql in rows if name != "alembic_version"}


def test_the_migrations_end_where_the_models_stand(file: Path, tmp_path: Path) -> None:
    Database.open(file).close()
    made = tmp_path / "made.db"
    engine = create_engine(f"sqlite:///{made}")
    Base.metadata.create_all(engine)
    engine.dispose()
    assert columns(file) == columns(made)
    assert indexes(file) == indexes(made)
    assert foreign_keys(file) == foreign_keys(made)


def test_the_migration_tool_finds_nothing_left_to_do(file: Path) -> None:
    Database.open(file).close()
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_the_known_versions_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == database.REVISIONS


def test_a_current_database_opens_without_the_migration_tool(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database.open(file).close()
    monkeypatch.setattr(database, "_migrate", lambda *_: pytest.fail("loaded for nothing"))
    Database.open(file).close()
    assert not (file.parent / "backups").exists()


def test_an_old_database_is_copied_and_then_migrated(
    file: Path, request: pytest.FixtureRequest
) -> None:
    old = Database.open(file)
    with old.writing() as session:
        session.add(Outlet(name="Báo A", type="online"))
    old.close()
    before = schema(file)
    request.getfixturevalue("next_version").write_text(STEP.format(last="pass"))

    new = Database.open(file, clock=lambda: NOW)
    with new.reading() as session:
        assert session.query(Outlet).one().name == "Báo A"
    new.close()

    assert {name for name, _ in schema(file)} - {name for name, _ in before} == {"faxes"}
    (copy,) = (file.parent / "backups").iterdir()
    assert copy.name == f"so-phat-ngon_{THIS}_2026-10-05_090030.db"
    assert schema(copy) == before
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM outlets").fetchall() == [("Báo A",)]


def test_a_migration_that_fails_leaves_the_old_database(
    file: Path, request: pytest.FixtureRequest
) -> None:
    Database.open(file).close()
    before = schema(file)
    step = request.getfixturevalue("next_version")
    step.write_text(STEP.format(last="raise RuntimeError('hỏng giữa chừng')"))
    for _ in range(2):
        with pytest.raises(RuntimeError, match="hỏng giữa chừng"):
            Database.open(file, clock=lambda: NOW)
    assert schema(file) == before
    assert len(list((file.parent / "backups").iterdir())) == 2  # never one over the other

    step.write_text(STEP.format(last="pass"))
    Database.open(file, clock=lambda: NOW).close()
    assert schema(file) != before


def test_a_first_start_that_fails_is_a_first_start_again(file: Path) -> None:
    def fail(_session: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Database.open(file, fill=fail)
    filled = []
    Database.open(file, fill=filled.append).close()
    Database.open(file, fill=filled.append).close()
    assert len(filled) == 1


def columns(file: Path) -> dict[str, list[tuple[object, ...]]]:
    return pragma(file, "table_info")


def foreign_keys(file: Path) -> dict[str, list[tuple[object, ...]]]:
    return pragma(file, "foreign_key_list")


def indexes(file: Path) -> dict[str, list[tuple[object, ...]]]:
    found = pragma(file, "index_list")
    with closing(sqlite3.connect(file)) as connection:
        return {
            name: list(connection.execute(f"PRAGMA index_info('{name}')"))
            for rows in found.values()
            for _, name, *_ in rows
        }


def pragma(file: Path, name: str) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            table: list(connection.execute(f"PRAGMA {name}('{table}')"))
            for (table,) in tables.fetchall()
            if table != "alembic_version"
        }
