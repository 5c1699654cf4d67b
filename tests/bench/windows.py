"""The window: first paint, rows on the screen, memory at rest and of a large demo."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from app.paths import database_file
from tests.bench.measure import ROOT, Result, child, medians

_TIMES = 9


def large_demo(folder: Path, incidents: int) -> Result:
    """Make the demo the other measures work on; tell the most memory it took."""
    command = [sys.executable, "-m", "app", "demo", str(folder), "--incidents", str(incidents)]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError("the demo failed")
    return Result(f"peak memory, demo --incidents {incidents}", usage.ru_maxrss / 1024, "MB")


def first_paint(data: Path) -> list[Result]:
    app, bare = medians(
        _TIMES,
        lambda: child("app_window", data, "painted")["painted"],
        lambda: child("bare_window")["painted"],
    )
    return [Result("first paint", app * 1000, "ms", "bare PySide6 window", bare * 1000, 1.15)]


def rows(data: Path, incidents: int) -> list[Result]:
    app, plain, qt = medians(
        _TIMES,
        lambda: child("app_window", data, "rows")["rows"],
        lambda: child("plain_rows", database_file(data))["rows"],
        lambda: child("plain_rows", "none")["rows"],
    )
    what = f"rows of {incidents:,} on screen"
    return [
        Result(what, app * 1000, "ms", "plain sqlite3 and Qt", plain * 1000, 3),
        Result(what, app * 1000, "ms", "Qt alone", qt * 1000),
    ]


def idle(data: Path) -> list[Result]:
    (resident,) = medians(3, lambda: child("app_window", data, "never")["resident"])
    return [Result("resident memory, idle window", resident, "MB", aim=250, aim_is_ratio=False)]
