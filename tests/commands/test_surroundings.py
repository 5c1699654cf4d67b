"""What folders, disks, consoles and impatient people do to a command: one line, no harm."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app import files
from app.bootstrap import AppContext
from app.main import main
from app.paths import database_file, resources_dir

ROOT = Path(__file__).parents[2]
LETTER = str(resources_dir() / "letters" / "144-CV-TU.json")
LONG = "a" * 5000
needs_posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files and signals")


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """Return the one line a refusal says."""
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert len(captured.err) < 600
    return captured.err


def start(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "app", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What runs in the background ignores Ctrl+C, and would pass that on.
        preexec_fn=_hear_interrupts if os.name == "posix" else None,
    )


def _hear_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def interrupt(process: subprocess.Popen[bytes]) -> bytes:
    """Press Ctrl+C as a person does, again where one met a finalizer and was dropped.

    Never while the command is tidying up, however long that takes: it would break that off.
    """
    assert process.stderr is not None
    os.set_blocking(process.stderr.fileno(), False)
    said, presses = b"", 0
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        said += process.stderr.read() or b""
        if presses <= said.count(b"KeyboardInterrupt"):
            process.send_signal(signal.SIGINT)
            presses += 1
        time.sleep(0.05)
    if process.poll() is None:
        process.kill()
    return said + process.communicate()[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["letter", LETTER, LONG],
        ["letter", LONG, "out.pdf"],
        ["sheet", "correction-requests", "out.xlsx", "--data-dir", LONG],
        ["check", "--data-dir", LONG],
        ["clock", "briefing", "--start", "2026-10-05", "--data-dir", LONG],
        ["today", "--data-dir", LONG],
        ["backup", "x.db", "--data-dir", LONG],
        ["restore", LONG],
        ["demo", LONG],
    ],
)
def test_a_name_too_long_for_the_disk_is_told(
    arguments: list[str], tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    told(capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["letter", LETTER, ""],
        ["letter", "", "out.pdf"],
        ["sheet", "correction-requests", "out.xlsx", "--data-dir", ""],
        ["check", "--data-dir", ""],
        ["clock", "briefing", "--start", "2026-10-05", "--data-dir", ""],
        ["today", "--data-dir", ""],
        ["backup", ""],
        ["restore", ""],
        ["demo", ""],
        ["self-test", ""],
        ["--data-dir", ""],
    ],
)
def test_an_empty_name_is_not_the_current_folder(
    arguments: list[str], tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert ": để trống." in told(capsys)
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_the_disk_allows_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 251 + ".pdf")
    assert main(["letter", LETTER, str(target)]) == 0
    assert list(tmp_path.iterdir()) == [target]


@needs_posix
def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path, capsys) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main(["letter", LETTER, str(pipe)]) == 2
    assert "không phải tệp thường" in told(capsys)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_file_open_elsewhere_is_left_as_it_is(tmp_path: Path, monkeypatch, capsys) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(files.Path, "replace", refuse)
    assert main(["letter", LETTER, str(target)]) == 2
    assert "đang mở ở chương trình khác" in told(capsys)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@needs_posix
def test_a_folder_that_may_not_be_looked_into_is_told(ctx: AppContext, monkeypatch, capsys) -> None:
    def forbid(path: Path, **_how: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", forbid)
    for arguments in (["check"], ["sheet", "correction-requests", "out.xlsx"]):
        assert main([*arguments, "--data-dir", str(ctx.data_dir)]) == 2
        assert told(capsys).startswith("Không được phép đọc hoặc ghi")


def test_without_a_personal_folder_the_option_is_named(monkeypatch, capsys) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", unknown)
    assert main(["check"]) == 2
    assert "--data-dir" in told(capsys)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a screen")
@pytest.mark.parametrize(
    "display", ["", ":9876", ":9876.0", "unix:9876", "localhost:3999", "localhost:99999", "x", ":"]
)
def test_without_a_screen_the_window_says_so(tmp_path: Path, display: str) -> None:
    """A DISPLAY that nothing answers to is left over from a session that has ended."""
    screen = {"DISPLAY": display, "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    process = start("--data-dir", str(tmp_path), **screen)
    _said, complained = process.communicate()
    assert process.returncode == 2
    assert complained.decode().startswith("Ở đây không có màn hình")
    assert complained.count(b"\n") == 1


@needs_posix
def test_a_current_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    leaver = (
        f"import os, sys; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r}); "
        f"from app.main import main; sys.exit(main(['letter', {LETTER!r}, 'out.pdf']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", leaver],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Thư mục hiện hành không còn nữa.")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258"])
def test_a_file_or_a_pipe_gets_vietnamese_in_any_code_page(encoding: str) -> None:
    for arguments, code in (["--help"], 0), (["nothing"], 2):
        process = start(*arguments, PYTHONIOENCODING=encoding)
        said, complained = process.communicate()
        assert process.returncode == code
        assert "python -m app" in (said + complained).decode("utf-8")
        assert "\\u" not in (said + complained).decode("utf-8")


@needs_posix
def test_a_reader_that_went_away_changes_nothing(ctx: AppContext) -> None:
    process = start("check", "--data-dir", str(ctx.data_dir))
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complained = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), complained) == (0, b"")


@needs_posix
@pytest.mark.parametrize("seconds", [0.0, 0.5, 1.5])
def test_a_demo_broken_off_leaves_the_earlier_one(tmp_path: Path, seconds: float) -> None:
    assert main(["demo", str(tmp_path), "--incidents", "2"]) == 0
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    process = start("demo", str(tmp_path), "--incidents", "20000")
    while not list(tmp_path.glob("~*/data")):
        time.sleep(0.01)
    time.sleep(seconds)
    complained = interrupt(process)
    # Where the interrupt met code that a library makes from text, Python ends itself by the signal,
    # which is 130 to a shell too.
    assert process.returncode in (130, -signal.SIGINT), complained
    # Above it may stand what Python itself says of an interrupt that met a finalizer.
    assert complained.decode().splitlines()[-1] == "Đã dừng giữa chừng theo yêu cầu."
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_demo_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("SO_PHAT_NGON_FONTS", str(tmp_path))
    assert main(["demo", str(tmp_path / "demo")]) == 2
    assert "phông chữ" in told(capsys)
    assert list(tmp_path.iterdir()) == []


@needs_posix
def test_a_folder_name_that_is_no_text_is_a_folder(ctx: AppContext, tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff\xfe"))
    folder.mkdir()
    shutil.copy(database_file(ctx.data_dir), folder)
    assert main(["check", "--data-dir", str(folder)]) == 0
