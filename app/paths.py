"""Where things are: the one module that knows a packaged app from a checkout."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.errors import StorageReadOnly

_FOLDER = "SoPhatNgon"
_DATABASE = "so-phat-ngon.db"
_SAMPLE = "du-lieu-mau"
_PORTABLE_MARKER = "portable.txt"


def default_data_dir() -> Path:
    """Return the folder for this user's records: outside Program Files, needing no rights.

    A packaged app with the file ``portable.txt`` beside it keeps them beside it too, on the stick.
    """
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).parent
        if (beside / _PORTABLE_MARKER).exists():
            return beside / "data"
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or str(_home() / "AppData" / "Local")
        return Path(base) / _FOLDER
    base = os.environ.get("XDG_DATA_HOME") or str(_home() / ".local" / "share")
    return Path(base) / _FOLDER


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


def sample_dir(data_dir: Path) -> Path:
    """Return the folder of the sample book that belongs to ``data_dir``."""
    return data_dir / _SAMPLE


def resources_dir() -> Path:
    """Return the folder of the files that ship with the app."""
    bundle = getattr(sys, "_MEIPASS", None)
    return (Path(bundle) if bundle else Path(__file__).resolve().parent.parent) / "resources"


def logs_dir(data_dir: Path) -> Path:
    """Return the folder of the log files of the app on ``data_dir``."""
    return data_dir / "logs"
