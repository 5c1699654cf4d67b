"""Sao lưu and Phục hồi from the menu: asked, done off the UI thread, told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressDialog

from app import paths, places
from app.errors import AppError, BackupFailed, FileBusy, StorageFull, StorageReadOnly
from app.services.progress import Stopped
from app.settings import Settings
from app.text import grouped, size_text
from app.ui import files, messages, tasks
from app.ui.backup.restore_dialog import RestoreDialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.services.backup.contents import Contents
    from app.services.backup.making import Backup
    from app.services.backup.restoring import Restored
    from app.ui.shell.main_window import MainWindow

_KIND = "Bản sao lưu"
_SHOWN_AFTER_MS = 500  # what is done sooner needs no box
_FINDINGS_TOLD = 3


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a clerk is shown before a restore."""

    rows: list[tuple[str, str, str]]
    warnings: list[str]


class BackupDesk(QObject):
    """What a window over the office's own book, with its ``settings``, does about backups."""

    changed = Signal()  # another backup is the last one
    _progressed = Signal(str, int, int)

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._data_dir = settings.path.parent
        self._stop = Event()
        self._dialog: QProgressDialog | None = None
        self._progressed.connect(self._on_progressed)
        application = QGuiApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._stop.set)

    # Sao lưu

    def back_up(self) -> None:
        """Ask where the backup goes, and make it."""
        context = self._window.context
        if context is None or self._dialog is not None:
            return
        QGuiApplication.inputMethod().commit()
        if self._window.workspace.is_dirty() and not messages.confirm(
            self._window,
            "Còn nội dung chưa cất.",
            "Những gì chưa cất không có trong bản sao lưu. Quay lại để cất trước (Ctrl+S), hoặc "
            "chỉ sao lưu phần đã cất.",
            "&Sao lưu phần đã cất",
        ):
            self._window.workspace.show_unsaved()
            return
        folder = files.backup_folder(self._settings)
        self._make_at(self._ask_path(folder / context.backups.proposed_name()))

    def _ask_path(self, proposed: Path) -> Path | None:
        return files.ask_path("Sao lưu toàn bộ dữ liệu", proposed, _KIND, self._window)

    def _make_at(self, path: Path | None) -> None:
        context = self._window.context
        if path is None or context is None:
            return
        self._begin("Đang sao lưu…", self._stop.set)
        tasks.run(
            partial(context.backups.make, path, self._report),
            self._on_made,
            partial(self._on_making_failed, path),
        )

    def _on_made(self, backup: Backup) -> None:
        self._end()
        self._settings.backup_folder = str(backup.path.parent)
        self._settings.last_backup = str(backup.path)
        self._settings.last_backup_at = backup.made_at.isoformat(timespec="seconds")
        self._settings.save()
        self.changed.emit()
        if messages.tell(
            self._window,
            f"Đã sao lưu ra {backup.path.name}.",
            _made_words(backup, self._data_dir),
            "&Mở thư mục",
        ):
            files.open_path(backup.path.parent)

    def _on_making_failed(self, path: Path, error: BaseException) -> None:
        self._end()
        if isinstance(error, Stopped):
            self._window.workspace.show_notice("Đã thôi sao lưu; không có tệp nào được ghi.")
            return
        if not isinstance(error, BackupFailed | FileBusy | StorageFull | StorageReadOnly):
            self._on_failed(error)
            return
        match messages.ask_retry(self._window, error):
            case messages.Retry.AGAIN:
                self._make_at(path)
            case messages.Retry.OTHER_NAME:
                self._make_at(self._ask_path(path))

    # Phục hồi

    def restore(self) -> None:
        """Ask which backup, show what is inside, and put it in place once that was confirmed."""
        if self._dialog is not None:
            return
        folder = files.backup_folder(self._settings)
        file = files.ask_existing("Chọn bản sao lưu để phục hồi", folder, _KIND, self._window)
        if file is None:
            return
        task = tasks.run(
            partial(_look, file, self._data_dir, self._window.context),
            partial(self._on_looked, file),
            self._on_looking_failed,
        )
        self._begin("Đang mở bản sao lưu ra xem…", partial(self._give_up, task))

    def _give_up(self, task: tasks.Task) -> None:
        task.cancel()
        self._end()

    def _on_looking_failed(self, error: BaseException) -> None:
        self._end()
        self._on_failed(error)

    def _on_looked(self, file: Path, seen: _Seen) -> None:
        self._end()
        dialog = RestoreDialog(file.name, seen.rows, seen.warnings, self._window)
        dialog.accepted.connect(partial(self._on_confirmed, file, seen.warnings))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_confirmed(self, file: Path, warnings: list[str]) -> None:
        context = self._window.context
        clock = None if context is None else context.clock
        self._window.reopen(
            between=partial(_restore, file, self._data_dir, clock),
            words="Đang phục hồi dữ liệu…",
            on_done=partial(self._tell_restored, file, warnings),
        )

    def _tell_restored(self, file: Path, warnings: list[str], restored: Restored) -> None:
        kept = (
            f"Dữ liệu trước đó được giữ ở {restored.kept}; cần thì phục hồi lại từ tệp ấy, cũng "
            "ở Hệ thống › Phục hồi."
            if restored.kept
            else "Trước đó chưa có dữ liệu nào."
        )
        messages.tell(self._window, f"Đã phục hồi từ {file.name}.", "\n\n".join([kept, *warnings]))

    # Both

    def _report(self, words: str, done: int, total: int) -> bool:
        """Tell from the worker how far it is; return whether to go on."""
        self._progressed.emit(words, done, total)
        return not self._stop.is_set()

    def _on_progressed(self, words: str, done: int, total: int) -> None:
        if self._dialog is not None and not self._stop.is_set():
            part = f": {100 * done // total}%" if total else ""
            self._dialog.setLabelText(f"{words}{part}…")

    def _begin(self, words: str, on_cancel: Callable[[], object]) -> None:
        self._stop.clear()
        dialog = QProgressDialog(words, "&Thôi", 0, 0, self._window)
        dialog.setWindowTitle("Sổ Phát ngôn")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumWidth(dialog.fontMetrics().averageCharWidth() * 60)
        dialog.setMinimumDuration(_SHOWN_AFTER_MS)
        dialog.canceled.connect(on_cancel)
        self._dialog = dialog

    def _end(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.canceled.disconnect()
            dialog.reset()
            dialog.deleteLater()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            raise error
        messages.show_error(self._window, error)


def _made_words(backup: Backup, data_dir: Path) -> str:
    contents = backup.contents
    count = grouped(sum(contents.counts.values()) + contents.deleted)
    parts = [f"Tệp {size_text(contents.size)} ở {backup.path.parent}."]
    if contents.findings:
        findings = "\n".join(contents.findings[:_FINDINGS_TOLD])
        parts.append(
            f"Đã mở bản sao ra kiểm tra: đủ {count} bản ghi như dữ liệu đang dùng, kể cả luật, "
            f"ngày nghỉ và những gì đã xóa. Trong dữ liệu có {len(contents.findings)} điều cần xem "
            f"lại, báo cán bộ tin học của cơ quan:\n{findings}"
        )
    else:
        parts.append(
            f"Đã mở bản sao ra kiểm tra: đủ {count} bản ghi, kể cả luật, ngày nghỉ và những gì đã "
            "xóa; các văn bản đã phát hành nguyên vẹn."
        )
    parts.append(places.backup_warning(backup.path.parent, data_dir))
    return "\n\n".join(filter(None, parts))


# In the worker; what opens books is imported here.


def _look(file: Path, data_dir: Path, context: AppContext | None) -> _Seen:
    from app.services.backup.contents import comparison, look, numbers_taken_back
    from app.services.backup.restoring import refuse_wrong

    refuse_wrong(file, paths.database_file(data_dir))
    backup = look(file)
    present: Contents | None = None
    if context is not None:
        present = context.backups.contents()
    warnings = [] if present is None else numbers_taken_back(backup, present)
    if backup.findings:
        warnings.append(f"Trong bản sao lưu có {len(backup.findings)} điều cần xem lại:")
        warnings += backup.findings[:_FINDINGS_TOLD]
    return _Seen(comparison(backup, present), warnings)


def _restore(file: Path, data_dir: Path, clock: Callable[[], datetime] | None) -> Restored:
    from app.bootstrap import restore_backup

    if clock is None:
        return restore_backup(file, data_dir)
    return restore_backup(file, data_dir, clock)
