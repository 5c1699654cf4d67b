"""Where things are: the one module that knows a packaged app from a checkout."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app import win32
from app.errors import StorageReadOnly

_FOLDER = "SoPhatNgon"
_DATABASE = "so-phat-ngon.db"
_BACKUPS = "backups"
_SAMPLE = "du-lieu-mau"
_PORTABLE_MARKER = "portable.txt"
_CALL_FROM_SOURCE = "python -m app"
_CONSOLE_PROGRAM = "SoPhatNgon-cli"  # beside SoPhatNgon.exe, which has no console


def default_data_dir() -> Path:
    """Return the folder for this user's records: outside Program Files, needing no rights.

    A packaged app with the file ``portable.txt`` beside it keeps them beside it too, on the stick.
    """
    beside = _portable_folder()
    if beside is not None:
        return beside / "data"
    if win32.ON_WINDOWS:
        base = os.environ.get("LOCALAPPDATA") or str(_home() / "AppData" / "Local")
        return Path(base) / _FOLDER
    base = os.environ.get("XDG_DATA_HOME") or str(_home() / ".local" / "share")
    return Path(base) / _FOLDER


def is_portable(data_dir: Path) -> bool:
    """Return whether ``data_dir`` is the folder beside a portable app."""
    beside = _portable_folder()
    return beside is not None and data_dir == beside / "data"


def _portable_folder() -> Path | None:
    """Return the folder of a packaged app that was made portable; both its programs are in it."""
    folder = Path(sys.executable).parent
    return folder if _is_packaged() and (folder / _PORTABLE_MARKER).exists() else None


def _is_packaged() -> bool:
    return bool(getattr(sys, "frozen", False))


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        raise StorageReadOnly(
            "Không biết thư mục cá nhân của người dùng này.",
            "Chỉ ra thư mục chứa sổ bằng --data-dir.",
        ) from None


def database_file(data_dir: Path) -> Path:
    """Return the file of the records in ``data_dir``."""
    return data_dir / _DATABASE


def backups_dir(data_dir: Path) -> Path:
    """Return the folder of the copies that the app makes by itself, and where others go first."""
    return data_dir / _BACKUPS


def sample_dir(data_dir: Path) -> Path:
    """Return the folder of the sample book that belongs to ``data_dir``."""
    return data_dir / _SAMPLE


def as_called(words: str) -> str:
    """Return help words that say ``python -m app`` with what a packaged app is called by."""
    return words.replace(_CALL_FROM_SOURCE, _CONSOLE_PROGRAM) if _is_packaged() else words


def resources_dir() -> Path:
    """Return the folder of the files that ship with the app."""
    return (_bundle() or Path(__file__).resolve().parent.parent) / "resources"


def licences_dir() -> Path | None:
    """Return the folder of the licences in a packaged app; None where nothing was packed."""
    bundle = _bundle()
    return None if bundle is None else bundle / "licences"


def _bundle() -> Path | None:
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else None


def logs_dir(data_dir: Path) -> Path:
    """Return the folder of the log files of the app on ``data_dir``."""
    return data_dir / "logs"
