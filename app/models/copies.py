"""Copies of the database file: made while it is in use, proved whole, put in its place."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from app.errors import AppError, BackupFailed, DatabaseDamaged, DatabaseLocked, FileBusy
from app.files import replace, written_whole
from app.models import sqlite
from app.storage import is_held, storage_error

# What reads the source, in place of what writes the copy, is told of these.
_SOURCE_ERRORS = (DatabaseDamaged, DatabaseLocked)


def copy(
    source: Path,
    target: Path,
    *,
    in_use: bool,
    go_on: Callable[[int, int], object] | None = None,
) -> None:
    """Copy a database into a new or empty file and see that all its rows are there and can be read.

    ``in_use`` tells a database that others may write meanwhile: the copy is of the moment in which
    it began. Any other is read without a trace left beside it. ``go_on`` gets the pages done and
    the pages in all; what it raises breaks off. Raises BackupFailed, and what disks refuse.
    """
    try:
        with closing(_opened(source, in_use=in_use)) as reading:
            reading.execute("BEGIN")
            counts = sqlite.row_counts(reading)
            sqlite.copy_pages(reading, target, go_on)
    except (sqlite.Error, OSError) as error:
        told = sqlite.app_error(error, target)
        if isinstance(told, _SOURCE_ERRORS):
            told = sqlite.app_error(error, source)
        if told is None:
            raise
        raise told from error
    if not _holds(target, counts):
        raise BackupFailed(
            "Bản sao vừa ghi không đọc lại được nguyên vẹn nên đã bỏ.",
            "Dữ liệu đang dùng được giữ nguyên. Làm lại, ghi vào ổ đĩa khác; nếu vẫn vậy, có thể "
            "chính dữ liệu đã hỏng: báo cán bộ tin học của cơ quan.",
        )


def claim(database: Path) -> bool:
    """Make the file complete in itself, and make sure that nobody has it open.

    Returns False where there is nothing to claim: no file, or one that is no sound database and
    can only be kept as it lies there. Raises DatabaseLocked while anyone has it open, and
    StorageReadOnly.
    """
    try:
        # A log without its database would be thrown away.
        if not database.is_file() or database.stat().st_size == 0:
            return False
        if not os.access(database, os.W_OK):
            raise PermissionError(13, os.strerror(13), str(database))
        if _is_broken(database):  # opened for writing, SQLite would throw its log away
            return False
        sqlite.claim(database)
    except (sqlite.Error, OSError) as error:
        told = sqlite.app_error(error, database)
        if isinstance(told, DatabaseDamaged):
            return False
        if isinstance(told, DatabaseLocked):
            raise _in_use() from error
        if told is None:
            raise
        raise told from error
    return True


def put_in_place(new: Path, database: Path, kept: Path) -> bool:
    """Put ``new`` where the database is, which is kept as ``kept``, byte for byte.

    Both are complete in themselves and on the same disk. At every moment there is either the
    former database or the new one, whole. Returns whether there was anything to keep. Raises
    DatabaseLocked, FileBusy, StorageFull, StorageReadOnly.
    """
    is_whole = claim(database)
    beside = sqlite.side_files(database)
    if is_whole and beside:
        raise _in_use()
    former = [file for file in (database, *beside) if file.exists()]
    copies = {
        file: kept.with_name(file.name.replace(database.name, kept.name))
        for file in former
        if not file.name.endswith("-shm")  # an index of the log, made anew when that is read
    }
    try:
        for file, copied in copies.items():
            _keep(file, copied)
        _swap(new, database, beside)
    except BaseException:
        if is_whole:  # then nothing has changed, and nothing needs to be kept
            for copied in copies.values():
                with suppress(OSError):
                    copied.unlink(missing_ok=True)
        raise
    return bool(former)


def _swap(new: Path, database: Path, beside: list[Path]) -> None:
    try:
        for file in beside:  # what is left of a broken database must not be read into the new one
            file.unlink()
        replace(new, database)
    except OSError as error:
        if not isinstance(error, PermissionError) and not is_held(error):
            raise storage_error(error, database) from error
        raise FileBusy(
            "Tệp dữ liệu đang bị một chương trình khác giữ nên chưa phục hồi được.",
            "Đóng chương trình đang mở thư mục dữ liệu (sao chép, diệt vi-rút) rồi làm lại; "
            "dữ liệu đang dùng được giữ nguyên.",
        ) from error


def _opened(source: Path, *, in_use: bool) -> sqlite.Connection:
    if in_use and os.access(source, os.W_OK):
        return sqlite.connect(source, busy_timeout=5)
    return sqlite.connect_read_only(source)


def _is_broken(database: Path) -> bool:
    try:
        with closing(sqlite.connect_read_only(database)) as connection:
            sqlite.tables(connection)
    except sqlite.Error as error:
        return isinstance(sqlite.app_error(error, database), DatabaseDamaged)
    return False


def _holds(copied: Path, counts: dict[str, int]) -> bool:
    try:
        with closing(sqlite.connect_read_only(copied)) as connection:
            return sqlite.is_sound(connection) and sqlite.row_counts(connection) == counts
    except (sqlite.Error, OSError):
        return False


def _keep(file: Path, kept: Path) -> None:
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error, kept.parent) from error
    with written_whole(kept) as temporary:
        shutil.copyfile(file, temporary)
        if not filecmp.cmp(file, temporary, shallow=False):
            raise BackupFailed(
                "Không giữ lại được bản dữ liệu đang dùng nên chưa phục hồi.",
                "Dữ liệu được giữ nguyên. Kiểm tra ổ đĩa rồi làm lại.",
            )


def _in_use() -> AppError:
    return DatabaseLocked(
        "Sổ đang được mở ở một cửa sổ hoặc chương trình khác nên chưa phục hồi được.",
        "Đóng mọi cửa sổ Sổ Phát ngôn và chương trình đang mở tệp dữ liệu rồi làm lại; dữ liệu "
        "được giữ nguyên.",
    )
