"""What a letter made from a record is for: a purpose says all in which one kind of letter differs.

A kind of letter is added by a ``LetterPurpose`` in the module of its record's kind here, listed in
``registry.py``; its wording is a pure function in ``app/rules/letter_text``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exports.letter.data import LetterData
from app.models import LegalRule, Letter
from app.rules.legal import as_letters_cite, bare_citation, bases_for
from app.rules.letter_text.common import ComposedText, Voice
from app.rules.vocabulary import ClockDuty, DocumentType, LegalDuty
from app.services.letters.legal import cited_documents, legal_texts


@dataclass(frozen=True, slots=True)
class Address:
    """Whom a letter goes to, and where, as its envelope says it."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """What a purpose writes from: the record, who speaks, and the day that picks the law.

    ``record`` is the stored record of the purpose's kind, inside the transaction of ``session``;
    ``on`` is the letter's date, and today until it has one.
    """

    session: Session
    record: Any
    voice: Voice
    on: date

    def citations(self, duty: LegalDuty, on: date | None = None) -> tuple[str, ...]:
        """Return what is cited for a duty on a day (the letter's), each text once."""
        found = bases_for(legal_texts(self.session), duty, on or self.on)
        return tuple(dict.fromkeys(bare_citation(text.citation) for text in found.texts))

    def rule_basis(self, duty: ClockDuty, on: date | None = None) -> str:
        """Return what the rule table says obliges to a duty on a day (the letter's), as cited."""
        day = on or self.on
        rules = select(LegalRule.basis).where(
            LegalRule.deleted_at.is_(None),
            LegalRule.duty == duty.value,
            LegalRule.is_own_regulation.is_(False),
            LegalRule.valid_from.is_(None) | (LegalRule.valid_from <= day),
            LegalRule.valid_to.is_(None) | (LegalRule.valid_to >= day),
        )
        basis = self.session.scalars(rules.order_by(LegalRule.valid_from.desc())).first() or ""
        return as_letters_cite(basis, cited_documents(self.session)) if basis else ""


@dataclass(frozen=True, slots=True)
class Issued:
    """What a purpose may write to its record once a letter is issued, or void again."""

    session: Session
    record: Any
    letter: Letter
    at: datetime


def _nothing_wrong(_writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    return {}


def _nowhere(_writing: Writing) -> tuple[Address, ...]:
    return ()


def _nothing_to_write(_issued: Issued) -> None:
    pass


def _any_record(_session: Session, _record: Any, _on: date) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class LetterPurpose:
    """One kind of letter about one kind of record.

    ``title`` follows "Lập" ("công văn trả lời báo chí"). ``compose`` writes the text from the
    facts. ``problems`` tells what keeps the letter from being signed and issued, by a part of the
    letter (``letter.body``), a field of the record, or "". ``addresses`` are those for envelopes.
    ``on_issued`` and ``on_voided`` write to the record what follows from it, in the transaction
    that takes the number, or voids it. ``concerns`` tells which of many records of a list need such
    a letter on a day. ``copies_authority`` names the press authority in "Nơi nhận" (duty 17).
    """

    id: str
    title: str
    record_kind: str
    document_type: DocumentType
    compose: Callable[[Writing], ComposedText]
    problems: Callable[[Writing, LetterData], Mapping[str, str]] = _nothing_wrong
    addresses: Callable[[Writing], tuple[Address, ...]] = _nowhere
    on_issued: Callable[[Issued], None] = _nothing_to_write
    on_voided: Callable[[Issued], None] = _nothing_to_write
    concerns: Callable[[Session, Any, date], bool] = _any_record
    copies_authority: bool = False
