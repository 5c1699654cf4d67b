"""The developer's commands: set-up recovers from what was broken off, and asks nothing of pip."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "build" / "dev.py"


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script over an empty environment; what it runs is written down in ``ran``."""
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.VENV = tmp_path / ".venv"
    module.PYTHON = module.VENV / "bin" / "python"
    module.STAMP = module.VENV / "installed-locks.txt"
    module.ran, module.environments, module.broken_off = [], [], False
    module.commands = []

    def run(command: list[str], **how: object) -> int:
        words = [Path(command[0]).name, *command[1:3]]
        if command[1:3] == ["-m", "venv"]:
            module.PYTHON.parent.mkdir(parents=True)
            module.PYTHON.touch()
        module.commands.append(command)
        module.ran.append(" ".join(words))
        module.environments.append(how.get("env"))
        if "pip" in command and module.broken_off:
            raise KeyboardInterrupt
        return 0

    monkeypatch.setattr(module.subprocess, "call", run)
    monkeypatch.setattr(module, "install_system_packages", lambda: None)
    return module


def made(dev: ModuleType) -> list[str]:
    """Return what the last set-up ran: environments and installations."""
    ran = [words.split()[-1] for words in dev.ran]
    dev.ran.clear()
    return ran


def test_a_second_call_runs_nothing(dev: ModuleType) -> None:
    dev.set_up("dev")
    assert made(dev) == ["venv", "pip"]
    dev.set_up("dev")
    dev.set_up("app")  # contained in the other
    assert made(dev) == []


def test_an_environment_broken_off_in_the_making_is_made_anew(dev: ModuleType) -> None:
    dev.PYTHON.parent.mkdir(parents=True)
    dev.PYTHON.touch()  # but no pip yet
    dev.set_up("app")
    assert made(dev) == ["venv", "pip"]


def test_an_installation_broken_off_is_done_again(dev: ModuleType) -> None:
    dev.broken_off = True
    with pytest.raises(KeyboardInterrupt):
        dev.set_up("app")
    dev.broken_off = False
    made(dev)
    dev.set_up("app")
    assert made(dev) == ["venv", "pip"]
    dev.broken_off = True
    with pytest.raises(KeyboardInterrupt):
        dev.set_up("dev")
    dev.broken_off = False
    made(dev)
    dev.set_up("app")  # what was whole stays of use
    assert made(dev) == []
    dev.set_up("dev")
    assert made(dev) == ["pip"]


def test_pip_installs_here_whatever_it_is_set_to(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_TIMEOUT", "60")
    dev.set_up("app")
    environment = dev.environments[-1]
    assert "PIP_USER" not in environment
    assert "PIP_TARGET" not in environment
    assert environment["PIP_TIMEOUT"] == "60"


def test_who_is_not_root_is_told_the_one_command_to_run(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev.shutil, "which", lambda _name: "/usr/bin/apt-get")
    with pytest.raises(SystemExit) as ended:
        dev.apt_install(["libegl1", "python3-venv"])
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "sudo apt-get install --yes --no-install-recommends libegl1 python3-venv" in line
    assert dev.ran == []


def test_without_a_display_the_main_job_is_done_all_the_same(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: False)
    assert dev.run([]) == 0
    assert dev.ran[-1] == "python -m app"
    assert dev.commands[-1][1:] == ["-m", "app", "demo", "demo"]
    assert "no display" in capsys.readouterr().out


@pytest.mark.parametrize("level", ["app", "dev", "bench"])
def test_a_lock_pins_each_package_by_hash_and_names_no_index(level: str) -> None:
    lock = (SCRIPT.parent / "requirements" / f"{level}.txt").read_text(encoding="utf-8")
    assert not re.search(r"https?://|^--(?:extra-)?index-url|^--find-links", lock, re.MULTILINE)
    packages = re.split(r"\n(?=[A-Za-z])", lock.strip())
    assert len(packages) > 5
    for package in packages:
        assert re.match(r"[\w.\[\]-]+==\S+", package), package
        assert "--hash=sha256:" in package, package
