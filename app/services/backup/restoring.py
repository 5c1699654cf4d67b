"""Phục hồi: the records of a backup in place of the present ones, which are kept beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import AppError, StorageReadOnly
from app.files import scratch_folder
from app.models import copies
from app.models.database import Database, dated_path
from app.paths import backups_dir
from app.services.backup.contents import Contents, is_sample, look, telling_of
from app.services.progress import Progress, Steps
from app.storage import shown, storage_error

COPYING = "Đang chép bản sao lưu"
CHECKING = "Đang mở thử bản chép ra kiểm tra"
PUTTING = "Đang giữ lại dữ liệu cũ và thay bằng bản sao lưu"


@dataclass(frozen=True, slots=True)
class Restored:
    """What is in the records now, and where the former ones are; None where there were none."""

    contents: Contents
    kept: Path | None


def restore(
    backup: Path,
    database: Path,
    *,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
) -> Restored:
    """Put the records of ``backup`` in place of those in the file ``database``.

    Nobody may have the database open. The backup is copied beside it, and the copy opened and
    checked, brought to this version's form if it is older; only then does it take the place of
    the present database, which is kept in the folder "backups". Broken off at any moment, either
    the former records or those of the backup are there, whole. Raises Stopped and AppError; then
    the present records are untouched.
    """
    refuse_wrong(backup, database)
    steps = Steps(progress)
    try:
        copies.claim(database)  # before the long work
        return _restored(backup, database, clock, steps)
    except OSError as error:
        # The folder, not a temporary file in it, is what says something to the reader.
        raise storage_error(error, about=database.parent) from error


def refuse_wrong(backup: Path, database: Path) -> None:
    """Refuse at once, by an AppError, a file that must not take the place of the database."""
    try:
        is_same = database.exists() and backup.exists() and backup.samefile(database)
    except OSError as error:
        raise storage_error(error, backup) from error
    if is_same:
        raise StorageReadOnly(
            f"“{shown(backup)}” chính là tệp dữ liệu đang dùng.", "Chọn một tệp bản sao lưu."
        )
    # A book of one sort in the place of the other would be taken for what it is not.
    is_for_sample = Database.is_sample_file(database)
    if is_sample(backup) and not is_for_sample:
        raise AppError(
            f"“{shown(backup)}” là bản sao của sổ mẫu, không đưa vào sổ của cơ quan được.",
            "Chọn bản sao lưu sổ của cơ quan.",
        )
    if is_for_sample and not is_sample(backup):
        raise AppError(
            "Không phục hồi dữ liệu của cơ quan vào sổ mẫu.", "Về sổ của cơ quan rồi phục hồi."
        )


def _restored(
    backup: Path, database: Path, clock: Callable[[], datetime], steps: Steps
) -> Restored:
    database.parent.mkdir(parents=True, exist_ok=True)
    with scratch_folder(database.parent) as folder:
        new = folder / database.name
        steps.begin(COPYING)
        with telling_of(backup):
            copies.copy(backup, new, in_use=False, go_on=steps.go_on)
        steps.begin(CHECKING)
        contents = look(new, told_as=backup)
        steps.begin(PUTTING)
        stem = f"{database.stem}_truoc-phuc-hoi"
        kept = dated_path(backups_dir(database.parent), stem, clock())
        is_kept = copies.put_in_place(new, database, kept)
    return Restored(contents, kept if is_kept else None)
