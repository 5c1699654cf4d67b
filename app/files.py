"""Write a file so that the one it replaces is whole until the new one is."""

from __future__ import annotations

import contextlib
import os
from itertools import count
from pathlib import Path

from app.errors import FileBusy, StorageReadOnly
from app.storage import shown, storage_error

_serial = count(1)


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` to a temporary file beside ``path``, then put it in its place.

    Whatever goes wrong, ``path`` is left as it was and no temporary file stays. Raises
    StorageReadOnly, StorageFull, FileBusy.
    """
    # Named apart from the target, whose name may be as long as the system allows.
    temporary = path.parent / f"~{os.getpid()}-{next(_serial)}.tmp"
    try:
        _check_target(path)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(temporary, path)
    except OSError as error:
        # The folder, not the temporary file in it, is what says something to the reader.
        raise storage_error(OSError(error.errno, error.strerror), path) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _check_target(path: Path) -> None:
    if not path.parent.is_dir():
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


def _replace(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except PermissionError as error:
        raise FileBusy(
            f"Không ghi được tệp “{path.name}”, có lẽ tệp đang mở ở chương trình khác.",
            "Đóng tệp đó rồi làm lại, hoặc lưu với tên khác.",
        ) from error
