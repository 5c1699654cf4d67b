"""Collect the licences of everything in the package, for “Giới thiệu” and for whoever asks.

Written are ``index.json``, a list of ``{"name", "version", "licence", "files"}`` in the order of
names, and the texts that ``files`` names, all in UTF-8.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

_TEXTS = Path(__file__).with_name("licences")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
# Their own texts are those of the commercial edition.
_QT = ("PySide6_Essentials", "PySide6_Addons", "shiboken6")
_LONGEST_NAME = 60
# Where the package's own words say less than there is to say.
_PLAINER = {"pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception"}


class NoLicence(Exception):
    """Something would be shipped without its licence; the words name it."""


def collect(modules: Iterable[str], fonts: Path | None, python: Path, target: Path) -> None:
    """Write the licences of the packages that bring ``modules``, and of all around them.

    ``modules`` are top-level names of Python modules, ``fonts`` the folder of the fonts packed
    with their licence (``LICENSE.txt``), ``python`` the folder of the Python that is packed.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    brings = metadata.packages_distributions()
    names = {name for module in modules for name in brings.get(module, [])} | {"pyinstaller"}
    entries = [_package(metadata.distribution(name), target) for name in names if name not in _QT]
    entries += [
        _entry("Python", platform.python_version(), "PSF-2.0", [python / "LICENSE.txt"], target),
        _entry(
            "Qt, Qt for Python", metadata.version("PySide6_Essentials"), "LGPL-3.0-only",
            [_TEXTS / "Qt.txt", _TEXTS / "LGPL-3.0.txt", _TEXTS / "GPL-3.0.txt"], target,
        ),
        _entry(
            "Microsoft Visual C++ Runtime", "14", "Microsoft", [_TEXTS / "Microsoft.txt"], target,
        ),
        _entry("NSIS", "3", "Zlib", [_TEXTS / "NSIS.txt"], target),
    ]  # fmt: skip
    if fonts is not None:
        entries.append(_entry("Tinos", "", "OFL-1.1", [fonts / "LICENSE.txt"], target))
    entries.sort(key=lambda entry: str(entry["name"]).lower())
    text = json.dumps(entries, ensure_ascii=False, indent=1)
    (target / "index.json").write_text(text, encoding="utf-8", newline="\n")


def _package(package: metadata.Distribution, target: Path) -> dict[str, Any]:
    files = [
        Path(str(file.locate()))
        for file in package.files or []
        if ".dist-info" in file.parts[0] and _LICENCE_FILE.search(file.name)
    ]
    facts = package.metadata.json
    stated = str(facts.get("license_expression") or facts.get("license") or "").strip()
    licence = stated.splitlines()[0] if stated else ""
    if len(licence) > _LONGEST_NAME or not licence:  # some put a whole sentence there, or nothing
        classifiers = package.metadata.get_all("Classifier") or []
        named = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License")]
        licence = ", ".join(named) or licence[:_LONGEST_NAME]
    name = package.metadata["Name"]
    licence = _PLAINER.get(name, licence)
    return _entry(name, package.version, licence, sorted(files), target)


def _entry(
    name: str, version: str, licence: str, files: list[Path], target: Path
) -> dict[str, Any]:
    if not files or not licence:
        raise NoLicence(f"{name} {version}: no licence found")
    written = []
    for file in files:
        own = f"{name}-{file.stem}.txt".replace(" ", "-").replace(",", "")
        # Some are in an older encoding; what is shown must be readable.
        raw = file.read_bytes()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")
        (target / own).write_text(text.replace("\r\n", "\n"), encoding="utf-8", newline="\n")
        written.append(own)
    return {"name": name, "version": version, "licence": licence, "files": written}
