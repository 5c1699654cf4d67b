"""The office that uses the app: its profile, signers, distribution list, terms and number books."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Record


class Office(Record):
    """The profile of the user's own office; one row.

    ``symbol`` is what follows the number of its letters: "SVHTT-QLBC" (State), "CV/TU" (Party).
    ``layout``, ``numbering_mode`` and ``number_source`` are values of app.rules.vocabulary.
    """

    __tablename__ = "offices"

    name: Mapped[str]
    superior_name: Mapped[str | None]
    place: Mapped[str]
    symbol: Mapped[str]
    layout: Mapped[str]
    numbering_mode: Mapped[str]
    number_source: Mapped[str]
    press_authority_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"))

    signers: Mapped[list[Signer]] = relationship(
        order_by="Signer.position", cascade="all, delete-orphan"
    )
    distribution: Mapped[list[OfficeDistributionLine]] = relationship(
        order_by="OfficeDistributionLine.position", cascade="all, delete-orphan"
    )


class Signer(Base):
    """Who signs, in which capacity: ``capacity`` may hold several lines ("KT. GIÁM ĐỐC")."""

    __tablename__ = "signers"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    position: Mapped[int]
    name: Mapped[str]
    capacity: Mapped[str]
    title: Mapped[str]


class OfficeDistributionLine(Base):
    """One line of the office's usual "Nơi nhận"."""

    __tablename__ = "office_distribution_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    position: Mapped[int]
    text: Mapped[str]


class PartyTerm(Record):
    """A term of the Party committee (nhiệm kỳ): Party numbers start anew with it."""

    __tablename__ = "party_terms"

    name: Mapped[str]
    starts_on: Mapped[date]


class NumberBook(Base):
    """One run of outgoing numbers.

    ``scope`` is a document type, or "all" for an office with one register. ``period`` is the year
    of a State book ("2026") or the start of the Party term ("2025-10-03").
    """

    __tablename__ = "number_books"
    __table_args__ = (UniqueConstraint("layout", "scope", "period"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    layout: Mapped[str]
    scope: Mapped[str]
    period: Mapped[str]
    last_number: Mapped[int] = mapped_column(Integer)


class LegalBasis(Record):
    """A legal text that a letter may rest on, in force between two dates.

    ``duty`` says what it is cited for (a value of app.rules.vocabulary.LegalDuty); ``citation`` is
    the wording that goes into the letter. Values ship with their source and confidence.
    """

    __tablename__ = "legal_bases"
    __table_args__ = (Index("ix_legal_bases_duty_valid_from", "duty", "valid_from"),)
    sort_keys: ClassVar[dict[str, str]] = {"citation": "citation_key"}

    duty: Mapped[str]
    citation: Mapped[str]
    citation_key: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    source: Mapped[str]
    confirmed: Mapped[bool]
    confirmed_by: Mapped[str | None]
    confirmed_on: Mapped[date | None]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("legal_documents.id"), sort_order=1)


class LetterStyle(Record):
    """The switches of the Party layout from a date on; see app.exports.letter.PartyStyle."""

    __tablename__ = "letter_styles"
    sort_keys: ClassVar[dict[str, str]] = {"title": "title_key"}

    title: Mapped[str]
    title_key: Mapped[str]
    valid_from: Mapped[date | None]
    list_separator: Mapped[str]
    subject_prefix: Mapped[str | None]
    signer_title_bold: Mapped[bool]
    source: Mapped[str]
    confirmed: Mapped[bool]
    confirmed_by: Mapped[str | None]
    confirmed_on: Mapped[date | None]
