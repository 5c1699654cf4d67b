"""Letters are tested with one font only, so that every measure means the same everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exports.letter.typesetting.fonts import FONT_FOLDER_VARIABLE

TINOS = Path("/usr/share/fonts/truetype/croscore")


@pytest.fixture(autouse=True)
def _tinos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FONT_FOLDER_VARIABLE, str(TINOS))
