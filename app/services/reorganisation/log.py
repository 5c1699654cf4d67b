"""Every value that is changed is written down with what it was, and put back from there."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, inspect, select
from sqlalchemy.orm import Session

from app.errors import AppError, CannotDelete
from app.models import Base, Office, OfficeDistributionLine, Record, Reorganisation
from app.models import ReorganisationChange as Change
from app.services.progress import Steps
from app.services.records import deleting
from app.services.records.completing import complete
from app.services.records.kinds import KINDS
from app.services.records.lines import line_tables
from app.specs.registry import SPECS
from app.text import tidy

# A list of texts that is written anew with every save of the profile: kept as one value.
DISTRIBUTION = "distribution"


class CannotUndo(AppError):
    """Something was changed since, so that putting it back would lose it."""


class _Untouched:
    """What reorganisations made and nobody edited since.

    That another one ends such a record, or takes that back, is no edit: the noted version follows.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        made = (
            select(Change)
            .join(Reorganisation)
            .where(Change.column == "", Reorganisation.undone_at.is_(None))
        )
        self._made = {(one.table_name, one.record_id): one for one in session.scalars(made)}
        self._met: dict[int, tuple[Change, Record]] = {}

    def meet(self, row: Any) -> None:
        """Look at a row that is about to be changed."""
        change = self._made.get((row.__tablename__, row.id))
        if isinstance(row, Record) and change and change.new_value == {"value": row.version}:
            self._met[change.id] = (change, row)

    def renew(self) -> None:
        """Note the versions of those met, once all is written."""
        self._session.flush()
        for change, record in self._met.values():
            change.new_value = {"value": record.version}


class ChangeLog:
    """Changes values and writes them down in ``reorganisation``."""

    def __init__(self, session: Session, reorganisation: Reorganisation) -> None:
        self._session = session
        self._reorganisation = reorganisation
        self._untouched = _Untouched(session)

    def set(self, row: Base, column: str, value: Any) -> None:
        """Give a value of a row another one; nothing happens where it has it already."""
        old = _read(row, column)
        new = _plain(value)
        if old == new:
            return
        self._untouched.meet(row)
        _write(row, column, new)
        _touch(self._session, row)
        self._add(row, column, old, new)

    def made(self, row: Base) -> None:
        """Write down that a record, or a line of one, was made by this; it is stored already."""
        self._add(row, "", None, None)

    def renew_versions(self) -> None:
        """Take note of the versions of what was made, once all is written."""
        self._untouched.renew()
        for change in self._reorganisation.changes:
            row = _row(self._session, change)
            if not change.column and isinstance(row, Record):
                change.new_value = {"value": row.version}

    def _add(self, row: Any, column: str, old: Any, new: Any) -> None:
        changes = self._reorganisation.changes
        changes.append(
            Change(
                position=len(changes),
                table_name=row.__tablename__,
                record_id=row.id,
                column=column,
                old_value={"value": old},
                new_value={"value": new},
            )
        )


def undo(
    session: Session, reorganisation: Reorganisation, now: datetime, steps: Steps
) -> tuple[str, ...]:
    """Put every value back, the last change first; nothing stays. Raises CannotUndo, Stopped."""
    steps.begin("Đang hoàn tác")
    troubles = [words for change in reorganisation.changes if (words := _trouble(session, change))]
    if troubles:
        raise CannotUndo(
            "Chưa hoàn tác được: " + " ".join(dict.fromkeys(troubles)),
            "Sửa các bản ghi đó bằng tay, hoặc hoàn tác lần sắp xếp sau trước.",
        )
    untouched = _Untouched(session)
    changes = list(reversed(reorganisation.changes))
    for number, change in enumerate(changes, start=1):
        steps.go_on(number, len(changes))
        if change.column:
            row = _row(session, change)
            untouched.meet(row)
            _write(row, change.column, change.old_value["value"])
            _touch(session, row)
    for row in [_row(session, change) for change in changes if not change.column]:
        if not isinstance(row, Record):
            _take_away(session, row)
    session.flush()
    for record in [_row(session, change) for change in changes if _made_record(change)]:
        try:
            deleting.delete(session, KINDS[type(record)], record, now)
        except CannotDelete as error:
            raise CannotUndo(
                f"Chưa hoàn tác được, vì “{_name(record)}” đã được dùng. {error.message}",
                error.advice,
            ) from error
        session.flush()
    untouched.renew()
    reorganisation.undone_at = now
    return ()


