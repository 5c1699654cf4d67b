"""Write a file so that the one it replaces is whole until the new one is."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from app import win32
from app.errors import AppError, FileBusy, StorageReadOnly
from app.storage import is_held, is_too_long, shown, storage_error, too_long

_serial = count(1)

# A virus scanner or a sync client looks into a file the moment it was closed and lets it go at
# once; who has it open in Excel keeps it. Seconds between the tries.
PAUSES = (0.02, 0.05, 0.1, 0.2)

_SCRATCH = "~tam-"  # and letters by chance: a folder for work under way
_UNFINISHED = re.compile(r"~\d+-\d+\.tmp")
_UNFINISHED_SECONDS = 3600  # another process still writes to what is younger


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` in place of what is at ``path``, as ``written_whole`` does."""
    with written_whole(path) as temporary:
        temporary.write_bytes(content)


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give an empty file beside ``path`` to write to; at the end it takes its place.

    Whatever goes wrong, ``path`` is left as it was and no temporary file stays. Raises
    StorageReadOnly, StorageFull, FileBusy.
    """
    # Named apart from the target, whose name may be as long as the system allows.
    temporary = _unfinished(path.parent)
    try:
        _check_target(path)
        _begin(temporary)
        yield temporary
        with temporary.open("r+b") as file:  # Windows flushes only what could be written
            os.fsync(file.fileno())
        _replace(temporary, path)
    except OSError as error:
        # The target, not the temporary file beside it, is what says something to the reader.
        raise storage_error(error, about=path) from error
    finally:
        with contextlib.suppress(OSError):
            _patiently(lambda: temporary.unlink(missing_ok=True))


def require_writable(folder: Path) -> None:
    """Write a file into ``folder``, which is made if it is missing, and take it away again.

    Raises StorageReadOnly, StorageFull where that cannot be done.
    """
    probe = _unfinished(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _begin(probe)
        probe.write_bytes(b"?")
    except OSError as error:
        raise storage_error(error, about=folder) from error
    finally:
        with contextlib.suppress(OSError):
            _patiently(lambda: probe.unlink(missing_ok=True))


def replace(source: Path, target: Path) -> None:
    """Put ``source`` in the place of ``target``, waiting for who looks into one for a moment."""
    _patiently(lambda: source.replace(target))


@contextlib.contextmanager
def scratch_folder(beside: Path | None = None) -> Iterator[Path]:
    """Give a folder of its own, in ``beside`` or where the system keeps such; removed afterwards.

    What another program still holds stays behind without a word. The standard library's own
    temporary folder calls itself without end where Windows does not let the folder go.
    """
    import shutil  # the first paint does not wait for them
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=beside))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Delete what work that was killed left in ``folder``, where no other may be under way.

    A restore leaves a whole copy of the records. What cannot be deleted goes the next time.
    """
    import shutil  # the first paint does not wait for it

    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_SCRATCH}*"):
            shutil.rmtree(path, ignore_errors=True)
        for path in folder.glob("~*.tmp"):
            age = time.time() - path.stat().st_mtime
            if _UNFINISHED.fullmatch(path.name) and age > _UNFINISHED_SECONDS:
                path.unlink(missing_ok=True)


def _unfinished(folder: Path) -> Path:
    return folder / f"~{os.getpid()}-{next(_serial)}.tmp"


def _patiently(deed: Callable[[], object]) -> None:
    for pause in PAUSES:
        try:
            deed()
        except OSError as error:
            if not is_held(error):
                raise
            time.sleep(pause)
        else:
            return
    deed()


def _check_target(path: Path) -> None:
    if not path.parent.is_dir():
        if is_too_long(path.parent):
            raise too_long(path.parent)
        raise StorageReadOnly(
            f"Không có thư mục “{shown(path.parent)}”.", "Tạo thư mục đó hoặc chọn nơi lưu khác."
        )
    if path.is_dir():
        raise StorageReadOnly(
            f"“{shown(path)}” là một thư mục, không phải tệp.",
            "Ghi thêm tên tệp hoặc chọn nơi lưu khác.",
        )
    if path.exists() and not path.is_file():  # a device or a pipe would be lost
        raise StorageReadOnly(
            f"“{shown(path)}” không phải tệp thường.", "Chọn tên tệp hoặc nơi lưu khác."
        )


def _begin(temporary: Path) -> None:
    try:
        temporary.open("wb").close()
    except FileNotFoundError:
        # The folder is there. Windows denies files that its protection of folders forbids.
        if win32.ON_WINDOWS and not is_too_long(temporary):
            raise _protected(temporary.parent) from None
        raise


def _replace(temporary: Path, path: Path) -> None:
    try:
        replace(temporary, path)
    except OSError as error:
        if not isinstance(error, PermissionError) and not is_held(error):
            raise
        if win32.ON_WINDOWS and path.exists() and not os.access(path, os.W_OK):
            raise StorageReadOnly(
                f"Tệp “{path.name}” được đánh dấu chỉ đọc.",
                "Bỏ dấu “Read-only” trong Properties của tệp, hoặc lưu với tên khác.",
            ) from error
        raise FileBusy(
            f"Không ghi được tệp “{path.name}”, có lẽ tệp đang mở ở chương trình khác.",
            "Đóng tệp đó rồi làm lại, hoặc lưu với tên khác.",
        ) from error


def _protected(folder: Path) -> AppError:
    return StorageReadOnly(
        f"Windows không cho phần mềm ghi vào thư mục “{shown(folder)}”.",
        "Chọn thư mục khác, hoặc nhờ cán bộ tin học cho phép Sổ Phát ngôn trong mục “Controlled "
        "folder access” của Windows Security.",
    )
