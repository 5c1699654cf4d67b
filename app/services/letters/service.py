"""Letters from draft to the frozen file: draft → signed → issued → void."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import NoReturn

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import DatabaseDamaged, FieldErrors, NotFound
from app.exports.letter.data import LetterData
from app.models import Letter, LetterFile
from app.models.database import Database
from app.rules.dates import date_text
from app.rules.duties.secrecy import tidy_line
from app.rules.numbering import format_number, letter_reference, parse_number
from app.rules.vocabulary import LetterState, NumberSource
from app.services.fetching import fetch
from app.services.letters import books
from app.services.letters import store as letter_store
from app.services.office.service import require_profile
from app.services.secrecy.confirming import confirm
from app.services.secrecy.guarding import bears_marks, look
from app.specs.registry import SPECS
from app.text import tidy


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as screens see it. ``number_text`` ("07", "15a") is empty until it is issued."""

    id: int
    version: int
    state: LetterState
    data: LetterData
    number_text: str = ""
    has_file: bool = False
    signed_on: date | None = None
    issued_at: datetime | None = None
    secrecy_confirmed_at: datetime | None = None
    voided_at: datetime | None = None
    void_reason: str = ""
    source_kind: str | None = None
    source_id: int | None = None
    purpose: str | None = None

    @property
    def reference(self) -> str:
        """The number as people quote it, "05/SXD-VP" or "144-CV/TU"; "" before issue."""
        if not self.number_text:
            return ""
        return letter_reference(self.data.layout, self.number_text, self.data.symbol)


