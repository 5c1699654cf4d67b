"""Try the Windows package under Wine as a clerk's PC would: install, use, update, uninstall.

    --out DIR      where the package and the pictures go (dist)
    --keep         leave the drive C of the trial in the cache, to look at

Each step says what it saw; the first one that fails ends the trial with exit code 1.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from package import ROOT, make
from steps import STEPS, Trial
from wine import Display, NoWine, Wine, cache_folder


def main() -> int:
    """Make the package and an older one, then go through the steps. Returns 0, or 1."""
    parser = argparse.ArgumentParser(prog="dev.py try-windows", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    try:
        display = Display()
    except NoWine as error:
        return _stop(str(error))
    prefix = cache_folder() / "prefix-trial"
    shutil.rmtree(prefix, ignore_errors=True)
    try:
        current = make(given.out, display)
        older = make(given.out / "older", display, version=OLDER)
        shared = cache_folder() / "trial"
        shutil.rmtree(shared, ignore_errors=True)
        shared.mkdir(parents=True)
        wine = Wine(prefix, {"trial": shared}, display)
        trial = Trial(wine, shared, given.out, current, older)
        for step in STEPS:
            if not _passes(step, trial):
                return 1
        wine.stop()
    except NoWine as error:
        return _stop(str(error))
    finally:
        display.close()
        if not given.keep:
            shutil.rmtree(prefix, ignore_errors=True)
    return 0
