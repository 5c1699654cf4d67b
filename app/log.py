"""The log file: what a helper needs to see afterwards, without what clerks wrote.

The standard rotating handler would pull in sockets and pickling before the first paint; turning
the file over at the start is enough.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from app.paths import logs_dir
from app.rules.duties.secrecy import marks

_crash_file: TextIO | None = None
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LARGEST_BYTES = 1_000_000


def set_up(data_dir: Path) -> Path | None:
    """Start logging to a file and return its folder, None where none can be written."""
    mend_streams()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    folder = logs_dir(data_dir)
    handler = _file_handler(folder)
    if handler is None:  # a read-only data folder: the window says so; the log goes elsewhere
        import tempfile

        folder = Path(tempfile.gettempdir()) / "SoPhatNgon"
        handler = _file_handler(folder)
    root.addHandler(handler or logging.NullHandler())
    # A line that no longer fits on the disk is let go without a word to the console.
    logging.raiseExceptions = False
    # What the migration tool tells of itself helps nobody who reads this file.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    return folder if handler is not None else None


def catch_native_crashes(folder: Path | None) -> None:
    """Have a crash below Python, in Qt or a driver, leave its trace beside the log."""
    global _crash_file
    if folder is None:
        return
    try:
        # Kept open for the life of the process: the handler writes when nothing else can.
        _crash_file = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:
        return
    faulthandler.enable(_crash_file)


def mend_streams() -> bool:
    """Give the process output streams that take every word; return whether anybody reads them.

    A windowed program on Windows has none; into a file or a pipe Windows would write in an old
    code page that has no Vietnamese.
    """
    are_read = sys.stderr is not None
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    return are_read


def _file_handler(folder: Path) -> logging.Handler | None:
    path = folder / "app.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST_BYTES:
            with contextlib.suppress(OSError):  # on Windows not while another start has it open
                path.replace(folder / "app.old.log")
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(_Formatter(_FORMAT))
    return handler


class _Formatter(logging.Formatter):
    """Lets no line out that bears the mark of a state secret, whoever wrote it."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        if not marks(text) and not marks(record.getMessage()):
            return text
        left_out = logging.LogRecord(
            record.name, record.levelno, record.pathname, record.lineno, "left out", (), None
        )
        return super().format(left_out)
