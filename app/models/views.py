"""Saved views of lists: they are the office's work, so they are in the book and in its backups.

Not in the settings, which are of one PC and one user: a new PC begins with a backup alone, and
what is searched for passes the secrecy guard here as all text does.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class ListView(Base):
    """A view that a clerk saved; those that ship with the app are in the specs."""

    __tablename__ = "list_views"
    __table_args__ = (Index(None, "record_kind", "name", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    record_kind: Mapped[str]
    name: Mapped[str]
    query: Mapped[dict[str, Any]] = mapped_column(JSON)


class ListOpening(Base):
    """The view that a list opens with, saved or shipped, by its name."""

    __tablename__ = "list_openings"

    record_kind: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
