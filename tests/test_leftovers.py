"""What a killed restore or save left in the data folder goes at the next start."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from app.bootstrap import AppContext
from app.files import scratch_folder, written_whole
from app.paths import backups_dir
from app.ui.shell.application import opener


class Killed(BaseException):
    """Stands for the end of the process: nothing is tidied up."""


@pytest.fixture
def unfinished(ctx: AppContext, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Break off work in the data folder and among the backups, and return what is left of it."""
    ctx.close()
    backups_dir(ctx.data_dir).mkdir()
    monkeypatch.setattr("shutil.rmtree", lambda *_args, **_how: None)
    monkeypatch.setattr(Path, "unlink", lambda *_args, **_how: None)
    left = []
    for folder in (ctx.data_dir, backups_dir(ctx.data_dir)):
        with suppress(Killed), scratch_folder(folder) as scratch:
            (scratch / "so-phat-ngon.db").write_bytes(b"half")
            left.append(scratch)
            raise Killed
        with suppress(Killed), written_whole(folder / "copy.db") as temporary:
            left.append(temporary)
            raise Killed
    monkeypatch.undo()
    assert all(path.exists() for path in left)
    return left


def test_it_goes_at_the_next_start(ctx: AppContext, unfinished: list[Path]) -> None:
    for path in unfinished:
        os.utime(path, (time.time() - 7200,) * 2)
    opener(ctx.data_dir)().close()
    assert [path for path in unfinished if path.exists()] == []


def test_what_another_process_is_writing_now_stays(ctx: AppContext, unfinished: list[Path]) -> None:
    opener(ctx.data_dir)().close()
    files = [path for path in unfinished if path.suffix]
    assert [path for path in unfinished if path.exists()] == files


def test_nothing_of_a_user_goes(ctx: AppContext, unfinished: list[Path]) -> None:
    others = [ctx.data_dir / name for name in ("~mine", "~$letter.docx", "~1.tmp", "1-1.tmp")]
    for path in others:
        path.write_text("mine")
        os.utime(path, (0, 0))
    (ctx.data_dir / "~folder").mkdir()
    opener(ctx.data_dir)().close()
    assert all(path.exists() for path in (*others, ctx.data_dir / "~folder"))
