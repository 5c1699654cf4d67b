"""One window for one folder: sticks that travel, numbers used again, two users on one PC."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLockFile, QSysInfo
from PySide6.QtNetwork import QLocalServer

from app import win32
from app.ui.shell import application, single_instance
from app.ui.shell.single_instance import SingleInstance
from tests.windows.errors import refused

HOLDER = """
import sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
print(lock.tryLock(0), flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(win32, "ON_WINDOWS", True)


def leave_lock(folder: Path, pid: int, host: str) -> Path:
    """Leave a lock as a PC that was switched off does."""
    lock = folder / "app.lock"
    name = QLockFile(str(folder / "probe"))
    assert name.tryLock(0)
    _pid, _host, program = name.getLockInfo()
    name.unlock()
    lock.write_text(f"{pid}\n{program}\n{host}\n\n\n")
    return lock


def test_a_stick_pulled_out_of_another_pc_can_be_opened_here(tmp_path: Path) -> None:
    leave_lock(tmp_path, 4711, "MAY-PHONG-BAO-CHI")
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    _pid, host, _program = QLockFile(str(tmp_path / "app.lock")).getLockInfo()
    assert host == QSysInfo.machineHostName()
    instance.release()


def test_a_number_that_this_process_has_now_is_no_holder(tmp_path: Path) -> None:
    """Windows soon gives a number again; after a crash it may be that of the next start."""
    leave_lock(tmp_path, os.getpid(), QSysInfo.machineHostName())
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    instance.release()


def test_what_a_living_process_holds_is_never_taken_over(tmp_path: Path) -> None:
    lock = tmp_path / "app.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"True"
    assert not SingleInstance(tmp_path).claim()
    assert lock.exists()
    holder.communicate(b"")


def test_elsewhere_the_lock_of_another_pc_is_respected(tmp_path: Path, monkeypatch) -> None:
    """A share on Linux may not know what other PCs hold."""
    monkeypatch.setattr(win32, "ON_WINDOWS", False)
    leave_lock(tmp_path, 4711, "MAY-PHONG-BAO-CHI")
    second = SingleInstance(tmp_path)
    assert not second.claim()
    assert second.holder() == "MAY-PHONG-BAO-CHI"


def test_only_the_same_user_calls_the_window_to_the_front(qtbot, tmp_path: Path) -> None:
    """The names of pipes are the whole PC's; another user's second start is refused and told."""
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    assert first._server is not None
    assert first._server.socketOptions() == QLocalServer.SocketOption.UserAccessOption
    first.release()


def test_another_user_of_this_pc_is_thought_of(tmp_path: Path, boxes) -> None:
    boxes.will_answer(None)
    assert application._tell_held("", tmp_path) == 1
    assert boxes.seen == ["Sổ này đang được mở trên máy này, ở một cửa sổ không trả lời."]


def test_the_window_of_another_pc_is_named(tmp_path: Path, boxes) -> None:
    boxes.will_answer(None)
    assert application._tell_held("MAY-A", tmp_path) == 1
    assert boxes.seen == ["Sổ này đang được mở ở máy MAY-A."]


def test_folders_named_with_other_letters_case_are_one(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(single_instance.os.path, "normcase", lambda path: str(path).lower())
    names = {SingleInstance(tmp_path / name).socket_name for name in ("So", "SO")}
    assert len(names) == 1


def test_a_share_that_went_away_stops_no_start(tmp_path: Path, monkeypatch) -> None:
    def gone(_path: Path) -> Path:
        raise refused(64)

    monkeypatch.setattr(Path, "resolve", gone)
    assert SingleInstance(tmp_path).socket_name.startswith("so-phat-ngon-")


def test_the_second_start_hands_the_foreground_on(qtbot, tmp_path: Path, monkeypatch) -> None:
    allowed: list[int] = []
    dlls = SimpleNamespace(user32=SimpleNamespace(AllowSetForegroundWindow=allowed.append))
    monkeypatch.setattr(ctypes, "windll", dlls, raising=False)
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    assert second.call_first()
    assert allowed == [-1]
    first.release()
