"""Files attached to records: taken in whole, listed, given out as they came in."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.errors import AppError, DatabaseDamaged, NotFound
from app.files import write_atomically
from app.models import Attachment, AttachmentFile
from app.models.database import Database
from app.rules.wording.file_names import legal_file_name
from app.services.fetching import fetch
from app.services.records.kinds import MODELS
from app.storage import shown, storage_error
from app.text import size_text, tidy

# What goes into every backup has its limit.
LARGEST_BYTES = 20 * 1024 * 1024
# Opened from here these would run, whoever made them.
_PROGRAMS = frozenset(
    (".exe", ".com", ".scr", ".bat", ".cmd", ".msi", ".ps1", ".vbs", ".js", ".hta", ".lnk", ".jar")
)
_FOLDER = "SoPhatNgon-tep-kem-theo"
_SECONDS_KEPT = 24 * 3600


@dataclass(frozen=True, slots=True)
class AttachmentLine:
    """An attached file as its list shows it."""

    id: int
    name: str
    size: int
    added_at: datetime


class AttachmentService:
    """Use cases of attached files. What reads or writes one takes its time: not for the window."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, kind: str, record_id: int) -> tuple[AttachmentLine, ...]:
        """Return the files of a record in the order they were added."""
        with self._db.reading() as session:
            rows = session.scalars(_of(kind, record_id))
            return tuple(AttachmentLine(row.id, row.name, row.size, row.added_at) for row in rows)

    def add(self, kind: str, record_id: int, path: Path) -> AttachmentLine:
        """Take a file into the book; the file itself is left where it is.

        Raises AppError for a file that cannot be taken, SecrecyAlarm for one whose name bears a
        mark, NotFound where the record is gone.
        """
        content = _read(path)
        digest = hashlib.sha256(content).hexdigest()
        with self._db.writing() as session:
            fetch(session, MODELS[kind], record_id)
            for other in session.scalars(_of(kind, record_id)):
                if other.sha256 == digest:
                    raise AppError(f"Tệp “{path.name}” đã có ở đây, tên là “{other.name}”.")
            row = Attachment(
                record_kind=kind,
                record_id=record_id,
                name=tidy(path.name),
                size=len(content),
                sha256=digest,
                added_at=self._db.clock(),
            )
            session.add(row)
            session.flush()  # the guard looks at the name before the file itself is written
            session.add(AttachmentFile(attachment_id=row.id, content=content))
            return AttachmentLine(row.id, row.name, row.size, row.added_at)

    def remove(self, attachment_id: int) -> None:
        """Hide a file; ``restore`` brings it back. Raises NotFound."""
        with self._db.writing() as session:
            _fetch(session, attachment_id).deleted_at = self._db.clock()

    def restore(self, attachment_id: int) -> None:
        """Bring a removed file back. Raises NotFound."""
        with self._db.writing() as session:
            row = session.get(Attachment, attachment_id)
            if row is None:
                raise NotFound
            row.deleted_at = None

    def content(self, attachment_id: int) -> bytes:
        """Return a file as it came in. Raises NotFound, DatabaseDamaged where it is not whole."""
        with self._db.reading() as session:
            return _content(session, _fetch(session, attachment_id))

    def save_as(self, attachment_id: int, path: Path) -> None:
        """Write a file where the clerk wants it. Raises what ``content`` does, storage errors."""
        write_atomically(path, self.content(attachment_id))

    def to_open(self, attachment_id: int) -> Path:
        """Return a read-only copy in a temporary folder, for another program to show.

        What is changed there is not changed in the book. Raises what ``content`` does, and AppError
        for a program.
        """
        with self._db.reading() as session:
            row = _fetch(session, attachment_id)
            name, content = row.name, _content(session, row)
        if Path(name).suffix.lower() in _PROGRAMS:
            raise AppError(
                f"“{name}” là một chương trình nên không mở từ sổ.",
                "Lưu ra ngoài nếu biết chắc tệp này an toàn.",
            )
        folder = Path(tempfile.gettempdir()) / _FOLDER
        _clear(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = Path(tempfile.mkdtemp(dir=folder)) / _legal(name)
            path.write_bytes(content)
            path.chmod(0o444)
        except OSError as error:
            raise storage_error(error, folder) from error
        return path


def _of(kind: str, record_id: int) -> Select[Attachment]:
    return (
        select(Attachment)
        .where(
            Attachment.record_kind == kind,
            Attachment.record_id == record_id,
            Attachment.deleted_at.is_(None),
        )
        .order_by(Attachment.id)
    )


def _fetch(session: Session, attachment_id: int) -> Attachment:
    row = session.get(Attachment, attachment_id)
    if row is None or row.deleted_at is not None:
        raise NotFound
    return row


def _content(session: Session, row: Attachment) -> bytes:
    file = session.get(AttachmentFile, row.id)
    if file is None or hashlib.sha256(file.content).hexdigest() != row.sha256:
        raise DatabaseDamaged(
            f"Tệp kèm theo “{row.name}” không còn nguyên vẹn.",
            "Khôi phục dữ liệu từ bản sao lưu gần nhất, hoặc bỏ tệp này và thêm lại tệp gốc.",
        )
    return file.content


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise AppError(
                f"“{path.name}” là một thư mục.", "Mở thư mục rồi chọn các tệp ở trong để thêm."
            )
        size = path.stat().st_size
        content = path.read_bytes() if 0 < size <= LARGEST_BYTES else b""
    except FileNotFoundError:
        raise AppError(
            f"Không có tệp “{shown(path)}”.", "Có thể đã được chuyển đi; chọn lại tệp."
        ) from None
    except OSError as error:
        raise AppError(
            f"Không đọc được tệp “{path.name}”.",
            "Đóng chương trình đang mở tệp đó, hoặc chép tệp sang ổ đĩa khác rồi thêm lại.",
        ) from error
    if not size:
        raise AppError(f"Tệp “{path.name}” rỗng, không có gì để lưu.", "Chọn tệp khác.")
    if size > LARGEST_BYTES:
        raise AppError(
            f"Tệp “{path.name}” dài {size_text(size)}; mỗi tệp nhiều nhất "
            f"{size_text(LARGEST_BYTES)}.",
            "Giảm dung lượng (quét lại ở độ phân giải thấp hơn, nén ảnh) hoặc tách thành nhiều "
            "tệp; phim, băng ghi hình để ở ổ đĩa của cơ quan và ghi nơi để vào hồ sơ.",
        )
    return content


def _legal(name: str) -> str:
    """Return a name that this system takes: the file may have come from another one."""
    path = Path(name)
    return legal_file_name(path.stem, path.suffix)


def _clear(folder: Path) -> None:
    """Throw away copies of yesterday; one that a program still shows may stay."""
    with suppress(OSError):
        for copy in folder.iterdir():
            if time.time() - copy.stat().st_mtime > _SECONDS_KEPT:
                for file in copy.iterdir():
                    file.chmod(0o666)
                shutil.rmtree(copy, ignore_errors=True)
