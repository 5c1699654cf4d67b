"""What was declared not to be a secret although it bore a mark."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class SecrecyFalseAlarm(Base):
    """A declaration of the clerk's, with its reason and without the text.

    ``record_id`` is empty where the text belongs to no record of its own.
    """

    __tablename__ = "secrecy_false_alarms"
    __table_args__ = (Index(None, "record_kind", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    record_kind: Mapped[str]
    record_id: Mapped[int | None]
    field: Mapped[str]
    reason: Mapped[str]
    declared_at: Mapped[datetime]
