"""Letters of one purpose made together: many records, many addressees, one way to the numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TypeVar

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from app.errors import FieldErrors, NotFound
from app.exports.envelopes.data import Envelope
from app.exports.letter.data import LetterData
from app.exports.letter.wording import number_text
from app.models import Body, Letter, LetterBatch, Outlet, Record
from app.models.database import Database
from app.rules.letter_style import PartyStyle
from app.rules.numbering import parse_number
from app.rules.vocabulary import (
    NUMBERED_STATES,
    EnvelopeSize,
    LetterState,
    NumberSource,
    OutletType,
)
from app.rules.wording.press_names import outlet_words
from app.services.letters import service as letters
from app.services.letters import store as letter_store
from app.services.letters.service import LetterService
from app.services.office.service import read_profile, require_profile
from app.services.progress import Progress, Steps
from app.services.record_letters import store
from app.services.record_letters.data import RecordLetterDraft
from app.services.record_letters.purposes import Address, LetterPurpose
from app.services.record_letters.registry import PURPOSES
from app.text import tidy, upper_first

_T = TypeVar("_T")
_B = TypeVar("_B", Outlet, Body)


@dataclass(frozen=True, slots=True)
class LetterBatchView:
    """A batch with its letters in the order in which they get their numbers."""

    id: int
    title: str
    made_at: datetime
    letters: tuple[RecordLetterDraft, ...]

    def count(self, *states: LetterState) -> int:
        """Return how many of the letters are in one of these states."""
        return sum(draft.letter_state in states for draft in self.letters)


class BatchService:
    """Use cases of a batch. What fails for one letter leaves all of them as they were."""

    def __init__(self, db: Database, letters: LetterService) -> None:
        self._db = db
        self._letters = letters

    def create(
        self,
        purpose_id: str,
        record_ids: Sequence[int],
        addressees: Sequence[Address] = (),
        *,
        together: bool = False,
        progress: Progress | None = None,
    ) -> LetterBatchView:
        """Write one letter for each record, or for each record and addressee.

        With ``together`` all addressees stand in one letter. Without any, each letter goes to whom
        its facts name. Of many records those get none that need none. Raises NotFound,
        FieldErrors, Stopped.
        """
        groups = _groups(addressees, together)
        if not record_ids:
            raise FieldErrors({"": "Chưa chọn hồ sơ nào để lập văn bản."})
        steps = Steps(progress)
        steps.begin("Đang soạn văn bản")
        with self._db.writing() as session:
            purpose = PURPOSES[purpose_id]
            now = self._db.clock()
            records = _concerned(session, purpose, record_ids, now.date())
            total = len(records) * len(groups)
            batch = LetterBatch(purpose=purpose_id, made_at=now)
            session.add(batch)
            session.flush()
            done = 0
            for record in records:
                for group in groups:
                    steps.go_on(done, total)
                    letter = store.new_letter(session, purpose, record, now.date())
                    letter.batch_id = batch.id
                    if group:
                        _address(letter, group)
                    done += 1
            session.flush()
            return _view(session, batch)

    def named(self, purpose_id: str, record_id: int) -> tuple[Address, ...]:
        """Return whom the facts of one record name for a letter. Raises NotFound."""
        with self._db.reading() as session:
            purpose = PURPOSES[purpose_id]
            record = store.fetch_record(session, purpose.record_kind, record_id)
            today = self._db.clock().date()
            return purpose.addresses(store.facts_of(session, purpose, record, today))

    def addressees(self) -> tuple[Address, ...]:
        """Return whom letters can go to: the outlets and bodies in being today, by name."""
        today = self._db.clock().date()
        with self._db.reading() as session:
            outlets = session.scalars(_in_being(Outlet, today))
            papers = [
                Address(outlet_words(one.name, OutletType(one.type)).name, one.address or "")
                for one in outlets
            ]
            bodies = [Address(one.name) for one in session.scalars(_in_being(Body, today))]
        return (*papers, *bodies)

    def open(self, batch_id: int) -> LetterBatchView:
        """Return a batch without the letters that were deleted. Raises NotFound."""
        with self._db.reading() as session:
            return _view(session, _fetch(session, batch_id))

    def problems(self, batch_id: int, letter_date: date) -> list[str]:
        """Return what keeps the letters without a number from going out, letter by letter."""
        with self._db.reading() as session:
            return [
                f"{_name(draft)}: {' '.join(found.values())}"
                for draft in _view(session, _fetch(session, batch_id)).letters
                if draft.letter_state not in NUMBERED_STATES
                and (found := store.problems(session, draft, letter_date))
            ]

    def next_number(self, batch_id: int, letter_date: date) -> str:
        """Return the first number the batch would take; "" if the registry clerk gives it."""
        return self._letters.next_number(self._first_open(batch_id), letter_date)

    def issue_warnings(
        self, batch_id: int, letter_date: date, typed_number: str | None = None
    ) -> list[str]:
        """Return what is unusual, though possible, about issuing on that date."""
        first = self._first_open(batch_id)
        return self._letters.issue_warnings(first, letter_date, typed_number)

    def sign(
        self, batch_id: int, *, secrecy_confirmed: bool, progress: Progress | None = None
    ) -> LetterBatchView:
        """Record that the leader signed all drafts of the batch. Raises FieldErrors, Stopped."""
        now = self._db.clock()
        with self._db.writing() as session:
            batch = _fetch(session, batch_id)
            drafts = _in_state(session, batch, LetterState.DRAFT)
            self._refuse_unready(session, drafts, now.date())
            for letter in _counted(drafts, progress, "Đang ghi nhận chữ ký"):
                letters.sign(letter, now, secrecy_confirmed=secrecy_confirmed)
            session.flush()
            return _view(session, batch)

    def issue(
        self,
        batch_id: int,
        letter_date: date,
        first_number: str | None = None,
        *,
        secrecy_confirmed: bool,
        progress: Progress | None = None,
    ) -> LetterBatchView:
        """Issue all letters without a number, in one transaction and with consecutive numbers.

        ``first_number`` is given exactly when the registry clerk gives the numbers: the others
        follow from it. Raises FieldErrors (``letter_date``, ``number``, ""), Stopped.
        """
        now = self._db.clock()
        with self._db.writing() as session:
            batch = _fetch(session, batch_id)
            still = _in_state(session, batch, LetterState.DRAFT, LetterState.SIGNED)
            if not still:
                raise FieldErrors({"": "Mọi văn bản của đợt này đã có số."})
            self._refuse_unready(session, still, letter_date)
            numbers = _numbers(session, first_number, len(still))
            counted = _counted(still, progress, "Đang lấy số và dựng văn bản")
            for letter, number in zip(counted, numbers, strict=True):
                store.issue(
                    session, letter, letter_date, number, now,
                    is_sample=self._db.is_sample, secrecy_confirmed=secrecy_confirmed,
                )  # fmt: skip
            return _view(session, batch)

    def pdf(
        self,
        batch_id: int,
        first: int | None = None,
        *,
        marked: bool = True,
        progress: Progress | None = None,
    ) -> bytes:
        """Return all letters, or those from the ``first`` id on, as one PDF with bookmarks.

        Issued letters are the very pages that were frozen, drafts as they would print now,
        ``marked`` with DỰ THẢO. Void letters are left out. Raises FieldErrors, DatabaseDamaged,
        Stopped.
        """
        with self._db.reading() as session:
            batch = _fetch(session, batch_id)
            kept = _in_state(
                session, batch, *(one for one in LetterState if one != LetterState.VOID)
            )
            left = [letter for letter in kept if first is None or letter.id >= first]
            pages = [self._pages(session, letter, marked=marked) for letter in left]
            title = PURPOSES[batch.purpose].title
        if not pages:
            raise FieldErrors({"": "Đợt này không còn văn bản nào để in."})
        from app.exports.merging import merge_pdfs

        counted = _counted(pages, progress, "Đang dựng trang in")
        return merge_pdfs(((words, pdf()) for words, pdf in counted), upper_first(title))

    def envelopes(self, letter_ids: Sequence[int], size: EnvelopeSize) -> bytes:
        """Return an envelope for each address of the letters, one page each.

        A letter without addresses gets one for each line of "Kính gửi". Raises FieldErrors.
        """
        with self._db.reading() as session:
            found = [
                envelope
                for letter_id in letter_ids
                if (letter := session.get(Letter, letter_id)) is not None
                for envelope in _envelopes(letter)
            ]
        if not found:
            raise FieldErrors({"": "Văn bản chưa ghi nơi nhận nào để in bì thư."})
        from app.exports.envelopes.page import envelopes_pdf

        return envelopes_pdf(found, size, sample=self._db.is_sample)

    def _first_open(self, batch_id: int) -> int:
        with self._db.reading() as session:
            batch = _fetch(session, batch_id)
            still = _in_state(session, batch, LetterState.DRAFT, LetterState.SIGNED)
            if not still:
                raise FieldErrors({"": "Mọi văn bản của đợt này đã có số."})
            return still[0].id

    def _pages(
        self, session: Session, letter: Letter, *, marked: bool
    ) -> tuple[str, Callable[[], bytes]]:
        """Return the words of a letter's bookmark, and what gives its pages when it is asked."""
        draft = store.headed(store.draft_of(session, letter), read_profile(session))
        words = _bookmark(draft.letter)
        if letter.number is not None:
            return words, partial(self._letters.frozen_pdf, letter.id)
        is_draft = letter.state == LetterState.DRAFT and marked
        style = letter_store.style_on(session, draft.letter.layout, self._db.clock().date())
        data = replace(draft.letter, draft=is_draft)
        return words, partial(_render, data, style, sample=self._db.is_sample)

    @staticmethod
    def _refuse_unready(session: Session, rows: Sequence[Letter], on: date) -> None:
        for letter in rows:
            draft = store.draft_of(session, letter)
            if found := store.problems(session, draft, on):
                raise FieldErrors({"": f"{_name(draft)}: {' '.join(found.values())}"})


