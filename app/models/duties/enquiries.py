"""What the press asks of the office, and on what grounds it may be refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Clocked, Record, list_index
from app.models.directory import Body, Outlet
from app.models.people import Contact
from app.models.press import Incident


class RefusalGround(Record):
    """One ground on which the law lets the office refuse information, between two days."""

    __tablename__ = "refusal_grounds"
    __table_args__ = (list_index("title_key"), list_index("valid_from"))
    sort_keys: ClassVar[dict[str, str]] = {"title": "title_key", "citation": "citation_key"}

    title: Mapped[str]
    title_key: Mapped[str]
    wording: Mapped[str]
    citation: Mapped[str]
    citation_key: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    source: Mapped[str]
    confirmed: Mapped[bool]
    confirmed_by: Mapped[str | None]
    confirmed_on: Mapped[date | None]


class Enquiry(Clocked):
    """A question, a wish for an interview or a visit of the press (duties 2 and 3).

    Who asked is a contact, or a name as it was given; the card is the one that was shown then.
    """

    __tablename__ = "enquiries"
    __table_args__ = (
        list_index("received_at"),
        list_index("title_key"),
        list_index("outcome", "received_at"),
        list_index("kind", "received_at"),
        list_index("outlet_id"),
        list_index("contact_id"),
        list_index("incident_id"),
        list_index("accountable_body_id"),
        list_index("refusal_ground_id"),
        list_index("next_due_at"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"title": "title_key"}
    person_keys: ClassVar[dict[str, str]] = {"asker_name": "asker_name_key"}

    kind: Mapped[str]
    title: Mapped[str]
    title_key: Mapped[str]
    question: Mapped[str]
    received_at: Mapped[datetime]
    channel: Mapped[str]
    answer_wanted_at: Mapped[datetime | None]
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))
    asker_name: Mapped[str | None]
    asker_name_key: Mapped[str | None]
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.id"))
    card_number: Mapped[str | None]
    card_expires_on: Mapped[date | None]
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incidents.id"))
    accountable_body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"))
    outcome: Mapped[str]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str | None]
    refused_at: Mapped[datetime | None]
    refusal_ground_id: Mapped[int | None] = mapped_column(ForeignKey("refusal_grounds.id"))
    refusal_note: Mapped[str | None]
    introduction: Mapped[str | None]
    review_asked: Mapped[bool]

    contact: Mapped[Contact | None] = relationship()
    outlet: Mapped[Outlet | None] = relationship()
    incident: Mapped[Incident | None] = relationship()
    accountable_body: Mapped[Body | None] = relationship()
    refusal_ground: Mapped[RefusalGround | None] = relationship()
    drafts: Mapped[list[InterviewDraft]] = relationship(
        order_by="InterviewDraft.position", cascade="all, delete-orphan"
    )


class InterviewDraft(Base):
    """One draft of an interview that the press let the office look through before publication."""

    __tablename__ = "interview_drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiries.id"), index=True)
    position: Mapped[int]
    received_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    remarks: Mapped[str | None]
