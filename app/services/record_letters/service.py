"""Letters of records, from the facts to the frozen file; what all purposes do in one way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from app.errors import FieldErrors
from app.models import Letter
from app.models.database import Database
from app.rules.legal import citation_warnings
from app.rules.letter_text.common import ComposedText
from app.rules.vocabulary import LetterState
from app.services.fetching import fetch
from app.services.letters import service as letters
from app.services.letters.legal import legal_texts
from app.services.letters.service import LetterService
from app.services.letters.texts import TextChange
from app.services.office.service import read_profile, require_profile
from app.services.record_letters import store
from app.services.record_letters.data import RecordLetterDraft, RecordLetterLine
from app.services.record_letters.purposes import Issued
from app.services.record_letters.registry import PURPOSES


class RecordLetterService:
    """Use cases of one letter that was made from a record.

    A draft goes in and comes back whole; Conflict where it was changed elsewhere meanwhile.
    FieldErrors name a part of the letter as ``letter.body``, and a field of the record by its name.
    """

    def __init__(self, db: Database, letters: LetterService) -> None:
        self._db = db
        self._letters = letters

    def of_record(self, kind: str, record_id: int) -> tuple[RecordLetterLine, ...]:
        """Return the letters that were made from a record, the latest first."""
        with self._db.reading() as session:
            rows = session.scalars(
                select(Letter)
                .where(
                    Letter.source_kind == kind,
                    Letter.source_id == record_id,
                    Letter.purpose.is_not(None),
                    Letter.deleted_at.is_(None),
                )
                .order_by(Letter.id.desc())
            )
            return tuple(store.line_of(letter) for letter in rows)

    def create(self, purpose_id: str, record_id: int) -> RecordLetterDraft:
        """Write a new draft from the record's facts and keep it. Raises NotFound, FieldErrors."""
        with self._db.writing() as session:
            purpose = PURPOSES[purpose_id]
            record = store.fetch_record(session, purpose.record_kind, record_id)
            letter = store.new_letter(session, purpose, record, self._today())
            session.flush()
            return store.draft_of(session, letter)

    def open(self, letter_id: int) -> RecordLetterDraft:
        """Return a letter, a draft's head as the office's profile says it now. Raises NotFound."""
        with self._db.reading() as session:
            draft = store.draft_of(session, fetch(session, Letter, letter_id))
            return store.headed(draft, read_profile(session))

    def follow_office(self, draft: RecordLetterDraft) -> RecordLetterDraft:
        """Return the draft with its letter's head as the office's profile says it now."""
        with self._db.reading() as session:
            return store.headed(draft, read_profile(session))

    def compose(self, draft: RecordLetterDraft) -> ComposedText:
        """Write the text from the facts of the record as they are now. Raises NotFound."""
        with self._db.reading() as session:
            purpose = PURPOSES[draft.purpose]
            record = store.fetch_record(session, draft.record_kind, draft.record_id)
            return purpose.compose(store.writing(session, record, draft.letter, self._today()))

    def rewritten(self, draft: RecordLetterDraft) -> RecordLetterDraft:
        """Return the draft with its text written anew from the facts."""
        composed = self.compose(draft)
        return replace(draft, letter=store.with_text(draft.letter, composed))

    def text_differs(self, draft: RecordLetterDraft) -> TextChange:
        """Return the letter's present text beside the one that would be written from the facts."""
        new = self.rewritten(draft).letter
        return TextChange(store.text_lines(draft.letter), store.text_lines(new))

    def save(self, draft: RecordLetterDraft) -> RecordLetterDraft:
        """Save the text of a draft. A signed letter is locked: FieldErrors under ""."""
        with self._db.writing() as session:
            return store.draft_of(session, store.write(session, draft))

    def issue_problems(self, draft: RecordLetterDraft, letter_date: date) -> Mapping[str, str]:
        """Return why the letter cannot be issued yet; empty when it can. Raises NotFound."""
        with self._db.reading() as session:
            return store.problems(session, draft, letter_date)

    def issue_warnings(
        self, draft: RecordLetterDraft, letter_date: date, typed_number: str | None = None
    ) -> list[str]:
        """Return what is unusual, though possible, about issuing on that date."""
        with self._db.reading() as session:
            printed = " ".join((*draft.letter.legal_bases, *draft.letter.body))
            found = citation_warnings(legal_texts(session), printed, letter_date)
        return self._letters.issue_warnings(draft.letter_id, letter_date, typed_number) + found

    def sign(self, draft: RecordLetterDraft, *, secrecy_confirmed: bool) -> RecordLetterDraft:
        """Save, and record that the leader signed the letter. Raises FieldErrors.

        ``secrecy_confirmed`` is the clerk's word that it holds no state secret.
        """
        with self._db.writing() as session:
            letter = store.write(session, draft)
            problems = store.problems(session, store.draft_of(session, letter), self._today())
            if problems:
                raise FieldErrors(problems)
            letters.sign(letter, self._db.clock(), secrecy_confirmed=secrecy_confirmed)
            session.flush()
            return store.draft_of(session, letter)

    def reopen(self, draft: RecordLetterDraft) -> RecordLetterDraft:
        """Take the signed letter back to draft."""
        with self._db.writing() as session:
            letter = fetch(session, Letter, draft.letter_id, draft.letter_version)
            letters.reopen(letter)
            session.flush()
            return store.draft_of(session, letter)

    def issue(
        self,
        draft: RecordLetterDraft,
        letter_date: date,
        typed_number: str | None = None,
        *,
        secrecy_confirmed: bool,
    ) -> RecordLetterDraft:
        """Save, take the number, freeze the page and tell the record, in one transaction.

        Raises FieldErrors.
        """
        with self._db.writing() as session:
            letter = store.write(session, draft)
            store.issue(
                session, letter, letter_date, typed_number, self._db.clock(),
                is_sample=self._db.is_sample, secrecy_confirmed=secrecy_confirmed,
            )  # fmt: skip
            return store.draft_of(session, letter)

    def void(self, draft: RecordLetterDraft, reason: str) -> RecordLetterDraft:
        """Cancel the issued letter; number and file stay. FieldErrors under ``reason``."""
        with self._db.writing() as session:
            letter = fetch(session, Letter, draft.letter_id, draft.letter_version)
            now = self._db.clock()
            letters.void(letter, reason, now)
            record: Any = store.find_record(session, draft.record_kind, draft.record_id)
            if record is not None:
                PURPOSES[draft.purpose].on_voided(Issued(session, record, letter, now))
            session.flush()
            return store.draft_of(session, letter)

    def redraft(self, draft: RecordLetterDraft) -> RecordLetterDraft:
        """Begin a new draft in place of a void letter, with its text."""
        with self._db.writing() as session:
            old = fetch(session, Letter, draft.letter_id, draft.letter_version)
            if old.state != LetterState.VOID:
                raise FieldErrors({"": "Chỉ soạn lại được khi văn bản trước đã hủy."})
            letter = store.copy_of(old)
            session.add(letter)
            session.flush()
            drafted = store.draft_of(session, letter)
            return store.headed(drafted, require_profile(session))

    def preview(self, draft: RecordLetterDraft, *, marked: bool) -> bytes:
        """Set the page as it would print now; ``marked`` prints DỰ THẢO."""
        return self._letters.preview(replace(draft.letter, draft=marked))

    def _today(self) -> date:
        return self._db.clock().date()
