"""What a record is found by, in a narrow table of its own: a search reads little."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class SearchEntry(Base):
    """``folded`` is the record's text without marks, ``plain`` the same in small letters."""

    __tablename__ = "search_entries"
    # Stored in the order of the key, so that a search reads only the entries of its kind.
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    kind: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(primary_key=True)
    folded: Mapped[str]
    plain: Mapped[str]
