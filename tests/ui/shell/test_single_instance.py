"""A second start on the same folder brings the first window to the front and ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from app.ui.shell import single_instance
from app.ui.shell.single_instance import SingleInstance

ROOT = Path(__file__).parents[3]


@pytest.fixture
def first(qtbot, tmp_path: Path):
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    instance.listen()
    yield instance
    instance.release()


def start(data_dir: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "app", "--data-dir", str(data_dir)]
    return subprocess.Popen(command, cwd=ROOT, env=environment)


def test_a_second_process_calls_the_first_and_exits_well(qtbot, first, tmp_path: Path) -> None:
    with qtbot.waitSignal(first.asked_to_front, timeout=20_000):
        process = start(tmp_path)
    assert process.wait(20) == 0
    assert not (tmp_path / "so-phat-ngon.db").exists()  # it touched nothing


def test_the_first_may_still_be_painting(qtbot, tmp_path: Path, monkeypatch) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    assert not second.claim()
    # The first begins to listen while the second waits to try again.
    monkeypatch.setattr(single_instance.time, "sleep", lambda _seconds: first.listen())
    with qtbot.waitSignal(first.asked_to_front):
        assert second.call_first()
    first.release()


def test_another_folder_is_another_book(first, tmp_path: Path) -> None:
    other = SingleInstance(tmp_path / "other")
    assert other.claim()
    assert other.socket_name != first.socket_name
    other.release()


def test_a_killed_process_leaves_nothing_in_the_way(qtbot, tmp_path: Path) -> None:
    process = start(tmp_path)
    qtbot.waitUntil(lambda: (tmp_path / "so-phat-ngon.db").exists(), timeout=30_000)
    process.kill()
    process.wait(10)
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    instance.listen()
    assert instance._server is not None
    assert instance._server.isListening()
    instance.release()


def test_a_holder_that_does_not_answer_is_named(qtbot, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("app.ui.shell.single_instance._PATIENCE_SECONDS", 0.0)
    lock = QLockFile(str(tmp_path / "app.lock"))
    lock.setStaleLockTime(0)
    assert lock.tryLock(0)
    second = SingleInstance(tmp_path)
    assert not second.claim()
    assert not second.call_first()
    assert second.holder() == ""  # this PC
    lock.unlock()


def test_a_folder_that_cannot_be_made_is_left_to_the_database_to_report(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert SingleInstance(tmp_path / "file" / "data").claim()
