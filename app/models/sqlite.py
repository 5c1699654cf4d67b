"""Everything that is SQLite's own: opening a file, its pragmas, its errors, its online backup.

A later shared database replaces this module; nothing else knows which engine stores the records.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlalchemy import Connection as EngineConnection
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from app.errors import (
    AppError,
    DatabaseDamaged,
    DatabaseLocked,
    FieldErrors,
    StorageFull,
    StorageReadOnly,
)
from app.files import written_whole
from app.places import is_network_path
from app.storage import shown, storage_error

Error = sqlite3.Error
Connection = sqlite3.Connection
# An engine's option: its transactions take the write lock when they begin, not at the first change.
WRITING = {"begin": "BEGIN IMMEDIATE"}

_SHARED_MEMORY_BYTES = 32 * 1024
# "mau" as a number: the header's free field tells a sample book wherever its file is copied to.
_SAMPLE = 0x6D6175
_PAGES_AT_ONCE = 256  # of a copy, between two words about its progress: a megabyte

# A unique constraint that a clerk can run into -> the field and the sentence shown there.
_TAKEN = {
    "letters.book_id, letters.number, letters.number_suffix": (
        "number",
        "Số này đã cấp cho một văn bản khác trong cùng sổ; chọn số khác.",
    ),
}


def make_engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    """Return an engine over connections that ``connect`` opens; it begins transactions itself."""
    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: EngineConnection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return engine


def connect(path: Path, *, busy_timeout: float, create: bool = False) -> sqlite3.Connection:
    """Open a database for reading and writing; transactions are begun explicitly.

    ``isolation_level=None`` keeps the driver from committing behind our back before DDL.
    """
    connection = sqlite3.connect(
        _uri(path.absolute(), "rwc" if create else "rw"),
        uri=True,
        timeout=busy_timeout,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Open an existing database so that neither it nor its folder changes.

    Without a log beside it the file is complete in itself and is read as it is: SQLite then
    creates no side files either. With a log, the log is read too.
    """
    mode = "ro" if has_write_ahead_log(path) or _holds(path, "-journal") else "ro&immutable=1"
    connection = sqlite3.connect(_uri(path.absolute(), mode), uri=True, isolation_level=None)
    # Bytes that are no text reach whoever looks for damage, and do not end the looking.
    connection.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    return connection


def has_write_ahead_log(path: Path) -> bool:
    """Return whether a log with something in it lies beside the file."""
    return _holds(path, "-wal")


def recover(path: Path) -> None:
    """Roll back what a broken write left in a rollback journal; a read-only reader cannot."""
    if _beside(path, "-journal").exists():
        with closing(connect(path, busy_timeout=5)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def set_journal_mode(connection: sqlite3.Connection, path: Path) -> None:
    """Use the write-ahead log on a local disk only: on a share it corrupts databases."""
    mode = "DELETE" if is_network_path(path) else "WAL"
    connection.execute(f"PRAGMA journal_mode = {mode}")


def try_writing(connection: sqlite3.Connection) -> None:
    """Write and take back, because BEGIN IMMEDIATE alone also succeeds on a read-only file."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {version}")
    finally:
        connection.execute("ROLLBACK")


def mark_as_sample(connection: sqlite3.Connection) -> None:
    """Write into the file itself that it is a book of sample data."""
    connection.execute(f"PRAGMA user_version = {_SAMPLE}")


def is_sample(connection: sqlite3.Connection) -> bool:
    """Return whether the file is a book of sample data."""
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] == _SAMPLE)


def tables(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the tables in the database."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in rows}


def stored_revision(connection: sqlite3.Connection) -> str | None:
    """Return which migration the database stands at, without loading the migration tool."""
    if "alembic_version" not in tables(connection):
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def copy_database(source: Path, target: Path) -> None:
    """Copy a database, also one in use, by SQLite's online backup; the copy appears whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with (
        closing(connect(source, busy_timeout=5)) as reading,
        written_whole(target) as unfinished,
    ):
        copy_pages(reading, unfinished)


