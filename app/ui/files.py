"""Files as the clerk meets them: where one is saved, and opening it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.settings import Settings


def usual_folder(settings: Settings) -> Path:
    """Return the folder a file was saved in last, else the clerk's documents."""
    # Qt, unlike Path, has an answer for a folder that may not be looked into too.
    if settings.folder and QFileInfo(settings.folder).isDir():
        return Path(settings.folder)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))


def remember_folder(path: Path, settings: Settings) -> None:
    """Propose the folder of ``path`` the next time."""
    settings.folder = str(path.parent)
    settings.save()


def ask_path(title: str, proposed: Path, kind: str, parent: QWidget | None) -> Path | None:
    """Ask where a file goes; None when the clerk went back.

    ``kind`` names files of this kind ("Tệp PDF"); their extension is that of ``proposed``.
    """
    extension = proposed.suffix
    name, _filter = QFileDialog.getSaveFileName(
        parent, title, str(proposed), f"{kind} (*{extension})"
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == extension else path.with_name(path.name + extension)


def open_path(path: Path) -> None:
    """Show a file or a folder in the program that the system opens it with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
