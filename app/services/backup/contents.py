"""What is inside a file of records: enough to know a copy by, and to trust it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import String, func, inspect, select, type_coerce
from sqlalchemy.orm import Session

from app.errors import AppError, BackupFailed, DatabaseDamaged, NotFound, StorageReadOnly
from app.files import scratch_folder
from app.models import Attachment, Letter, NumberBook, Office, Record, copies
from app.models.database import Database
from app.rules.dates import date_time_text
from app.rules.numbering import BookKey
from app.rules.vocabulary import Layout
from app.services import checking
from app.services.letters import books
from app.services.records.kinds import MODELS
from app.specs.registry import SPECS
from app.storage import shown, storage_error
from app.text import grouped, size_text


@dataclass(frozen=True, slots=True)
class BookContents:
    """One number book: its last number, and how many letters have a number of it."""

    last_number: int
    letters: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file of records holds.

    ``changed_at`` is the last change of any record; ``counts`` are the records that are not
    deleted, by kind; ``books`` go by their title. ``is_current`` tells whether the data have the
    form of this version of the app, else they are brought to it when they are opened. ``size`` is
    that of the file in bytes; ``attachments`` count removed ones too, which are in the file as
    well. ``findings`` say what a check found, one Vietnamese line for each thing; only ``look``
    checks.
    """

    office: str | None
    changed_at: datetime | None
    counts: Mapping[str, int]
    deleted: int
    books: Mapping[str, BookContents]
    revision: str
    is_current: bool
    size: int
    findings: tuple[str, ...] = ()
    attachments: int = 0
    attachment_bytes: int = 0

    def rows(self, titles: Iterable[str] = ()) -> dict[str, str]:
        """Return it in words: what is told, and its value.

        ``titles`` are books that have a line although there may be none of them here.
        """
        rows = {
            "Cơ quan": self.office or "chưa nhập hồ sơ cơ quan",
            "Thay đổi gần nhất": date_time_text(self.changed_at) or "không rõ",
        }
        for kind, count in self.counts.items():
            rows[SPECS[kind].plural] = grouped(count)
        files = f"{grouped(self.attachments)} tệp, {size_text(self.attachment_bytes)}"
        rows["Tệp kèm theo"] = files if self.attachments else "không có"
        rows["Đã xóa, còn lấy lại được"] = grouped(self.deleted)
        for title in dict.fromkeys((*titles, *self.books)):
            rows[title] = _book_words(self.books.get(title))
        older = "" if self.is_current else " (cũ hơn phần mềm này, sẽ được nâng cấp khi mở)"
        rows["Phiên bản dữ liệu"] = f"{self.revision}{older}"
        rows["Dung lượng"] = size_text(self.size)
        return rows


def look(path: Path, *, told_as: Path | None = None) -> Contents:
    """Open a file of records, check it, and return what is inside; the file is left as it is.

    Data of an older version are brought to the present form in a copy that is thrown away: so
    that can be done. Trouble names ``told_as`` where the file is a copy of that. Raises what
    ``telling_of`` does.
    """
    with telling_of(told_as or path):
        with closing(Database.inspect(path)) as db:
            if not db.is_sound():
                raise DatabaseDamaged("")
            if db.is_current:
                return _checked(db)
            revision = db.revision
            with db.reading() as session:
                # Not from the copy: bringing it to the present form is a change too.
                changed_at = _changed_at(session)
        with scratch_folder() as folder:
            trial = folder / "so-phat-ngon.db"
            copies.copy(path, trial, in_use=False)
            with closing(Database.open(trial)) as db:
                found = _checked(db)
        return replace(found, changed_at=changed_at, revision=revision, is_current=False)


def is_sample(path: Path) -> bool:
    """Return whether a file of records is of a sample book; it is only glanced at.

    Raises what ``telling_of`` does for a file that cannot hold our records.
    """
    with telling_of(path), closing(Database.inspect(path)) as db:
        return db.is_sample