def _in_being(model: type[_B], on: date) -> Select[_B]:
    rows = select(model).where(
        model.deleted_at.is_(None),
        or_(model.valid_from.is_(None), model.valid_from <= on),
        or_(model.valid_to.is_(None), model.valid_to >= on),
    )
    return rows.order_by(model.name_key, model.id)


def _concerned(
    session: Session, purpose: LetterPurpose, record_ids: Sequence[int], on: date
) -> list[Record]:
    """Return the records, of many only those that need such a letter. Raises FieldErrors."""
    records = [store.fetch_record(session, purpose.record_kind, one) for one in record_ids]
    if len(records) == 1:
        return records
    found = [one for one in records if purpose.concerns(session, one, on)]
    if not found:
        raise FieldErrors({"": f"Không hồ sơ nào trong danh sách cần {purpose.title}."})
    return found


def _groups(addressees: Sequence[Address], together: bool) -> list[tuple[Address, ...]]:
    named = tuple(one for one in addressees if tidy(one.name))
    if not named:
        return [()]
    return [named] if together else [(one,) for one in named]


def _address(letter: Letter, addressees: tuple[Address, ...]) -> None:
    """Let the letter go to these and no others."""
    data = letter_store.data_of(letter)
    names = tuple(one.name for one in addressees)
    letter_store.write_text(letter, replace(data, recipients=names))
    store.set_addresses(letter, addressees)


