"""Letters of records inside a transaction: written, read, checked and issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from app.errors import FieldErrors, NotFound
from app.exports.letter.data import LetterData
from app.models import Letter, LetterAddress, Record
from app.rules.letter_text.common import ComposedText
from app.rules.vocabulary import LetterState
from app.services.fetching import fetch
from app.services.letters import drafting
from app.services.letters import store as letter_store
from app.services.letters.service import require_draft, view_of
from app.services.office.data import OfficeProfile
from app.services.office.service import require_profile
from app.services.record_letters.data import RecordLetterDraft, RecordLetterLine
from app.services.record_letters.purposes import Address, Issued, LetterPurpose, Writing
from app.services.record_letters.registry import PURPOSES
from app.services.records.kinds import MODELS
from app.services.records.options import get_option
from app.text import fold, upper_first

# The parts of a letter that are written from facts, besides subject, body and "Nơi nhận".
_PARTS = (
    "authority", "legal_bases", "chair", "time", "venue", "started_at", "ended_at", "attendees",
    "secretary_name",
)  # fmt: skip


def find_record(session: Session, kind: str, record_id: int) -> Record | None:
    """Return the record that a letter was made from, also one deleted since."""
    return session.get(MODELS[kind], record_id)


def fetch_record(session: Session, kind: str, record_id: int) -> Record:
    """Return the record that a letter is made from. Raises NotFound for a deleted one."""
    return fetch(session, MODELS[kind], record_id)


def writing(session: Session, record: Record, letter: LetterData, on: date) -> Writing:
    """Return what a purpose writes the letter from."""
    return Writing(session, record, drafting.voice_of(session, letter, on), on)


def new_letter(session: Session, purpose: LetterPurpose, record: Record, on: date) -> Letter:
    """Return a new draft with the text that the facts give, added to the session."""
    empty, facts = _begin(session, purpose, record, on)
    composed = purpose.compose(facts)
    data = with_copies(with_text(empty, composed), composed.copies)
    letter = letter_store.new_draft(data, purpose.record_kind, record.id)
    letter.purpose = purpose.id
    set_addresses(letter, purpose.addresses(facts))
    session.add(letter)
    return letter


def facts_of(session: Session, purpose: LetterPurpose, record: Record, on: date) -> Writing:
    """Return what a new letter would be written from."""
    return _begin(session, purpose, record, on)[1]


def _begin(
    session: Session, purpose: LetterPurpose, record: Record, on: date
) -> tuple[LetterData, Writing]:
    profile = require_profile(session)
    empty = drafting.empty_letter(
        session, profile, purpose.document_type, on, copies_authority=purpose.copies_authority
    )
    return empty, writing(session, record, empty, on)


def copy_of(old: Letter) -> Letter:
    """Return a new draft with the text, the purpose and the addresses of another letter."""
    letter = letter_store.new_draft(letter_store.data_of(old), old.source_kind, old.source_id)
    letter.purpose = old.purpose
    set_addresses(letter, addresses_of(old))
    return letter


def with_text(letter: LetterData, composed: ComposedText) -> LetterData:
    """Return the letter with what the facts give; recipients of the clerk's own stay."""
    changes: dict[str, Any] = {name: getattr(composed, name) for name in _PARTS}
    if composed.recipients:
        changes["recipients"] = composed.recipients
    if composed.signer_name:
        changes["signer_name"] = composed.signer_name
    return replace(letter, subject=composed.subject, body=composed.body, **changes)


def with_copies(letter: LetterData, copies: tuple[str, ...]) -> LetterData:
    """Return the letter with further lines of "Nơi nhận" in front of its file copy.

    A line that says where the invited or present are named ("Như thành phần mời") stands first and
    replaces "Như trên".
    """
    own = [line for line in letter.distribution if fold(line) not in map(fold, copies)]
    above = [line for line in copies if fold(line).startswith("nhu ")]
    if above:
        own = [line for line in own if fold(line) != "nhu tren"]
    place = next((at for at, line in enumerate(own) if fold(line).startswith("luu")), len(own))
    others = [line for line in copies if line not in above]
    return replace(letter, distribution=(*above, *own[:place], *others, *own[place:]))


