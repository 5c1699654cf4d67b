"""Save a letter's PDF where the clerk wants it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.errors import FileBusy, StorageFull, StorageReadOnly
from app.files import write_atomically
from app.settings import Settings
from app.ui import files, messages


def save_pdf(
    pdf: bytes, proposed_name: str, settings: Settings, parent: QWidget | None
) -> Path | None:
    """Ask where, and save. Returns the file, or None when the clerk went back.

    A target that cannot be written is asked about again: nothing is lost by trying.
    """
    path = _ask_path(files.usual_folder(settings) / proposed_name, parent)
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
        files.remember_folder(path, settings)
        return path
    return None


def _ask_path(proposed: Path, parent: QWidget | None) -> Path | None:
    return files.ask_path("Lưu văn bản ra tệp PDF", proposed, "Tệp PDF", parent)
