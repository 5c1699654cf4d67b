"""An office's database from before the enquiries gets the grounds to refuse one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from app.bootstrap import open_context
from app.models import RefusalGround
from app.services.checking import findings
from app.services.plain import ListQuery
from tests.models.older import leave_older

NOW = datetime(2026, 11, 24, 9, 0)


def test_it_gets_the_grounds_that_a_new_database_begins_with(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    leave_older(tmp_path / "old", "0009", ())
    old = open_context(tmp_path / "old", clock=lambda: NOW)
    new = open_context(tmp_path / "new", clock=lambda: NOW)
    columns = [
        column for column in RefusalGround.__table__.c
        if column.name not in ("created_at", "updated_at")
    ]  # fmt: skip
    with old.db.reading() as one, new.db.reading() as other:
        assert one.execute(select(*columns)).all() == other.execute(select(*columns)).all()
    (found, *_others) = old.records.page("refusal_ground", ListQuery(search="soan thao"), 0, 9)
    assert old.records.get("refusal_ground", found.id).values["title"].startswith("Văn bản đang")
    assert list(findings(old.db)) == []
    old.close()
    new.close()
