"""What a file or a folder refused, in words: the one place that reads the system's error codes."""

from __future__ import annotations

import errno
from pathlib import Path

from app.errors import AppError, StorageFull, StorageReadOnly

_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
# Windows calls a name with characters it forbids, or one too long, an invalid argument.
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL}
_IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR}
_LONGEST_SHOWN = 150


def storage_error(error: OSError, path: Path | None = None) -> AppError:
    """Return ``error`` as a clerk understands it; ``path`` where the error does not name one."""
    name = shown(error.filename or path or "")
    if error.errno in _NO_ROOM:
        return StorageFull(
            f"Ổ đĩa đã đầy, chưa ghi được “{name}”.", "Xóa bớt tệp không cần rồi làm lại."
        )
    if error.errno in _FORBIDDEN:
        return StorageReadOnly(
            f"Không được phép đọc hoặc ghi “{name}”.",
            "Đóng chương trình đang mở tệp, kiểm tra quyền ghi, hoặc chọn nơi khác.",
        )
    if error.errno in _BAD_NAME:
        return StorageReadOnly(
            f"Tên quá dài hoặc có ký tự không dùng được: “{name}”.",
            "Đặt tên ngắn hơn, không có ký tự đặc biệt, hoặc chọn nơi khác.",
        )
    if error.errno in _IN_THE_WAY:
        return StorageReadOnly(
            f"Không mở được thư mục “{name}”: trên đường dẫn có một tệp trùng tên.",
            "Chọn thư mục khác.",
        )
    if error.errno == errno.ENOENT and not name:
        return StorageReadOnly(
            "Thư mục hiện hành không còn nữa.", "Chuyển sang thư mục khác rồi chạy lại."
        )
    if error.errno == errno.ENOENT:
        return StorageReadOnly(
            f"Không có tệp hoặc thư mục “{name}”.", "Tạo thư mục đó hoặc chọn nơi khác."
        )
    return StorageReadOnly(
        f"Không đọc, ghi được “{name}”.",
        "Kiểm tra ổ đĩa hoặc đường mạng còn nối không, rồi làm lại.",
    )


def shown(path: object) -> str:
    """Return a path as a message may hold it, its middle left out where it is very long."""
    text = str(path)
    half = _LONGEST_SHOWN // 2
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:half]}…{text[-half:]}"