@contextmanager
def telling_of(path: Path) -> Iterator[None]:
    """Say of the file what is wrong with it or with a copy of it.

    Raises DatabaseDamaged for a file that is broken or none of ours, DatabaseTooNew,
    StorageReadOnly, StorageFull, AppError where there is none.
    """
    try:
        if path.is_dir():
            raise StorageReadOnly(
                f"“{shown(path)}” là một thư mục, không phải tệp.", "Chọn tệp bản sao lưu."
            )
        yield
    except NotFound:
        raise AppError(f"Không có tệp “{shown(path)}”.", "Kiểm tra lại tên tệp.") from None
    except (DatabaseDamaged, BackupFailed) as error:
        raise DatabaseDamaged(
            f"Tệp “{shown(path)}” bị hỏng hoặc không phải dữ liệu của Sổ Phát ngôn.",
            "Chọn tệp khác; tệp này và dữ liệu đang dùng được giữ nguyên.",
        ) from error
    except OSError as error:
        raise storage_error(error, path) from error


def read(db: Database) -> Contents:
    """Return what is inside a database of the present form, without checking it."""
    with db.reading() as session:
        files = select(func.count(), func.sum(Attachment.size))
        count, size = session.execute(files).one()
        return Contents(
            office=session.scalar(select(Office.__table__.c.name)),
            changed_at=_changed_at(session),
            counts={kind: _count(session, kind, deleted=False) for kind in MODELS},
            deleted=sum(_count(session, kind, deleted=True) for kind in MODELS),
            books=_books(session),
            revision=db.revision,
            is_current=db.is_current,
            size=db.path.stat().st_size,
            attachments=count,
            attachment_bytes=size or 0,
        )


def comparison(backup: Contents, present: Contents | None) -> list[tuple[str, str, str]]:
    """Return what is told, with its value in the backup and at present; there may be no present."""
    if present is None:
        return [(label, value, "") for label, value in backup.rows().items()]
    titles = (*backup.books, *present.books)
    others = present.rows(titles)
    return [(label, value, others[label]) for label, value in backup.rows(titles).items()]


def numbers_taken_back(backup: Contents, present: Contents) -> list[str]:
    """Return a sentence for each book that the backup would take back behind numbers given."""
    sentences = []
    for title, book in present.books.items():
        before = backup.books.get(title, BookContents(0, 0)).last_number
        if book.last_number > before:
            sentences.append(
                f"{title}: đã cấp đến số {book.last_number}, bản sao lưu chỉ có đến số {before}. "
                "Phục hồi xong, ghi lại số cuối trong “Hồ sơ cơ quan” để không cấp trùng số."
            )
    return sentences


def _checked(db: Database) -> Contents:
    return replace(read(db), findings=tuple(checking.findings(db)))


def _book_words(book: BookContents | None) -> str:
    if book is None:
        return "chưa có"
    return f"số cuối {book.last_number}, {grouped(book.letters)} văn bản"


def _count(session: Session, kind: str, *, deleted: bool) -> int:
    table = MODELS[kind].__table__
    is_deleted = table.c.deleted_at.is_not(None)
    query = select(func.count()).select_from(table)
    return session.scalar(query.where(is_deleted if deleted else ~is_deleted)) or 0


def _changed_at(session: Session) -> datetime | None:
    """Return the last change of any record; what is no time has its own line among the findings."""
    moments = []
    models: tuple[type[Record], ...] = (*MODELS.values(), Office)
    there = inspect(session.connection()).get_table_names()
    for model in models:
        if model.__tablename__ not in there:  # in an older book
            continue
        text = session.scalar(select(func.max(type_coerce(model.updated_at, String()))))
        try:
            moments.append(datetime.fromisoformat(str(text)))
        except ValueError:
            continue
    return max(moments, default=None)


def _books(session: Session) -> dict[str, BookContents]:
    numbered = (
        select(NumberBook, func.count(Letter.number))
        .join(Letter, Letter.book_id == NumberBook.id, isouter=True)
        .group_by(NumberBook.id)
        .order_by(NumberBook.period, NumberBook.id)
    )
    found = {}
    for book, letters in session.execute(numbered):
        try:
            title = books.book_title(BookKey(Layout(book.layout), book.scope, book.period))
        except ValueError:  # has its own line among the findings
            title = f"Sổ mã {book.id}"
        found[title] = BookContents(book.last_number, letters)
    return found
