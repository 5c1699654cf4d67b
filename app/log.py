"""The log file: what a helper needs to see afterwards, without what clerks wrote."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import tempfile
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from app.paths import logs_dir

_crash_file: TextIO | None = None
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up(data_dir: Path) -> Path | None:
    """Start logging to a rotating file and return its folder, None where none can be written."""
    mend_streams()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    for folder in (logs_dir(data_dir), Path(tempfile.gettempdir()) / "SoPhatNgon"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                folder / "app.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
            )
        except OSError:
            continue  # a read-only data folder: the window says so; the log goes elsewhere
        handler.setFormatter(logging.Formatter(_FORMAT))
        root.addHandler(handler)
        # What the migration tool tells of itself helps nobody who reads this file.
        logging.getLogger("alembic").setLevel(logging.WARNING)
        return folder
    root.addHandler(logging.NullHandler())
    return None


def catch_native_crashes(folder: Path | None) -> None:
    """Have a crash below Python, in Qt or a driver, leave its trace beside the log."""
    global _crash_file
    if folder is not None:
        # Kept open for the life of the process: the handler writes when nothing else can.
        _crash_file = (folder / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(_crash_file)


def mend_streams() -> None:
    """Give the process output streams: a windowed program on Windows has none."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
