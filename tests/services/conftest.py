"""Fixtures of the services' tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.models import sqlite
from app.paths import database_file
from tests import factories as make
from tests.services.backup.filled_book import fill


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where a backup goes: a file still to be made, on another disk."""
    folder = tmp_path / "USB"
    folder.mkdir()
    return folder / "bản sao.db"


@pytest.fixture
def backup(ctx: AppContext, tmp_path: Path) -> Path:
    """A backup with one outlet; the book in use has got a second one since, and is closed."""
    fill(ctx)
    path = tmp_path / "USB" / "bản sao.db"
    path.parent.mkdir()
    assert ctx.backups.make(path)
    make.make_outlet(ctx, name="Báo mới thêm")
    ctx.close()
    sqlite.claim(database_file(ctx.data_dir))  # so that being claimed again changes no byte
    return path


@pytest.fixture
def data_dir(ctx: AppContext) -> Path:
    return ctx.data_dir
