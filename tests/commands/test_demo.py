"""``python -m app demo``: a year of work that is the same each time it is made."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import open_context
from app.commands import demo as command
from app.demo.fill import DemoClock, fill
from app.demo.stories import FULL_STORIES, NOW, stories
from app.main import main
from app.paths import database_file
from app.rules.vocabulary import (
    ArticleKind,
    ContactKind,
    DocumentType,
    IncidentState,
    Layout,
    LetterState,
    OutletType,
    RequestKind,
    RequestOutcome,
    ReviewState,
    TrainingState,
)
from app.services.plain import ListQuery
from tests.exports.sheets.reading import open_sheet


def rows(data_dir: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table."""
    with closing(sqlite3.connect(database_file(data_dir))) as connection:
        names = [name for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        )]  # fmt: skip
        found = {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in names
        }
    # What is due is counted record by record or many at a time, and numbered so.
    owners = {row[0]: row[1:4] for row in found["deadlines"]}
    found["deadlines"] = sorted((row[1:] for row in found["deadlines"]), key=repr)
    found["deadline_changes"] = sorted(
        ((owners[row[1]], *row[2:]) for row in found["deadline_changes"]), key=repr
    )
    return found


def hashes(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


def filled(folder: Path, size: int, **over: Any) -> Path:
    clock = DemoClock()
    ctx = open_context(folder, clock=clock)
    fill(ctx, clock, size, over.pop("seed", 1), lambda *_progress: None, **over)
    ctx.close()
    return folder


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    assert main(["demo", str(folder)]) == 0
    return folder


def values(data_dir: Path, table: str, column: str) -> set[str]:
    with closing(sqlite3.connect(database_file(data_dir))) as connection:
        return {value for (value,) in connection.execute(f"SELECT {column} FROM {table}")}


def test_it_has_every_kind_of_record_in_every_state(demo: Path) -> None:
    data = demo / "data"
    assert values(data, "outlets", "type") == set(OutletType)
    assert values(data, "articles", "kind") == set(ArticleKind)
    assert values(data, "incidents", "state") == set(IncidentState)
    assert values(data, "correction_requests", "kind") == set(RequestKind)
    assert values(data, "correction_requests", "outcome") == set(RequestOutcome)
    assert values(data, "letters", "state") == set(LetterState)
    assert values(data, "reminders", "note")
    assert values(data, "contacts", "kind") == set(ContactKind)
    assert values(data, "regulations", "review_state") == set(ReviewState)
    assert values(data, "trainings", "state") == set(TrainingState)
    assert values(data, "violations", "stage") == {"direction", "handling", "closed"}
    assert values(data, "violations", "transferred") == {"none", "twice"}
    assert values(data, "reorganisations", "kind") == {"rename"}
    assert {None, "2025-12-31"} < values(data, "contacts", "card_expires_on")
    assert len(values(data, "contact_posts", "contact_id")) < len(
        values(data, "contact_posts", "id")
    )


def test_numbers_rise_with_the_days(demo: Path) -> None:
    with closing(sqlite3.connect(database_file(demo / "data"))) as connection:
        letters = connection.execute(
            "SELECT number, letter_date FROM letters WHERE number IS NOT NULL ORDER BY number"
        ).fetchall()
    assert [number for number, _ in letters] == list(range(1, len(letters) + 1))
    assert [day for _, day in letters] == sorted(day for _, day in letters)


def test_it_has_a_letter_of_every_type_in_both_layouts(demo: Path) -> None:
    assert {file.name for file in (demo / "letters").iterdir()} == {
        f"{layout.value}-{document_type.value}.pdf"
        for layout in Layout
        for document_type in DocumentType
    }


def test_it_has_the_tracking_sheet(demo: Path) -> None:
    sheet = open_sheet(demo / "sheets" / "correction-requests.xlsx")
    assert sheet["A2"].value == "SỞ XÂY DỰNG"
    assert sheet["A5"].value.startswith(f"Lập ngày {NOW:%d/%m/%Y}")


def test_the_database_is_sound(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data-dir", str(demo / "data")]) == 0


def test_the_same_seed_makes_the_same_rows_letters_and_sheets(demo: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert main(["demo", str(again)]) == 0
    assert rows(again / "data") == rows(demo / "data")
    assert hashes(again / "letters") == hashes(demo / "letters")
    assert hashes(again / "sheets") == hashes(demo / "sheets")


def test_another_seed_makes_another_year(demo: Path, tmp_path: Path) -> None:
    other = filled(tmp_path / "data", 30, seed=2)
    assert rows(other)["incidents"] != rows(demo / "data")["incidents"]


def test_made_over_an_earlier_demo_it_is_new_again(tmp_path: Path) -> None:
    assert main(["demo", str(tmp_path), "--incidents", "3"]) == 0
    first = rows(tmp_path / "data")
    ctx = open_context(tmp_path / "data", clock=lambda: NOW)
    ctx.records.save("incident", {"title": "Việc khác", "learned_at": NOW})
    ctx.close()
    assert rows(tmp_path / "data") != first
    assert main(["demo", str(tmp_path), "--incidents", "3"]) == 0
    assert rows(tmp_path / "data") == first


def test_a_folder_with_someones_own_data_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_context(tmp_path / "data").close()
    before = rows(tmp_path / "data")
    assert main(["demo", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"DIR: thư mục “{tmp_path}” đã có “data”")
    assert rows(tmp_path / "data") == before
    assert [part.name for part in tmp_path.iterdir()] == ["data"]


def test_a_file_in_the_folders_place_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    assert main(["demo", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert file.read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["demo", str(tmp_path / "file" / "demo")]) == 2
    told = capsys.readouterr().err
    assert str(tmp_path / "file" / "demo") in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("number", ["-1", "nhiều", "1.5"])
def test_a_number_of_incidents_that_is_none_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    folder = tmp_path / "demo"
    with pytest.raises(SystemExit) as left:
        sys.exit(main(["demo", str(folder), f"--incidents={number}"]))
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("--incidents: ")
    assert not folder.exists()


def test_no_incidents_at_all_are_a_demo_too(tmp_path: Path) -> None:
    assert main(["demo", str(tmp_path), "--incidents", "0"]) == 0
    assert rows(tmp_path / "data")["incidents"] == []
    assert len(rows(tmp_path / "data")["outlets"]) > 0


def test_written_in_batches_the_rows_are_those_of_a_clerks_work(tmp_path: Path) -> None:
    singly = filled(tmp_path / "singly", 40, in_batches=False)
    at_once = filled(tmp_path / "at-once", 40, in_batches=True)
    assert rows(at_once) == rows(singly)


def test_a_long_list_freezes_only_some_letters() -> None:
    states = Counter(
        article.request.state
        for story in stories(20_000, 1)
        for article in story.articles
        if article.request is not None
    )
    numbered = states[LetterState.ISSUED] + states[LetterState.VOID]
    assert 50 < numbered <= 200 < FULL_STORIES
    assert states[LetterState.DRAFT] > 900


def test_a_long_list_tells_its_progress_apart_from_its_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_LARGE", 20)
    assert main(["demo", str(tmp_path), "--incidents", "25"]) == 0
    captured = capsys.readouterr()
    assert "25 / 25 vụ việc" in captured.err
    assert captured.out.count("\n") == 1


@pytest.mark.parametrize(
    ("size", "now"),
    [
        (300, NOW),
        *((30, datetime(2027, 1, day, 7, 0)) for day in range(1, 8)),  # every day of a week
        (30, datetime(2028, 2, 29, 23, 59)),
    ],
)
def test_every_text_is_finished_and_every_day_has_passed(size: int, now: datetime) -> None:
    for story in stories(size, 7, now):
        for article in story.articles:
            texts = [*story.incident.values(), *article.values.values()]
            assert not [text for text in texts if isinstance(text, str) and "{" in text]
            assert article.values["published_at"] <= story.incident["learned_at"] <= now
            request = article.request
            if request is not None:
                assert request.letter_date <= now.date()
                assert all(day <= now.date() for day, _ in request.reminders)


def test_a_demo_that_ends_at_another_time_goes_back_as_far() -> None:
    then = datetime(2029, 5, 7, 9, 0)
    (first, *_), (early, *_) = stories(30, 1), stories(30, 1, then)
    away = NOW - first.incident["learned_at"], then - early.incident["learned_at"]
    assert abs(away[0] - away[1]).days <= 3  # neither begins on a weekend
    assert early.incident["title"] == first.incident["title"]


def test_a_demo_that_ends_in_the_new_year_numbers_each_year_anew(tmp_path: Path) -> None:
    clock = DemoClock(datetime(2027, 3, 1, 9, 0))
    ctx = open_context(tmp_path, clock=clock)
    fill(ctx, clock, 30, 1, lambda *_progress: None)
    ctx.close()
    with closing(sqlite3.connect(database_file(tmp_path))) as connection:
        letters = connection.execute(
            "SELECT substr(letter_date, 1, 4), number FROM letters WHERE number IS NOT NULL"
            " ORDER BY letter_date, number"
        ).fetchall()
    for year in ("2026", "2027"):
        numbers = [number for of, number in letters if of == year]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers


def test_the_demo_can_be_listed_and_searched(demo: Path) -> None:
    ctx = open_context(demo / "data", clock=lambda: NOW)
    assert ctx.records.count("incident", ListQuery()) == 30
    assert ctx.records.count("outlet", ListQuery(search="song nuoc")) == 1
    ctx.close()
