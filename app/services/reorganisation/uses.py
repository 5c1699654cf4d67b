"""What points to a body: which open records go over to its heir, which are to be looked at.

Every key to ``bodies`` is found in the models themselves. One that ``_USES`` does not name stays
with the old body, as closed and issued records do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum, auto
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models import (
    Authorisation,
    Base,
    Body,
    Briefing,
    BriefingGuest,
    BriefingTask,
    Contact,
    ContactPost,
    Enquiry,
    Incident,
    Inspection,
    Office,
    Record,
    Regulation,
    Spokesperson,
    Statement,
    Violation,
)
from app.rules.vocabulary import (
    BriefingState,
    EnquiryOutcome,
    IncidentState,
    InspectionState,
    RegulationStatus,
    StatementState,
)
from app.services.records.kinds import MODELS
from app.services.records.lines import line_model, line_tables
from app.specs.registry import SPECS


class Effect(Enum):
    """What becomes of an open record."""

    FOLLOWS = auto()
    REVIEW = auto()


@dataclass(frozen=True, slots=True)
class Use:
    """One key to bodies. ``is_open`` tells which rows are not done with on the day.

    ``wanted`` is what the clerk is to do about each, where it does not simply follow;
    ``is_dated``: the open ones lie on the day or after it, so they follow also before it.
    """

    model: type[Any]
    column: str
    effect: Effect
    is_open: Callable[[date], ColumnElement[bool]]
    wanted: str = ""
    is_dated: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One row in use: the row, the record it belongs to, and that record's kind."""

    use: Use
    row: Any
    record: Any
    kind: str


def _still(column: Any, on: date | datetime) -> ColumnElement[bool]:
    return or_(column.is_(None), column >= on)


def _replaced(on: date) -> ColumnElement[bool]:
    """Tell who handed over by the day: an assignment ends where its replacement begins."""
    after = aliased(Spokesperson)
    return (
        select(after.id)
        .where(
            after.replaces_id == Spokesperson.id,
            after.valid_from <= on,
            after.deleted_at.is_(None),
        )
        .exists()
    )


_USES = (
    Use(
        Incident, "accountable_body_id", Effect.FOLLOWS,
        lambda _on: Incident.state != IncidentState.CLOSED.value,
    ),
    Use(
        Violation, "accountable_body_id", Effect.FOLLOWS, lambda _on: Violation.closed_on.is_(None)
    ),
    Use(
        Enquiry, "accountable_body_id", Effect.FOLLOWS,
        lambda _on: Enquiry.outcome == EnquiryOutcome.PENDING.value,
    ),
    Use(
        Statement, "body_id", Effect.REVIEW,
        lambda _on: Statement.state == StatementState.DRAFT.value,
        "xem lại cơ quan và người phát ngôn của bản dự thảo",
    ),
    Use(
        BriefingGuest, "body_id", Effect.FOLLOWS,
        lambda on: and_(
            Briefing.state.in_([BriefingState.PLANNED.value, BriefingState.POSTPONED.value]),
            _still(Briefing.starts_at, datetime.combine(on, time.min)),
        ),
        is_dated=True,
    ),
    Use(BriefingTask, "body_id", Effect.FOLLOWS, lambda _on: BriefingTask.done_on.is_(None)),
    Use(
        Inspection, "body_id", Effect.FOLLOWS,
        lambda on: and_(
            Inspection.state.in_(
                [InspectionState.PLANNED.value, InspectionState.POSTPONED.value]
            ),
            Inspection.planned_from >= on,
        ),
        is_dated=True,
    ),
    Use(
        Inspection, "body_id", Effect.REVIEW,
        lambda on: or_(
            Inspection.state.in_([InspectionState.RUNNING.value, InspectionState.CONCLUDED.value]),
            and_(
                Inspection.state.in_(
                    [InspectionState.PLANNED.value, InspectionState.POSTPONED.value]
                ),
                Inspection.planned_from < on,
            ),
        ),
        "xem lại, vì đang làm dở với cơ quan cũ",
    ),
    Use(
        Spokesperson, "body_id", Effect.REVIEW,
        lambda on: and_(_still(Spokesperson.valid_to, on), ~_replaced(on)),
        "phân công lại người phát ngôn cho cơ quan mới",
    ),
    Use(
        Authorisation, "body_id", Effect.REVIEW,
        lambda on: _still(Authorisation.valid_to, on),
        "ủy quyền lại, vì giấy ủy quyền còn hạn là của cơ quan cũ",
    ),
    Use(
        Regulation, "body_id", Effect.REVIEW,
        lambda on: and_(
            Regulation.status.in_(
                [
                    RegulationStatus.DRAFTING.value,
                    RegulationStatus.IN_FORCE.value,
                    RegulationStatus.AMENDED.value,
                ]
            ),
            _still(Regulation.valid_to, on),
        ),
        "rà soát, ban hành lại quy chế",
    ),
    Use(
        ContactPost, "body_id", Effect.REVIEW,
        lambda on: _still(ContactPost.ended_on, on),
        "ghi nơi công tác mới",
    ),
)  # fmt: skip

