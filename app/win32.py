"""What only Windows can do or tell, through its own libraries.

Everywhere else these functions do nothing and say so. Tests put a stand-in in the place of
``ctypes.windll`` or set ``ON_WINDOWS``.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ON_WINDOWS = os.name == "nt"

_ANY_PROCESS = -1  # ASFW_ANY
_LONGEST_WIDE = 32_768  # letters in a path, the end included
_GET_HIGH_CONTRAST = 0x42  # SPI_GETHIGHCONTRAST
_HIGH_CONTRAST_ON = 1  # HCF_HIGHCONTRASTON
# What GetDriveTypeW answers: a disk in the PC; a drive letter that stands for a network share.
DRIVE_FIXED, DRIVE_REMOTE = 3, 4
_BOX_IN_FRONT = 0x00040 | 0x10000  # MB_ICONINFORMATION | MB_SETFOREGROUND


class _HighContrast(ctypes.Structure):
    """Windows' HIGHCONTRASTW."""

    _fields_ = (
        ("size", ctypes.c_uint),
        ("flags", ctypes.c_uint32),
        ("scheme", ctypes.c_wchar_p),
    )


def show_box(title: str, words: str) -> None:
    """Show ``words`` in a box of the system's own, before there is a window or Qt at all."""
    dlls = _dlls()
    if dlls is not None:
        dlls.user32.MessageBoxW(None, words, title, _BOX_IN_FRONT)


def let_others_come_to_front() -> None:
    """Windows lets only the process the user just started hand the foreground to another."""
    dlls = _dlls()
    if dlls is not None:
        dlls.user32.AllowSetForegroundWindow(_ANY_PROCESS)


def has_high_contrast() -> bool:
    """Return whether the user has Windows show everything in a contrast theme."""
    dlls = _dlls()
    if dlls is None:
        return False
    state = _HighContrast()
    state.size = ctypes.sizeof(state)
    got = dlls.user32.SystemParametersInfoW(_GET_HIGH_CONTRAST, state.size, ctypes.byref(state), 0)
    return bool(got and state.flags & _HIGH_CONTRAST_ON)


@contextmanager
def own_libraries_put_away() -> Iterator[None]:
    """Start other programs so that they look for their libraries where they belong.

    A packaged app is started with its own folder before the system's in that search, and whatever
    it starts inherits this: a PDF viewer would load our copy of a library instead of Windows'.
    """
    dlls = _dlls()
    if dlls is None:
        yield
        return
    folder = ctypes.create_unicode_buffer(_LONGEST_WIDE)
    is_set = dlls.kernel32.GetDllDirectoryW(_LONGEST_WIDE, folder)
    dlls.kernel32.SetDllDirectoryW(None)
    try:
        yield
    finally:
        dlls.kernel32.SetDllDirectoryW(folder.value if is_set else None)


def hold_shutdown(window: int, reason: str) -> bool:
    """Have Windows name ``reason`` beside the program that keeps the PC from shutting down.

    ``window`` is the handle of the main window, of the calling thread. Returns whether Windows
    took it; the program must refuse the end of the session besides.
    """
    dlls = _dlls()
    return dlls is not None and bool(
        dlls.user32.ShutdownBlockReasonCreate(ctypes.c_void_p(window), reason)
    )


def allow_shutdown(window: int) -> None:
    """Take the reason back that was given for ``window``, if one was."""
    dlls = _dlls()
    if dlls is not None:
        dlls.user32.ShutdownBlockReasonDestroy(ctypes.c_void_p(window))


def drive_kind(drive: str) -> int:
    """Return what kind of drive "C:" is, as DRIVE_FIXED; 0 elsewhere."""
    dlls = _dlls()
    return 0 if dlls is None else int(dlls.kernel32.GetDriveTypeW(f"{drive}\\"))


def _dlls() -> Any:
    """Return the system's libraries, None elsewhere."""
    return getattr(ctypes, "windll", None)
