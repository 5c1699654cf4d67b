"""The log helps where it can be written, and is in nobody's way where it cannot."""

from __future__ import annotations

import faulthandler
import logging
from pathlib import Path

import pytest

from app import log


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch):
    logger = logging.getLogger()
    monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(logger, "level", logger.level)
    monkeypatch.setattr(logging, "raiseExceptions", True)
    yield logger
    for handler in logger.handlers:
        handler.close()


def test_a_full_disk_stops_no_line_of_code(
    tmp_path: Path, root: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    assert log.set_up(tmp_path) == tmp_path / "logs"
    handler = next(handler for handler in root.handlers if type(handler) is logging.FileHandler)

    class Full:
        def write(self, _text: str) -> None:
            raise OSError(28, "No space left on device")

        def flush(self) -> None:
            """Nothing was taken."""

        def close(self) -> None:
            """Nothing to close."""

    whole = handler.setStream(Full())  # type: ignore[type-var]
    assert whole is not None
    whole.close()
    root.error("never written")
    assert capsys.readouterr() == ("", "")


def test_a_crash_file_that_cannot_be_written_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "crash.log").mkdir()
    was_on = faulthandler.is_enabled()
    log.catch_native_crashes(tmp_path)
    assert faulthandler.is_enabled() == was_on


def test_a_line_with_the_mark_of_a_secret_is_left_out(tmp_path: Path, root: logging.Logger) -> None:
    """Duty 24: not logged, whoever would log it, in the words or with an error."""
    log.set_up(tmp_path)
    root.error("%s", "truoc\nTỐI MẬT\nnoidung")
    try:
        raise ValueError("truoc\nMẬT\nnoidung")
    except ValueError:
        root.exception("trouble")
    root.error("bảo vệ bí mật")
    lines = (tmp_path / "logs" / "app.log").read_text("utf-8")
    assert "noidung" not in lines
    assert lines.count("left out") == 2
    assert "bảo vệ bí mật" in lines
