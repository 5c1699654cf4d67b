"""The clerk's PC of the trial: a drive C under Wine, and what a person does with it."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wine import USER, Done, Wine

TITLE = "Sổ Phát ngôn"
_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\SoPhatNgon"
_HOME = rf"C:\users\{USER}"


@dataclass
class TrialPC:
    """``shared`` is the folder that Windows programs see as trial, in srv on drive Z."""

    wine: Wine
    shared: Path
    out: Path
    version: str
    older: str

    @property
    def program(self) -> Path:
        """The folder the program is installed in."""
        return self.wine.home / "AppData" / "Local" / "Programs" / "SoPhatNgon"

    @property
    def data(self) -> Path:
        """The folder of the clerk's records."""
        return self.wine.home / "AppData" / "Local" / "SoPhatNgon"

    @property
    def shortcuts(self) -> list[Path]:
        """The links in the start menu and on the desktop that are there."""
        start = self.wine.home / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu"
        folders = (start / "Programs", self.wine.home / "Desktop")
        return [folder / f"{TITLE}.lnk" for folder in folders if (folder / f"{TITLE}.lnk").exists()]

    def setup_file(self, version: str) -> Path:
        """Return the installer of one of the two versions."""
        folder = self.out if version == self.version else self.out / "older"
        return folder / f"SoPhatNgon-{version}-setup.exe"

    def install(self, version: str) -> int:
        """Run the installer silently; return its exit code."""
        target = self.shared / "setup.exe"
        target.write_bytes(self.setup_file(version).read_bytes())
        return self.wine.run(r"Z:\srv\trial\setup.exe", "/S").code

    def uninstall(self) -> int:
        """Run the uninstaller silently and wait for its copy of itself."""
        code = self.wine.run(rf"{_HOME}\AppData\Local\Programs\SoPhatNgon\uninstall.exe", "/S").code
        until(lambda: not (self.program / "SoPhatNgon.exe").exists(), "the program is still there")
        return code

    def command(self, *arguments: str, exe: str = "SoPhatNgon-cli.exe", folder: str = "") -> Done:
        """Run the installed program, or the one in ``folder``, without its window."""
        where = folder or rf"{_HOME}\AppData\Local\Programs\SoPhatNgon"
        return self.wine.run(rf"{where}\{exe}", *arguments)

    def self_test(self, exe: str, folder: str = "") -> dict[str, Any]:
        """Return the report of the program's self-test."""
        report = self.shared / "report.json"
        report.unlink(missing_ok=True)
        done = self.command("self-test", r"Z:\srv\trial\report.json", exe=exe, folder=folder)
        assert report.exists(), f"no report; exit code {done.code}: {done.words[-2000:]}"
        read: dict[str, Any] = json.loads(report.read_text("utf-8"))
        assert done.code == 0, json.dumps(read, ensure_ascii=False, indent=1)
        return read

    def registered_version(self) -> str | None:
        """Return the version Windows lists among the installed programs."""
        done = self.wine.run("reg", "query", _KEY, "/v", "DisplayVersion")
        return done.words.split()[-1] if done.code == 0 else None

    def open_window(self, folder: str = "") -> subprocess.Popen[str]:
        """Start the program and wait for its window."""
        where = folder or rf"{_HOME}\AppData\Local\Programs\SoPhatNgon"
        process = self.wine.start(rf"{where}\SoPhatNgon.exe")
        until(lambda: bool(self.windows()), "no window came")
        return process

    def windows(self) -> list[str]:
        """Return the windows of the program on the screen."""
        command = ["xdotool", "search", "--onlyvisible", "--name", TITLE]
        environment = {"DISPLAY": self.wine.display.name, "PATH": "/usr/bin:/bin"}
        done = subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        return done.stdout.split()

    def close_window(self, process: subprocess.Popen[str]) -> None:
        """Close the window as its button does, and wait for the program's end."""
        self.wine.run("taskkill", "/IM", "SoPhatNgon.exe")
        process.communicate(timeout=60)
        assert process.returncode == 0, f"the program ended with {process.returncode}"


def until(condition: Callable[[], bool], complaint: str, seconds: float = 120) -> None:
    """Wait until ``condition`` holds. Raises AssertionError with ``complaint``."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, complaint
        time.sleep(0.25)
