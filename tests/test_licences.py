"""The licences in a packaged app, read whatever shape their folder is in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app import paths
from app.licences import NoLicences, read_licences

QT = {"name": "Qt", "version": "6.9.3", "licence": "LGPL-3.0", "files": ["Qt-LGPL.txt"]}


def packed(folder: Path, index: Any) -> Path:
    (folder / "index.json").write_text(
        index if isinstance(index, str) else json.dumps(index), encoding="utf-8"
    )
    (folder / "Qt-LGPL.txt").write_text("GNU LESSER…\nĐiều 1\n", encoding="utf-8")
    return folder


def test_the_components_come_in_the_builds_order_with_their_texts(tmp_path: Path) -> None:
    python = {"name": "Python", "version": "3.11", "licence": "PSF", "files": ["Qt-LGPL.txt"] * 2}
    read = read_licences(packed(tmp_path, [python, QT]))
    assert [(one.name, one.version, one.licence) for one in read] == [
        ("Python", "3.11", "PSF"),
        ("Qt", "6.9.3", "LGPL-3.0"),
    ]
    assert read[1].text() == "GNU LESSER…\nĐiều 1"
    assert read[0].text().count("Điều 1") == 2


@pytest.mark.parametrize(
    "index",
    [
        "",
        "{",
        "7",
        "[7]",
        "[null]",
        [{"name": "Qt"}],
        [{**QT, "version": 6}],
        [{**QT, "files": "Qt-LGPL.txt"}],
        [{**QT, "files": ["../secret.txt"]}],
        [{**QT, "files": [None]}],
    ],
)
def test_a_list_that_is_no_list_is_told_in_words(tmp_path: Path, index: Any) -> None:
    with pytest.raises(NoLicences) as caught:
        read_licences(packed(tmp_path, index))
    assert str(tmp_path) in caught.value.message
    assert caught.value.advice


def test_a_missing_list_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(NoLicences) as caught:
        read_licences(tmp_path / "licences")
    assert "Cài lại phần mềm" in caught.value.advice


def test_a_text_that_is_missing_or_no_text_is_named_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\xfa")
    names = ["gone.txt", "broken.txt", "Qt-LGPL.txt"]
    (read,) = read_licences(packed(tmp_path, [{**QT, "files": names}]))
    assert f"Không đọc được tệp {tmp_path / 'gone.txt'}." in read.text()
    assert f"Không đọc được tệp {tmp_path / 'broken.txt'}." in read.text()
    assert "GNU LESSER" in read.text()


def test_a_checkout_has_none_and_says_where_they_are(monkeypatch, tmp_path: Path) -> None:
    assert paths.licences_dir() is None
    with pytest.raises(NoLicences) as caught:
        read_licences(paths.licences_dir())
    assert "mã nguồn" in caught.value.message
    monkeypatch.setattr(paths.sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.licences_dir() == tmp_path / "licences"
