"""Is everything that was saved still there and sound? Looks, and changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary, Row, func, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from app.models import (
    Attachment,
    AttachmentFile,
    Base,
    Letter,
    LetterFile,
    NumberBook,
    Office,
    SearchEntry,
    Statement,
)
from app.models.base import NfcText
from app.models.database import Database
from app.rules.clocks.legal_rules import set_problems
from app.rules.clocks.terms import value_problem
from app.rules.duties.statements import text_hash
from app.rules.numbering import BookKey, format_number, letter_reference
from app.rules.vocabulary import (
    NUMBERED_STATES,
    ChangeCause,
    ClockDuty,
    DeadlineState,
    LateCause,
    Layout,
    NumberingMode,
    NumberSource,
    StartsFrom,
    StatementState,
    TodayGroup,
)
from app.services.clocks.store import read_rules
from app.services.deadlines import checking as deadlines
from app.services.letters import books
from app.services.records.kinds import MODELS
from app.services.records.lines import line_tables
from app.specs.registry import SPECS
from app.text import lower_first


def findings(db: Database) -> Iterator[str]:
    """Yield one Vietnamese line for each thing that is wrong."""
    for line in db.integrity_findings():
        yield f"Tệp dữ liệu có lỗi: {line}"
    if not db.is_current:
        yield "Dữ liệu còn ở phiên bản cũ; mở Sổ Phát ngôn một lần để nâng cấp, rồi kiểm tra lại."
        return
    with db.reading() as session:
        yield from _values(session)
        yield from _letters(session)
        yield from _attachments(session)
        yield from _statements(session)
        yield from _books(session)
        yield from _turns(session)
        yield from _deadlines(session)
        yield from _search(session)


def _values(session: Session) -> Iterator[str]:
    """Every value can be read as what its column holds."""
    for table in Base.metadata.sorted_tables:
        # Files are read one by one, with their letters.
        columns = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
        raw = [type_coerce(column, NullType()).label(None) for column in columns]
        checks = [_value_check(session, column) for column in columns]
        names = [column.name for column in columns]
        for row in session.execute(select(*raw).execution_options(yield_per=500)):
            for column, is_sound, value in zip(columns, checks, row, strict=True):
                if not is_sound(value):
                    keys = dict(zip(names, row, strict=True))
                    place = " ".join(_shown(keys[key.name]) for key in table.primary_key)
                    yield (
                        f"Tệp dữ liệu có lỗi: {table.name} {place}: "
                        f"{column.name} không thể là {_shown(value)}."
                    )


def _value_check(session: Session, column: Column[Any]) -> Callable[[Any], bool]:
    """Return what tells whether a stored value of the column can be read."""
    dialect = session.get_bind().dialect
    read = column.type.dialect_impl(dialect).result_processor(dialect, None)
    wanted = _PYTHON_TYPES.get(type(column.type), column.type.python_type)
    words = _CHOICES.get((column.table.name, column.name))

    def is_sound(value: Any) -> bool:
        if value is None:
            return column.nullable is True
        try:
            value = value if read is None else read(value)
            if isinstance(value, str):
                value.encode()
        except (TypeError, ValueError, RecursionError):
            return False
        return isinstance(value, wanted) and (words is None or value in words)

    return is_sound


# Of the types that do not say it themselves.
_PYTHON_TYPES: dict[type, type] = {NfcText: str, JSON: dict}


def _closed_sets() -> dict[tuple[str, str], frozenset[str]]:
    """Return the words that columns with a closed set may hold, by table and column."""
    found: dict[tuple[str, str], type[StrEnum]] = {
        (model.__tablename__, "layout"): Layout for model in (Letter, NumberBook, Office)
    }
    found["offices", "numbering_mode"] = NumberingMode
    found["offices", "number_source"] = NumberSource
    found |= {
        ("deadlines", "duty"): ClockDuty,
        ("deadlines", "state"): DeadlineState,
        ("deadlines", "starts_from"): StartsFrom,
        ("deadlines", "late_cause"): LateCause,
        ("deadline_changes", "cause"): ChangeCause,
        ("acknowledgements", "line_group"): TodayGroup,
        ("periodic_duties", "duty"): ClockDuty,
        ("recount_orders", "cause"): ChangeCause,
    }
    for kind, model in MODELS.items():
        spec = SPECS[kind]
        named = [(field.name, field.choices) for field in spec.fields()]
        named += [(column.source, column.choices) for column in spec.list.columns]
        for name, words in named:
            if words is not None and "." not in name:
                found[model.__tablename__, name] = words
        for lines, table, _parent in line_tables(kind):
            found |= {(table.name, f.name): f.choices for f in lines.fields if f.choices}
    return {place: frozenset(words) for place, words in found.items()}


_CHOICES = _closed_sets()


def _shown(value: object) -> str:
    if value is None:
        return "trống"
    text = value if isinstance(value, str) else repr(value)
    return text if isinstance(value, int) else f"“{text[:40]}”"


def _letters(session: Session) -> Iterator[str]:
    """Every letter with a number is issued or void, and has its kept file unchanged."""
    numbered = Letter.number.is_not(None) | Letter.state.in_(NUMBERED_STATES)
    letters = (
        # Not whole: what is wrong elsewhere in the row has its own line.
        select(
            Letter.id,
            Letter.layout,
            Letter.number,
            Letter.number_suffix,
            Letter.symbol,
            Letter.state,
            (Letter.book_id.is_(None) | Letter.letter_date.is_(None)).label("is_loose"),
            Letter.deleted_at.is_not(None).label("is_deleted"),
        )
        .where(numbered)
        .order_by(Letter.id)
    )
    for letter in session.execute(letters.execution_options(yield_per=500)):
        name = f"Văn bản {_reference(letter)} (mã {letter.id})"
        if letter.number is None:
            yield f"{name}: đã phát hành hoặc hủy nhưng không có số."
        elif letter.is_loose:
            yield f"{name}: đã có số nhưng thiếu ngày văn bản hoặc sổ đánh số."
        if letter.state not in NUMBERED_STATES:
            yield f"{name}: đã có số nhưng chưa phát hành."
            continue
        if letter.is_deleted:
            yield f"{name}: đã có số nhưng nằm trong mục đã xóa."
        kept = select(LetterFile.pdf, LetterFile.sha256).where(LetterFile.letter_id == letter.id)
        file = session.execute(kept).one_or_none()
        if file is None:
            yield f"{name}: thiếu bản PDF lưu."
        elif not isinstance(file.pdf, bytes) or hashlib.sha256(file.pdf).hexdigest() != file.sha256:
            yield f"{name}: bản PDF lưu đã bị thay đổi."


def _attachments(session: Session) -> Iterator[str]:
    """Every attached file is there and as it came in, the removed ones too."""
    rows = select(Attachment.id, Attachment.name, Attachment.sha256).order_by(Attachment.id)
    for row in session.execute(rows).all():
        kept = select(AttachmentFile.content).where(AttachmentFile.attachment_id == row.id)
        content = session.scalar(kept)
        name = f"Tệp kèm theo {_shown(row.name)} (mã {row.id})"
        if content is None:
            yield f"{name}: thiếu nội dung tệp."
        elif not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != row.sha256:
            yield f"{name}: nội dung tệp đã bị thay đổi."


def _statements(session: Session) -> Iterator[str]:
    """Every statement given says what it said when it was frozen (duty 26)."""
    rows = select(Statement.id, Statement.title, Statement.text, Statement.text_sha256).where(
        Statement.state == StatementState.GIVEN.value
    )
    for row in session.execute(rows.order_by(Statement.id).execution_options(yield_per=500)):
        if not isinstance(row.text, str) or text_hash(row.text) != row.text_sha256:
            yield f"Phát ngôn {_shown(row.title)} (mã {row.id}): nguyên văn đã bị thay đổi."


def _reference(letter: Row[*tuple[Any, ...]]) -> str:
    if letter.number is None:
        return "chưa có số"
    try:
        number = format_number(letter.number, letter.number_suffix)
        return letter_reference(Layout(letter.layout), number, letter.symbol)
    except (TypeError, ValueError):
        return "không rõ số"


def _books(session: Session) -> Iterator[str]:
    """No number is above the last one of its book: it would be given again."""
    above = (
        select(NumberBook, func.max(Letter.number))
        .join(Letter, Letter.book_id == NumberBook.id)
        .group_by(NumberBook.id)
        .having(func.max(Letter.number) > NumberBook.last_number)
    )
    for book, highest in session.execute(above):
        yield (
            f"Sổ {_book_title(book)}: số cuối ghi {book.last_number} "
            f"nhưng đã có văn bản số {highest}."
        )


def _book_title(book: NumberBook) -> str:
    try:
        key = BookKey(Layout(book.layout), book.scope, book.period)
        return f"“{books.book_title(key)}”"
    except (TypeError, ValueError):
        return f"mã {book.id}"


def _turns(session: Session) -> Iterator[str]:
    """Rules of one duty leave no day between them without a rule, and none with two."""
    try:
        rules = read_rules(session)
    except (TypeError, ValueError):
        return  # what cannot be read has its own line
    for rule in rules.values():
        if rule.value is not None and (wrong := value_problem(rule.value)):
            yield f"Thời hạn theo luật “{rule.title}”: {lower_first(wrong)}"
    for problem in set_problems(rules.values()):
        yield f"Thời hạn theo luật “{problem.later.title}”: {lower_first(problem.sentence)}"


def _deadlines(session: Session) -> Iterator[str]:
    """The deadlines on file are those that rules, days and records give."""
    try:
        yield from deadlines.findings(session)
    except (KeyError, TypeError, ValueError):
        return  # what cannot be read has its own line


def _search(session: Session) -> Iterator[str]:
    """Every record can be found."""
    for kind, model in MODELS.items():
        table = model.__table__
        entries = select(SearchEntry.record_id).where(SearchEntry.kind == kind)
        missing = select(func.count()).select_from(table).where(table.c.id.not_in(entries))
        number = session.execute(missing).scalar_one()
        if number:
            yield f"{SPECS[kind].plural}: {number} bản ghi không tìm thấy được bằng ô tìm kiếm."