def text_lines(letter: LetterData) -> tuple[str, ...]:
    """Return what is written from facts as lines to compare, the subject first."""
    parts: list[str] = []
    for name in _PARTS:
        value = getattr(letter, name)
        parts += value if isinstance(value, tuple) else filter(None, [value])
    return (letter.subject, *parts, *letter.body)


def draft_of(session: Session, letter: Letter) -> RecordLetterDraft:
    """Return a stored letter as its page edits it. Raises NotFound where it is of no record."""
    if letter.purpose is None or letter.source_kind is None or letter.source_id is None:
        raise NotFound
    view = view_of(session, letter)
    return RecordLetterDraft(
        letter_id=view.id,
        letter_version=view.version,
        letter=view.data,
        purpose=letter.purpose,
        title=PURPOSES[letter.purpose].title,
        record_kind=letter.source_kind,
        record_id=letter.source_id,
        record_title=get_option(session, letter.source_kind, letter.source_id).text,
        letter_state=view.state,
        letter_number=view.number_text,
        batch_id=letter.batch_id,
        addresses=addresses_of(letter),
        void_reason=view.void_reason,
    )


def line_of(letter: Letter) -> RecordLetterLine:
    """Return a letter as a line of its record's page."""
    assert letter.purpose is not None
    return RecordLetterLine(
        letter_id=letter.id,
        title=upper_first(PURPOSES[letter.purpose].title),
        reference=letter.reference or "",
        letter_date=letter.letter_date,
        subject=letter.subject,
        state=LetterState(letter.state),
    )


def headed(draft: RecordLetterDraft, profile: OfficeProfile | None) -> RecordLetterDraft:
    """Give a draft the office's present head: a slip in the profile is often seen on its page."""
    if profile is None or not draft.can_edit:
        return draft
    return replace(draft, letter=drafting.headed(draft.letter, profile))


def write(session: Session, draft: RecordLetterDraft) -> Letter:
    """Store the draft's text and addresses. Raises FieldErrors for one that is locked, Conflict."""
    letter = fetch(session, Letter, draft.letter_id, draft.letter_version)
    changed = not letter_store.same_text(letter, draft.letter)
    if changed or addresses_of(letter) != draft.addresses:
        require_draft(letter)
        letter_store.write_text(letter, draft.letter)
        set_addresses(letter, draft.addresses)
        letter.touch()
        session.flush()
    return letter


def problems(session: Session, draft: RecordLetterDraft, letter_date: date) -> Mapping[str, str]:
    """Return why the letter cannot be issued on a day, by part of the letter or field."""
    record = fetch_record(session, draft.record_kind, draft.record_id)
    facts = writing(session, record, draft.letter, letter_date)
    text = letter_store.text_problems(draft.letter)
    return {
        **{f"letter.{name}": sentence for name, sentence in text.items()},
        **PURPOSES[draft.purpose].problems(facts, draft.letter),
    }


def issue(
    session: Session,
    letter: Letter,
    letter_date: date,
    typed: str | None,
    now: datetime,
    *,
    is_sample: bool,
    secrecy_confirmed: bool,
) -> None:
    """Take the number, freeze the page and tell the record. Raises FieldErrors."""
    draft = draft_of(session, letter)
    found = problems(session, draft, letter_date)
    if found:
        raise FieldErrors(found)
    profile = require_profile(session)
    letter_store.issue(
        session, letter, profile, letter_date, typed, now,
        is_sample=is_sample, secrecy_confirmed=secrecy_confirmed,
    )  # fmt: skip
    record = fetch_record(session, draft.record_kind, draft.record_id)
    PURPOSES[draft.purpose].on_issued(Issued(session, record, letter, now))
    session.flush()


def addresses_of(letter: Letter) -> tuple[Address, ...]:
    return tuple(Address(line.name, line.address) for line in letter.addresses)


def set_addresses(letter: Letter, addresses: tuple[Address, ...]) -> None:
    if addresses_of(letter) != addresses:
        letter.addresses = [
            LetterAddress(position=place, name=one.name, address=one.address)
            for place, one in enumerate(addresses)
        ]
