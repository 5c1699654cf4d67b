"""The bodies of the province and the press outlets, each with the dates of its existence."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Record, list_index


class Body(Record):
    """A body of the province. Old records keep the old body; ``successor`` takes over from it."""

    __tablename__ = "bodies"
    __table_args__ = (list_index("name_key"),)
    sort_keys: ClassVar[dict[str, str]] = {"name": "name_key", "short_name": "short_name_key"}

    name: Mapped[str]
    name_key: Mapped[str]
    short_name: Mapped[str | None]
    short_name_key: Mapped[str | None]
    symbol: Mapped[str | None]
    kind: Mapped[str]
    is_press_authority: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"))

    successor: Mapped[Body | None] = relationship(remote_side="Body.id")


class Outlet(Record):
    """A press outlet: where a letter to it goes and who answers for it."""

    __tablename__ = "outlets"
    __table_args__ = (list_index("name_key"),)
    sort_keys: ClassVar[dict[str, str]] = {
        "name": "name_key",
        "governing_body": "governing_body_key",
    }
    person_keys: ClassVar[dict[str, str]] = {"editor_in_chief": "editor_in_chief_key"}

    name: Mapped[str]
    name_key: Mapped[str]
    type: Mapped[str]
    governing_body: Mapped[str | None]
    governing_body_key: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    editor_in_chief: Mapped[str | None]
    editor_in_chief_key: Mapped[str | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    # A weekly or a magazine, whose term to correct is another one.
    is_periodical: Mapped[bool] = mapped_column(
        default=False, server_default=text("0"), sort_order=1
    )
