"""Databases as an earlier version of the app left them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from app.models import database
from app.paths import database_file

SCRIPTS = Path(database.__file__).parent / "migrations"


def leave_older(data_dir: Path, revision: str, statements: Iterable[str]) -> Path:
    """Leave a database of that schema in ``data_dir``, filled by ``statements``."""
    file = database_file(data_dir)
    engine = create_engine(f"sqlite:///{file}")
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["is_new"] = (
        True  # what a script fills in for others comes with the statements
    )
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return data_dir
