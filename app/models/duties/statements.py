"""What the office said, word by word, and what it prepared before it spoke."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Clocked, Record, list_index
from app.models.directory import Body
from app.models.duties.speakers import Authorisation, Spokesperson
from app.models.press import Incident


class Statement(Clocked):
    """One time the office spoke (duties 1, 10, 11 and 26): about an incident, or of its own accord.

    Once given it is frozen, with the hash of its text; who spoke is kept as it was on that day.
    """

    __tablename__ = "statements"
    __table_args__ = (
        list_index("given_at"),
        list_index("title_key"),
        list_index("state", "given_at"),
        list_index("incident_id", "given_at"),
        list_index("body_id"),
        list_index("next_due_at"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"title": "title_key"}
    person_keys: ClassVar[dict[str, str]] = {"speaker": "speaker_key"}

    title: Mapped[str]
    title_key: Mapped[str]
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incidents.id"))
    # Of statements without an incident: the one that this adds to, or puts right.
    continues_id: Mapped[int | None] = mapped_column(ForeignKey("statements.id"), index=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("bodies.id"))
    form: Mapped[str]
    given_at: Mapped[datetime | None]
    place: Mapped[str | None]
    audience: Mapped[str | None]
    speaker_kind: Mapped[str]
    speaker: Mapped[str | None]
    speaker_key: Mapped[str | None]
    speaker_position: Mapped[str | None]
    spokesperson_id: Mapped[int | None] = mapped_column(ForeignKey("spokespersons.id"))
    authorisation_id: Mapped[int | None] = mapped_column(ForeignKey("authorisations.id"))
    text: Mapped[str | None]
    next_update_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    note: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="draft")
    text_sha256: Mapped[str | None]
    frozen_at: Mapped[datetime | None]
    secrecy_confirmed_at: Mapped[datetime | None]

    incident: Mapped[Incident | None] = relationship()
    continues: Mapped[Statement | None] = relationship(remote_side="Statement.id")
    body: Mapped[Body] = relationship()
    spokesperson: Mapped[Spokesperson | None] = relationship()
    authorisation: Mapped[Authorisation | None] = relationship()


class Preparation(Record):
    """The sheet that is made and printed before an unplanned statement (duty 25)."""

    __tablename__ = "preparations"
    __table_args__ = (
        list_index("planned_at"),
        list_index("title_key"),
        list_index("incident_id"),
        list_index("statement_id"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"title": "title_key"}
    person_keys: ClassVar[dict[str, str]] = {"speaker": "speaker_key"}

    title: Mapped[str]
    title_key: Mapped[str]
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incidents.id"))
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statements.id"))
    planned_at: Mapped[datetime | None]
    place: Mapped[str | None]
    speaker: Mapped[str | None]
    speaker_key: Mapped[str | None]
    message: Mapped[str | None]
    prepared_by: Mapped[str | None]
    secrecy_confirmed: Mapped[bool]
    secrecy_confirmed_at: Mapped[datetime | None]
    note: Mapped[str | None]

    incident: Mapped[Incident | None] = relationship()
    statement: Mapped[Statement | None] = relationship()
    facts: Mapped[list[PreparedFact]] = relationship(
        order_by="PreparedFact.position", cascade="all, delete-orphan"
    )
    questions: Mapped[list[ExpectedQuestion]] = relationship(
        order_by="ExpectedQuestion.position", cascade="all, delete-orphan"
    )
    limits: Mapped[list[Unsayable]] = relationship(
        order_by="Unsayable.position", cascade="all, delete-orphan"
    )


class PreparedFact(Base):
    """A fact to be told, and who confirmed it when."""

    __tablename__ = "prepared_facts"

    id: Mapped[int] = mapped_column(primary_key=True)
    preparation_id: Mapped[int] = mapped_column(ForeignKey("preparations.id"), index=True)
    position: Mapped[int]
    fact: Mapped[str]
    confirmed_by: Mapped[str | None]
    confirmed_at: Mapped[datetime | None]


class ExpectedQuestion(Base):
    """A question that the press may ask, and the answer to it."""

    __tablename__ = "expected_questions"

    id: Mapped[int] = mapped_column(primary_key=True)
    preparation_id: Mapped[int] = mapped_column(ForeignKey("preparations.id"), index=True)
    position: Mapped[int]
    question: Mapped[str]
    answer: Mapped[str | None]


class Unsayable(Base):
    """What must not be said, and why."""

    __tablename__ = "unsayables"

    id: Mapped[int] = mapped_column(primary_key=True)
    preparation_id: Mapped[int] = mapped_column(ForeignKey("preparations.id"), index=True)
    position: Mapped[int]
    topic: Mapped[str]
    reason: Mapped[str | None]
