"""Sao lưu: the copy is whole, proved by opening it, or there is none."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from app import files
from app.bootstrap import AppContext, open_context
from app.errors import (
    BackupFailed,
    DatabaseDamaged,
    FileBusy,
    StorageFull,
    StorageReadOnly,
)
from app.models import sqlite
from app.models.database import Database
from app.paths import database_file
from app.services.backup.making import CHECKING, COPYING, BackupService
from app.services.plain import ListQuery
from app.services.progress import Stopped
from tests import factories as make
from tests.conftest import NOW
from tests.services.backup.filled_book import fill, made, spoil

# What a backup is


def test_a_backup_is_one_file_that_opens_as_a_book(ctx: AppContext, out: Path) -> None:
    fill(ctx)
    backup = ctx.backups.make(out)
    assert (backup.path, backup.made_at) == (out, NOW)
    assert [path.name for path in out.parent.iterdir()] == [out.name]
    copied = out.parent / "data"
    copied.mkdir()
    shutil.copy(out, database_file(copied))
    again = open_context(copied, lambda: NOW)
    assert again.office.name() == "Sở Xây dựng"
    assert again.records.count("article", ListQuery()) == 1
    again.close()


def test_the_name_proposed_tells_the_minute(ctx: AppContext) -> None:
    assert ctx.backups.proposed_name() == "so-phat-ngon_2026-10-05_0900.db"


# While the book is in use


def test_a_backup_is_of_one_moment_although_others_write(
    ctx: AppContext, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_PAGES_AT_ONCE", 16)
    fill(ctx)
    written: list[int] = []

    def write_meanwhile(words: str, done: int, _total: int) -> None:
        if words == COPYING and done:
            thread = threading.Thread(target=lambda: written.append(make.make_outlet(ctx)))
            thread.start()
            thread.join()

    backup = ctx.backups.make(out, write_meanwhile)
    assert len(written) > 2
    assert backup.contents.counts["outlet"] == 1
    assert ctx.records.count("outlet", ListQuery()) == 1 + len(written)


def test_what_is_being_written_and_not_committed_is_not_in_it(ctx: AppContext, out: Path) -> None:
    make.make_outlet(ctx)
    with ctx.db.writing() as session:
        session.execute(text("DELETE FROM outlets"))
        assert made(ctx, out).counts["outlet"] == 1
        session.rollback()


def test_a_reader_only_looked_at_can_be_copied_too(ctx: AppContext, out: Path) -> None:
    fill(ctx)
    ctx.close()
    db = Database.inspect(database_file(ctx.data_dir))
    backup = BackupService(db).make(out)
    db.close()
    assert backup.contents.office == "Sở Xây dựng"


def test_progress_is_told_and_can_stop_it(
    ctx: AppContext, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_PAGES_AT_ONCE", 16)
    told: list[tuple[str, int, int]] = []
    assert ctx.backups.make(out, lambda *step: told.append(step))
    words = [words for words, _done, _total in told]
    assert list(dict.fromkeys(words)) == [COPYING, CHECKING]
    parts = [(done, total) for words, done, total in told if words == COPYING and total]
    assert parts[-1][0] == parts[-1][1]
    assert len(parts) > 2
    before = out.read_bytes()
    for step in range(len(told)):
        with pytest.raises(Stopped):
            ctx.backups.make(out, stop_after(step))
        assert out.read_bytes() == before
        assert [path.name for path in out.parent.iterdir()] == [out.name]


def stop_after(steps: int) -> Callable[..., bool]:
    left = iter(range(steps))
    return lambda *_: next(left, None) is not None


# A copy that is not whole


@pytest.mark.parametrize("damage", ["a row less", "a broken page", "half a file"])
def test_a_copy_that_does_not_prove_whole_leaves_what_was_there(
    ctx: AppContext, out: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    fill(ctx)
    made(ctx, out)
    before = out.read_bytes()
    copy_pages = sqlite.copy_pages

    def copy_badly(reading: sqlite3.Connection, target: Path, go_on: object) -> None:
        copy_pages(reading, target)
        content = bytearray(target.read_bytes())
        if damage == "a row less":
            with closing(sqlite3.connect(target)) as connection:
                connection.execute("DELETE FROM letter_files")
                connection.commit()
        elif damage == "a broken page":
            middle = len(content) // 2 // 4096 * 4096
            content[middle : middle + 4096] = b"\xff" * 4096
            target.write_bytes(content)
        else:
            target.write_bytes(content[: len(content) // 2])

    monkeypatch.setattr(sqlite, "copy_pages", copy_badly)
    with pytest.raises(BackupFailed) as caught:
        ctx.backups.make(out)
    assert caught.value.advice
    assert out.read_bytes() == before
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_a_kept_letter_that_changed_on_the_way_is_noticed(
    ctx: AppContext, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such a bit tips without any page of the file being broken."""
    fill(ctx)
    copy_pages = sqlite.copy_pages

    def copy_badly(reading: sqlite3.Connection, target: Path, go_on: object) -> None:
        copy_pages(reading, target)
        content = target.read_bytes()
        target.write_bytes(content.replace(b"the very page", b"the wery page"))

    monkeypatch.setattr(sqlite, "copy_pages", copy_badly)
    with pytest.raises(BackupFailed):
        ctx.backups.make(out)
    assert not out.exists()


