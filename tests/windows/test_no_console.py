"""A windowed program on Windows has no console: ``sys.stdout``, ``stderr`` and ``stdin`` are None.

Python makes them None too where they were closed, as the shell does here.
"""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TextIO

import pytest

from app import log
from app.bootstrap import AppContext
from app.main import main
from app.paths import resources_dir

ROOT = Path(__file__).parents[2]
LETTER = str(resources_dir() / "letters" / "144-CV-TU.json")
needs_shell = pytest.mark.skipif(os.name != "posix", reason="a shell that closes streams")


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """Start the app with no streams at all."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-m", "app"]
    return subprocess.Popen([*command, *arguments], cwd=ROOT, env=environment)


@needs_shell
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["letter", LETTER, "{folder}/out.pdf"], 0),
        (["letter", LETTER, "{folder}/nowhere/out.pdf"], 2),
        (["letter"], 2),
        (["demo", "{folder}/demo", "--incidents", "1"], 0),
        (["sheet", "correction-requests", "{folder}/out.xlsx", "--data-dir", "{data}"], 0),
        (["check", "--data-dir", "{data}"], 0),
        (["check", "--data-dir", "{folder}/nowhere"], 2),
        (["check", "--help"], 0),
        (["self-test", "{folder}/report.json"], 0),
        (["--help"], 0),
        (["--nonsense"], 2),
    ],
)
def test_every_command_runs_without_streams(
    ctx: AppContext, tmp_path: Path, arguments: list[str], code: int
) -> None:
    filled = [part.format(folder=tmp_path, data=ctx.data_dir) for part in arguments]
    assert start(*filled).wait(90) == code
    made = [
        Path(part) for part in filled if part.startswith(str(tmp_path)) and "nowhere" not in part
    ]
    assert [path for path in made if not path.exists()] == []


@needs_shell
def test_the_window_opens_without_streams(tmp_path: Path) -> None:
    process = start("--data-dir", str(tmp_path))
    try:
        until = time.monotonic() + 60
        while not (tmp_path / "so-phat-ngon.db").exists():
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        assert (tmp_path / "logs" / "crash.log").exists()
    finally:
        process.kill()
        process.wait(10)
    assert "Traceback" not in (tmp_path / "logs" / "app.log").read_text(encoding="utf-8")


@pytest.fixture
def windowed(monkeypatch: pytest.MonkeyPatch):
    """Take the streams of this process away; gives the title and words of Windows' own boxes."""
    boxes: list[tuple[str, str]] = []
    made: list[TextIO] = []
    open_file = Path.open

    def message_box(_owner: None, words: str, title: str, _style: int) -> int:
        boxes.append((title, words))
        return 1

    def keep(path: Path, *how: str, **more: str) -> object:
        file = open_file(path, *how, **more)
        if path == Path(os.devnull):
            made.append(file)
        return file

    def take() -> list[tuple[str, str]]:
        # In the test itself: pytest puts streams of its own in place before each part of one.
        for name in ("stdin", "stdout", "stderr"):
            monkeypatch.setattr(sys, name, None)
        return boxes

    dlls = SimpleNamespace(user32=SimpleNamespace(MessageBoxW=message_box))
    monkeypatch.setattr(ctypes, "windll", dlls, raising=False)
    monkeypatch.setattr(Path, "open", keep)
    yield take
    for file in made:
        file.close()


def test_help_of_the_windowed_program_comes_in_a_box(windowed) -> None:
    shown = windowed()
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    ((title, words),) = shown
    assert title == "Sổ Phát ngôn"
    assert "--data-dir" in words


def test_a_shortcut_with_a_wrong_option_says_so_in_a_box(windowed) -> None:
    shown = windowed()
    with pytest.raises(SystemExit) as left:
        main(["--data", "D:\\so"])
    assert left.value.code == 2
    ((_title, words),) = shown
    assert words.startswith("Không hiểu tham số")


def test_a_start_without_a_personal_folder_says_so_in_a_box(
    windowed, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = windowed()

    def unknown() -> Path:
        raise RuntimeError

    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", unknown)
    assert main([]) == 2
    ((_title, words),) = shown
    assert "--data-dir" in words


@pytest.mark.parametrize("arguments", [["letter", "missing.json", "out.pdf"], ["check", "--help"]])
def test_no_script_has_to_wait_for_a_box(
    windowed, arguments: list[str], tmp_path: Path, monkeypatch
) -> None:
    shown = windowed()
    monkeypatch.chdir(tmp_path)
    try:
        code = main(arguments)
    except SystemExit as left:
        code = int(left.code or 0)
    assert (code, shown) == (2 if "letter" in arguments else 0, [])


def test_libraries_may_print_and_log_without_streams(windowed) -> None:
    windowed()
    assert not log.mend_streams()
    print("chữ", flush=True)
    sys.stderr.write("chữ")
    logging.lastResort.handle(logging.makeLogRecord({"msg": "chữ"}))
    assert log.mend_streams()  # once mended they are streams like any


def test_the_packaged_help_names_the_program_that_has_a_console(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for arguments in (["--help"], ["check", "--help"]):
        with pytest.raises(SystemExit):
            main(arguments)
        words = capsys.readouterr().out
        assert "SoPhatNgon-cli" in words
        assert "python -m app" not in words
