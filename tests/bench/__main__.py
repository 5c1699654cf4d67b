"""Measure everything, or the named parts: start rows idle today letters preview sheet."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.measure import Result, table

PARTS = ("demo", "start", "rows", "idle", "today", "preview", "letters", "sheet")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, unless named")
    parser.add_argument("--incidents", type=int, default=100_000, help="size of the large demo")
    given = parser.parse_args(argv)
    parts = given.parts or PARTS
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        results = _measure(Path(name), parts, given.incidents)
    print(table(results))
    return 0


def _measure(folder: Path, parts: list[str] | tuple[str, ...], incidents: int) -> list[Result]:
    from tests.bench import letters, preview, sheet, today, windows

    data = folder / "demo" / "data"
    found: list[Result] = []
    if {"demo", "start", "rows", "idle", "today"} & set(parts):
        print(f"making a demo of {incidents:,} incidents ...", file=sys.stderr, flush=True)
        found.append(windows.large_demo(folder / "demo", incidents))
    works: dict[str, Callable[[], list[Result]]] = {
        "start": lambda: windows.first_paint(data),
        "rows": lambda: windows.rows(data, incidents),
        "idle": lambda: windows.idle(data),
        "today": lambda: today.today(data, incidents),
        "preview": preview.preview,
        "letters": lambda: letters.letters(folder),
        "sheet": lambda: sheet.sheet(folder),
    }
    for part, work in works.items():
        if part in parts:
            print(f"measuring {part} ...", file=sys.stderr, flush=True)
            found += work()
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