class LetterService:
    """Use cases of one letter. ``version`` is the one the caller has seen; Conflict if outdated.

    A letter made from another record is written, signed and issued by that record's service, which
    knows what else must be so; here it is refused with FieldErrors under "".
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, letter_id: int) -> LetterView:
        """Return a letter. Raises NotFound."""
        with self._db.reading() as session:
            return view_of(session, fetch(session, Letter, letter_id))

    def save_text(self, letter_id: int, version: int, data: LetterData) -> LetterView:
        """Save the text of a draft. A signed letter is locked: FieldErrors under ""."""
        with self._db.writing() as session:
            letter = _fetch_own(session, letter_id, version)
            require_draft(letter)
            letter_store.write_text(letter, data)
            return _saved(session, letter)

    def sign(self, letter_id: int, version: int, *, secrecy_confirmed: bool) -> LetterView:
        """Record that the leader signed; the text is locked until it is reopened."""
        with self._db.writing() as session:
            letter = _fetch_own(session, letter_id, version)
            sign(letter, self._db.clock(), secrecy_confirmed=secrecy_confirmed)
            return _saved(session, letter)

    def reopen(self, letter_id: int, version: int) -> LetterView:
        """Take a signed letter back to draft; possible until it has a number."""
        with self._db.writing() as session:
            letter = _fetch_own(session, letter_id, version)
            reopen(letter)
            return _saved(session, letter)

    def issue(
        self,
        letter_id: int,
        version: int,
        letter_date: date,
        typed_number: str | None = None,
        *,
        secrecy_confirmed: bool,
    ) -> LetterView:
        """Take the number and freeze the PDF in one transaction, from draft or signed.

        ``typed_number`` is given exactly when the registry clerk gives the numbers. Raises
        FieldErrors under ``letter_date``, ``number`` or ``secrecy_confirmed``.
        """
        with self._db.writing() as session:
            letter = _fetch_own(session, letter_id, version)
            profile = require_profile(session)
            now = self._db.clock()
            letter_store.issue(
                session, letter, profile, letter_date, typed_number, now,
                is_sample=self._db.is_sample, secrecy_confirmed=secrecy_confirmed,
            )  # fmt: skip
            return _saved(session, letter)

    def issue_warnings(
        self, letter_id: int, letter_date: date, typed_number: str | None = None
    ) -> list[str]:
        """Return what is unusual, though possible, about issuing on that date.

        Raises FieldErrors where it is impossible.
        """
        with self._db.reading() as session:
            letter = fetch(session, Letter, letter_id)
            today = self._db.clock().date()
            warnings = []
            if letter_date > today:
                warnings.append(
                    f"Ngày văn bản {date_text(letter_date)} sau ngày hôm nay ({date_text(today)})."
                )
            return warnings + _order_warnings(session, letter, letter_date, typed_number)

    def next_number(self, letter_id: int, letter_date: date) -> str:
        """Return the number the letter would take now ("07"); "" if the registry clerk gives it."""
        with self._db.reading() as session:
            letter = fetch(session, Letter, letter_id)
            profile = require_profile(session)
            if profile.number_source is NumberSource.REGISTRY_CLERK:
                return ""
            key = letter_store.key_for(profile, letter_store.data_of(letter), letter_date)
            return format_number(books.last_number(session, key) + 1)

    def void(self, letter_id: int, version: int, reason: str) -> LetterView:
        """Cancel an issued letter; its number and file stay. FieldErrors under ``reason``."""
        with self._db.writing() as session:
            letter = fetch(session, Letter, letter_id, version)
            if letter.purpose is not None:  # its record has to learn of it
                _refuse_of_record(letter)
            void(letter, reason, self._db.clock())
            return _saved(session, letter)

    def frozen_pdf(self, letter_id: int) -> bytes:
        """Return the issued file, byte for byte. Raises NotFound, DatabaseDamaged."""
        with self._db.reading() as session:
            letter = fetch(session, Letter, letter_id)
            file = session.get(LetterFile, letter_id)
            if file is None and letter.number is None:
                raise NotFound
            if file is None or not _is_sound(file):
                raise DatabaseDamaged(
                    f"Tệp đã lưu của văn bản {letter.reference} không còn nguyên vẹn.",
                    "Đừng in lại từ tệp này; khôi phục dữ liệu từ bản sao lưu gần nhất.",
                )
            return file.pdf

    def for_paper(self, data: LetterData, letter_id: int | None) -> bytes:
        """Set the page of a letter that may not be saved yet, for the printer or a file.

        Unlike the preview it leaves the screen, so the guard looks at the text first; marks that
        stand in the saved letter were declared to be none. Raises SecrecyAlarm.
        """
        wanted = letter_store.to_json(data)
        if bears_marks(wanted):
            with self._db.writing() as session:  # a declaration made use of is recorded
                stored = None if letter_id is None else fetch(session, Letter, letter_id)
                before = (
                    None if stored is None else letter_store.to_json(letter_store.data_of(stored))
                )
                look(session, "letter", letter_id, wanted, before)
        return self.preview(data)

    def preview(self, data: LetterData) -> bytes:
        """Set the page as it would print now; ``data.draft`` prints DỰ THẢO."""
        with self._db.reading() as session:
            day = data.date or self._db.clock().date()
            style = letter_store.style_on(session, data.layout, day)
        return letter_store.set_page(data, style, is_sample=self._db.is_sample)


def view_of(session: Session, letter: Letter) -> LetterView:
    """Return a stored letter as screens see it."""
    has_file = session.scalar(
        select(func.count()).select_from(LetterFile).where(LetterFile.letter_id == letter.id)
    )
    number = letter.number
    return LetterView(
        id=letter.id,
        version=letter.version,
        state=LetterState(letter.state),
        data=letter_store.data_of(letter),
        number_text="" if number is None else format_number(number, letter.number_suffix),
        has_file=bool(has_file),
        signed_on=letter.signed_on,
        issued_at=letter.issued_at,
        secrecy_confirmed_at=letter.secrecy_confirmed_at,
        voided_at=letter.voided_at,
        void_reason=letter.void_reason or "",
        source_kind=letter.source_kind,
        source_id=letter.source_id,
        purpose=letter.purpose,
    )


def require_draft(letter: Letter) -> None:
    """Refuse to change the text of a letter that was signed or has its number."""
    if sentence := lock_sentence(letter):
        raise FieldErrors({"": sentence})


def lock_sentence(letter: Letter) -> str:
    """Return why the letter's text and what it stands on cannot be changed; "" for a draft."""
    match letter.state:
        case LetterState.DRAFT:
            return ""
        case LetterState.SIGNED:
            return "Văn bản đã ký; chọn “Mở lại để sửa” trước khi sửa."
        case _:
            return "Văn bản đã phát hành, không sửa được nữa."


