"""Everything that is shipped is shipped with its licence."""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path

import pytest

LOCK = Path(__file__).parents[2] / "build" / "requirements" / "app.txt"


@pytest.fixture
def python(tmp_path: Path) -> Path:
    folder = tmp_path / "python"
    folder.mkdir()
    (folder / "LICENSE.txt").write_text("PYTHON SOFTWARE FOUNDATION LICENSE")
    return folder


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_of_the_program_has_a_licence_that_can_be_read(
    tmp_path: Path, python: Path
) -> None:
    from licences import collect

    brings = metadata.packages_distributions()
    locked = {normal(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", LOCK.read_text(), re.M)}
    modules = {
        module for module, names in brings.items() if locked & {normal(name) for name in names}
    }
    collect(modules, python, python, tmp_path / "licences")
    entries = json.loads((tmp_path / "licences" / "index.json").read_text("utf-8"))
    named = {normal(entry["name"]) for entry in entries}
    qt = {"pyside6-essentials", "pyside6-addons", "shiboken6"}
    assert locked - qt <= named
    assert {"python", "qt, qt for python", "tinos", "nsis", "pyinstaller"} <= named
    for entry in entries:
        assert entry["licence"]
        for file in entry["files"]:
            assert (tmp_path / "licences" / file).read_text("utf-8").strip(), entry


def test_qt_is_shipped_under_the_lesser_general_public_licence(
    tmp_path: Path, python: Path
) -> None:
    from licences import collect

    collect({"PySide6"}, None, python, tmp_path / "licences")
    entries = json.loads((tmp_path / "licences" / "index.json").read_text("utf-8"))
    (qt,) = (entry for entry in entries if entry["name"].startswith("Qt"))
    texts = "".join((tmp_path / "licences" / name).read_text("utf-8") for name in qt["files"])
    assert qt["version"] == metadata.version("PySide6_Essentials")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts
    assert "Commercial" not in texts
    assert not [entry for entry in entries if entry["name"] == "Tinos"]


def test_something_without_a_licence_is_not_packed(tmp_path: Path) -> None:
    from licences import NoLicence, _entry

    with pytest.raises(NoLicence, match="nameless 1"):
        _entry("nameless", "1", "", [], tmp_path)
