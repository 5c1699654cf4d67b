"""Write a file so that the one it replaces is whole until the new one is."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from app.errors import FileBusy, StorageFull, StorageReadOnly

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def write_atomically(path: Path, content: bytes | Callable[[BinaryIO], None]) -> None:
    """Write ``content`` to a temporary file beside ``path``, then put it in its place.

    Whatever goes wrong, ``path`` is left as it was and no temporary file stays. Raises
    StorageReadOnly, StorageFull, FileBusy; what a ``content`` function raises passes through.
    """
    temporary = path.with_name(f"~{path.name}.{os.getpid()}.tmp")
    try:
        _check_target(path)
        try:
            with temporary.open("wb") as file:
                if callable(content):
                    content(file)
                else:
                    file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except PermissionError as error:
            raise _read_only(path) from error
        try:
            temporary.replace(path)
        except PermissionError as error:
            raise FileBusy(
                f"Không ghi được tệp “{path.name}”, có lẽ tệp đang mở ở chương trình khác.",
                "Đóng tệp đó rồi làm lại, hoặc lưu với tên khác.",
            ) from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StorageFull(
                "Ổ đĩa đã đầy, tệp chưa được ghi.", "Xóa bớt tệp không cần rồi làm lại."
            ) from error
        if error.errno == errno.EROFS:
            raise _read_only(path) from error
        raise
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _check_target(path: Path) -> None:
    if not path.parent.is_dir():
        raise StorageReadOnly(
            f"Không có thư mục “{path.parent}”.", "Tạo thư mục đó hoặc chọn nơi lưu khác."
        )
    if path.is_dir():
        raise StorageReadOnly(
            f"“{path}” là một thư mục, không phải tệp.", "Ghi thêm tên tệp hoặc chọn nơi lưu khác."
        )


def _read_only(path: Path) -> StorageReadOnly:
    return StorageReadOnly(
        f"Không được phép ghi vào thư mục “{path.parent}”.", "Chọn nơi lưu khác."
    )
