"""Try the Windows package under Wine as a clerk's PC would: install, use, update, uninstall.

    --out DIR      where the package and the pictures go (dist)
    --built        try what an earlier call has put there
    --keep         leave the drive C of the trial in the cache, to look at

Each step says what it saw; the first one that fails ends the trial with exit code 1. Where Wine
cannot be had, a line says why, and the exit code is 3.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
import traceback
from pathlib import Path

from package import ROOT, make

sys.path.insert(0, str(ROOT))
from app import __version__
from steps import STEPS
from trial_pc import TrialPC
from wine import Display, NoWine, Wine, cache_folder

_OLDER_VERSION = "0.0.1"
NOT_POSSIBLE = 3


def main() -> int:
    """Make the package and an older one, then go through the steps."""
    parser = argparse.ArgumentParser(prog="dev.py try-windows", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--built", action="store_true")
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    try:
        return _try(given.out.resolve(), built=given.built, keep=given.keep)
    except NoWine as error:
        print(f"not tried under Wine: {error}", file=sys.stderr)
        return NOT_POSSIBLE


def _try(out: Path, *, built: bool, keep: bool) -> int:
    prefix, shared = cache_folder() / "prefix-trial", cache_folder() / "trial"
    for folder in (prefix, shared):
        shutil.rmtree(folder, ignore_errors=True)
    shared.mkdir(parents=True)
    display = Display()
    try:
        version = __version__
        if not built:
            version = make(out, display)
            make(out / "older", display, version=_OLDER_VERSION)
        wine = Wine(prefix, {"trial": shared}, display)
        pc = TrialPC(wine, shared, out, version, _OLDER_VERSION)
        for step in STEPS:
            begun = time.monotonic()
            name = step.__name__.replace("_", " ")
            try:
                words = step(pc)
            except Exception:  # whatever it is, it is what the trial found
                traceback.print_exc()
                print(f"FAILED: {name}", flush=True)
                display.picture(out / "failed.png")
                return 1
            print(f"ok  {name}: {words} ({time.monotonic() - begun:.0f} s)", flush=True)
        return 0
    finally:
        if "wine" in locals():
            wine.stop()
        display.close()
        if not keep:
            shutil.rmtree(prefix, ignore_errors=True)
            shutil.rmtree(shared, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
