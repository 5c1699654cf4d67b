"""The lines of the tracking sheet, read in a handful of queries however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from app.exports.sheets.data import TrackingRow
from app.models import (
    Article,
    CorrectionPoint,
    CorrectionRequest,
    Deadline,
    Letter,
    Outlet,
    Reminder,
)
from app.rules.clocks.duties import PRESS_DUTIES, press_duty
from app.rules.numbering import format_number, letter_reference
from app.rules.vocabulary import (
    Layout,
    LetterState,
    NextStep,
    OutletType,
    RequestKind,
    RequestOutcome,
)
from app.services.plain import ListQuery
from app.services.records import listing
from app.specs.press import CORRECTION_REQUEST


def tracking_rows(session: Session, query: ListQuery) -> list[TrackingRow]:
    """Return one line for each request that the query finds, in its order."""
    ids = listing.page_ids(session, CORRECTION_REQUEST.kind, query)
    rows: list[TrackingRow] = []
    for start in range(0, len(ids), listing.CHUNK):
        rows += _rows(session, ids[start : start + listing.CHUNK])
    return rows


def _rows(session: Session, ids: Sequence[int]) -> list[TrackingRow]:
    points: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for request_id, wrong, true in session.execute(
        select(CorrectionPoint.request_id, CorrectionPoint.wrong_text, CorrectionPoint.true_text)
        .where(CorrectionPoint.request_id.in_(ids))
        .order_by(CorrectionPoint.position)
    ):
        points[request_id].append((wrong, true))
    reminded: defaultdict[int, list[date]] = defaultdict(list)
    for request_id, day in session.execute(
        select(Reminder.request_id, Reminder.reminded_on)
        .where(Reminder.request_id.in_(ids))
        .order_by(Reminder.reminded_on)
    ):
        reminded[request_id].append(day)
    laws: dict[tuple[int, str], Row[*tuple[Any, ...]]] = {
        (law.record_id, law.duty): law
        for law in session.execute(_LAWS.where(Deadline.record_id.in_(ids)))
    }
    found = {
        row.id: _row(row, tuple(points[row.id]), tuple(reminded[row.id]), laws)
        for row in session.execute(_LINES.where(CorrectionRequest.id.in_(ids)))
    }
    return [found[request_id] for request_id in ids]


# What sets the term of the press; it keeps what applied after the request is closed.
_LAWS: Select[*tuple[Any, ...]] = select(
    Deadline.record_id,
    Deadline.duty,
    Deadline.due_at,
    Deadline.basis,
    Deadline.no_due,
    Deadline.is_typed,
).where(
    Deadline.record_kind == CORRECTION_REQUEST.kind,
    Deadline.duty.in_([duty.value for duty in PRESS_DUTIES]),
)

_LINES = (
    select(
        CorrectionRequest.id,
        Letter.layout,
        Letter.number,
        Letter.number_suffix,
        Letter.symbol,
        Letter.letter_date,
        Letter.state,
        Outlet.name.label("outlet"),
        Outlet.type.label("outlet_type"),
        Outlet.is_periodical,
        Article.title,
        Article.published_at,
        CorrectionRequest.grounds,
        CorrectionRequest.kind,
        CorrectionRequest.received_by_outlet_on,
        CorrectionRequest.due_by_law_on,
        CorrectionRequest.deadline_asked,
        CorrectionRequest.sent_to_authority_on,
        CorrectionRequest.outcome,
        CorrectionRequest.published_on,
        CorrectionRequest.published_where,
        CorrectionRequest.refusal_reason,
        CorrectionRequest.next_step,
        CorrectionRequest.note,
    )
    .select_from(CorrectionRequest)
    .join(CorrectionRequest.article)
    .join(Article.outlet)
    .outerjoin(CorrectionRequest.letter)
)


def _row(
    row: Row[*tuple[Any, ...]],
    points: tuple[tuple[str, str], ...],
    reminded: tuple[date, ...],
    laws: Mapping[tuple[int, str], Row[*tuple[Any, ...]]],
) -> TrackingRow:
    kind = RequestKind(row.kind)
    duty = press_duty(kind, OutletType(row.outlet_type), row.is_periodical)
    law = laws.get((row.id, duty.value))
    number = None
    if row.number is not None:
        number = letter_reference(
            Layout(row.layout), format_number(row.number, row.number_suffix), row.symbol
        )
    return TrackingRow(
        letter_number=number,
        letter_date=row.letter_date,
        letter_state=LetterState(row.state) if row.state else None,
        outlet=row.outlet,
        article_title=row.title,
        published_at=row.published_at,
        points=points,
        grounds=row.grounds,
        kind=kind,
        received_on=row.received_by_outlet_on,
        due_on=law.due_at.date() if law and law.due_at else row.due_by_law_on or row.deadline_asked,
        sent_to_authority_on=row.sent_to_authority_on,
        reminded_on=reminded,
        outcome=RequestOutcome(row.outcome),
        published_on=row.published_on,
        published_where=row.published_where,
        refusal_reason=row.refusal_reason,
        next_step=NextStep(row.next_step),
        note=row.note,
        due_law=law.basis if law else None,
        no_due=law.no_due if law and not law.is_typed else None,
    )