def sign(letter: Letter, now: datetime, *, secrecy_confirmed: bool) -> None:
    """Draft → signed."""
    require_draft(letter)
    problems = letter_store.text_problems(letter_store.data_of(letter))
    if problems:
        raise FieldErrors(problems)
    confirm(letter, now, confirmed=secrecy_confirmed)
    letter.state = LetterState.SIGNED.value
    letter.signed_on = now.date()


def reopen(letter: Letter) -> None:
    """Signed → draft."""
    if letter.state != LetterState.SIGNED:
        raise FieldErrors({"": "Chỉ văn bản đã ký mà chưa có số mới mở lại để sửa được."})
    letter.state = LetterState.DRAFT.value
    letter.signed_on = None
    letter.secrecy_confirmed_at = None  # what may be changed has to be looked at again


def void(letter: Letter, reason: str, now: datetime) -> None:
    """Issued → void."""
    if letter.state != LetterState.ISSUED:
        raise FieldErrors({"": "Chỉ hủy được văn bản đã phát hành."})
    words = tidy_line(reason)
    if not words:
        raise FieldErrors({"reason": "Nhập lý do hủy văn bản."})
    letter.state = LetterState.VOID.value
    letter.voided_at = now
    letter.void_reason = words


def _fetch_own(session: Session, letter_id: int, version: int) -> Letter:
    """Return a letter that stands for itself."""
    letter = fetch(session, Letter, letter_id, version)
    if letter.source_kind is not None:
        _refuse_of_record(letter)
    return letter


def _refuse_of_record(letter: Letter) -> NoReturn:
    source = SPECS[letter.source_kind or ""].singular
    raise FieldErrors({"": f"Văn bản này lập từ {source}; sửa, ký, phát hành ở trang đó."})


def _saved(session: Session, letter: Letter) -> LetterView:
    letter.touch()
    session.flush()
    return view_of(session, letter)


def _order_warnings(
    session: Session, letter: Letter, letter_date: date, typed: str | None
) -> list[str]:
    """Warn where number and date would not rise together in the book."""
    profile = require_profile(session)
    key = letter_store.key_for(profile, letter_store.data_of(letter), letter_date)
    book = books.find_book(session, key)
    if book is None:
        return []
    try:
        number, _ = parse_number(typed) if typed and tidy(typed) else (book.last_number + 1, "")
    except ValueError as error:
        raise FieldErrors({"number": str(error)}) from error
    numbered = select(Letter).where(Letter.book_id == book.id, Letter.state == LetterState.ISSUED)
    before = session.scalars(
        numbered.where(Letter.number <= number, Letter.letter_date > letter_date)
        .order_by(Letter.letter_date.desc())
        .limit(1)
    ).one_or_none()
    after = session.scalars(
        numbered.where(Letter.number > number, Letter.letter_date < letter_date)
        .order_by(Letter.letter_date)
        .limit(1)
    ).one_or_none()
    return [
        f"Văn bản {other.reference} {side} trong sổ lại ghi ngày {date_text(other.letter_date)}."
        for other, side in ((before, "đứng trước"), (after, "đứng sau"))
        if other is not None
    ]


def _is_sound(file: LetterFile) -> bool:
    return hashlib.sha256(file.pdf).hexdigest() == file.sha256
