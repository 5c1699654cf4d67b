"""Restores a backup and dies in the middle, at one step after the other.

``python -m tests.services.backup.broken_restores BACKUP DATA_DIR WORK_DIR`` copies DATA_DIR for
each step, forks a process that restores there and ends, without any cleaning up, before the n-th
time that it does something to the file system, and prints the folder it leaves. The last line is
"whole": that one came to its end. Forking saves the start of Python each time.
"""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from app.paths import database_file
from app.services.backup.restoring import restore

NOW = datetime(2026, 10, 5, 9, 0)
_STEPS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.", "sqlite3.connect")
_BROKEN_OFF = 77


def die_before(step: int) -> None:
    """End this process at its n-th step."""
    left = iter(range(step))

    def hook(event: str, _arguments: object) -> None:
        if event.startswith(_STEPS) and next(left, None) is None:
            os._exit(_BROKEN_OFF)

    sys.addaudithook(hook)


def main(backup: Path, data_dir: Path, work: Path) -> None:
    # Whatever is imported late is imported now: files that are read for that are no steps.
    rehearsal = work / "rehearsal"
    shutil.copytree(data_dir, rehearsal)
    restore(backup, database_file(rehearsal), clock=lambda: NOW)
    for step in count(1):
        folder = work / str(step)
        shutil.copytree(data_dir, folder)
        restorer = os.fork()
        if restorer == 0:
            die_before(step)
            restore(backup, database_file(folder), clock=lambda: NOW)
            os._exit(0)
        _, status = os.waitpid(restorer, 0)
        code = os.waitstatus_to_exitcode(status)
        if code not in (0, _BROKEN_OFF):
            sys.exit(f"step {step} ended with {code}")
        print(folder, flush=True)
        if code == 0:
            print("whole", flush=True)
            return


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
