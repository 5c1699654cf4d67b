"""Save a letter's PDF where the clerk wants it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import FileBusy, StorageFull, StorageReadOnly
from app.exports.files import write_atomically
from app.settings import Settings
from app.ui import messages


def save_pdf(
    pdf: bytes, proposed_name: str, settings: Settings, parent: QWidget | None
) -> Path | None:
    """Ask where, and save. Returns the file, or None when the clerk went back.

    A target that cannot be written is asked about again: nothing is lost by trying.
    """
    path = _ask_path(Path(_folder(settings)) / proposed_name, parent)
    while path is not None:
        try:
            write_atomically(path, pdf)
        except (FileBusy, StorageFull, StorageReadOnly) as error:
            answer = messages.ask_retry(parent, error)
            if answer is messages.Retry.BACK:
                return None
            if answer is messages.Retry.OTHER_NAME:
                path = _ask_path(path, parent)
            continue
        settings.folder = str(path.parent)
        settings.save()
        return path
    return None


def open_file(path: Path) -> None:
    """Show a saved file in the program that Windows opens such files with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _folder(settings: Settings) -> str:
    if settings.folder and Path(settings.folder).is_dir():
        return settings.folder
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _ask_path(proposed: Path, parent: QWidget | None) -> Path | None:
    name, _filter = QFileDialog.getSaveFileName(
        parent, "Lưu văn bản ra tệp PDF", str(proposed), "Tệp PDF (*.pdf)"
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
