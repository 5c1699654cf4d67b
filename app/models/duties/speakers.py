"""Who may speak for a body: assigned by decision, or authorised in writing for one case."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Clocked, list_index
from app.models.directory import Body
from app.models.press import Incident


class Spokesperson(Clocked):
    """One assignment: a person speaks for a body between two days. ``replaces`` ended with it."""

    __tablename__ = "spokespersons"
    __table_args__ = (
        list_index("person_key"),
        list_index("valid_from"),
        list_index("body_id"),
        list_index("next_due_at"),
    )
    sort_keys: ClassVar[dict[str, str]] = {"position": "position_key"}
    person_keys: ClassVar[dict[str, str]] = {"person": "person_key"}

    body_id: Mapped[int] = mapped_column(ForeignKey("bodies.id"))
    person: Mapped[str]
    person_key: Mapped[str]
    position: Mapped[str | None]
    position_key: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    decision_number: Mapped[str | None]
    decision_date: Mapped[date | None]
    decision_signer: Mapped[str | None]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("spokespersons.id"))
    # The decision says that two speak for the body at the same time.
    is_beside_another: Mapped[bool]
    published_on: Mapped[date | None]
    published_where: Mapped[str | None]
    announced_on: Mapped[date | None]
    announced_in: Mapped[str | None]
    note: Mapped[str | None]

    body: Mapped[Body] = relationship()
    replaces: Mapped[Spokesperson | None] = relationship(remote_side="Spokesperson.id")


class Authorisation(Clocked):
    """A written authorisation to speak: one grantor, one grantee, one case, between two days."""

    __tablename__ = "authorisations"
    __table_args__ = (
        list_index("grantee_key"),
        list_index("valid_to"),
        list_index("body_id"),
        list_index("incident_id"),
        list_index("next_due_at"),
    )
    sort_keys: ClassVar[dict[str, str]] = {
        "grantee_position": "grantee_position_key",
        "case_text": "case_text_key",
    }
    person_keys: ClassVar[dict[str, str]] = {"grantee": "grantee_key", "grantor": "grantor_key"}

    body_id: Mapped[int] = mapped_column(ForeignKey("bodies.id"))
    grantor: Mapped[str]
    grantor_key: Mapped[str]
    grantor_position: Mapped[str | None]
    grantee: Mapped[str]
    grantee_key: Mapped[str]
    grantee_position: Mapped[str | None]
    grantee_position_key: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("incidents.id"))
    case_text: Mapped[str | None]
    case_text_key: Mapped[str | None]
    scope: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    paper_number: Mapped[str | None]
    # Midnight where only the day is known: the law counts hours from here.
    signed_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    published_where: Mapped[str | None]
    note: Mapped[str | None]

    body: Mapped[Body] = relationship()
    incident: Mapped[Incident | None] = relationship()
