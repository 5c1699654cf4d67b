"""The command line: one dispatcher, Vietnamese help and one-line errors, exit 2."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app import main as start
from app.commands.arguments import Parser


def complaint(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> str:
    parser = Parser("python -m app thử", "Thử.")
    parser.add_argument("out")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--kind", choices=["a", "b"])
    with pytest.raises(SystemExit) as stop:
        parser.parse_args(arguments)
    assert stop.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Thiếu: out."),
        (["x", "--what"], "Không hiểu tham số: --what."),
        (["x", "--seed"], "--seed: thiếu giá trị."),
        (["x", "--seed", "y"], "--seed: 'y' không phải số nguyên."),
        (["x", "--kind", "c"], "--kind: không có 'c'; chọn một trong: 'a', 'b'."),
    ],
)
def test_an_error_is_one_vietnamese_line(capsys, arguments: list[str], words: str) -> None:
    assert complaint(capsys, arguments) == f"{words} Xem: python -m app thử --help\n"


def test_help_is_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        start.main(["--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    for word in ("Cách dùng:", "Tùy chọn", "self-test", "--data-dir"):
        assert word in shown
    for word in ("usage", "options", "show this"):
        assert word not in shown


def test_an_unknown_command_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        start.main(["nothing"])
    assert stop.value.code == 2
    assert "Không hiểu tham số: nothing." in capsys.readouterr().err


def test_without_a_command_the_window_opens_over_the_folder(monkeypatch, tmp_path: Path) -> None:
    opened: list[Path] = []

    def run_window(data_dir: Path, log_folder: Path | None) -> int:
        opened.append(data_dir)
        assert log_folder == data_dir / "logs"
        return 0

    monkeypatch.setattr("app.ui.shell.application.run_window", run_window)
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.chdir(tmp_path)
    assert start.main(["--data-dir", "sổ"]) == 0
    assert opened == [tmp_path / "sổ"]
    for handler in logging.getLogger().handlers:
        handler.close()
