"""Measure the package against a bare PySide6 window packaged the same way, under Wine.

Wine on this machine is no forecast of a clerk's PC; only the ratios are worth anything. Cold means
that the files of the program and of Wine were thrown out of the system's memory, not a restart.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from trial_pc import TITLE, TrialPC, until
from wine import Wine, cache_folder

_WARM_TIMES, _COLD_TIMES = 7, 3


def measure(pc: TrialPC, bare: Path) -> list[str]:
    """Return a table of ratios; ``bare`` is the folder with the bare window's package."""
    lines = ["| | Sổ Phát ngôn | bare window | ratio |", "|---|---|---|---|"]

    def line(what: str, unit: str, own: float, other: float) -> None:
        lines.append(f"| {what} | {own:.1f} {unit} | {other:.1f} {unit} | {own / other:.2f} |")

    packages = [pc.out, bare]
    setups = [next(folder.glob("*-setup.exe")) for folder in packages]
    line("installer", "MB", *(path.stat().st_size / 1e6 for path in setups))
    programs = [_unpacked(pc, folder) for folder in packages]
    sizes = [sum(path.stat().st_size for path in folder.rglob("*")) for folder in programs]
    line("installed folder", "MB", *(size / 1e6 for size in sizes))
    for what, times, prepare in (
        ("warm start to window", _WARM_TIMES, lambda: None),
        ("cold start to window", _COLD_TIMES, lambda: _forget(pc.wine)),
    ):
        seconds: list[list[float]] = [[], []]
        for _ in range(times):  # in turns: whatever else runs here slows both
            for found, folder in zip(seconds, programs, strict=True):
                found.append(_start(pc, folder, prepare))
        line(what, "s", *(statistics.median(found) for found in seconds))
    return lines


def _unpacked(pc: TrialPC, package: Path) -> Path:
    import zipfile

    target = pc.shared / f"measured-{package.name}"
    with zipfile.ZipFile(next(package.glob("*-portable.zip"))) as pack:
        pack.extractall(target)
    return target / "SoPhatNgon"


def _start(pc: TrialPC, folder: Path, prepare: Callable[[], None]) -> float:
    """Return the seconds from the start of the program to its window on the screen."""
    where = "Z:\\srv\\trial\\" + str(folder.relative_to(pc.shared)).replace("/", "\\")
    pc.wine.wait()
    prepare()
    begun = time.monotonic()
    process = pc.wine.start(rf"{where}\SoPhatNgon.exe")
    command = ["xdotool", "search", "--sync", "--onlyvisible", "--name", TITLE]
    environment = {**os.environ, "DISPLAY": pc.wine.display.name}
    subprocess.run(command, env=environment, check=True, timeout=120, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - begun
    time.sleep(2)
    pc.wine.run("taskkill", "/F", "/IM", "SoPhatNgon.exe")
    process.communicate(timeout=60)
    until(lambda: not pc.windows(), "the window stays")
    return seconds


def _forget(wine: Wine) -> None:
    """Throw the files of the program and of Wine out of the system's memory."""
    for folder in (*wine.mounts.values(), wine.prefix, cache_folder() / "debian-trixie-wine/usr"):
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                handle = os.open(path, os.O_RDONLY)
                try:
                    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
                finally:
                    os.close(handle)
