"""Files that belong to records, kept in the database so that one backup holds all."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Attachment(Base):
    """A file attached to a record; ``deleted_at`` hides it without losing it."""

    __tablename__ = "attachments"
    __table_args__ = (Index(None, "record_kind", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    record_kind: Mapped[str]
    record_id: Mapped[int]
    name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    added_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class AttachmentFile(Base):
    """The bytes of an attachment, apart, so that a list of names reads none; never changed."""

    __tablename__ = "attachment_files"

    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachments.id"), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
