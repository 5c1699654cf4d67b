"""Letters inside a transaction: their data written and read, their number and file taken.

Two services change letters, each in a transaction of its own; both go through these functions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import FieldErrors
from app.exports.letter.data import LetterData
from app.models import Letter, LetterFile, LetterStyle, NumberBook
from app.rules.dates import date_text
from app.rules.duties.secrecy import tidy_line
from app.rules.letter_style import PartyStyle, party_style_on
from app.rules.numbering import BookKey, book_key, format_number, parse_number
from app.rules.vocabulary import DocumentType, Layout, LetterState, NumberSource, Urgency
from app.services.letters import books
from app.services.office.service import OfficeProfile
from app.services.secrecy.confirming import confirm
from app.text import tidy

# What a document type cannot do without, and what to tell whoever left it out.
_NEEDED: dict[DocumentType, dict[str, str]] = {
    DocumentType.OFFICIAL_LETTER: {
        "recipients": "Công văn cần ít nhất một nơi nhận ở dòng “Kính gửi”.",
    },
    DocumentType.DECISION: {
        "authority": "Nhập thẩm quyền ban hành, ví dụ “GIÁM ĐỐC SỞ XÂY DỰNG”.",
        "legal_bases": "Nhập ít nhất một căn cứ ban hành quyết định.",
    },
    DocumentType.INVITATION: {
        "recipients": "Giấy mời cần ít nhất một người, cơ quan được mời ở ô “Kính mời”.",
        "time": "Nhập thời gian họp, ví dụ “8 giờ 00 ngày 06 tháng 10 năm 2026”.",
        "venue": "Nhập địa điểm họp.",
    },
    DocumentType.MINUTES: {
        "started_at": "Nhập thời gian bắt đầu.",
        "venue": "Nhập địa điểm họp.",
        "attendees": "Nhập thành phần tham dự.",
        "chair": "Nhập người chủ trì.",
        "secretary_name": "Nhập họ tên thư ký.",
        "ended_at": "Nhập thời gian kết thúc.",
    },
}

# Parts of LetterData with a column of their own, or known only while the page is set.
_NOT_IN_CONTENT = ("layout", "document_type", "symbol", "subject", "number", "date", "draft")


def to_json(data: LetterData) -> dict[str, Any]:
    """Return every part of a letter in the types that JSON has."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(data).items()
    }


def from_json(values: Mapping[str, Any]) -> LetterData:
    """Return the letter that ``to_json`` wrote."""
    parts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list | tuple) else value
        for name, value in values.items()
    }
    parts["layout"] = Layout(parts["layout"])
    parts["document_type"] = DocumentType(parts["document_type"])
    if parts.get("urgency"):
        parts["urgency"] = Urgency(parts["urgency"])
    if isinstance(parts.get("date"), str):
        parts["date"] = date.fromisoformat(parts["date"])
    return LetterData(**parts)


def data_of(letter: Letter) -> LetterData:
    """Return a stored letter's data, with number and date once it has them."""
    number: int | str | None = letter.number
    if letter.number is not None and letter.number_suffix:
        number = format_number(letter.number, letter.number_suffix)
    return from_json(
        {
            **letter.content,
            "layout": letter.layout,
            "document_type": letter.document_type,
            "symbol": letter.symbol,
            "subject": letter.subject,
            "number": number,
            "date": letter.letter_date,
        }
    )


def clean(data: LetterData) -> LetterData:
    """Return the letter as a draft is kept: tidy lines, no blank ones, no number and no date."""
    changes: dict[str, Any] = {"number": None, "date": None, "draft": False}
    for name in data.__slots__:
        value = getattr(data, name)
        if isinstance(value, tuple):
            lines = (tidy(line) for text in value for line in text.splitlines())
            changes[name] = tuple(filter(None, lines))
        elif type(value) is str:
            changes.setdefault(name, tidy_line(value))
    return replace(data, **changes)


def write_text(letter: Letter, data: LetterData) -> None:
    """Put the text of a draft into its row. Number and date come only with issuing."""
    data = clean(data)
    letter.layout = data.layout.value
    letter.document_type = data.document_type.value
    letter.symbol = data.symbol
    letter.subject = data.subject
    content = to_json(data)
    for name in _NOT_IN_CONTENT:
        del content[name]
    letter.content = content


def new_draft(data: LetterData, source_kind: str | None, source_id: int | None) -> Letter:
    """Return a new draft, not yet added to a session."""
    letter = Letter(
        state=LetterState.DRAFT.value,
        number_suffix="",
        source_kind=source_kind,
        source_id=source_id,
    )
    write_text(letter, data)
    return letter


def same_text(letter: Letter, data: LetterData) -> bool:
    """Return whether saving ``data`` would leave the letter's text as it is."""
    return clean(data_of(letter)) == clean(data)