def copy_pages(
    reading: sqlite3.Connection, target: Path, go_on: Callable[[int, int], object] | None = None
) -> None:
    """Copy what a connection sees into a new file: one file, with nothing beside it.

    In a transaction that has read, it sees the state of that moment. ``go_on`` gets the pages done
    and the pages in all from time to time; what it raises breaks off.
    """

    def progress(_status: int, left: int, total: int) -> None:
        if go_on is not None:
            go_on(total - left, total)

    with closing(sqlite3.connect(target, isolation_level=None)) as writing:
        # A copy that fails is thrown away: it needs no journal, and is on the disk at the end.
        writing.execute("PRAGMA locking_mode = EXCLUSIVE")
        writing.execute("PRAGMA journal_mode = OFF")
        writing.execute("PRAGMA synchronous = OFF")
        reading.backup(writing, pages=_PAGES_AT_ONCE, progress=progress)
        writing.execute("PRAGMA journal_mode = DELETE")
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def claim(path: Path) -> None:
    """Fold the log into the file, which is then complete in itself.

    Only who has the database alone can leave the write-ahead log: with anyone else in it, here
    or in another process, this raises the error that the database is locked.
    """
    with closing(connect(path, busy_timeout=1)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")


def side_files(path: Path) -> list[Path]:
    """Return the files beside a database that SQLite would take for parts of it."""
    beside = [_beside(path, suffix) for suffix in ("-wal", "-journal", "-shm")]
    return [file for file in beside if file.exists()]


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    counts = {}
    for table in tables(connection):
        name = table.replace('"', '""')
        counts[table] = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
    return counts


def is_sound(connection: sqlite3.Connection) -> bool:
    """Return whether every page and every index of the file is as it should be."""
    return [line for (line,) in connection.execute("PRAGMA integrity_check")] == ["ok"]


def integrity_findings(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what SQLite finds wrong: damaged pages, rows that point to nothing."""
    sound = True
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            sound = False
            yield line
    if not sound:
        return  # what points where cannot be told on damaged pages
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row_id} -> {parent}"


def app_error(error: BaseException, path: Path) -> AppError | None:
    """Return the error a clerk understands, or None where it is not trouble with the storage."""
    if isinstance(error, sqlite3.IntegrityError):
        return _integrity_error(error)
    if isinstance(error, sqlite3.Error):
        return _storage_error(getattr(error, "sqlite_errorcode", 0) & 0xFF, path)
    if isinstance(error, OSError):
        return storage_error(error, path)
    return None


def damaged(path: Path) -> DatabaseDamaged:
    return DatabaseDamaged(
        f"Tệp dữ liệu bị hỏng hoặc không phải của Sổ Phát ngôn: {path}.",
        f"Tệp được giữ nguyên. Hãy phục hồi từ bản sao lưu gần nhất (có thể có bản trong thư mục "
        f"{path.parent / 'backups'}), hoặc báo cán bộ tin học của cơ quan.",
    )


def _integrity_error(error: sqlite3.IntegrityError) -> AppError:
    _, _, columns = str(error).partition("failed: ")
    if columns in _TAKEN:
        field, sentence = _TAKEN[columns]
        return FieldErrors({field: sentence})
    if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return FieldErrors({"": "Một bản ghi liên quan không còn nữa; nạp lại (F5) và chọn lại."})
    return AppError(
        "Dữ liệu trái với ràng buộc của sổ nên chưa cất được.",
        "Nạp lại (F5) và thử lại; nếu vẫn gặp, hãy gửi nhật ký cho cán bộ tin học.",
    )


def _storage_error(code: int, path: Path) -> AppError | None:
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseLocked(
                "Dữ liệu đang được một chương trình khác ghi.",
                "Chờ vài giây rồi làm lại; nếu vẫn gặp, đóng cửa sổ Sổ Phát ngôn thứ hai "
                "hoặc chương trình sao chép đang mở tệp dữ liệu.",
            )
        case sqlite3.SQLITE_FULL:
            return StorageFull(
                f"Ổ đĩa chứa dữ liệu đã đầy: {path.parent}.",
                "Xóa bớt tệp không cần trên ổ đĩa này rồi làm lại; những gì đang nhập không mất.",
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return StorageReadOnly(
                f"Không mở hoặc không ghi được tệp dữ liệu: {shown(path)}.",
                "Kiểm tra quyền ghi của thư mục và của tệp, đường dẫn có dài quá không, hoặc chọn "
                "thư mục khác.",
            )
        case sqlite3.SQLITE_IOERR if _is_full(path.parent):
            return _storage_error(sqlite3.SQLITE_FULL, path)
        case sqlite3.SQLITE_IOERR:
            return StorageReadOnly(
                f"Ổ đĩa không đọc, ghi được: {path.parent}.",
                "Kiểm tra ổ đĩa hoặc đường mạng còn nối không, rồi thử lại.",
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path)
        case _:
            return None


def _is_full(folder: Path) -> bool:
    """SQLite calls it a failure of the disk where the file of its shared memory finds no room."""
    try:
        return shutil.disk_usage(folder).free < _SHARED_MEMORY_BYTES
    except OSError:
        return False


def _uri(path: PurePath, mode: str) -> str:
    """Name a whole path to SQLite, which reads ``%``, ``#`` and ``?`` in a name otherwise.

    A share keeps both its slashes behind an authority that stays empty: SQLite takes no other.
    """
    text = path.as_posix()
    # By the bytes of the name, which need not be text everywhere.
    name = quote(os.fsencode(text), safe="/:")
    return f"file://{'' if text.startswith('/') else '/'}{name}?mode={mode}"


def _holds(path: Path, suffix: str) -> bool:
    log = _beside(path, suffix)
    return log.exists() and log.stat().st_size > 0


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
