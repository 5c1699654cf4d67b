"""``python -m app self-test``: what works on this PC, in a file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

import pytest

from app.commands import self_test as command
from app.errors import FontMissing
from app.main import main


def report(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def test_here_everything_works_also_without_a_console(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    # A windowed program on Windows starts with no streams at all.
    code = (
        "import sys; sys.stdout = sys.stderr = None\n"
        "from app.main import main\n"
        f"sys.exit(main(['self-test', {str(path)!r}]))"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=100, check=False).returncode == 0
    found = report(path)
    assert found["ok"] is True
    assert [check["name"] for check in found["checks"]] == [
        "fonts", "resources", "database", "letter", "sheet", "calendar", "window", "printing",
    ]  # fmt: skip
    assert all(check["ok"] and check["text"] for check in found["checks"])


def test_what_fails_is_told_and_the_rest_still_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_font(_folder: Path) -> str:
        raise FontMissing("Không có phông chữ.", "Cài lại phông chữ.")

    def broken(_folder: Path) -> str:
        raise ZeroDivisionError

    def fine(_folder: Path) -> str:
        return "tốt"

    checks = (("fonts", no_font), ("letter", broken), ("sheet", fine))
    monkeypatch.setattr(command, "CHECKS", checks)
    path = tmp_path / "report.json"
    assert main(["self-test", str(path)]) == 1
    fonts, letter, sheet = report(path)["checks"]
    assert fonts == {"name": "fonts", "ok": False, "text": "Không có phông chữ. Cài lại phông chữ."}
    assert "ZeroDivisionError" in letter["text"]
    assert sheet == {"name": "sheet", "ok": True, "text": "tốt"}
    assert report(path)["ok"] is False


def test_a_calendar_that_does_not_come_back_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a package without its time zone data."""

    def no_data(_data: bytes) -> Any:
        raise ZoneInfoNotFoundError("No time zone found with key UTC")

    monkeypatch.setattr("icalendar.Calendar.from_ical", no_data)
    monkeypatch.setattr(command, "CHECKS", [one for one in command.CHECKS if one[0] == "calendar"])
    path = tmp_path / "report.json"
    assert main(["self-test", str(path)]) == 1
    (calendar,) = report(path)["checks"]
    assert "No time zone found" in calendar["text"]


def test_a_report_that_cannot_be_written_is_bad_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "CHECKS", ())
    assert main(["self-test", str(tmp_path / "none" / "report.json")]) == 2
    assert capsys.readouterr().err.startswith("REPORT.json: ")
