"""Deleting hides a record, but never one that others stand on, nor a letter with a number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, func, inspect, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import FromClause

from app.errors import CannotDelete
from app.models import Base, CorrectionRequest, LegalRule, Letter, Record, Statement
from app.rules.clocks.legal_rules import set_problems
from app.rules.vocabulary import NUMBERED_STATES, StatementState
from app.services.clocks.store import read_rules
from app.services.records.kinds import KINDS
from app.services.records.lines import line_tables
from app.specs.registry import SPECS


def delete(session: Session, kind: str, record: Record, now: datetime) -> None:
    """Hide a record and what belongs to it alone. Raises CannotDelete."""
    together = [record, *_letters_of(session, kind, record)]
    for one in together:
        if isinstance(one, Letter) and one.state in NUMBERED_STATES:
            raise CannotDelete(
                f"Văn bản số {one.reference} đã lấy số nên không xóa được.",
                "Nếu văn bản không dùng nữa, hãy hủy văn bản; số của nó vẫn được giữ trong sổ.",
            )
    if isinstance(record, Statement) and record.state == StatementState.GIVEN:
        raise CannotDelete(
            "Đã phát ngôn nên không xóa được: sổ giữ nguyên văn điều cơ quan đã nói.",
            "Cần đính chính thì ghi một lần phát ngôn mới.",
        )
    if isinstance(record, LegalRule):
        _refuse_gap(session, record)
    users = list(_users(session, record))
    if users:
        raise CannotDelete(
            f"Chưa xóa được {SPECS[kind].singular} này: còn {', '.join(users)} đang dùng.",
            _advice(record),
        )
    for one in together:
        one.deleted_at = now


def restore(session: Session, kind: str, record: Record) -> None:
    """Bring a record back with what was hidden together with it."""
    together = [record, *_letters_of(session, kind, record)]
    moment = record.deleted_at
    for one in together:
        if one.deleted_at == moment:
            one.deleted_at = None


def _refuse_gap(session: Session, record: LegalRule) -> None:
    """Keep a rule between two others: without it there would be days without any."""
    rules = read_rules(session)
    known = {problem.sentence for problem in set_problems(rules.values())}
    rules.pop(record.id)
    for problem in set_problems(rules.values()):
        if problem.sentence not in known:
            raise CannotDelete(
                f"Chưa xóa được quy định này. {problem.sentence}",
                "Sửa quy định này thay vì xóa, hoặc xóa các quy định có hiệu lực sau nó trước.",
            )


def _letters_of(session: Session, kind: str, record: Record) -> list[Letter]:
    """The letters made from a record are part of it; of a request's letters, its present one."""
    if isinstance(record, CorrectionRequest):
        letter = session.get(Letter, record.letter_id) if record.letter_id is not None else None
        return [] if letter is None else [letter]
    made = select(Letter).where(Letter.source_kind == kind, Letter.source_id == record.id)
    # Those deleted by themselves stay so; with the record go those that are there with it.
    return list(
        session.scalars(made.where(Letter.deleted_at.is_not_distinct_from(record.deleted_at)))
    )


def _users(session: Session, record: Record) -> Iterator[str]:
    """Yield, kind by kind, how many records point to this one, or have lines that do."""
    for mapper in Base.registry.mappers:
        model = mapper.class_
        if not issubclass(model, Record):
            continue
        kind = KINDS.get(model)
        table = model.__table__
        points = [column == record.id for column in _pointing(table, record)]
        for _spec, lines, parent in line_tables(kind) if kind else ():
            points += [
                table.c.id.in_(select(parent).where(column == record.id))
                for column in _pointing(lines, record)
                if column is not parent
            ]
        if not points:
            continue
        users = select(func.count()).where(or_(*points), table.c.deleted_at.is_(None))
        number = session.execute(users).scalar_one()
        if number:
            yield f"{number} {SPECS[kind].singular if kind else 'hồ sơ cơ quan'}"


def _pointing(table: FromClause, record: Record) -> list[ColumnElement[Any]]:
    return [
        column for column in table.c if any(_points_to(key, record) for key in column.foreign_keys)
    ]


def _points_to(key: ForeignKey, record: Record) -> bool:
    return key.column.table is inspect(type(record)).local_table


def _advice(record: Record) -> str:
    advice = "Sửa hoặc xóa các bản ghi đó trước."
    if hasattr(record, "valid_to"):
        advice += " Nếu chỉ là không còn hoạt động, hãy nhập “Đến ngày” thay vì xóa."
    return advice
