"""The office's own profile, its number books and its usual distribution list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Conflict, FieldErrors
from app.models import (
    Body,
    NumberBook,
    Office,
    OfficeDistributionLine,
    PartyTerm,
    Signer,
)
from app.models.database import Database
from app.rules.numbering import ALL_TYPES, BookKey, Term, term_on
from app.rules.vocabulary import DocumentType, Layout, NumberingMode, NumberSource
from app.services.letters import books
from app.services.office.data import (
    BookLine,
    OfficeProfile,
    PressAuthority,
    SignerLine,
    profile_errors,
    tidied,
)

__all__ = ["BookLine", "OfficeProfile", "OfficeService", "PressAuthority", "SignerLine", "Term"]


class OfficeService:
    """Use cases around the one row of the office."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def profile(self) -> OfficeProfile | None:
        """Return the saved profile; None before the first set-up."""
        with self._db.reading() as session:
            return read_profile(session)

    def name(self) -> str | None:
        """Return the office's name; None before the first set-up.

        Read without the stored object: the window asks at the start, and the mapping of all
        objects is made at the first use of one.
        """
        with self._db.reading() as session:
            return session.scalar(select(Office.__table__.c.name))

    def default_profile(self, layout: Layout) -> OfficeProfile:
        """Return a profile to start from: what is usual for the layout, names left empty."""
        state = layout is Layout.STATE
        return OfficeProfile(
            id=None,
            version=None,
            name="",
            superior_name="",
            place="",
            symbol="" if state else "CV/TU",
            layout=layout,
            numbering_mode=NumberingMode.ONE_BOOK if state else NumberingMode.BOOK_PER_TYPE,
            number_source=NumberSource.OWN_BOOK,
            signers=(
                SignerLine("", "", "GIÁM ĐỐC")
                if state
                else SignerLine("", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
            ),
            distribution=("Như trên", "Lưu: VT" if state else "Lưu Văn phòng"),
        )

    def save_profile(
        self, profile: OfficeProfile, last_numbers: Mapping[BookKey, int] | None = None
    ) -> OfficeProfile:
        """Save and return it with its new version; all or nothing.

        ``last_numbers`` are the books that go on after another number. Raises FieldErrors with
        keys such as ``name``, ``signers[0].name`` and ``books.all``, and Conflict.
        """
        profile = tidied(profile)
        errors = profile_errors(profile)
        with self._db.writing() as session:
            authority = profile.press_authority_id
            if authority is not None and session.get(Body, authority) is None:
                errors["press_authority_id"] = "Không còn cơ quan này; chọn lại."
            if errors:
                raise FieldErrors(errors)
            office = session.scalars(select(Office)).one_or_none()
            if (office.version if office else None) != profile.version:
                raise Conflict
            if office is None:
                office = Office()
                session.add(office)
            else:
                office.touch()  # a change of signers alone is a change of the profile
            _write_profile(office, profile)
            _write_terms(session, profile.terms)
            session.flush()
            _write_last_numbers(session, last_numbers or {})
            saved = read_profile(session)
        assert saved is not None
        return saved

    def books(self, on: date, profile: OfficeProfile | None = None) -> tuple[BookLine, ...]:
        """Return the books that letters of that day number from, begun or not.

        ``profile`` may be one that is still being edited; else it is the saved one.
        """
        with self._db.reading() as session:
            profile = profile or read_profile(session)
            if profile is None:
                return ()
            return tuple(
                BookLine(key, books.book_title(key, name), books.last_number(session, key))
                for key, name in _book_keys(profile, on)
            )


def require_profile(session: Session) -> OfficeProfile:
    """Return the profile; without one no letter can be made: FieldErrors under ""."""
    profile = read_profile(session)
    if profile is None:
        raise FieldErrors({"": "Điền Hồ sơ cơ quan trước khi soạn văn bản."})
    return profile


def read_profile(session: Session) -> OfficeProfile | None:
    """Return the profile as one transaction sees it."""
    office = session.scalars(select(Office)).one_or_none()
    if office is None:
        return None
    terms = session.scalars(
        select(PartyTerm).where(PartyTerm.deleted_at.is_(None)).order_by(PartyTerm.starts_on)
    )
    return OfficeProfile(
        id=office.id,
        version=office.version,
        name=office.name,
        superior_name=office.superior_name or "",
        place=office.place,
        symbol=office.symbol,
        layout=Layout(office.layout),
        numbering_mode=NumberingMode(office.numbering_mode),
        number_source=NumberSource(office.number_source),
        press_authority_id=office.press_authority_id,
        signers=tuple(SignerLine(s.name, s.capacity, s.title) for s in office.signers),
        distribution=tuple(line.text for line in office.distribution),
        terms=tuple(Term(term.name, term.starts_on) for term in terms),
    )


def authority_on(
    session: Session, profile: OfficeProfile | None, on: date
) -> PressAuthority | None:
    """Return the press authority of a day.

    The office's own choice goes first, with who took over from it; then a body marked as one.
    """
    chosen = profile.press_authority_id if profile else None
    body = session.get(Body, chosen) if chosen is not None else None
    passed: set[int] = set()
    while body is not None and not _exists_on(body, on) and body.id not in passed:
        passed.add(body.id)  # a chain that bites its own tail must not hang the letter
        body = body.successor
    if body is None or not _exists_on(body, on):
        marked = session.scalars(
            select(Body)
            .where(Body.is_press_authority, Body.deleted_at.is_(None))
            .order_by(Body.name_key, Body.id)
        )
        body = next((candidate for candidate in marked if _exists_on(candidate, on)), None)
    return None if body is None else PressAuthority(body.id, body.name, body.short_name or "")


def _exists_on(body: Body, on: date) -> bool:
    return (
        body.deleted_at is None
        and (body.valid_from is None or body.valid_from <= on)
        and (body.valid_to is None or on <= body.valid_to)
    )


def _write_profile(office: Office, profile: OfficeProfile) -> None:
    office.name = profile.name
    office.superior_name = profile.superior_name or None
    office.place = profile.place
    office.symbol = profile.symbol
    office.layout = profile.layout.value
    office.numbering_mode = profile.numbering_mode.value
    office.number_source = profile.number_source.value
    office.press_authority_id = profile.press_authority_id
    office.signers = [
        Signer(position=place, name=line.name, capacity=line.capacity, title=line.title)
        for place, line in enumerate(profile.signers)
    ]
    office.distribution = [
        OfficeDistributionLine(position=place, text=text)
        for place, text in enumerate(profile.distribution)
    ]


def _write_terms(session: Session, terms: Iterable[Term]) -> None:
    """Store the terms; a term whose first day is put right takes its books along.

    Else its letters would be numbered from 01 a second time.
    """
    stored = list(session.scalars(select(PartyTerm)))
    new = []
    for term in terms:
        same = next((row for row in stored if row.starts_on == term.starts_on), None) or next(
            (row for row in stored if row.name == term.name), None
        )
        if same is None:
            new.append(PartyTerm(name=term.name, starts_on=term.starts_on))
            continue
        stored.remove(same)
        if same.starts_on != term.starts_on:
            for book in _term_books(session, same):
                book.period = term.starts_on.isoformat()
        same.name, same.starts_on = term.name, term.starts_on
    for row in stored:
        term_books = _term_books(session, row)
        if any(books.highest_used(session, book) for book in term_books):
            raise FieldErrors({"terms": f"“{row.name}” đã có văn bản được cấp số, không xóa được."})
        for book in term_books:
            session.delete(book)
        session.delete(row)
    session.add_all(new)


def _write_last_numbers(session: Session, last_numbers: Mapping[BookKey, int]) -> None:
    """Let the books go on after these numbers, never below one that a letter has."""
    errors = {}
    for key, last in last_numbers.items():
        book = books.open_book(session, key)
        used = books.highest_used(session, book)
        if last < used:
            sentence = f"Sổ này đã cấp đến số {used}; không lùi lại được."
            errors[f"books.{key.scope}"] = sentence
        book.last_number = last
    if errors:
        raise FieldErrors(errors)


def _term_books(session: Session, term: PartyTerm) -> list[NumberBook]:
    period = term.starts_on.isoformat()
    return list(
        session.scalars(
            select(NumberBook).where(
                NumberBook.layout == Layout.PARTY.value, NumberBook.period == period
            )
        )
    )


def _book_keys(profile: OfficeProfile, on: date) -> list[tuple[BookKey, str | None]]:
    """Return the books of a day, each with the name of its term."""
    if profile.layout is Layout.PARTY:
        term = term_on(profile.terms, on)
        if term is None:
            return []
        period, name = term.starts_on.isoformat(), term.name
        return [(BookKey(Layout.PARTY, kind.value, period), name) for kind in DocumentType]
    scopes = (
        [ALL_TYPES]
        if profile.numbering_mode is NumberingMode.ONE_BOOK
        else [kind.value for kind in DocumentType]
    )
    return [(BookKey(Layout.STATE, scope, str(on.year)), None) for scope in scopes]
