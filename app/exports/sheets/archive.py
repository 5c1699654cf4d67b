"""A zip file whose entries all bear one time. Imports zipfile, so import this only to write."""

from __future__ import annotations

from datetime import datetime
from typing import IO, Any
from zipfile import ZipFile, ZipInfo


class DatedZip(ZipFile):
    """A new zip file; each entry is dated ``made_at`` and not by the clock or the disk."""

    def __init__(self, file: IO[bytes], made_at: datetime, compression: int) -> None:
        super().__init__(file, "w", compression)
        self._made_at = made_at

    def open(self, name: str | ZipInfo, *how: Any, **more: Any) -> IO[bytes]:
        """Date the entry; whatever is written goes through here."""
        if isinstance(name, ZipInfo):
            moment = self._made_at
            name.date_time = (
                moment.year,
                moment.month,
                moment.day,
                moment.hour,
                moment.minute,
                moment.second,
            )
        return super().open(name, *how, **more)
