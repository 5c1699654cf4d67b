"""The database file: opened, brought to this version's schema, read and written in transactions."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.errors import Conflict, DatabaseTooNew, NotFound
from app.files import replace, scratch_folder
from app.models import Base, sqlite
from app.paths import backups_dir

# Every schema this version can read, oldest first; the last is its own. A test compares this with
# the migration scripts, so that opening a current database need not load the migration tool.
REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
    "0021",
)

Clock = Callable[[], datetime]
Filler = Callable[[Session], None]


class Database:
    """The stored records. Get one from ``Database.open``; close it at the end."""

    def __init__(
        self,
        path: Path,
        engine: Engine,
        clock: Clock,
        *,
        is_sample: bool,
        revision: str | None = None,
    ) -> None:
        self.path = path
        self.clock = clock
        self.is_sample = is_sample  # a book to try things in; what it prints is marked
        self.revision = revision or REVISIONS[-1]
        # What each session gets to know beside the clock; services put here what they share.
        self.shared: dict[str, Any] = {}
        self._engine = engine
        self._writer = engine.execution_options(**sqlite.WRITING)

    @property
    def is_current(self) -> bool:
        """Whether this version's schema is in it; only an inspected database may be older."""
        return self.revision == REVISIONS[-1]

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Clock = datetime.now,
        busy_timeout: float = 5.0,
        fill: Filler | None = None,
        sample: bool = False,
    ) -> Database:
        """Open the database at ``path``, creating or migrating it as needed.

        ``fill`` puts the start values into a new database, in the transaction that creates it;
        ``sample`` makes the new one a book of sample data, for good.
        A database that is newer, damaged or not ours is refused and left untouched.
        """
        engine = sqlite.make_engine(lambda: sqlite.connect(path, busy_timeout=busy_timeout))
        try:
            with _translated(path, sqlite.Error, OSError):
                is_sample = _prepare(path, engine, busy_timeout, clock, fill, sample)
        except BaseException:
            engine.dispose()
            raise
        return cls(path, engine, clock, is_sample=is_sample)

    @classmethod
    def inspect(cls, path: Path, *, clock: Clock = datetime.now) -> Database:
        """Open a database only to look at it: nothing is created, migrated or written.

        Raises DatabaseTooNew and DatabaseDamaged as ``open`` does, NotFound where there is none.
        """
        if not path.is_file():
            raise NotFound
        with _translated(path, sqlite.Error, OSError):
            revision = _readable_revision(path, recover=False)
            if revision is None:
                raise sqlite.damaged(path)
            with closing(sqlite.connect_read_only(path)) as connection:
                is_sample = sqlite.is_sample(connection)
        engine = sqlite.make_engine(lambda: sqlite.connect_read_only(path))
        return cls(path, engine, clock, is_sample=is_sample, revision=revision)

    @staticmethod
    def is_sample_file(path: Path) -> bool:
        """Return whether there is a book of sample data; False too where that cannot be read."""
        try:
            if path.stat().st_size == 0:  # opened, it would take the log beside it along
                return False
            with closing(sqlite.connect_read_only(path)) as connection:
                return sqlite.is_sample(connection)
        except (sqlite.Error, OSError):
            return False

    def is_sound(self) -> bool:
        """Return whether the file can be read in all its parts."""
        with (
            _translated(self.path, sqlite.Error),
            closing(sqlite.connect_read_only(self.path)) as connection,
        ):
            return sqlite.is_sound(connection)

    def integrity_findings(self) -> Iterator[str]:
        """Yield what the storage itself finds wrong: damaged pages, rows that point to nothing."""
        with (
            _translated(self.path, sqlite.Error),
            closing(sqlite.connect_read_only(self.path)) as connection,
        ):
            yield from sqlite.integrity_findings(connection)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one state of the database; what it changes is not kept."""
        with self._session(self._engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give the only session that writes now; committed at the end, undone by any exception."""
        with self._session(self._writer) as session:
            session.connection()  # takes the write lock at once, not at the first change
            yield session
            session.commit()

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        self._engine.dispose()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        with _translated(self.path), Session(engine, expire_on_commit=False) as session:
            session.info |= {**self.shared, "clock": self.clock}
            yield session


