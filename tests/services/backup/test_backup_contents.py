"""What is told of a file of records, and which files are refused."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from app.bootstrap import AppContext, open_context
from app.errors import AppError, DatabaseDamaged, DatabaseTooNew, StorageReadOnly
from app.models.database import Database
from app.paths import database_file
from app.services.backup.contents import (
    BookContents,
    comparison,
    look,
    numbers_taken_back,
)
from app.services.backup.making import BackupService
from tests import factories as make
from tests.conftest import NOW
from tests.services.backup.filled_book import become_later, fill, issue, made, spoil


def test_what_is_inside_is_told_in_words(ctx: AppContext, out: Path) -> None:
    fill(ctx)
    contents = made(ctx, out)
    assert contents.findings == ()
    assert contents.size == out.stat().st_size
    rows = contents.rows()
    assert rows["Cơ quan"] == "Sở Xây dựng"
    assert rows["Thay đổi gần nhất"] == "05/10/2026 09:00"
    assert rows["Bài báo"] == "1"
    assert rows["Vụ việc"] == "0"
    assert rows["Đã xóa, còn lấy lại được"] == "1"
    assert rows["Sổ chung năm 2026"] == "số cuối 1, 1 văn bản"
    assert look(out) == contents


def test_the_present_is_told_in_the_same_words(ctx: AppContext, out: Path) -> None:
    fill(ctx)
    rows = made(ctx, out).rows()
    present = ctx.backups.contents().rows()
    assert {**present, "Dung lượng": ""} == {**rows, "Dung lượng": ""}


def test_a_new_book_has_little_to_tell(ctx: AppContext, out: Path) -> None:
    contents = made(ctx, out)
    assert contents.office is None
    assert contents.books == {}
    assert contents.rows()["Cơ quan"] == "chưa nhập hồ sơ cơ quan"


def test_the_last_change_is_that_of_the_newest_record(ctx: AppContext) -> None:
    fill(ctx)
    later = datetime(2026, 10, 6, 14, 5)
    other = open_context(ctx.data_dir, lambda: later)
    make.make_outlet(other)
    other.close()
    assert ctx.backups.contents().changed_at == later


def test_both_are_told_side_by_side_with_the_books_of_either(ctx: AppContext, out: Path) -> None:
    empty = made(ctx, out)
    fill(ctx)
    rows = {label: (old, new) for label, old, new in comparison(empty, ctx.backups.contents())}
    assert rows["Bài báo"] == ("0", "1")
    assert rows["Sổ chung năm 2026"] == ("chưa có", "số cuối 1, 1 văn bản")
    assert list(rows)[-1] == "Dung lượng"
    assert comparison(empty, None)[0] == ("Cơ quan", "chưa nhập hồ sơ cơ quan", "")


def test_numbers_given_since_are_told(ctx: AppContext, out: Path) -> None:
    fill(ctx)
    before = made(ctx, out)
    assert numbers_taken_back(before, ctx.backups.contents()) == []
    issue(ctx)
    (sentence,) = numbers_taken_back(before, ctx.backups.contents())
    assert sentence.startswith("Sổ chung năm 2026: đã cấp đến số 2, bản sao lưu chỉ có đến số 1.")
    assert numbers_taken_back(ctx.backups.contents(), before) == []


# Looking into a file


def test_looking_changes_nothing(ctx: AppContext, out: Path) -> None:
    fill(ctx)
    made(ctx, out)
    before = out.read_bytes()
    look(out)
    assert out.read_bytes() == before
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_a_book_in_use_elsewhere_can_be_looked_into(ctx: AppContext) -> None:
    fill(ctx)
    assert look(ctx.db.path).office == "Sở Xây dựng"


@pytest.mark.parametrize("content", [b"", b"no book" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_book_is_told(out: Path, content: bytes) -> None:
    out.write_bytes(content)
    with pytest.raises(DatabaseDamaged) as caught:
        look(out)
    assert caught.value.message == (
        f"Tệp “{out}” bị hỏng hoặc không phải dữ liệu của Sổ Phát ngôn."
    )
    assert out.read_bytes() == content


def test_another_programs_database_is_told(out: Path) -> None:
    with closing(sqlite3.connect(out)) as connection:
        connection.execute("CREATE TABLE mails (id)")
    with pytest.raises(DatabaseDamaged):
        look(out)


def test_a_newer_book_is_told(ctx: AppContext, out: Path) -> None:
    spoil(ctx, "UPDATE alembic_version SET version_num = '9998'")
    ctx.close()
    shutil.copy(ctx.db.path, out)
    with pytest.raises(DatabaseTooNew):
        look(out)


def test_a_missing_file_and_a_folder_are_told(out: Path) -> None:
    with pytest.raises(AppError) as missing:
        look(out)
    assert missing.value.message == f"Không có tệp “{out}”."
    with pytest.raises(StorageReadOnly) as folder:
        look(out.parent)
    assert "là một thư mục" in folder.value.message


def test_a_folder_that_may_not_be_looked_into_is_told(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(path: Path, **_how: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", forbid)
    with pytest.raises(StorageReadOnly):
        look(out)


def test_an_older_book_is_read_in_a_copy(
    ctx: AppContext, out: Path, request: pytest.FixtureRequest
) -> None:
    fill(ctx)
    made(ctx, out)
    before = out.read_bytes()
    become_later(request)
    contents = look(out)
    assert contents.office == "Sở Xây dựng"
    assert contents.findings == ()
    assert not contents.is_current
    assert contents.changed_at == NOW  # not the moment of being looked at
    assert "sẽ được nâng cấp khi mở" in contents.rows()["Phiên bản dữ liệu"]
    assert out.read_bytes() == before
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_an_older_book_gives_a_backup_as_it_is(
    ctx: AppContext, out: Path, request: pytest.FixtureRequest
) -> None:
    fill(ctx)
    ctx.close()
    become_later(request)
    db = Database.inspect(database_file(ctx.data_dir))
    backup = BackupService(db).make(out)
    db.close()
    assert not backup.contents.is_current
    assert BookContents(1, 1) in backup.contents.books.values()
