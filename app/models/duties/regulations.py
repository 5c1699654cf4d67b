"""The library of legal and Party documents, and the press regulations that cite them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Clocked, Record, list_index
from app.models.directory import Body


class LegalDocument(Record):
    """A text of the State or the Party that the office works by (duty 5)."""

    __tablename__ = "legal_documents"
    __table_args__ = (
        list_index("number_key"),
        list_index("issued_on"),
        list_index("valid_to"),
        list_index("kind", "issued_on"),
    )
    sort_keys: ClassVar[dict[str, str]] = {
        "number": "number_key",
        "issuer": "issuer_key",
        "title": "title_key",
    }

    kind: Mapped[str]
    number: Mapped[str]
    number_key: Mapped[str]
    issued_on: Mapped[date | None]
    issuer: Mapped[str | None]
    issuer_key: Mapped[str | None]
    title: Mapped[str]
    title_key: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("legal_documents.id"))
    note: Mapped[str | None]
    source: Mapped[str | None]
    confirmed: Mapped[bool]
    confirmed_by: Mapped[str | None]
    confirmed_on: Mapped[date | None]

    replaced_by: Mapped[LegalDocument | None] = relationship(remote_side="LegalDocument.id")
    disseminations: Mapped[list[Dissemination]] = relationship(
        order_by="Dissemination.position", cascade="all, delete-orphan"
    )


class Dissemination(Base):
    """One time a document was made known ("quán triệt"): when, how and to whom."""

    __tablename__ = "disseminations"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("legal_documents.id"), index=True)
    position: Mapped[int]
    held_on: Mapped[date]
    manner: Mapped[str | None]
    audience: Mapped[str]
    note: Mapped[str | None]


class Regulation(Clocked):
    """A body's press regulation (duty 6).

    ``review_state`` and ``review_from`` say whether a text that it cites has ended, and since when;
    they are written with the deadlines, without a new version of the regulation.
    """

    __tablename__ = "regulations"
    __table_args__ = (
        list_index("issued_on"),
        list_index("title_key"),
        list_index("body_id"),
        list_index("status", "issued_on"),
        list_index("review_state", "review_from"),
        list_index("next_due_at"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"number": "number_key", "title": "title_key"}

    body_id: Mapped[int] = mapped_column(ForeignKey("bodies.id"))
    number: Mapped[str | None]
    number_key: Mapped[str | None]
    issued_on: Mapped[date | None]
    title: Mapped[str]
    title_key: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    status: Mapped[str]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("regulations.id"))
    note: Mapped[str | None]
    review_state: Mapped[str] = mapped_column(default="current")
    review_from: Mapped[date | None]

    body: Mapped[Body] = relationship()
    replaces: Mapped[Regulation | None] = relationship(remote_side="Regulation.id")
    bases: Mapped[list[RegulationBasis]] = relationship(
        order_by="RegulationBasis.position", cascade="all, delete-orphan"
    )
    clauses: Mapped[list[RegulationClause]] = relationship(
        order_by="RegulationClause.position", cascade="all, delete-orphan"
    )
    reviews: Mapped[list[RegulationReview]] = relationship(
        order_by="RegulationReview.position", cascade="all, delete-orphan"
    )


class RegulationBasis(Base):
    """A text that a regulation rests on."""

    __tablename__ = "regulation_bases"

    id: Mapped[int] = mapped_column(primary_key=True)
    regulation_id: Mapped[int] = mapped_column(ForeignKey("regulations.id"), index=True)
    position: Mapped[int]
    document_id: Mapped[int] = mapped_column(ForeignKey("legal_documents.id"), index=True)
    note: Mapped[str | None]

    document: Mapped[LegalDocument] = relationship()


class RegulationClause(Base):
    """One topic that a regulation has to cover, and whether this one does."""

    __tablename__ = "regulation_clauses"

    id: Mapped[int] = mapped_column(primary_key=True)
    regulation_id: Mapped[int] = mapped_column(ForeignKey("regulations.id"), index=True)
    position: Mapped[int]
    topic: Mapped[str]
    is_covered: Mapped[bool]
    note: Mapped[str | None]


class RegulationReview(Base):
    """One review of a regulation: what it found, and what is to follow until when."""

    __tablename__ = "regulation_reviews"

    id: Mapped[int] = mapped_column(primary_key=True)
    regulation_id: Mapped[int] = mapped_column(ForeignKey("regulations.id"), index=True)
    position: Mapped[int]
    reviewed_on: Mapped[date]
    result: Mapped[str]
    plan: Mapped[str | None]
    plan_due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    note: Mapped[str | None]
