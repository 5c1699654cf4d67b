"""Settings are remembered, and never stop the start."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.settings import Settings


def test_what_is_saved_is_there_the_next_time(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    settings.last_area = "articles"
    settings.column_widths = {"article": {"title": 300}}
    settings.save()
    again = Settings.load(tmp_path)
    assert again == settings


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00\xff", '{"geometry": 5, "unknown": 1}'])
def test_unreadable_settings_are_the_first_ones(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="latin-1")
    assert Settings.load(tmp_path) == Settings(tmp_path / "settings.json")


def test_one_wrong_option_spoils_no_other(tmp_path: Path) -> None:
    stored = {
        "areas_width": "wide",
        "last_area": "letters",
        "column_widths": {"article": {"title": 300, "kind": "x"}, "body": 7},
    }
    (tmp_path / "settings.json").write_text(json.dumps(stored))
    settings = Settings.load(tmp_path)
    assert settings.areas_width == 0
    assert settings.last_area == "letters"
    assert settings.column_widths == {"article": {"title": 300}}


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Settings(tmp_path / "file" / "settings.json").save()


def test_a_full_disk_leaves_the_settings_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings.load(tmp_path)
    settings.save()
    before = settings.path.read_bytes()

    def no_room(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    settings.printer = "Máy in mới"
    settings.save()
    assert settings.path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [settings.path]


def test_a_text_with_the_mark_of_a_secret_is_not_remembered(tmp_path: Path) -> None:
    """Duty 24: what is remembered of searches and views goes to the disk too."""
    settings = Settings.load(tmp_path)
    settings.last_area = "truoc\nMẬT\nnoidung"
    settings.printer = "HP"
    settings.column_widths = {"noidung\nMẬT": {"title": 3}, "article": {"title": 300}}
    settings.save()
    assert "noidung" not in (tmp_path / "settings.json").read_text("utf-8")
    again = Settings.load(tmp_path)
    assert (again.printer, again.column_widths) == ("HP", {"article": {"title": 300}})
