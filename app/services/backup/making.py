"""Sao lưu: one file with all records, proved by opening it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import AppError, BackupFailed, DatabaseDamaged, StorageReadOnly
from app.files import written_whole
from app.models import copies
from app.models.database import Database
from app.services import checking
from app.services.backup.contents import Contents, look, read
from app.services.progress import Progress, Steps
from app.storage import shown, storage_error

COPYING = "Đang chép dữ liệu"
CHECKING = "Đang mở bản sao ra kiểm tra"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made, and what was found in it."""

    path: Path
    made_at: datetime
    contents: Contents


class BackupService:
    """Use cases around copies of the open records."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def contents(self) -> Contents:
        """Return what is in the records now."""
        return read(self._db)

    def now(self) -> datetime:
        """Return the moment by the context's clock."""
        return self._db.clock()

    def proposed_name(self) -> str:
        """Return the name for a copy made now: "so-phat-ngon_2026-11-24_1510.db"."""
        return f"{self._db.path.stem}_{self._db.clock():%Y-%m-%d_%H%M}.db"

    def make(self, target: Path, progress: Progress | None = None) -> Backup:
        """Copy all records into ``target`` and open the copy to see that nothing is missing.

        Others may write meanwhile: the copy is of one moment. What was at ``target`` is replaced
        only by a copy that was proved whole; whatever goes wrong, it is left as it was. Raises
        Stopped, BackupFailed, StorageReadOnly, StorageFull, FileBusy.
        """
        self._refuse_own_files(target)
        made_at = self._db.clock()
        steps = Steps(progress)
        with written_whole(target) as unfinished:
            steps.begin(COPYING)
            copies.copy(self._db.path, unfinished, in_use=True, go_on=steps.go_on)
            steps.begin(CHECKING)
            contents = self._proved(unfinished)
            steps.begin(CHECKING)
        return Backup(target, made_at, contents)

    def _refuse_own_files(self, target: Path) -> None:
        """Refuse the database itself, under whatever name, and the files that belong to it."""
        own = self._db.path
        try:
            beside = target.name.startswith(own.name) and target.parent.samefile(own.parent)
            is_own = beside or (target.exists() and target.samefile(own))
        except FileNotFoundError:
            return  # the folder, which is missing, is told by whoever writes
        except OSError as error:
            raise storage_error(error, target) from error
        if is_own:
            raise StorageReadOnly(
                f"“{shown(target)}” là tệp của chính dữ liệu đang dùng.",
                "Chọn tên tệp hoặc thư mục khác cho bản sao lưu.",
            )

    def _proved(self, copied: Path) -> Contents:
        try:
            contents = look(copied)
        except DatabaseDamaged as error:
            raise _failed() from error
        if contents.findings and contents.is_current:
            # What is wrong in the records themselves is told; what only the copy has is no copy.
            known = set(checking.findings(self._db))
            if not known.issuperset(contents.findings):
                raise _failed()
        return contents


def _failed() -> AppError:
    return BackupFailed(
        "Bản sao vừa ghi không giống dữ liệu đang dùng nên đã bỏ.",
        "Dữ liệu đang dùng được giữ nguyên. Làm lại, ghi vào ổ đĩa khác; nếu vẫn vậy, báo cán bộ "
        "tin học của cơ quan.",
    )
