"""Files as the clerk meets them: where one is saved, and opening it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QFileInfo, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app import win32
from app.errors import AppError
from app.paths import backups_dir
from app.rules.wording.file_names import shortened
from app.settings import Settings
from app.storage import LONGEST_PATH
from app.ui import messages

# What a file is called, and what opens it.
_PROGRAMS = {
    ".pdf": ("PDF", "phần mềm xem PDF (Microsoft Edge cũng mở được)"),
    ".ics": ("lịch (.ics)", "Outlook hoặc phần mềm lịch khác"),
    ".xlsx": ("Excel", "Excel hoặc LibreOffice"),
}


def usual_folder(settings: Settings) -> Path:
    """Return the folder a file was saved in last, else the clerk's documents."""
    # Qt, unlike Path, has an answer for a folder that may not be looked into too.
    if settings.folder and QFileInfo(settings.folder).isDir():
        return Path(settings.folder)
    return documents_folder()


def documents_folder() -> Path:
    """Return the clerk's documents."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    # Windows knows no such folder where the profile's drive is away.
    return Path(QStandardPaths.writableLocation(documents) or QDir.homePath())


def remember_folder(path: Path, settings: Settings) -> None:
    """Propose the folder of ``path`` the next time."""
    settings.folder = str(path.parent)
    settings.save()


def backup_folder(settings: Settings) -> Path:
    """Return the folder that was chosen for backups, while it is there to be used.

    Else "backups" beside the records, made now.
    """
    if settings.backup_folder and QFileInfo(settings.backup_folder).isDir():
        return settings.backups_dir
    folder = backups_dir(settings.path.parent)
    QDir().mkpath(str(folder))  # where that is impossible, whoever writes there will say so
    return folder


def ask_existing(title: str, folder: Path, kind: str, parent: QWidget | None) -> Path | None:
    """Ask for a database file; None when the clerk went back. ``kind`` names such files."""
    name, _filter = QFileDialog.getOpenFileName(
        parent, title, str(folder), f"{kind} (*.db);;Mọi tệp (*)"
    )
    return Path(name) if name else None


def ask_any(title: str, folder: Path, parent: QWidget | None) -> list[Path]:
    """Ask for files of any kind; none when the clerk went back."""
    names, _filter = QFileDialog.getOpenFileNames(parent, title, str(folder), "Mọi tệp (*)")
    return [Path(name) for name in names]


def ask_path(title: str, proposed: Path, kind: str, parent: QWidget | None) -> Path | None:
    """Ask where a file goes; None when the clerk went back.

    ``kind`` names files of this kind ("Tệp PDF"); their extension is that of ``proposed``.
    """
    extension = proposed.suffix
    room = LONGEST_PATH - len(str(proposed.parent)) - 1
    start = proposed.with_name(shortened(proposed.name, room))
    name, _filter = QFileDialog.getSaveFileName(parent, title, str(start), f"{kind} (*{extension})")
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() == extension:
        return path
    path = path.with_name(path.name + extension)
    # The dialog asked about the name as it was typed.
    if QFileInfo(str(path)).exists() and not messages.confirm(
        parent, f"Đã có tệp “{path.name}”. Ghi đè?", "Nội dung cũ của tệp sẽ mất.", "&Ghi đè"
    ):
        return ask_path(title, path, kind, parent)
    return path


def ask_folder(title: str, start: Path, parent: QWidget | None) -> Path | None:
    """Ask for a folder, beginning at ``start``; None when the clerk went back."""
    name = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(name) if name else None


def open_path(path: Path) -> None:
    """Show a file or a folder in the program that the system opens it with; say where none does."""
    if not QFileInfo(str(path)).exists():
        trouble = AppError(
            f"Không còn “{path.name}” ở {path.parent}.",
            "Có thể đã được chuyển đi, đổi tên hoặc xóa, hoặc ổ đĩa không còn nối.",
        )
    else:
        with win32.own_libraries_put_away():
            if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                return
        trouble = _no_program(path)
    messages.show_error(QApplication.activeWindow(), trouble)


def _no_program(path: Path) -> AppError:
    kind, programs = _PROGRAMS.get(path.suffix.lower(), ("này", "phần mềm phù hợp"))
    if QFileInfo(str(path)).isDir():
        return AppError(f"Không mở được thư mục {path}.", "Mở thư mục đó bằng File Explorer.")
    return AppError(
        f"Máy này chưa có phần mềm mở tệp {kind}, hoặc phần mềm đó không chạy được.",
        f"Tệp “{path.name}” vẫn ở {path.parent}. Nhờ cán bộ tin học cài {programs}, hoặc chép tệp "
        "sang máy khác để mở.",
    )
