"""Xuất Excel: asks where, writes off the UI thread, then offers to open the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError, FileBusy, StorageFull, StorageReadOnly
from app.rules.wording.file_names import SAMPLE_PREFIX
from app.services.plain import ListQuery
from app.settings import Settings
from app.specs.registry import SPECS
from app.ui import files, messages, tasks

# write(kind, query, path, progress): makes the sheet; progress gets rows done and rows in all.
Progress = Callable[[int, int], bool | None]


class SheetWriter(Protocol):
    """What makes a sheet of a list."""

    def __call__(
        self, kind: str, query: ListQuery, path: Path, progress: Progress | None
    ) -> object: ...


class Exporter(QObject):
    """Writes the lists that have a sheet, one at a time."""

    notice = Signal(str, object)
    _progressed = Signal(int, int)

    def __init__(self, write: SheetWriter, settings: Settings, *, is_sample: bool) -> None:
        super().__init__()
        self._write = write
        self._settings = settings
        self._prefix = SAMPLE_PREFIX if is_sample else ""
        self._what = ""
        self._progressed.connect(self._on_progressed)

    def export(self, kind: str, query: ListQuery, parent: QWidget, what: str = "") -> None:
        """Ask where the sheet goes and begin to write it; ``what`` names one that is no list's."""
        name = f"{self._prefix}{what or SPECS[kind].plural}.xlsx"
        path = _ask_path(files.usual_folder(self._settings) / name, parent)
        if path is not None:
            self._start(kind, query, path, parent)

    def _start(self, kind: str, query: ListQuery, path: Path, parent: QWidget) -> None:
        self._what = path.name
        self.notice.emit(f"Đang ghi {path.name}…", None)
        tasks.run(
            partial(self._write, kind, query, path, self._progressed.emit),
            partial(self._on_written, path, parent),
            partial(self._on_failed, kind, query, path, parent),
        )

    def _on_progressed(self, done: int, total: int) -> None:
        if done < total:
            self.notice.emit(f"Đang ghi {self._what}: {done} / {total} dòng…", None)

    def _on_written(self, path: Path, parent: QWidget, _result: object) -> None:
        files.remember_folder(path, self._settings)
        self.notice.emit(f"Đã ghi {path}.", None)
        if messages.confirm(parent, f"Đã ghi {path.name}.", f"Tệp ở {path.parent}.", "&Mở tệp"):
            files.open_path(path)

    def _on_failed(
        self, kind: str, query: ListQuery, path: Path, parent: QWidget, error: BaseException
    ) -> None:
        self.notice.emit(f"Chưa ghi được {path.name}.", None)
        if not isinstance(error, AppError):
            raise error
        if not isinstance(error, FileBusy | StorageFull | StorageReadOnly):
            messages.show_error(parent, error)
            return
        answer = messages.ask_retry(parent, error)
        again = _ask_path(path, parent) if answer is messages.Retry.OTHER_NAME else path
        if answer is not messages.Retry.BACK and again is not None:
            self._start(kind, query, again, parent)


def _ask_path(proposed: Path, parent: QWidget) -> Path | None:
    return files.ask_path("Xuất ra tệp Excel", proposed, "Sổ Excel", parent)
