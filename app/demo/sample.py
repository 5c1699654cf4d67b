"""Dữ liệu mẫu: a fictitious book in a folder of its own, to try things in and to throw away.

It is made beside its place and appears whole; it is moved away before it is deleted. What a broken
off making or deleting leaves behind goes at the next occasion. The office's own book is never
opened here.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from app.errors import FileBusy, StorageReadOnly
from app.paths import database_file, sample_dir
from app.storage import shown, storage_error

# How many of how many, and of what; False asks to stop.
Progress = Callable[[int, int, str], bool]

_INCIDENTS = 30
_SEED = 1
# What is half made, or half gone, is called this and a number.
_UNFINISHED = "~du-lieu-mau-"
# Windows' virus scanner looks at new files for a moment, and holds their folder meanwhile.
_PATIENCE_SECONDS = 3.0
_STEP_SECONDS = 0.2

_log = logging.getLogger(__name__)


class _Stopped(Exception):
    """The caller's ``progress`` asked to stop."""


def make_sample(data_dir: Path, now: datetime, progress: Progress) -> Path | None:
    """Return the folder of the sample book, making one that ends ``now`` if there is none.

    None when ``progress`` asked to stop; nothing is left then, nor after trouble. Raises AppError.
    """
    folder = sample_dir(data_dir)
    if folder.exists():
        _require_sample(folder)
        return folder
    clear_leftovers(data_dir)
    made = _unfinished(data_dir)
    try:
        made.mkdir(parents=True)
        _fill(made, now, progress)
        _move(made, folder)
    except _Stopped:
        return None
    except OSError as error:
        raise storage_error(error, folder) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return folder


def remove_sample(data_dir: Path) -> bool:
    """Delete the sample book, which nobody may have open. Returns whether nothing is left of it.

    Raises FileBusy where a program holds a file of it; the book is whole then. What cannot be
    deleted after it was moved away goes at the next start.
    """
    folder = sample_dir(data_dir)
    if folder.exists():
        _require_sample(folder)
        try:
            _move(folder, _unfinished(data_dir))
        except PermissionError as error:
            raise FileBusy(
                f"Chưa bỏ được dữ liệu mẫu: một tệp trong “{shown(folder)}” đang mở ở chương "
                "trình khác.",
                "Đóng chương trình đó (Excel, phần mềm xem PDF, cửa sổ thư mục) rồi bỏ lại.",
            ) from error
        except OSError as error:
            raise storage_error(error, folder) from error
    return clear_leftovers(data_dir)


def clear_leftovers(data_dir: Path) -> bool:
    """Delete what a broken off making or deleting left. Returns whether nothing is left."""
    with suppress(OSError):
        for path in data_dir.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(path, ignore_errors=True)
            if path.exists():
                _log.warning("a part of the sample book cannot be deleted yet")
                return False
    return True


def _fill(folder: Path, now: datetime, progress: Progress) -> None:
    from app.bootstrap import open_context
    from app.demo.fill import DemoClock, fill

    def report(done: int, size: int, what: str) -> None:
        if not progress(done, size, what):
            raise _Stopped

    clock = DemoClock(now)
    ctx = open_context(folder, clock=clock, sample=True)
    try:
        fill(ctx, clock, _INCIDENTS, _SEED, report)
    finally:
        ctx.close()


def _require_sample(folder: Path) -> None:
    """Refuse a folder that does not hold a sample book: it would be shown, or deleted, as one."""
    from app.models.database import Database

    if not Database.is_sample_file(database_file(folder)):
        raise StorageReadOnly(
            f"Thư mục “{shown(folder)}” không chứa dữ liệu mẫu do phần mềm tạo.",
            "Đổi tên hoặc chuyển thư mục đó đi nơi khác rồi làm lại; phần mềm không đụng tới nó.",
        )


def _unfinished(data_dir: Path) -> Path:
    """Return a free name beside the sample's own."""
    names = (data_dir / f"{_UNFINISHED}{number}" for number in count(1))
    return next(path for path in names if not path.exists())


def _move(folder: Path, to: Path) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            folder.rename(to)
            return
        except PermissionError:
            if time.monotonic() > until:
                raise
            time.sleep(_STEP_SECONDS)
