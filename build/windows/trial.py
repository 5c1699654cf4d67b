"""Try the Windows package under Wine as a clerk's PC would: install, use, update, uninstall.

    --out DIR      where the package and the pictures go (dist)
    --built        try what an earlier call has put there
    --if-changed   only where what the package depends on is not what was last tried
    --measure      also measure sizes and starts against a bare window
    --keep         leave the drive C of the trial in the cache, to look at

Each step says what it saw; the first one that fails ends the trial with exit code 1. Where Wine
cannot be had, a line says why, and the exit code is 3. A trial that passes writes ``tried.txt``
beside this file: the digest of what the package depends on, and what was seen. Commit it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
import time
import traceback
from datetime import datetime
from pathlib import Path

from measure import measure
from package import ROOT, make, version_of
from steps import STEPS
from trial_pc import TrialPC
from wine import Display, NoWine, Wine, cache_folder, only_one

_OLDER_VERSION = "0.0.1"
NOT_POSSIBLE = 3
_TRIED = Path(__file__).with_name("tried.txt")
# Set to anything, it has the trial run also where nothing changed.
_WANTED = "SO_PHAT_NGON_TRY_WINDOWS"
# What can break on Windows alone; the rest of the program is tried by its own tests.
_DEPENDS_ON = (
    "build/windows/*", "build/windows/licences/*", "build/requirements/package.txt",
    "resources/**/*", "app/__main__.py", "app/main.py", "app/paths.py", "app/log.py",
    "app/files.py", "app/storage.py", "app/win32.py", "app/commands/check.py",
    "app/commands/self_test.py", "app/commands/backup.py", "app/commands/restore.py",
    "app/models/database.py", "app/models/sqlite.py", "app/models/copies.py",
    "app/models/migrations/**/*.py",
    "app/exports/calendar/ics.py", "app/exports/letter/typesetting/fonts.py", "app/ui/theme.py",
    "app/ui/shell/application.py", "app/ui/shell/single_instance.py", "app/ui/shell/self_test.py",
)  # fmt: skip


def main() -> int:
    """Make the package and an older one, then go through the steps."""
    parser = argparse.ArgumentParser(prog="dev.py try-windows", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--built", action="store_true")
    for option in ("--if-changed", "--measure", "--keep"):
        parser.add_argument(option, action="store_true")
    given = parser.parse_args()
    tried = _TRIED.read_text("utf-8").splitlines() if _TRIED.exists() else [""]
    if given.if_changed and tried[0] == digest() and not os.environ.get(_WANTED):
        print(f"not tried under Wine: nothing changed that it depends on since {tried[1]}")
        print(f"  set {_WANTED}=1 to try all the same")
        return 0
    try:
        return _try(given.out.resolve(), given)
    except NoWine as error:
        print(f"not tried under Wine: {error}", file=sys.stderr)
        return NOT_POSSIBLE


def digest() -> str:
    """Return the digest of everything the outcome of the trial depends on."""
    found = hashlib.sha256()
    files = {path for pattern in _DEPENDS_ON for path in ROOT.glob(pattern) if path.is_file()}
    for path in sorted(files - {_TRIED}):
        if "__pycache__" not in path.parts:
            found.update(f"{path.relative_to(ROOT).as_posix()}\0".encode() + path.read_bytes())
    return found.hexdigest()


def _try(out: Path, given: argparse.Namespace) -> int:
    before = digest()
    prefix, shared = cache_folder() / "prefix-trial", cache_folder() / "trial"
    only_one()
    for folder in (prefix, shared):
        shutil.rmtree(folder, ignore_errors=True)
    shared.mkdir(parents=True)
    display = Display()
    try:
        version = version_of(ROOT)
        if not given.built:
            version = make(out, display)
            make(out / "older", display, version=_OLDER_VERSION)
        wine = Wine(prefix, {"trial": shared}, display)
        pc = TrialPC(wine, shared, out, version, _OLDER_VERSION)
        seen = [f"the trial of {datetime.now():%Y-%m-%d}, version {version}"]
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
            seen.append(f"{name}: {words}")
        if given.measure:
            if not given.built:
                make(out / "bare", display, bare=True)
            print("\n".join(measure(pc, out / "bare")), flush=True)
        _TRIED.write_text("\n".join([before, *seen]) + "\n", "utf-8", newline="\n")
        return 0
    finally:
        if "wine" in locals():
            wine.stop()
        display.close()
        if not given.keep:
            shutil.rmtree(prefix, ignore_errors=True)
            shutil.rmtree(shared, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
