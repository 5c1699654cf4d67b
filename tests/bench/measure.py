"""How things are measured: in pairs, one after the other, and told as the ratio of medians."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table. ``aim`` is the greatest ratio or value, None where there is none."""

    what: str
    measured: float
    unit: str
    beside: str = ""
    other: float | None = None
    aim: float | None = None
    aim_is_ratio: bool = True

    @property
    def ratio(self) -> float | None:
        return self.measured / self.other if self.other else None

    def row(self) -> tuple[str, ...]:
        judged = self.ratio if self.aim_is_ratio else self.measured
        met = "" if self.aim is None or judged is None else "yes" if judged <= self.aim else "NO"
        aim = "" if self.aim is None else f"{self.aim:g} {'x' if self.aim_is_ratio else self.unit}"
        return (
            self.what,
            f"{self.measured:.4g} {self.unit}",
            self.beside,
            f"{self.other:.4g} {self.unit}" if self.other else "",
            f"{self.ratio:.2f} x" if self.ratio else "",
            f"<= {aim}" if aim else "",
            met,
        )


HEADINGS = ("measured", "value", "beside", "value", "ratio", "aim", "met")


def table(results: list[Result]) -> str:
    rows = [HEADINGS, *(result.row() for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
             for row in rows]  # fmt: skip
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def medians(times: int, *works: Callable[[], float]) -> list[float]:
    """Run the works in turn, again and again; return the median of what each of them says."""
    found: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for values, work in zip(found, works, strict=True):
            values.append(work())
    return [statistics.median(values) for values in found]


def child(module: str, *arguments: str | Path) -> dict[str, float]:
    """Run a module of tests.bench.children.

    Returns for each word it prints the seconds from its start until then, or the number after it.
    """
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    # Compiled once and kept, as on any PC; the median forgives the first run.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform.startswith("linux") and not environment.get("DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", f"tests.bench.children.{module}", *map(str, arguments)]
    found: dict[str, float] = {}
    with tempfile.TemporaryFile("w+") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        )
        assert process.stdout is not None
        for line in process.stdout:
            word, _, number = line.strip().partition(" ")
            found[word] = float(number) if number else time.perf_counter() - start
        if process.wait() != 0:
            errors.seek(0)
            raise RuntimeError(f"{module} ended with {process.returncode}:\n{errors.read()}")
    return found
