"""What kind of place a folder is: on a share, inside OneDrive, on the same disk as another."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePath

from app import win32

# Where OneDrive's own program says that its folders are.
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def is_network_path(path: PurePath) -> bool:
    """Return whether the path lies on a share: a UNC path, or a drive letter mapped to one."""
    if str(path).startswith(("\\\\", "//")):
        return True
    return win32.drive_kind(_drive(path)) == win32.DRIVE_REMOTE


def is_in_onedrive(path: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the path lies in a folder that OneDrive copies to the cloud."""
    roots = [environment[name] for name in _ONEDRIVE if environment.get(name)]
    # Documents and Desktop may only lead there, by a link.
    ways = [Path(os.path.abspath(path)), Path(os.path.realpath(path))]  # noqa: PTH100 - never raises
    return any(way.is_relative_to(root) for way in ways for root in roots)


def is_on_same_drive(one: Path, other: Path) -> bool:
    """Return whether two folders, made or not yet, lie on the same drive or share."""
    if is_network_path(one) or is_network_path(other):
        return _drive(one) == _drive(other)  # asked, a share that is gone answers very late
    devices = [_device(path) for path in (one, other)]
    if None in devices:
        return _drive(one) == _drive(other)
    return devices[0] == devices[1]


def data_warning(folder: Path) -> str:
    """Return what is risky about keeping the records in ``folder``, and what to do; "" if fine."""
    if is_in_onedrive(folder):
        return (
            "Thư mục này nằm trong OneDrive: OneDrive có thể khóa hoặc chép đè tệp dữ liệu giữa "
            "lúc làm việc, dễ mất dữ liệu. Nhờ cán bộ tin học chuyển dữ liệu sang thư mục thường "
            "của máy này, ngoài OneDrive."
        )
    if is_network_path(folder):
        return (
            "Thư mục này nằm trên ổ mạng: mất mạng thì không mở, không cất được. Nhờ cán bộ tin "
            "học chuyển dữ liệu sang ổ đĩa của máy này; ổ mạng hợp để bản sao lưu hơn."
        )
    return ""


def backup_warning(backups: Path, data: Path) -> str:
    """Return what copies in ``backups`` do not guard ``data`` against, and what to do."""
    if is_on_same_drive(backups, data):
        return (
            "Cùng ổ đĩa với dữ liệu: ổ đĩa hỏng thì mất cả dữ liệu lẫn bản sao lưu. Nên chọn thư "
            "mục trên USB, ổ cứng rời hoặc ổ mạng."
        )
    drives = _drive(backups), _drive(data)
    if {win32.drive_kind(drive) for drive in drives} == {win32.DRIVE_FIXED}:
        # Offices often have one disk in two parts, which Windows shows as two drives.
        return (
            f"Ổ {drives[0]} và ổ {drives[1]} có thể là hai phần của cùng một ổ cứng; khi đó ổ cứng "
            "hỏng thì mất cả hai. Nếu không rõ, nên chọn USB hoặc ổ mạng."
        )
    return ""


def _drive(path: PurePath) -> str:
    return Path(path).absolute().drive.upper()


def _device(path: Path) -> int | None:
    """Return the number of the volume that a path is on, or will be on once it is made."""
    whole = path.absolute()
    for folder in (whole, *whole.parents):
        with suppress(OSError, ValueError):
            return folder.stat().st_dev
    return None