def undo_made(
    session: Session, reorganisation: Reorganisation, now: datetime, steps: Steps
) -> tuple[str, ...]:
    """Take away the records made, the last first; return the names of those edited or used since.

    What someone deleted since is gone already. Raises Stopped.
    """
    steps.begin("Đang hoàn tác")
    kept: list[str] = []
    changes = list(reversed(reorganisation.changes))
    for number, change in enumerate(changes, start=1):
        steps.go_on(number, len(changes))
        record: Record = _row(session, change)
        if record.deleted_at is not None:
            continue
        if record.version == change.new_value["value"] and not _later(session, change):
            try:
                deleting.delete(session, KINDS[type(record)], record, now)
                session.flush()
                continue
            except CannotDelete:
                pass
        kept.append(_name(record))
    reorganisation.undone_at = now
    return tuple(reversed(kept))


def _trouble(session: Session, change: Change) -> str:
    """Say why a change cannot be taken back; nothing where it can."""
    row = session.get(_model(change.table_name), change.record_id)
    if row is None:
        return "Một dòng đã đổi theo lần sắp xếp này nay không còn."
    name = _name(_owner(session, row))
    if getattr(_owner(session, row), "deleted_at", None) is not None:
        return f"“{name}” đã bị xóa; khôi phục bản ghi đó trước."
    later = _later(session, change)
    if later:
        return f"“{name}” đã được sắp xếp tiếp sau đó ({later})."
    if not change.column:
        edited = isinstance(row, Record) and row.version != change.new_value["value"]
        return f"“{name}” đã được sửa sau lần sắp xếp này." if edited else ""
    if _read(row, change.column) != change.new_value["value"]:
        return f"“{name}” đã được sửa sau lần sắp xếp này."
    return ""


def _later(session: Session, change: Change) -> str:
    """Return the title of a later reorganisation that changed what this one made; "" for none."""
    if change.column:
        return ""  # there the value tells
    found = session.scalars(
        select(Reorganisation.title)
        .join(Change)
        .where(
            Change.table_name == change.table_name,
            Change.record_id == change.record_id,
            Reorganisation.id > change.reorganisation_id,
            Reorganisation.undone_at.is_(None),
        )
    )
    return found.first() or ""


def _model(table_name: str) -> type[Any]:
    return next(
        mapper.class_
        for mapper in Base.registry.mappers
        if mapper.class_.__tablename__ == table_name
    )


def _row(session: Session, change: Change) -> Any:
    return session.get_one(_model(change.table_name), change.record_id)


def _owner(session: Session, row: Any) -> Any:
    """Return the record that a row belongs to: itself, or the one whose line it is."""
    if isinstance(row, Record):
        return row
    for model, kind in KINDS.items():
        for _spec, table, parent in line_tables(kind):
            if table.name == row.__tablename__:
                return session.get_one(model, getattr(row, parent.key or ""))
    return row


def _made_record(change: Change) -> bool:
    return not change.column and issubclass(_model(change.table_name), Record)


def _take_away(session: Session, line: Any) -> None:
    owner = _owner(session, line)
    for relation in inspect(type(owner)).relationships:
        if relation.mapper.class_ is type(line):
            getattr(owner, relation.key).remove(line)
    complete(session, owner, is_new=False)
    owner.touch()


def _touch(session: Session, row: Any) -> None:
    """Count it as a save of its record, so that a form opened before does not write over it."""
    owner = _owner(session, row)
    if isinstance(owner, Record):
        owner.touch()


def _name(record: Any) -> str:
    if isinstance(record, Office):
        return "Hồ sơ cơ quan"
    value: Any = record
    for step in SPECS[KINDS[type(record)]].label.split("."):
        value = getattr(value, step, None)
    return str(value or "")


def _read(row: Any, column: str) -> Any:
    if column == DISTRIBUTION:
        return [line.text for line in row.distribution]
    return _plain(getattr(row, column))


def _write(row: Any, column: str, value: Any) -> None:
    if column == DISTRIBUTION:
        row.distribution = [
            OfficeDistributionLine(position=place, text=tidy(text))
            for place, text in enumerate(value)
        ]
        return
    if isinstance(value, str) and isinstance(row.__table__.c[column].type, Date):
        value = date.fromisoformat(value)
    setattr(row, column, value)


def _plain(value: Any) -> Any:
    """Return a value as it can be written into the log."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
