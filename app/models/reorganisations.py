"""What a reorganisation changed, row by row, so that it can be taken back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base

# What loading an example set is recorded as, beside the kinds of reorganisation.
EXAMPLE = "example"


class Reorganisation(Base):
    """One time bodies were merged, renamed, split or abolished, or an example set was loaded.

    ``title`` says it in words with the names of that day.
    """

    __tablename__ = "reorganisations"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    effective_on: Mapped[date | None]
    basis: Mapped[str | None]
    done_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]

    changes: Mapped[list[ReorganisationChange]] = relationship(
        order_by="ReorganisationChange.position", cascade="all, delete-orphan"
    )


class ReorganisationChange(Base):
    """One value that was changed; with an empty ``column`` the record was made by it.

    Values are wrapped: ``{"value": "2026-09-30"}``. A record made has its version as the new one:
    it is not taken away once it was edited.
    """

    __tablename__ = "reorganisation_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    reorganisation_id: Mapped[int] = mapped_column(ForeignKey("reorganisations.id"), index=True)
    position: Mapped[int]
    table_name: Mapped[str]
    record_id: Mapped[int]
    column: Mapped[str]
    old_value: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=True)
    new_value: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=True)
