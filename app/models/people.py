"""The people an office is in touch with: journalists, and officials of other bodies."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Record, list_index
from app.models.directory import Body, Outlet


class Contact(Record):
    """A person, with the history of where they worked.

    What begins with ``last_`` is taken from the posts with every save, for the list: the present
    post, or the last one with the day it ended.
    """

    __tablename__ = "contacts"
    __table_args__ = (
        list_index("name_key"),
        list_index("last_outlet_id"),
        list_index("last_body_id"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"last_job_title": "last_job_title_key"}
    person_keys: ClassVar[dict[str, str]] = {"name": "name_key"}

    name: Mapped[str]
    name_key: Mapped[str]
    kind: Mapped[str]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    card_number: Mapped[str | None]
    card_expires_on: Mapped[date | None]
    note: Mapped[str | None]
    last_outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.id"))
    last_body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"))
    last_job_title: Mapped[str | None]
    last_job_title_key: Mapped[str | None]
    last_ended_on: Mapped[date | None]

    last_outlet: Mapped[Outlet | None] = relationship()
    last_body: Mapped[Body | None] = relationship()
    posts: Mapped[list[ContactPost]] = relationship(
        order_by="ContactPost.position", cascade="all, delete-orphan"
    )


class ContactPost(Base):
    """One place a person works or worked at: an outlet or a body."""

    __tablename__ = "contact_posts"

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    position: Mapped[int]
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.id"), index=True)
    body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"), index=True)
    job_title: Mapped[str | None]
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]

    outlet: Mapped[Outlet | None] = relationship()
    body: Mapped[Body | None] = relationship()
