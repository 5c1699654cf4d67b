"""Is everything that was saved still there and sound? Looks, and changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from app.models import Letter, LetterFile, NumberBook, SearchEntry
from app.models.database import Database
from app.rules.numbering import BookKey
from app.rules.vocabulary import NUMBERED_STATES, Layout
from app.services.letters import books
from app.services.records.kinds import MODELS
from app.specs.registry import SPECS


def findings(db: Database) -> Iterator[str]:
    """Yield one Vietnamese line for each thing that is wrong."""
    for line in db.integrity_findings():
        yield f"Tệp dữ liệu có lỗi: {line}"
    if not db.is_current:
        yield "Dữ liệu còn ở phiên bản cũ; mở Sổ Phát ngôn một lần để nâng cấp, rồi kiểm tra lại."
        return
    with db.reading() as session:
        yield from _letters(session)
        yield from _books(session)
        yield from _search(session)


def _letters(session: Session) -> Iterator[str]:
    """Every letter with a number is issued or void, and has its kept file unchanged."""
    numbered = Letter.number.is_not(None) | Letter.state.in_(NUMBERED_STATES)
    letters = select(Letter).options(defer(Letter.content)).where(numbered).order_by(Letter.id)
    for letter in session.scalars(letters.execution_options(yield_per=500)):
        name = f"Văn bản {letter.reference or 'chưa có số'} (mã {letter.id})"
        if letter.number is None:
            yield f"{name}: đã phát hành hoặc hủy nhưng không có số."
        if letter.state not in NUMBERED_STATES:
            yield f"{name}: đã có số nhưng chưa phát hành."
            continue
        if letter.deleted_at is not None:
            yield f"{name}: đã có số nhưng nằm trong mục đã xóa."
        kept = select(LetterFile.pdf, LetterFile.sha256).where(LetterFile.letter_id == letter.id)
        file = session.execute(kept).one_or_none()
        if file is None:
            yield f"{name}: thiếu bản PDF lưu."
        elif hashlib.sha256(file.pdf).hexdigest() != file.sha256:
            yield f"{name}: bản PDF lưu đã bị thay đổi."


def _books(session: Session) -> Iterator[str]:
    """No number is above the last one of its book: it would be given again."""
    above = (
        select(NumberBook, func.max(Letter.number))
        .join(Letter, Letter.book_id == NumberBook.id)
        .group_by(NumberBook.id)
        .having(func.max(Letter.number) > NumberBook.last_number)
    )
    for book, highest in session.execute(above):
        key = BookKey(Layout(book.layout), book.scope, book.period)
        yield (
            f"Sổ “{books.book_title(key)}”: số cuối ghi {book.last_number} "
            f"nhưng đã có văn bản số {highest}."
        )


def _search(session: Session) -> Iterator[str]:
    """Every record can be found."""
    for kind, model in MODELS.items():
        table = model.__table__
        entries = select(SearchEntry.record_id).where(SearchEntry.kind == kind)
        missing = select(func.count()).select_from(table).where(table.c.id.not_in(entries))
        number = session.execute(missing).scalar_one()
        if number:
            yield f"{SPECS[kind].plural}: {number} bản ghi không tìm thấy được bằng ô tìm kiếm."
