"""Incidents, the articles about them, and the requests to respond or correct."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Clocked, list_index
from app.models.directory import Body, Outlet
from app.models.duties.transfers import Transfer
from app.models.letters import Letter


class Incident(Clocked):
    """What happened. Three times are kept, because each law starts its clock from another one."""

    __tablename__ = "incidents"
    __table_args__ = (
        list_index("learned_at"),
        list_index("title_key"),
        list_index("state", "learned_at"),
        list_index("sensitivity", "learned_at"),
        list_index("accountable_body_id"),
        list_index("next_due_at"),
    )
    sort_keys: ClassVar[dict[str, str]] = {
        "title": "title_key",
        "place": "place_key",
        "field": "field_key",
    }

    title: Mapped[str]
    title_key: Mapped[str]
    happened_at: Mapped[datetime | None]
    learned_at: Mapped[datetime]
    impact_determined_at: Mapped[datetime | None]
    place: Mapped[str | None]
    place_key: Mapped[str | None]
    field: Mapped[str | None]
    field_key: Mapped[str | None]
    sensitivity: Mapped[str]
    accountable_body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"))
    description: Mapped[str | None]
    state: Mapped[str]
    # Columns that came later stand where a migration puts them: at the end.
    first_statement_at: Mapped[datetime | None] = mapped_column(sort_order=1)
    last_statement_at: Mapped[datetime | None] = mapped_column(sort_order=1)
    draws_interest: Mapped[bool] = mapped_column(sort_order=3, server_default=text("0"))
    outcome: Mapped[str | None] = mapped_column(sort_order=3)
    note: Mapped[str | None] = mapped_column(sort_order=3)
    transferred: Mapped[str | None] = mapped_column(default="none", sort_order=4)

    accountable_body: Mapped[Body | None] = relationship()
    transfers: Mapped[list[IncidentTransfer]] = relationship(
        order_by="IncidentTransfer.position", cascade="all, delete-orphan"
    )


class IncidentTransfer(Transfer):
    """A transfer of the answer for an incident."""

    __tablename__ = "incident_transfers"

    incident_id: Mapped[int] = mapped_column(ForeignKey("incidents.id"), index=True)


class Article(Clocked):
    """One item of the press: a printed article, a web page, a broadcast, a channel's post."""

    __tablename__ = "articles"
    __table_args__ = (
        list_index("published_at"),
        list_index("title_key"),
        list_index("kind", "published_at"),
        list_index("outlet_id"),
        list_index("incident_id"),
        list_index("next_due_at"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"title": "title_key"}
    person_keys: ClassVar[dict[str, str]] = {"author": "author_key"}

    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incidents.id"))
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlets.id"))
    title: Mapped[str]
    title_key: Mapped[str]
    section: Mapped[str | None]
    author: Mapped[str | None]
    author_key: Mapped[str | None]
    published_at: Mapped[datetime]
    url: Mapped[str | None]
    issue: Mapped[str | None]
    programme: Mapped[str | None]
    kind: Mapped[str]
    wrong_passage: Mapped[str | None]
    true_content: Mapped[str | None]
    grounds: Mapped[str | None]

    incident: Mapped[Incident | None] = relationship()
    outlet: Mapped[Outlet] = relationship()


class CorrectionRequest(Clocked):
    """A written request to a newspaper, from its grounds to what came of it."""

    __tablename__ = "correction_requests"
    __table_args__ = (
        list_index("next_due_at"),
        list_index("outcome", "next_due_at"),
        # Sorting by the article or the letter reads this index and not the wide rows.
        list_index("article_id"),
        list_index("letter_id"),
    )

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"))
    kind: Mapped[str]
    grounds: Mapped[str | None]
    legal_basis: Mapped[str | None]
    deadline_asked: Mapped[date | None]
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"))
    # Why the press authority gets no copy (duty 17 asks for one).
    no_copy_reason: Mapped[str | None]

    sent_to_outlet_on: Mapped[date | None]
    received_by_outlet_on: Mapped[date | None]
    sent_to_authority_on: Mapped[date | None]
    due_by_law_on: Mapped[date | None]
    outcome: Mapped[str]
    refusal_reason: Mapped[str | None]
    published_on: Mapped[date | None]
    published_where: Mapped[str | None]
    next_step: Mapped[str]
    note: Mapped[str | None]

    article: Mapped[Article] = relationship()
    letter: Mapped[Letter | None] = relationship()
    points: Mapped[list[CorrectionPoint]] = relationship(
        order_by="CorrectionPoint.position", cascade="all, delete-orphan"
    )
    reminders: Mapped[list[Reminder]] = relationship(
        order_by="Reminder.reminded_on", cascade="all, delete-orphan"
    )


class CorrectionPoint(Base):
    """One wrong point of the article and what is true instead."""

    __tablename__ = "correction_points"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("correction_requests.id"), index=True)
    position: Mapped[int]
    wrong_text: Mapped[str]
    true_text: Mapped[str]


class Reminder(Base):
    """One time the outlet was reminded."""

    __tablename__ = "reminders"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("correction_requests.id"), index=True)
    reminded_on: Mapped[date]
    note: Mapped[str | None]
