"""When the last backup was made, in the status bar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QLabel, QWidget

from app.places import is_network_path
from app.rules.dates import date_time_text
from app.settings import Settings
from app.ui import tasks

_DAYS_TO_TELL = 7  # a backup that is older is told with its age


class BackupStatus(QLabel):
    """Tells of the last backup that ``settings`` remember."""

    def __init__(
        self, settings: Settings, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._today = today
        self.setContentsMargins(0, 0, 2 * self.fontMetrics().averageCharWidth(), 0)

    def refresh(self) -> None:
        """Tell it anew, and whether its file is still there."""
        made_at = last_backup_at(self._settings)
        self.setText(words(made_at, self._today(), is_missing=False))
        self.setToolTip(self._settings.last_backup)
        if made_at is not None:
            file = self._settings.last_backup
            tasks.run(partial(_is_missing, file), partial(self._on_looked, made_at))

    def _on_looked(self, made_at: datetime, is_missing: bool) -> None:
        self.setText(words(made_at, self._today(), is_missing=is_missing))


def words(made_at: datetime | None, today: date, *, is_missing: bool) -> str:
    """Return what the status bar says of the last backup."""
    if made_at is None:
        return "Chưa sao lưu lần nào"
    days = (today - made_at.date()).days
    age = f" ({days} ngày trước)" if days > _DAYS_TO_TELL else ""
    missing = ", không thấy tệp" if is_missing else ""
    return f"Sao lưu gần nhất: {date_time_text(made_at)}{age}{missing}"


def last_backup_at(settings: Settings) -> datetime | None:
    """Return when the last backup was made; None where there is none."""
    try:
        return datetime.fromisoformat(settings.last_backup_at)
    except ValueError:
        return None


def _is_missing(file: str) -> bool:
    # A share that is gone would hold up all other work for half a minute.
    return not is_network_path(Path(file)) and not QFileInfo(file).isFile()
