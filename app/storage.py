"""What a file or a folder refused, in words: the one place that reads the system's error codes."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path, PurePath, PureWindowsPath

from app import win32
from app.errors import AppError, FileBusy, StorageFull, StorageReadOnly

_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM}
_IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR}

# Windows' own codes, where Python's errno says less: it knows none for most of them and calls them
# EINVAL, a name too long ENOENT, and an empty card reader EACCES. Functions of the C library, as
# open(), give no code of Windows at all.
_WIN_DENIED = 5
_WIN_WRITE_PROTECTED = 19
_WIN_NO_ROOM = {39, 112, 1295}  # handle disk full, disk full, quota exceeded
_WIN_IN_USE = {32, 33, 1224}  # sharing violation, lock violation, mapped by a program
_WIN_TOO_LONG = {111, 206}
_WIN_BAD_NAME = {123, 161}
_WIN_ANTIVIRUS = {225, 226}  # found infected, deleted as infected
_WIN_CLOUD = {
    358, *range(362, 367), 374, 375, *range(377, 384), *range(386, 399), 404, 426, 434, 475,
}  # fmt: skip
# Drives and shares that are gone, not ready or failing.
_WIN_DEVICE = {
    15, 20, 21, 22, 23, 27, 29, 30, 31, 51, 53, 54, 55, 59, 64, 67, 121, 483, 1117, 1167, 1222,
    1231, 1232, 1236,
}  # fmt: skip

# Where long paths are not switched on, Windows finds no file of 260 characters and makes no folder
# of 248.
LONGEST_PATH = 259
_LONGEST_FOLDER = 247
_BAD_PART = re.compile(r'[<>:"|?*\x00-\x1f]|[ .]$')
_LONGEST_SHOWN = 150


def storage_error(
    error: OSError, path: Path | None = None, *, about: Path | None = None
) -> AppError:
    """Return ``error`` as a clerk understands it.

    ``path`` is named where the error does not name one, ``about`` instead of the one it names.
    """
    where = str(about or error.filename or path or "")
    return _by_windows(error, where) or _by_errno(error, where)


def is_held(error: OSError) -> bool:
    """Return whether Windows refused because a program has the file open, perhaps for a moment.

    It says "denied" of a file that is open where another should take its place.
    """
    return getattr(error, "winerror", None) in {_WIN_DENIED, *_WIN_IN_USE}


def is_too_long(path: object, longest: int = LONGEST_PATH) -> bool:
    """Return whether Windows may not find ``path`` because its name is too long."""
    return win32.ON_WINDOWS and len(os.path.abspath(str(path))) > longest  # noqa: PTH100


def shown(path: object) -> str:
    """Return a path as a message may hold it, its middle left out where it is very long."""
    text = str(path)
    half = _LONGEST_SHOWN // 2
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:half]}…{text[-half:]}"


def too_long(path: object) -> AppError:
    """Return the error for a path that Windows does not take."""
    return StorageReadOnly(
        f"Đường dẫn dài quá mức Windows cho phép: “{shown(path)}”.",
        "Đặt tên tệp ngắn hơn, hoặc chọn thư mục nằm gần gốc ổ đĩa hơn.",
    )


def _by_windows(error: OSError, where: str) -> AppError | None:
    code = getattr(error, "winerror", None)
    name = shown(where)
    if code in _WIN_NO_ROOM:
        return _full(name)
    if code in _WIN_IN_USE:
        return FileBusy(
            f"“{name}” đang mở ở chương trình khác.",
            "Đóng tệp ở chương trình đó rồi làm lại, hoặc lưu với tên khác.",
        )
    if code in _WIN_TOO_LONG or (
        error.errno == errno.ENOENT and is_too_long(where, _LONGEST_FOLDER)
    ):
        return too_long(where)
    if code in _WIN_BAD_NAME:
        return _bad_name(name)
    if code == _WIN_WRITE_PROTECTED:
        return _write_protected(name)
    if code in _WIN_ANTIVIRUS:
        return StorageReadOnly(
            f"Phần mềm diệt vi-rút đã chặn “{name}”.",
            "Báo cán bộ tin học của cơ quan, hoặc chọn nơi khác.",
        )
    if code in _WIN_CLOUD:
        return StorageReadOnly(
            f"OneDrive (hoặc dịch vụ đồng bộ khác) chưa cho đọc, ghi “{name}”.",
            "Mở OneDrive, chờ đồng bộ xong rồi làm lại, hoặc chọn thư mục không đồng bộ.",
        )
    return _device(name) if code in _WIN_DEVICE else None


def _by_errno(error: OSError, where: str) -> AppError:
    name = shown(where)
    code = error.errno
    if code in _NO_ROOM:
        return _full(name)
    if code == errno.EROFS:
        return _write_protected(name)
    if code in _FORBIDDEN:
        return StorageReadOnly(
            f"Không được phép đọc hoặc ghi “{name}”.",
            "Đóng chương trình đang mở tệp, kiểm tra quyền ghi, hoặc chọn nơi khác.",
        )
    # An invalid argument is also what the C library of Windows calls a stick that was pulled out.
    if code == errno.ENAMETOOLONG or (code == errno.EINVAL and _has_bad_part(where)):
        return _bad_name(name)
    if code in _IN_THE_WAY:
        return StorageReadOnly(
            f"Không mở được thư mục “{name}”: trên đường dẫn có một tệp trùng tên.",
            "Chọn thư mục khác.",
        )
    if code == errno.ENOENT and not name:
        return StorageReadOnly(
            "Thư mục hiện hành không còn nữa.", "Chuyển sang thư mục khác rồi chạy lại."
        )
    if code == errno.ENOENT:
        return StorageReadOnly(
            f"Không có tệp hoặc thư mục “{name}”.", "Tạo thư mục đó hoặc chọn nơi khác."
        )
    return _device(name)


def _full(name: str) -> AppError:
    return StorageFull(
        f"Ổ đĩa đã đầy, chưa ghi được “{name}”.", "Xóa bớt tệp không cần rồi làm lại."
    )


def _bad_name(name: str) -> AppError:
    return StorageReadOnly(
        f"Tên quá dài hoặc có ký tự không dùng được: “{name}”.",
        "Đặt tên ngắn hơn, không có ký tự đặc biệt, hoặc chọn nơi khác.",
    )


def _write_protected(name: str) -> AppError:
    return StorageReadOnly(
        f"Ổ đĩa hoặc USB chứa “{name}” đang khóa ghi.",
        "Mở khóa ghi của USB, hoặc chọn nơi khác.",
    )


def _device(name: str) -> AppError:
    return StorageReadOnly(
        f"Không đọc, ghi được “{name}”.",
        "Kiểm tra ổ đĩa hoặc đường mạng còn nối không, rồi làm lại.",
    )


def _has_bad_part(where: str) -> bool:
    path: PurePath = PureWindowsPath(where)
    return any(_BAD_PART.search(part) for part in path.relative_to(path.anchor).parts)
