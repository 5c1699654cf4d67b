"""The first start: where the data goes and what it begins with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app import paths
from app.bootstrap import AppContext, open_context
from app.models import LegalBasis, LetterStyle
from app.rules.vocabulary import LegalDuty
from app.services.plain import ListQuery
from tests import factories as make

# A program that has imported nothing but what opens the book.
BARE_SAVE = """
import sys
from datetime import datetime
from pathlib import Path
from app.bootstrap import open_context
from app.models import Deadline, Incident, SearchEntry

def save(title):
    with ctx.db.writing() as session:
        session.add(Incident(
            title=title, learned_at=datetime(2026, 10, 5), sensitivity="sensitive", state="open",
        ))

ctx = open_context(Path(sys.argv[1]))
save("Sạt lở bờ kè")
with ctx.db.reading() as session:
    print(session.query(SearchEntry).filter_by(kind="incident").count())
    print(session.query(Deadline).count() > 0)
try:
    save("TỐI MẬT")
except Exception as error:
    print(type(error).__name__)
"""


def in_force(ctx: AppContext, duty: LegalDuty, day: date) -> list[str]:
    with ctx.db.reading() as session:
        return [
            basis.citation
            for basis in session.query(LegalBasis).filter_by(duty=duty)
            if basis.valid_from <= day and (basis.valid_to is None or day <= basis.valid_to)
        ]


def test_a_new_database_knows_the_law_before_and_after_the_change(ctx: AppContext) -> None:
    last_day, first_day = date(2026, 6, 30), date(2026, 7, 1)
    assert in_force(ctx, LegalDuty.CORRECTION, last_day) == [
        "Điều 42 Luật Báo chí ngày 05 tháng 4 năm 2016"
    ]
    assert in_force(ctx, LegalDuty.CORRECTION, first_day) == [
        "Điều 34 Luật Báo chí ngày 10 tháng 12 năm 2025"
    ]
    for duty in LegalDuty:
        assert in_force(ctx, duty, last_day), duty
        assert in_force(ctx, duty, first_day), duty
        if duty is not LegalDuty.PARTY_SPEAKING:  # decrees do not bind the Party's bodies
            assert not set(in_force(ctx, duty, last_day)) & set(in_force(ctx, duty, first_day))


def test_no_start_value_claims_to_be_confirmed_and_each_names_its_source(ctx: AppContext) -> None:
    with ctx.db.reading() as session:
        values = [*session.query(LegalBasis), *session.query(LetterStyle)]
    assert values
    assert not any(value.confirmed for value in values)
    assert all(value.source for value in values)


def test_a_new_database_knows_the_party_styles_and_nothing_else(ctx: AppContext) -> None:
    with ctx.db.reading() as session:
        assert [style.valid_from for style in session.query(LetterStyle)] == [
            None, date(2026, 5, 27),
        ]  # fmt: skip
    for kind in ("incident", "article", "correction_request", "letter", "outlet", "body"):
        assert ctx.records.count(kind, ListQuery()) == 0


def test_start_values_can_be_found_and_edited(ctx: AppContext) -> None:
    (row,) = ctx.records.page("legal_basis", ListQuery(search="dieu 34"), 0, 10)
    ctx.records.save(
        "legal_basis",
        {"confirmed": True, "confirmed_by": "Lan", "confirmed_on": date(2026, 10, 1)},
        id=row.id,
    )


def test_start_values_that_were_deleted_stay_deleted(tmp_path: Path) -> None:
    first = open_context(tmp_path)
    for row in first.records.page("legal_basis", ListQuery(), 0, 100):
        first.records.delete("legal_basis", row.id)
    first.close()
    second = open_context(tmp_path)
    assert second.records.count("legal_basis", ListQuery()) == 0
    second.close()


def test_two_first_starts_at_once_make_one_database(tmp_path: Path) -> None:
    start = (
        f"from pathlib import Path; from app.bootstrap import open_context; "
        f"open_context(Path({str(tmp_path)!r})).close()"
    )
    starts = [subprocess.Popen([sys.executable, "-c", start]) for _ in range(3)]
    assert [process.wait() for process in starts] == [0, 0, 0]
    context = open_context(tmp_path)
    shipped = json.loads((paths.resources_dir() / "start_values/legal_bases.json").read_bytes())
    assert context.records.count("legal_basis", ListQuery()) == len(shipped["legal_bases"])
    context.close()


def test_guard_search_and_deadlines_stand_at_the_first_save_already(tmp_path: Path) -> None:
    """Use cases are imported late; what stands at every save is not (duty 24)."""
    done = subprocess.run(
        [sys.executable, "-c", BARE_SAVE, str(tmp_path)],
        capture_output=True, encoding="utf-8", check=True, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.stdout.split() == ["1", "True", "SecrecyAlarm"]


def test_the_data_lies_with_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    context = open_context()
    assert context.data_dir == tmp_path / "SoPhatNgon"
    make.make_outlet(context)
    context.close()
    assert paths.database_file(context.data_dir).is_file()


def test_a_portable_app_keeps_its_data_beside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "SoPhatNgon.exe"))
    assert paths.default_data_dir() != tmp_path / "data"
    (tmp_path / "portable.txt").touch()
    assert paths.default_data_dir() == tmp_path / "data"


def test_resources_are_found_in_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert (paths.resources_dir() / "start_values" / "legal_bases.json").is_file()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_dir() == tmp_path / "resources"
