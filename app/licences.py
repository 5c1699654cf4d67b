"""The licences of everything in a packaged app, as the build collected them.

Beside ``index.json``, a list of ``{"name", "version", "licence", "files"}``, lie the texts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import AppError

_KEYS = ("name", "version", "licence", "files")


class NoLicences(AppError):
    """There are none to show here; the words say why, and where they are."""


@dataclass(frozen=True, slots=True)
class Licence:
    """One component: what it is called, its version, the name of its licence, and the texts."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]

    def text(self) -> str:
        """Return the texts one after the other; a file that cannot be read is named instead."""
        return "\n\n\n".join(_text(file) for file in self.files)


def read_licences(folder: Path | None) -> list[Licence]:
    """Return the components in the build's order; ``folder`` is None where nothing was packed.

    Raises NoLicences.
    """
    if folder is None:
        raise NoLicences(
            "Phần mềm đang chạy từ mã nguồn, không phải bản cài đặt.",
            "Giấy phép của các thư viện nằm trong từng thư viện, ở thư mục .venv của mã nguồn.",
        )
    try:
        entries = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        return [_licence(entry, folder) for entry in entries]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise NoLicences(
            f"Không đọc được danh sách giấy phép ở {folder}.",
            "Cài lại phần mềm, hoặc mở thư mục ấy để xem từng tệp giấy phép.",
        ) from error


def _licence(entry: dict[str, Any], folder: Path) -> Licence:
    name, version, licence, names = (entry[key] for key in _KEYS)
    if not isinstance(names, list) or not all(
        isinstance(word, str) for word in (name, version, licence, *names)
    ):
        raise ValueError(entry)
    # A name that leads elsewhere is nothing the build wrote.
    if any(own != Path(own).name for own in names):
        raise ValueError(names)
    return Licence(name, version, licence, tuple(folder / own for own in names))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError):
        return f"Không đọc được tệp {file}."
