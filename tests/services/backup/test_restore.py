"""Phục hồi: at every moment either the former records or those of the backup are there, whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import AppContext, open_context, restore_backup
from app.errors import (
    AppError,
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseTooNew,
    FileBusy,
    StorageFull,
    StorageReadOnly,
)
from app.models import copies, sqlite
from app.paths import database_file
from app.services import checking
from app.services.backup.contents import look
from app.services.backup.restoring import CHECKING, COPYING, PUTTING, Restored
from app.services.plain import ListQuery
from app.services.progress import Stopped
from tests import factories as make
from tests.conftest import NOW
from tests.services.backup.filled_book import become_later, outlets, spoil

ROOT = Path(__file__).parents[3]
KEPT = "so-phat-ngon_truoc-phuc-hoi_2026-10-05_090000.db"


def restored(backup: Path, data_dir: Path) -> Restored:
    return restore_backup(backup, data_dir, lambda: NOW)


@contextmanager
def untouched(*folders: Path) -> Iterator[None]:
    """Hold that nothing in the folders is another file, or has another byte, afterwards."""
    before = [contents(folder) for folder in folders]
    yield
    assert [contents(folder) for folder in folders] == before


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# What it does


def test_the_backup_takes_the_place_and_the_former_is_kept(backup: Path, data_dir: Path) -> None:
    source = backup.read_bytes()
    done = restored(backup, data_dir)
    assert done.kept == data_dir / "backups" / KEPT
    assert done.contents.counts["outlet"] == 1
    assert outlets(database_file(data_dir)) == 1
    assert outlets(done.kept) == 2
    assert backup.read_bytes() == source
    assert sorted(contents(data_dir)) == [f"backups/{KEPT}", "so-phat-ngon.db"]
    again = open_context(data_dir, lambda: NOW)
    assert again.records.count("outlet", ListQuery()) == 1
    assert list(checking.findings(again.db)) == []
    again.close()


def test_what_was_kept_can_be_put_back_the_same_way(backup: Path, data_dir: Path) -> None:
    first = restored(backup, data_dir)
    assert first.kept is not None
    second = restored(first.kept, data_dir)
    assert second.kept is not None
    assert second.kept.name == KEPT.replace(".db", "_2.db")
    assert outlets(database_file(data_dir)) == 2
    assert [outlets(first.kept), outlets(second.kept)] == [2, 1]


def test_what_the_log_still_holds_is_kept_too(backup: Path, data_dir: Path) -> None:
    """As after a crash: the last saves are in the log alone."""
    file = database_file(data_dir)
    log = file.with_name(file.name + "-wal")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE outlets SET phone = '0297'")
        connection.commit()
        crashed = {path: path.read_bytes() for path in (file, log)}
    for path, content in crashed.items():
        path.write_bytes(content)
    assert log.stat().st_size > 0
    done = restored(backup, data_dir)
    assert done.kept is not None
    with closing(sqlite3.connect(done.kept)) as connection:
        assert connection.execute("SELECT DISTINCT phone FROM outlets").fetchall() == [("0297",)]
    assert sqlite.side_files(file) == []
    assert outlets(file) == 1


@pytest.mark.parametrize("place", ["an empty folder", "no folder"])
def test_a_folder_without_records_gets_them(backup: Path, tmp_path: Path, place: str) -> None:
    folder = tmp_path / "máy mới" / "sổ"
    if place == "an empty folder":
        folder.mkdir(parents=True)
    done = restored(backup, folder)
    assert done.kept is None
    assert list(contents(folder)) == ["so-phat-ngon.db"]
    assert outlets(database_file(folder)) == 1


def test_an_older_backup_is_tried_and_then_migrated_when_it_is_opened(
    backup: Path, data_dir: Path, request: pytest.FixtureRequest
) -> None:
    become_later(request)
    done = restored(backup, data_dir)
    assert not done.contents.is_current
    again = open_context(data_dir, lambda: NOW)
    with again.db.reading() as session:
        assert session.execute(text("SELECT count(fax) FROM outlets")).scalar() == 0
    again.close()
    assert len(list((data_dir / "backups").iterdir())) == 2  # and the copy before the migration


def test_progress_is_told_and_can_stop_it(backup: Path, data_dir: Path) -> None:
    told: list[str] = []

    def stop_before_putting(words: str, _done: int, _total: int) -> bool:
        told.append(words)
        return words != PUTTING

    with untouched(data_dir), pytest.raises(Stopped):
        restore_backup(backup, data_dir, progress=stop_before_putting)
    assert list(dict.fromkeys(told)) == [COPYING, CHECKING, PUTTING]


# Records that are broken, or only half there


@pytest.mark.parametrize(
    "content",
    [b"", b"no book" * 1000, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["emptied", "a text file", "a broken header"],
)
def test_a_broken_database_is_kept_as_it_lies_there(
    backup: Path, data_dir: Path, content: bytes
) -> None:
    file = database_file(data_dir)
    file.write_bytes(content)
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).write_bytes(b"left over: " + suffix.encode())
    done = restored(backup, data_dir)
    assert done.kept is not None
    assert done.kept.read_bytes() == content
    assert done.kept.with_name(f"{KEPT}-wal").read_bytes() == b"left over: -wal"
    assert sqlite.side_files(file) == []
    assert outlets(file) == 1


def test_a_log_without_its_database_is_kept(backup: Path, data_dir: Path) -> None:
    file = database_file(data_dir)
    file.unlink()
    file.with_name(file.name + "-wal").write_bytes(b"the last saves")
    restored(backup, data_dir)
    assert (data_dir / "backups" / f"{KEPT}-wal").read_bytes() == b"the last saves"
    assert outlets(file) == 1


def test_a_newer_database_may_be_replaced_and_is_kept(backup: Path, data_dir: Path) -> None:
    file = database_file(data_dir)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9998'")
        connection.commit()
    done = restored(backup, data_dir)
    assert done.kept is not None
    with pytest.raises(DatabaseTooNew):
        look(done.kept)
    assert outlets(file) == 1


# What is refused


@pytest.mark.parametrize("content", [b"", b"no book" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_backup_is_refused(backup: Path, data_dir: Path, content: bytes) -> None:
    backup.write_bytes(content)
    with untouched(data_dir, backup.parent), pytest.raises(DatabaseDamaged) as caught:
        restored(backup, data_dir)
    assert str(backup) in caught.value.message


def test_a_backup_broken_deep_inside_is_refused(ctx: AppContext, tmp_path: Path) -> None:
    for _ in range(200):
        make.make_outlet(ctx)
    ctx.close()
    sqlite.claim(database_file(ctx.data_dir))
    backup = tmp_path / "bản sao.db"
    content = bytearray(database_file(ctx.data_dir).read_bytes())
    middle = len(content) * 3 // 4 // 4096 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    backup.write_bytes(content)
    with untouched(ctx.data_dir), pytest.raises(DatabaseDamaged) as caught:
        restored(backup, ctx.data_dir)
    assert str(backup) in caught.value.message


def test_a_newer_backup_is_refused(ctx: AppContext, backup: Path, data_dir: Path) -> None:
    spoil(ctx, "UPDATE alembic_version SET version_num = '9998'")
    ctx.close()
    newer = backup.with_name("mới hơn.db")
    shutil.copy(database_file(data_dir), newer)
    with untouched(data_dir), pytest.raises(DatabaseTooNew):
        restored(newer, data_dir)


def test_a_missing_file_is_refused_and_no_folder_made(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        restored(tmp_path / "none.db", tmp_path / "sổ")
    assert caught.value.message == f"Không có tệp “{tmp_path / 'none.db'}”."
    assert list(tmp_path.iterdir()) == []


def test_the_records_cannot_replace_themselves(backup: Path, data_dir: Path) -> None:
    link = backup.with_name("link.db")
    link.symlink_to(database_file(data_dir))
    for file in (database_file(data_dir), link):
        with untouched(data_dir), pytest.raises(StorageReadOnly) as caught:
            restored(file, data_dir)
        assert "chính là tệp dữ liệu đang dùng" in caught.value.message


def test_a_sample_and_an_own_book_never_take_each_others_place(
    backup: Path, data_dir: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mẫu"
    sample = open_context(folder, lambda: NOW, sample=True)
    copied = tmp_path / "bản sao mẫu.db"
    sample.backups.make(copied)
    sample.close()
    for file, target in ((copied, data_dir), (copied, tmp_path / "mới"), (backup, folder)):
        with pytest.raises(AppError) as caught:
            restored(file, target)
        assert "sổ mẫu" in caught.value.message
    assert not (tmp_path / "mới").exists()
    assert outlets(database_file(data_dir)) == 2
    assert restored(copied, folder).contents.office is None


def test_an_open_book_is_refused(backup: Path, data_dir: Path) -> None:
    again = open_context(data_dir, lambda: NOW)
    assert again.office.name() == "Sở Xây dựng"
    with pytest.raises(DatabaseLocked) as caught:
        restored(backup, data_dir)
    assert "đang được mở" in caught.value.message
    assert again.records.count("outlet", ListQuery()) == 2
    assert not (data_dir / "backups").exists()
    again.close()
    restored(backup, data_dir)


def test_a_book_open_in_another_process_is_refused(backup: Path, data_dir: Path) -> None:
    script = (
        "import sys, pathlib; from app.bootstrap import open_context; "
        "ctx = open_context(pathlib.Path(sys.argv[1])); ctx.office.name(); "
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(data_dir)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(DatabaseLocked):
            restored(backup, data_dir)
        other.stdin.close()
    restored(backup, data_dir)


def test_a_book_opened_in_the_last_moment_is_refused(
    backup: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[AppContext] = []
    claim = copies.claim

    def open_meanwhile(file: Path) -> bool:
        is_whole = claim(file)
        opened.append(open_context(data_dir, lambda: NOW))
        opened[0].office.name()
        return is_whole

    real = copies.put_in_place

    def put(new: Path, database: Path, kept: Path) -> bool:
        monkeypatch.setattr(copies, "claim", open_meanwhile)
        return real(new, database, kept)

    monkeypatch.setattr(copies, "put_in_place", put)
    with pytest.raises(DatabaseLocked):
        restored(backup, data_dir)
    assert opened[0].records.count("outlet", ListQuery()) == 2
    opened[0].close()


def test_a_read_only_database_is_refused(
    backup: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with untouched(data_dir), pytest.raises(StorageReadOnly) as caught:
        restored(backup, data_dir)
    assert "so-phat-ngon.db" in caught.value.message


def test_a_backup_that_may_only_be_read_is_enough(backup: Path, data_dir: Path) -> None:
    backup.chmod(0o444)
    with untouched(backup.parent):
        restored(backup, data_dir)


def test_a_folder_that_may_not_be_written_is_told(
    backup: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, *_: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("tempfile._os.mkdir", refuse)
    with untouched(data_dir), pytest.raises(StorageReadOnly) as caught:
        restored(backup, data_dir)
    assert f"“{data_dir}”" in caught.value.message


def test_a_full_disk_is_told(backup: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find_it_full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for module, name in ((sqlite, "copy_pages"), (shutil, "copyfile")):
        with monkeypatch.context() as patch:
            patch.setattr(module, name, find_it_full)
            with untouched(data_dir), pytest.raises(StorageFull):
                restored(backup, data_dir)


def test_a_database_that_another_program_holds_is_told(
    backup: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows does not rename over a file that anyone has open."""
    real = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target == database_file(data_dir):
            raise PermissionError(13, "in use")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with untouched(data_dir), pytest.raises(FileBusy) as caught:
        restored(backup, data_dir)
    assert "dữ liệu đang dùng được giữ nguyên" in caught.value.advice


def test_a_copy_of_the_former_that_is_not_the_same_stops_it(
    backup: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "copyfile", lambda _file, copy: Path(copy).write_bytes(b"half"))
    with untouched(data_dir), pytest.raises(AppError) as caught:
        restored(backup, data_dir)
    assert "Không giữ lại được" in caught.value.message