def text_problems(data: LetterData) -> dict[str, str]:
    """Return what keeps a letter from being issued, by part of its data."""
    problems = {
        name: message
        for name, message in (
            ("issuing_body", "Thiếu tên cơ quan ban hành."),
            ("symbol", "Thiếu ký hiệu văn bản."),
            ("place", "Thiếu địa danh."),
            ("subject", "Nhập trích yếu của văn bản."),
            ("signer_name", "Nhập họ tên người ký."),
        )
        if not tidy(getattr(data, name))
    }
    if not any(map(tidy, data.body)):
        problems["body"] = "Nhập nội dung văn bản."
    for name, message in _NEEDED.get(data.document_type, {}).items():
        value = getattr(data, name) or ""
        if not any(map(tidy, value)) if isinstance(value, tuple) else not tidy(value):
            problems[name] = message
    return problems


def key_for(profile: OfficeProfile, data: LetterData, letter_date: date) -> BookKey:
    """Return the letter's book. Raises FieldErrors (``letter_date``) where there can be none."""
    try:
        return book_key(
            data.layout, data.document_type, letter_date, profile.numbering_mode, profile.terms
        )
    except ValueError as error:
        raise FieldErrors({"letter_date": str(error)}) from error


def number_for(
    session: Session, profile: OfficeProfile, book: NumberBook, typed: str | None
) -> tuple[int, str]:
    """Return the number to take: the book's next, or the one the registry clerk gave.

    Raises FieldErrors (``number``), naming the letter that already has it.
    """
    typed = tidy(typed or "")
    if profile.number_source is NumberSource.OWN_BOOK:
        if typed:
            raise FieldErrors({"number": "Số do phần mềm cấp theo sổ; để trống ô này."})
        return book.last_number + 1, ""
    if not typed:
        raise FieldErrors({"number": "Nhập số do văn thư cấp."})
    try:
        number, suffix = parse_number(typed)
    except ValueError as error:
        raise FieldErrors({"number": str(error)}) from error
    taken = books.holder(session, book, number, suffix)
    if taken is not None:
        day = f" ngày {date_text(taken.letter_date)}" if taken.letter_date else ""
        raise FieldErrors(
            {
                "number": f"Số {format_number(number, suffix)} đã cấp cho văn bản"
                f" {taken.reference}{day}: {taken.subject}."
            }
        )
    return number, suffix


def issue(
    session: Session,
    letter: Letter,
    profile: OfficeProfile,
    letter_date: date,
    typed: str | None,
    now: datetime,
    *,
    is_sample: bool,
    secrecy_confirmed: bool,
) -> None:
    """Take the number and freeze the page. The caller's transaction holds the write lock."""
    if letter.state not in (LetterState.DRAFT, LetterState.SIGNED):
        raise FieldErrors({"": "Văn bản này đã có số, không phát hành lại được."})
    draft = data_of(letter)
    problems = text_problems(draft)
    if problems:
        raise FieldErrors(problems)
    book = books.open_book(session, key_for(profile, draft, letter_date))
    number, suffix = number_for(session, profile, book, typed)
    confirm(letter, now, confirmed=secrecy_confirmed)
    book.last_number = max(book.last_number, number)
    letter.book_id = book.id
    letter.number, letter.number_suffix = number, suffix
    letter.letter_date = letter_date
    letter.state = LetterState.ISSUED.value
    letter.issued_at = now
    data = data_of(letter)
    style = style_on(session, data.layout, letter_date)
    pdf = set_page(data, style, is_sample=is_sample)
    frozen = to_json(data)
    if style is not None:
        frozen["party_style"] = {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(style).items()
        }
    session.add(
        LetterFile(
            letter_id=letter.id, pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest(), data=frozen
        )
    )
    session.flush()


def style_on(session: Session, layout: Layout, day: date) -> PartyStyle | None:
    """Return the Party's switches of that day; None for a State letter."""
    if layout is Layout.STATE:
        return None
    rows = session.scalars(select(LetterStyle).where(LetterStyle.deleted_at.is_(None)))
    styles = [
        PartyStyle(
            title=row.title,
            valid_from=row.valid_from,
            list_separator=row.list_separator,
            subject_prefix=row.subject_prefix or "",
            signer_title_bold=row.signer_title_bold,
            source=row.source,
            confirmed=row.confirmed,
        )
        for row in rows
    ]
    try:
        return party_style_on(styles, day)
    except ValueError as error:
        raise FieldErrors(
            {"letter_date": f"Chưa có thể thức văn bản của Đảng cho ngày {date_text(day)}."}
        ) from error


def set_page(data: LetterData, style: PartyStyle | None, *, is_sample: bool) -> bytes:
    """Return the PDF, marked in a sample book, whose letters look like real ones.

    The engine is loaded on first use: the window opens without it.
    """
    from app.exports.letter import render_letter

    return render_letter(data, style, sample=is_sample)