def test_what_was_wrong_before_is_told_and_copied(ctx: AppContext, out: Path) -> None:
    fill(ctx)
    spoil(ctx, "UPDATE letter_files SET pdf = x'00'")
    spoil(ctx, "UPDATE outlets SET updated_at = 'hôm qua'")
    contents = made(ctx, out)
    assert len(contents.findings) == 2
    assert "bản PDF lưu đã bị thay đổi" in contents.findings[1]
    assert contents.changed_at == NOW


def test_a_book_that_is_broken_itself_gives_no_backup(ctx: AppContext, out: Path) -> None:
    for _ in range(200):
        make.make_outlet(ctx)
    ctx.close()
    file = database_file(ctx.data_dir)
    content = bytearray(file.read_bytes())
    middle = len(content) * 3 // 4 // 4096 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    file.write_bytes(content)
    with pytest.raises((BackupFailed, DatabaseDamaged)):
        BackupService(Database.inspect(file)).make(out)
    assert list(out.parent.iterdir()) == []


# Where it goes


def test_the_book_itself_is_no_place_for_its_copy(ctx: AppContext, out: Path) -> None:
    own = ctx.db.path
    out.symlink_to(own)
    for target in (
        own,
        own.with_name(own.name + "-wal"),
        out,
        own.parent / ".." / "data" / own.name,
    ):
        with pytest.raises(StorageReadOnly) as caught:
            ctx.backups.make(target)
        assert "dữ liệu đang dùng" in caught.value.message
    assert ctx.office.name() is None


@pytest.mark.parametrize("place", ["a folder", "in no folder"])
def test_a_place_that_takes_no_file_is_told(ctx: AppContext, out: Path, place: str) -> None:
    target = out.parent if place == "a folder" else out.parent / "none" / "x.db"
    with pytest.raises(StorageReadOnly) as caught:
        ctx.backups.make(target)
    assert caught.value.advice
    assert list(out.parent.iterdir()) == []


def test_a_folder_that_may_not_be_written_is_told(
    ctx: AppContext, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, **_how: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(files, "_begin", refuse)
    with pytest.raises(StorageReadOnly) as caught:
        ctx.backups.make(out)
    assert str(out) in caught.value.message


def test_a_full_disk_is_told_and_leaves_nothing(
    ctx: AppContext, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_it_full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(sqlite, "copy_pages", find_it_full)
    with pytest.raises(StorageFull) as caught:
        ctx.backups.make(out)
    assert str(out.parent) in caught.value.message
    assert list(out.parent.iterdir()) == []


def test_a_file_open_elsewhere_is_told_and_stays(
    ctx: AppContext, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out.write_bytes(b"old")

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileBusy):
        ctx.backups.make(out)
    assert out.read_bytes() == b"old"
    assert [path.name for path in out.parent.iterdir()] == [out.name]
