"""What the app remembers of this PC's user: how the window looks, never records.

Unreadable settings never stop the start; they are what they would be on the first day.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Self

from app.errors import AppError
from app.files import write_atomically
from app.paths import backups_dir
from app.rules.duties.secrecy import marks

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Settings:
    """The options with their first values. ``path`` is the file they are kept in."""

    path: Path
    # Qt's own description of the window's place and size, in hexadecimal.
    geometry: str = ""
    areas_width: int = 0
    # Where a book goes on that is opened anew in the same window.
    last_area: str = ""
    # The printer chosen last, and the folder a file was saved in last.
    printer: str = ""
    folder: str = ""
    # Where backups go; empty for the folder beside the records. The last one made here, and when.
    backup_folder: str = ""
    last_backup: str = ""
    last_backup_at: str = ""
    # Kind of record -> column name -> width.
    column_widths: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def backups_dir(self) -> Path:
        """The folder where backups go."""
        return Path(self.backup_folder) if self.backup_folder else backups_dir(self.path.parent)

    @classmethod
    def load(cls, data_dir: Path) -> Self:
        """Return what was saved; an option of the wrong type takes its first value."""
        settings = cls(data_dir / "settings.json")
        try:
            stored = json.loads(settings.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return settings
        except (OSError, ValueError):
            _log.warning("settings cannot be read; using the first values")
            return settings
        if isinstance(stored, dict):
            settings._take(stored)
        return settings

    def save(self) -> None:
        """Write the options; where that is impossible the next start is merely a plain one."""
        values: dict[str, Any] = _unmarked(asdict(self))
        del values["path"]
        text = json.dumps(values, indent=1, ensure_ascii=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, text.encode())
        except (OSError, AppError):
            _log.warning("settings cannot be written")

    def _take(self, stored: dict[str, Any]) -> None:
        for option in fields(self):
            value = stored.get(option.name)
            if option.name == "path" or value is None:
                continue
            if option.name == "column_widths":
                self.column_widths = _widths(value)
            elif type(value) is type(getattr(self, option.name)):
                setattr(self, option.name, value)


def _unmarked(value: Any) -> Any:
    """Return options without texts that bear the mark of a state secret: a search, a name."""
    if isinstance(value, dict):
        return {
            name: _unmarked(part)
            for name, part in value.items()
            if not (isinstance(name, str) and marks(name))
        }
    if isinstance(value, list | tuple):
        return [_unmarked(part) for part in value]
    return "" if isinstance(value, str) and marks(value) else value


def _widths(stored: Any) -> dict[str, dict[str, int]]:
    if not isinstance(stored, dict):
        return {}
    return {
        str(kind): {str(name): width for name, width in columns.items() if type(width) is int}
        for kind, columns in stored.items()
        if isinstance(columns, dict)
    }
