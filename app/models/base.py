"""What every stored record has: identity, version, times, a soft delete, NFC text, a sort key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, Index, Integer, MetaData, Text, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, declared_attr, mapped_column
from sqlalchemy.orm.attributes import flag_modified

from app.rules.wording.names import person_sort_key, sort_key
from app.text import nfc

# Constraints carry names, so that a later migration can drop them on every database engine.
_NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class NfcText(TypeDecorator[str]):
    """Text that is NFC whatever was handed in: the last of the NFC borders."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else nfc(value)


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=_NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: NfcText}


def list_index(*columns: str) -> Index:
    """Index columns in the way lists read them: the records not deleted, filtered, in order."""
    return Index(None, "deleted_at", *columns)


class Record(Base):
    """A row that a clerk opens, edits, deletes and may bring back.

    ``version`` counts the saves: a save that started from an older version is refused.
    ``deleted_at`` hides a record without losing it.
    """

    __abstract__ = True

    # Text field -> the column that holds its key for Vietnamese order; names of persons apart,
    # because they are sorted by the given name.
    sort_keys: ClassVar[dict[str, str]] = {}
    person_keys: ClassVar[dict[str, str]] = {}

    id: Mapped[int] = mapped_column(primary_key=True)
    created_at: Mapped[datetime] = mapped_column(DateTime, nullable=False)
    updated_at: Mapped[datetime] = mapped_column(DateTime, nullable=False)
    deleted_at: Mapped[datetime | None] = mapped_column(DateTime)

    @declared_attr
    def version(cls) -> Mapped[int]:
        return mapped_column(Integer, nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}

    @classmethod
    def sorted_fields(cls) -> tuple[str, ...]:
        return (*cls.sort_keys, *cls.person_keys)

    @classmethod
    def key_values(cls, values: Mapping[str, Any]) -> dict[str, str | None]:
        """Return the sort keys that belong to a record's text; none for a field without one."""
        keys = {}
        for make, columns in ((sort_key, cls.sort_keys), (person_sort_key, cls.person_keys)):
            for field, key in columns.items():
                text = values.get(field)
                keys[key] = None if text is None else make(text)
        return keys

    def touch(self) -> None:
        """Count this as a save although only lines that belong to the record changed."""
        flag_modified(self, "updated_at")


class Clocked(Record):
    """A record with deadlines.

    ``next_due_at`` is when the first open one is due. It is written with the deadlines, without a
    new version of the record; its class indexes it with ``list_index("next_due_at")``.
    """

    __abstract__ = True

    # It came later than others: where a migration puts it, at the end.
    next_due_at: Mapped[datetime | None] = mapped_column(sort_order=2)


@event.listens_for(Session, "before_flush")
def _complete_records(session: Session, _context: object, _instances: object) -> None:
    """Give new and changed records their times and sort keys, so that no writer can forget them."""
    now = session.info.get("clock", datetime.now)()
    for record in (*session.new, *session.dirty):
        if isinstance(record, Record) and session.is_modified(record):
            if vars(record).get("created_at") is None:
                record.created_at = now
            record.updated_at = now
            texts = {name: getattr(record, name) for name in record.sorted_fields()}
            for key, value in record.key_values(texts).items():
                setattr(record, key, value)
