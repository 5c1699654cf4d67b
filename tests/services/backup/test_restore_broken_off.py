"""A restore broken off at any step leaves the former records or the backup's, whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import open_context, restore_backup
from app.files import sweep
from app.paths import database_file
from app.services.plain import ListQuery
from tests import factories as make
from tests.conftest import NOW
from tests.services.backup.filled_book import outlets

ROOT = Path(__file__).parents[3]


class Trouble(BaseException):
    """What no code expects."""


_CHANGES = ("open", "os.rename", "os.mkdir", "os.remove", "shutil.copyfile", "sqlite3.connect")
_steps: list[Callable[[], None]] = []


def _on_event(event: str, arguments: tuple[object, ...]) -> None:
    # A folder is opened only to be removed: trouble with the tidying up leaves what it leaves.
    if event in _CHANGES and not (event == "open" and arguments[1] is None):
        for step in _steps:
            step()


sys.addaudithook(_on_event)


def test_trouble_at_any_step_leaves_one_of_the_two_whole(backup: Path, data_dir: Path) -> None:
    restore_backup(backup, data_dir, lambda: NOW)  # imports what is imported late: that is no step
    before = data_dir.with_name("before")
    shutil.copytree(data_dir, before)
    make_second = open_context(before, lambda: NOW)
    make.make_outlet(make_second)
    make_second.close()
    ends = []
    for number in range(1, 200):
        folder = data_dir.with_name(f"step {number}")
        shutil.copytree(before, folder)
        done = broken_off(backup, folder, number)
        ends.append(outlets(database_file(folder)))
        kept = sorted(folder.glob("backups/*truoc*.db"))
        if ends[-1] == 1:
            assert [outlets(file) for file in kept] == [2, 2]
        assert not [path for path in folder.iterdir() if path.name.startswith("~")]
        shutil.rmtree(folder)
        if done:
            break
    assert done
    assert len(ends) > 10
    assert ends == sorted(ends, reverse=True)  # the former, and from one step on the backup
    assert set(ends) == {1, 2}


def broken_off(backup: Path, folder: Path, number: int) -> bool:
    """Restore and meet trouble at the n-th change of the file system; tell whether it ended."""
    left = iter(range(number))

    def step() -> None:
        if next(left, None) is None:
            _steps.clear()
            raise Trouble

    _steps.append(step)
    try:
        restore_backup(backup, folder, lambda: NOW)
    except Trouble:
        return False
    finally:
        _steps.clear()
    return True


@pytest.mark.skipif(not hasattr(os, "fork"), reason="restorers are forked")
def test_a_kill_at_any_step_leaves_one_of_the_two_whole(
    backup: Path, data_dir: Path, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.backup.broken_restores", backup, data_dir, work],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    *folders, end = done.stdout.splitlines()
    assert end == "whole"
    ends = []
    left = 0
    for folder in map(Path, folders):
        left += len(list(folder.glob("~*")))
        sweep(folder)
        assert not list(folder.glob("~*"))
        ends.append(outlets(database_file(folder)))
        if ends[-1] == 1:
            (kept,) = folder.glob("backups/*.db")
            assert outlets(kept) == 2
        again = open_context(folder, lambda: NOW)  # and the app can go on with it
        assert again.records.count("outlet", ListQuery()) == ends[-1]
        again.close()
    assert left > 5
    assert len(ends) > 10
    assert ends == sorted(ends, reverse=True)
    assert set(ends) == {1, 2}
