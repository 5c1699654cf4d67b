"""Counting all open records anew: at once where they are few, else in pieces that survive a stop.

An order stays in the database until the last open record is counted, so a power cut between a
change of the law and the end of the counting loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.models import RecountOrder
from app.rules.clocks.deadlines import Cause
from app.rules.vocabulary import ChangeCause
from app.services.deadlines.data import Pending
from app.services.deadlines.facts import Law
from app.services.deadlines.renewing import CHUNK, KINDS, open_records, renew

# So many open records are counted while the clerk waits for the save.
AT_ONCE = 200


def recount(session: Session, causes: Sequence[Cause], now: datetime) -> None:
    """Count every open record anew, or order it where that would hold up the save."""
    records = open_records(session)
    if len(records) <= AT_ONCE and not is_pending(session):
        _renew(session, records, causes, now)
        return
    for cause in causes:
        session.add(
            RecountOrder(
                ordered_at=now,
                cause=cause.kind.value,
                words=cause.words,
                rule_code=cause.rule_code,
                after_kind="",
                after_id=0,
            )
        )
    session.flush()


def is_pending(session: Session) -> bool:
    """Return whether open records still wait to be counted."""
    return session.scalar(select(RecountOrder.id).limit(1)) is not None


def pending(session: Session) -> Pending | None:
    """Return what waits to be counted; None where nothing does."""
    words = session.scalars(select(RecountOrder.words).order_by(RecountOrder.id)).all()
    if not words:
        return None
    return Pending(len(open_records(session)), tuple(dict.fromkeys(words)))


def next_piece(session: Session, now: datetime) -> tuple[int, int]:
    """Count the next piece of what was ordered. Returns how many are done, of how many.

    Orders that stand at the same record go on together; one that came later begins anew after,
    and until then the last record is not done.
    """
    orders = session.execute(
        select(
            RecountOrder.id,
            RecountOrder.cause,
            RecountOrder.words,
            RecountOrder.rule_code,
            RecountOrder.after_kind,
            RecountOrder.after_id,
        ).order_by(RecountOrder.id)
    ).all()
    if not orders:
        return 0, 0
    places = {(order.after_kind, order.after_id) for order in orders}
    place = max(places, key=_rank)
    going_on = [order for order in orders if (order.after_kind, order.after_id) == place]
    records = open_records(session)
    left = [record for record in records if _rank(record) > _rank(place)]
    piece = left[:CHUNK]
    causes = [Cause(ChangeCause(one.cause), one.words, one.rule_code) for one in going_on]
    _renew(session, piece, causes, now)
    ids = [order.id for order in going_on]
    if len(piece) == len(left):
        session.execute(delete(RecountOrder).where(RecountOrder.id.in_(ids)))
        if len(ids) < len(orders):
            return 0, max(len(records), 1)
    else:
        kind, record_id = piece[-1]
        session.execute(
            update(RecountOrder)
            .where(RecountOrder.id.in_(ids))
            .values(after_kind=kind, after_id=record_id)
        )
    return len(records) - len(left) + len(piece), len(records)


def _renew(
    session: Session, records: Sequence[tuple[str, int]], causes: Sequence[Cause], now: datetime
) -> None:
    law = Law(session)
    for kind in KINDS:
        ids = [record_id for one, record_id in records if one == kind]
        renew(session, law, kind, ids, now, causes)


def _rank(place: tuple[str, int]) -> tuple[int, int]:
    kind, record_id = place
    return (KINDS.index(kind) if kind else -1, record_id)
