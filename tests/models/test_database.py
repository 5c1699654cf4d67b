"""Opening, reading and writing the database; what a clerk is told when that fails."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from app.errors import (
    AppError,
    Conflict,
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseTooNew,
    FieldErrors,
    NotFound,
    StorageFull,
    StorageReadOnly,
)
from app.models import Letter, NumberBook, Outlet, sqlite
from app.models.database import Database

NOW = datetime(2026, 10, 5, 9, 0)
LATER = datetime(2026, 10, 6, 9, 0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Dữ liệu" / "so-phat-ngon.db"


@pytest.fixture
def db(file: Path):
    database = Database.open(file, clock=lambda: NOW, busy_timeout=0.1)
    yield database
    database.close()


def add_outlet(db: Database, name: str = "Báo Tuổi Trẻ") -> int:
    with db.writing() as session:
        outlet = Outlet(name=name, type="online")
        session.add(outlet)
        session.flush()
        return outlet.id


def names(db: Database) -> list[str]:
    with db.reading() as session:
        return [outlet.name for outlet in session.query(Outlet).order_by(Outlet.id)]


def test_the_first_start_makes_the_folder_and_the_file(file: Path) -> None:
    Database.open(file).close()
    assert file.exists()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    file = tmp_path / "100% sổ?#" / "sổ mới.db"
    Database.open(file).close()
    assert file.exists()


def test_what_was_written_is_there_after_a_restart(file: Path) -> None:
    database = Database.open(file)
    add_outlet(database)
    database.close()
    again = Database.open(file)
    assert names(again) == ["Báo Tuổi Trẻ"]
    again.close()


def test_an_exception_undoes_the_whole_transaction(db: Database) -> None:
    def half_a_save() -> None:
        with db.writing() as session:
            session.add(Outlet(name="Báo A", type="online"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_a_save()
    assert names(db) == []


def test_a_reading_session_keeps_nothing(db: Database) -> None:
    with db.reading() as session:
        session.add(Outlet(name="Báo A", type="online"))
        session.flush()
    assert names(db) == []


def test_a_reading_session_sees_one_state(db: Database) -> None:
    with db.reading() as session:
        assert session.query(Outlet).count() == 0
        add_outlet(db)
        assert session.query(Outlet).count() == 0


def test_times_come_from_the_clock(db: Database) -> None:
    outlet_id = add_outlet(db)
    db.clock = lambda: LATER
    with db.writing() as session:
        session.get(Outlet, outlet_id).phone = "0297"
    with db.reading() as session:
        outlet = session.get(Outlet, outlet_id)
        assert (outlet.created_at, outlet.updated_at, outlet.version) == (NOW, LATER, 2)


def test_a_save_that_changes_nothing_is_no_new_version(db: Database) -> None:
    outlet_id = add_outlet(db)
    with db.writing() as session:
        outlet = session.get(Outlet, outlet_id)
        outlet.name = outlet.name + ""
    with db.reading() as session:
        assert session.get(Outlet, outlet_id).version == 1


def test_a_record_whose_lines_changed_can_be_counted_as_saved(db: Database) -> None:
    outlet_id = add_outlet(db)
    with db.writing() as session:
        session.get(Outlet, outlet_id).touch()
    with db.reading() as session:
        assert session.get(Outlet, outlet_id).version == 2


def test_text_is_stored_in_nfc(db: Database) -> None:
    add_outlet(db, "Ba\u0301o A")
    assert names(db) == ["Báo A"]


def test_a_record_changed_elsewhere_is_a_conflict(db: Database) -> None:
    outlet_id = add_outlet(db)

    def save_an_old_version() -> None:
        with db.writing() as session:
            outlet = session.get(Outlet, outlet_id)
            session.execute(text("UPDATE outlets SET version = 9"))
            outlet.name = "Báo B"

    with pytest.raises(Conflict):
        save_an_old_version()


def test_a_number_is_never_taken_twice(db: Database) -> None:
    def letter(book_id: int) -> Letter:
        return Letter(
            layout="state", document_type="cong_van", state="issued", symbol="SXD",
            subject="cải chính", content={}, book_id=book_id, number=7,
            letter_date=date(2026, 10, 5),
        )  # fmt: skip

    with db.writing() as session:
        book = NumberBook(layout="state", scope="all", period="2026", last_number=7)
        session.add(book)
        session.flush()
        session.add(letter(book.id))
    with pytest.raises(FieldErrors) as caught, db.writing() as session:
        session.add(letter(1))
    assert set(caught.value.errors) == {"number"}
    assert "Số này đã cấp" in caught.value.errors["number"]


def test_a_row_cannot_point_to_nothing(db: Database) -> None:
    with pytest.raises(FieldErrors) as caught, db.writing() as session:
        session.execute(
            text("INSERT INTO reminders (request_id, reminded_on) VALUES (99, '2026-10-05')")
        )
    assert set(caught.value.errors) == {""}


def test_only_one_writes_at_a_time(file: Path, db: Database) -> None:
    other = Database.open(file, busy_timeout=0.05)
    with db.writing(), pytest.raises(DatabaseLocked) as caught, other.writing():
        pass
    other.close()
    assert caught.value.advice


def test_a_start_while_another_program_writes_says_so(file: Path, db: Database) -> None:
    with db.writing(), pytest.raises(DatabaseLocked):
        Database.open(file, busy_timeout=0.05)


def test_reading_goes_on_while_another_writes(file: Path, db: Database) -> None:
    other = Database.open(file)
    with db.writing() as session:
        session.add(Outlet(name="Báo A", type="online"))
        session.flush()
        assert names(other) == []
    assert names(other) == ["Báo A"]
    other.close()


def test_threads_write_one_after_the_other(file: Path) -> None:
    database = Database.open(file)
    threads = [threading.Thread(target=add_outlet, args=(database, f"Báo {i}")) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(database)) == 8
    database.close()


def test_the_disk_says_saved_only_when_it_is(db: Database) -> None:
    with db.reading() as session:
        assert session.execute(text("PRAGMA synchronous")).scalar() == 2  # FULL
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_a_share_gets_no_write_ahead_log(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "is_network_path", lambda path: True)
    database = Database.open(file)
    with database.reading() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "delete"
    database.close()


def test_a_newer_database_is_left_as_it_is(file: Path) -> None:
    Database.open(file).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = file.read_bytes()
    with pytest.raises(DatabaseTooNew) as caught:
        Database.open(file)
    assert "mới hơn" in caught.value.message
    assert "phiên bản mới nhất" in caught.value.advice
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "content",
    [b"khong phai co so du lieu" * 50, b"SQLite format 3\0" + b"\xff" * 5000, b"", b"\0" * 8192],
    ids=["a text file", "a broken header", "an emptied file", "a file of zeros"],
)
def test_a_file_that_is_no_database_is_left_as_it_is(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(DatabaseDamaged) as caught:
        Database.open(file)
    assert str(file.parent / "backups") in caught.value.advice
    assert file.read_bytes() == content
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_first_start_shows_the_database_only_when_it_is_whole(file: Path) -> None:
    seen: list[list[str]] = []

    def look(_session: object) -> None:
        seen.append([path.name for path in file.parent.iterdir() if path.suffix == ".db"])

    Database.open(file, fill=look).close()
    assert seen == [[]]
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_first_start_leaves_the_book_of_a_faster_one(file: Path) -> None:
    elsewhere = file.parent / "nơi khác" / file.name

    def meanwhile(_session: object) -> None:
        faster = Database.open(elsewhere)
        add_outlet(faster)
        faster.close()
        elsewhere.replace(file)

    slower = Database.open(file, fill=meanwhile)
    assert names(slower) == ["Báo Tuổi Trẻ"]
    slower.close()


def test_a_disk_without_links_takes_a_first_start_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    Database.open(file).close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_half_a_database_is_left_as_it_is(file: Path) -> None:
    Database.open(file).close()
    half = file.read_bytes()[: file.stat().st_size // 2]
    file.write_bytes(half)
    with pytest.raises(DatabaseDamaged):
        Database.open(file)
    assert file.read_bytes() == half


def test_a_database_of_another_program_is_left_as_it_is(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE mails (id)")
    before = file.read_bytes()
    with pytest.raises(DatabaseDamaged):
        Database.open(file)
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file stands in the way")
    with pytest.raises(StorageReadOnly) as caught:
        Database.open(tmp_path / "data" / "so-phat-ngon.db")
    assert "một tệp trùng tên" in caught.value.message
    assert caught.value.advice


def test_a_read_only_file_is_refused_before_a_log_is_left_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database.open(file).close()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with pytest.raises(StorageReadOnly):
        Database.open(file)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_log_whose_database_was_emptied_is_not_thrown_away(file: Path) -> None:
    Database.open(file).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE alembic_version SET version_num = version_num")
        connection.commit()
        log = file.with_name(file.name + "-wal").read_bytes()
    file.write_bytes(b"")
    file.with_name(file.name + "-wal").write_bytes(log)
    with pytest.raises(DatabaseDamaged):
        Database.open(file)
    assert file.with_name(file.name + "-wal").read_bytes() == log


def test_a_database_without_one_of_its_tables_is_damaged(file: Path) -> None:
    Database.open(file).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE reminders")
    before = file.read_bytes()
    for look in (Database.open, Database.inspect):
        with pytest.raises(DatabaseDamaged):
            look(file)
    assert file.read_bytes() == before


def test_a_disk_too_full_to_open_is_called_full(file: Path, monkeypatch) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    file.parent.mkdir()
    assert isinstance(sqlite.app_error(error, file), StorageReadOnly)
    usage = shutil.disk_usage(file.parent)._replace(free=4096)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    assert isinstance(sqlite.app_error(error, file), StorageFull)


def test_a_database_that_cannot_be_written_says_so(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database.open(file).close()
    monkeypatch.setattr(sqlite, "connect", lambda path, **_: sqlite.connect_read_only(path))
    with pytest.raises(StorageReadOnly):
        Database.open(file)


def test_a_full_disk_says_so_and_loses_nothing_saved(db: Database) -> None:
    add_outlet(db)

    def save_more_than_fits() -> None:
        with db.writing() as session:
            pages = session.execute(text("PRAGMA page_count")).scalar()
            session.execute(text(f"PRAGMA max_page_count = {pages}"))
            session.add(Outlet(name="Báo B", type="online", address="x" * 100_000))

    with pytest.raises(StorageFull) as caught:
        save_more_than_fits()
    assert "đầy" in caught.value.message
    assert names(db) == ["Báo Tuổi Trẻ"]


def test_an_unknown_error_stays_a_program_error(file: Path) -> None:
    assert sqlite.app_error(ValueError(), file) is None


@pytest.mark.parametrize(
    "code",
    [
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
    ],
)
def test_every_error_says_what_to_do(file: Path, code: int) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    told = sqlite.app_error(error, file)
    assert isinstance(told, AppError)
    assert told.message
    assert told.advice


def test_looking_at_a_database_writes_nothing(file: Path) -> None:
    with pytest.raises(NotFound):
        Database.inspect(file)
    assert not file.parent.exists()
    Database.open(file).close()
    before = file.read_bytes()
    looked_at = Database.inspect(file)
    assert names(looked_at) == []
    assert list(looked_at.integrity_findings()) == []
    with pytest.raises(StorageReadOnly):
        add_outlet(looked_at)
    looked_at.close()
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
