"""How the answer for a case went from one body to another (duty 27)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from app.models.base import Base


class Transfer(Base):
    """One time the accountable body changed, and why; the class of a kind adds its record."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    moved_on: Mapped[date]

    @declared_attr
    def from_body_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("bodies.id"), index=True)

    @declared_attr
    def to_body_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("bodies.id"), index=True)

    reason: Mapped[str]
    paper: Mapped[str | None]