@contextmanager
def _translated(path: Path, *others: type[Exception]) -> Iterator[None]:
    """Let no error of the database library out that a clerk could meet, nor any of ``others``."""
    storage: tuple[type[Exception], ...] = (DBAPIError, *others)
    try:
        yield
    except StaleDataError as error:
        raise Conflict from error
    except storage as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        known = None if cause is None else sqlite.app_error(cause, path)
        if known is None:
            raise
        raise known from error


def _prepare(
    path: Path,
    engine: Engine,
    busy_timeout: float,
    clock: Clock,
    fill: Filler | None,
    sample: bool,
) -> bool:
    """Bring the file to this version's schema, after a copy, or create it.

    Returns whether it is a book of sample data.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    revision = _readable_revision(path)
    if revision is None:
        _create(path, clock, fill, sample)
    elif not os.access(path, os.W_OK):
        # Before SQLite leaves a log beside a file that it then cannot write.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    with closing(sqlite.connect(path, busy_timeout=busy_timeout)) as connection:
        sqlite.set_journal_mode(connection, path)
        # Find out now, not at the first save, that nothing can be written.
        sqlite.try_writing(connection)
        is_sample = sqlite.is_sample(connection)
    if revision is not None and revision != REVISIONS[-1]:
        target = dated_path(backups_dir(path.parent), f"{path.stem}_{revision}", clock())
        sqlite.copy_database(path, target)
        _migrate(engine, clock, is_new=False)
    return is_sample


def _readable_revision(path: Path, *, recover: bool = True) -> str | None:
    """Return the schema a database stands at, None for one still to be created.

    Raises DatabaseTooNew or DatabaseDamaged where this version must not touch the file.
    """
    has_log = sqlite.has_write_ahead_log(path)  # asked first: another start may be making it
    if not path.exists() and not has_log:
        return None
    # An empty file was a book once; a log without its database would be thrown away.
    if not path.is_file() or path.stat().st_size == 0:
        raise sqlite.damaged(path)
    if recover:
        sqlite.recover(path)
    with closing(sqlite.connect_read_only(path)) as connection:
        revision = sqlite.stored_revision(connection)
        tables = sqlite.tables(connection)
    known = set(Base.metadata.tables) if revision == REVISIONS[-1] else set()
    if revision is None or not known <= tables:
        raise sqlite.damaged(path)
    if revision not in REVISIONS:
        raise DatabaseTooNew(
            f"Tệp dữ liệu do một phiên bản Sổ Phát ngôn mới hơn tạo ra: {path}.",
            "Hãy cài phiên bản mới nhất của phần mềm rồi mở lại; tệp dữ liệu được giữ nguyên.",
        )
    return revision


def _create(path: Path, clock: Clock, fill: Filler | None, sample: bool) -> None:
    """Make the database apart and put it in its place whole, so that it is never half there."""
    with scratch_folder(path.parent) as folder:
        new = folder / path.name
        engine = sqlite.make_engine(lambda: sqlite.connect(new, busy_timeout=0, create=True))
        try:
            _migrate(engine, clock, fill, is_new=True)
            if sample:
                with closing(sqlite.connect(new, busy_timeout=0)) as connection:
                    sqlite.mark_as_sample(connection)
        finally:
            engine.dispose()
        try:
            os.link(new, path)
        except OSError:  # another start was faster, or this disk knows no links
            if not path.exists():
                replace(new, path)


def _migrate(engine: Engine, clock: Clock, fill: Filler | None = None, *, is_new: bool) -> None:
    """Run the missing migrations in one transaction: a failed step leaves nothing behind.

    A database that is not new gets the start values of its new tables from the scripts.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    with engine.execution_options(**sqlite.WRITING).begin() as connection:
        config.attributes["connection"] = connection
        config.attributes["is_new"] = is_new
        config.attributes["now"] = clock()
        command.upgrade(config, "head")
        if fill is not None:
            with Session(connection) as session:
                session.info["clock"] = clock
                fill(session)
                session.flush()


def dated_path(folder: Path, stem: str, now: datetime) -> Path:
    """Return a name in ``folder`` for a copy made ``now``; none that is taken already."""
    stem = f"{stem}_{now:%Y-%m-%d_%H%M%S}"
    candidate = folder / f"{stem}.db"
    count = 1
    while candidate.exists():
        count += 1
        candidate = folder / f"{stem}_{count}.db"
    return candidate