# The successors' own chain, what follows from lines, and what letters find by the day already.
_HISTORY = ("from_body_id", "to_body_id")  # of transfers
_HANDLED = {(Body, "successor_id"), (Contact, "last_body_id"), (Office, "press_authority_id")}


def keys_to_bodies() -> Iterator[tuple[type[Any], str, str]]:
    """Yield each key to bodies in any table: its model, its column, the kind of the record."""
    for kind, model in MODELS.items():
        for column in _keys(model):
            if (model, column) not in _HANDLED:
                yield model, column, kind
        for spec, _table, _parent in line_tables(kind):
            lines = line_model(kind, spec.name)
            for column in _keys(lines):
                if column in _HISTORY:
                    continue
                yield lines, column, kind


def find_open(session: Session, old: Collection[int], on: date) -> Iterator[Found]:
    """Yield the rows not done with that point to one of the bodies."""
    for model, column, kind in keys_to_bodies():
        for use in _USES:
            if (use.model, use.column) != (model, column):
                continue
            record = MODELS[kind]
            wanted = select(model) if model is record else select(model, record)
            statement = _rows(model, kind, wanted).where(
                getattr(model, column).in_(old), use.is_open(on)
            )
            for found in session.execute(statement.order_by(record.id, model.id)):
                yield Found(use, found[0], found[-1], kind)


def count_all(session: Session, old: Collection[int]) -> Counter[str]:
    """Return how many rows of each kind point to one of the bodies, done with or not."""
    counts: Counter[str] = Counter()
    for model, column, kind in keys_to_bodies():
        statement = _rows(model, kind, select(func.count(model.id)).select_from(model)).where(
            getattr(model, column).in_(old)
        )
        counts[kind] += session.scalar(statement) or 0
    return counts


def group_title(found: Found) -> str:
    """Name where a row stands: the kind, and the table of lines in it."""
    spec = SPECS[found.kind]
    for lines, table, _parent in line_tables(found.kind):
        if table.name == found.row.__tablename__:
            return f"{spec.plural} – {lines.title}"
    return spec.plural


def row_title(found: Found) -> str:
    """Name a row as the clerk knows it."""
    value: Any = found.record
    for step in SPECS[found.kind].label.split("."):
        value = getattr(value, step, None)
    own = found.row.task if isinstance(found.row, BriefingTask) else ""
    return f"{own} ({value})" if own else str(value or "")


def _keys(model: type[Base]) -> list[str]:
    return [
        column.key
        for column in model.__table__.c
        if any(key.column.table is Body.__table__ for key in column.foreign_keys)
    ]


def _rows(model: type[Any], kind: str, statement: Any) -> Any:
    """Join lines to their record, and leave out what was deleted."""
    record: type[Record] = MODELS[kind]
    if model is record:
        return statement.where(record.deleted_at.is_(None))
    parent = next(
        parent for _spec, table, parent in line_tables(kind) if table.name == model.__tablename__
    )
    return statement.where(record.id == parent, record.deleted_at.is_(None))