def _fetch(session: Session, batch_id: int) -> LetterBatch:
    batch = session.get(LetterBatch, batch_id)
    if batch is None:
        raise NotFound
    return batch


def _letters(session: Session, batch: LetterBatch) -> list[Letter]:
    rows = select(Letter).where(Letter.batch_id == batch.id, Letter.deleted_at.is_(None))
    return list(session.scalars(rows.order_by(Letter.id)))


def _in_state(session: Session, batch: LetterBatch, *states: LetterState) -> list[Letter]:
    return [letter for letter in _letters(session, batch) if letter.state in states]


def _view(session: Session, batch: LetterBatch) -> LetterBatchView:
    profile = read_profile(session)
    drafts = tuple(
        store.headed(store.draft_of(session, letter), profile)
        for letter in _letters(session, batch)
    )
    return LetterBatchView(batch.id, PURPOSES[batch.purpose].title, batch.made_at, drafts)


def _numbers(session: Session, first: str | None, count: int) -> list[str | None]:
    """Return the number to type for each letter; None where the book gives it."""
    if require_profile(session).number_source is NumberSource.OWN_BOOK:
        return [first] * count  # what was typed all the same is refused with the first letter
    try:
        number, suffix = parse_number(first or "")
    except ValueError as error:
        raise FieldErrors({"number": str(error)}) from error
    if suffix and count > 1:
        raise FieldErrors(
            {"number": "Nhập số đầu tiên của đợt, không kèm chữ; các số sau nối tiếp."}
        )
    return [f"{number + place}{suffix}" for place in range(count)]


def _counted(items: Sequence[_T], progress: Progress | None, words: str) -> Iterator[_T]:
    """Yield the items and tell of each. Raises Stopped."""
    steps = Steps(progress)
    steps.begin(words)
    for done, item in enumerate(items):
        steps.go_on(done, len(items))
        yield item


def _name(draft: RecordLetterDraft) -> str:
    for to in draft.letter.recipients:
        return f"Văn bản gửi {to}"
    return f"Văn bản về {draft.record_title}"


def _bookmark(data: LetterData) -> str:
    """Return what leads to a letter: its number and whom it goes to."""
    number = "" if data.number is None else number_text(data.number)
    to = data.recipients[0] if data.recipients else data.subject
    return " – ".join(filter(None, (number, to)))


def _envelopes(letter: Letter) -> Iterator[Envelope]:
    data = letter_store.data_of(letter)
    addresses = store.addresses_of(letter) or tuple(map(Address, data.recipients))
    for one in addresses:
        yield Envelope(
            data.superior_body or "", data.issuing_body, letter.reference or "",
            one.name, one.address,
        )  # fmt: skip


def _render(data: LetterData, style: PartyStyle | None, *, sample: bool) -> bytes:
    from app.exports.letter import render_letter

    return render_letter(data, style, sample=sample)
