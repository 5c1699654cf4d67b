"""Trainings in speaking to the press (duty 31): planned, held, and who took part."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Record, list_index
from app.models.directory import Body
from app.models.duties.speakers import Spokesperson
from app.models.people import Contact


class Training(Record):
    """One class. ``cost`` is in đồng."""

    __tablename__ = "trainings"
    __table_args__ = (
        list_index("starts_on"),
        list_index("title_key"),
        list_index("state", "starts_on"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"title": "title_key", "place": "place_key"}

    title: Mapped[str]
    title_key: Mapped[str]
    state: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    hours: Mapped[str | None]
    place: Mapped[str | None]
    place_key: Mapped[str | None]
    content: Mapped[str | None]
    plan_number: Mapped[str | None]
    plan_date: Mapped[date | None]
    cost: Mapped[int | None]
    evaluation: Mapped[str | None]
    cancel_reason: Mapped[str | None]
    note: Mapped[str | None]

    lecturers: Mapped[list[Lecturer]] = relationship(
        order_by="Lecturer.position", cascade="all, delete-orphan"
    )
    participants: Mapped[list[Participant]] = relationship(
        order_by="Participant.position", cascade="all, delete-orphan"
    )


class Lecturer(Base):
    """Who taught what."""

    __tablename__ = "lecturers"

    id: Mapped[int] = mapped_column(primary_key=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    workplace: Mapped[str | None]
    topic: Mapped[str | None]


class Participant(Base):
    """One who is invited or took part: a spokesperson, a contact, or a name that was typed.

    ``name``, ``job_title`` and ``body_id`` are as they were at the class, whoever they came from.
    """

    __tablename__ = "participants"

    id: Mapped[int] = mapped_column(primary_key=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"), index=True)
    position: Mapped[int]
    spokesperson_id: Mapped[int | None] = mapped_column(ForeignKey("spokespersons.id"), index=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"), index=True)
    name: Mapped[str | None]
    job_title: Mapped[str | None]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"), index=True)
    attended: Mapped[bool]
    certificate: Mapped[str | None]
    note: Mapped[str | None]

    spokesperson: Mapped[Spokesperson | None] = relationship()
    contact: Mapped[Contact | None] = relationship()
    body: Mapped[Body | None] = relationship()
