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
from app.services.deadlines.kinds.clocked import Law
from app.services.deadlines.renewing import CHUNK, KINDS, open_records, renew

# So many open records are counted while the clerk waits for the save.
AT_ONCE = 200


def recount(session: Session, causes: Sequence[Cause], now: datetime) -> None:
    """Count every open record anew, or order it where that would hold up the save."""
    records = open_records(session, limit=AT_ONCE + 1)
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


def pending_words(session: Session) -> tuple[str, ...]:
    """Return why open records wait to be counted, each reason once; none where none waits."""
    words = session.scalars(select(RecountOrder.words).order_by(RecountOrder.id))
    return tuple(dict.fromkeys(words))


def pending(session: Session) -> Pending | None:
    """Return what waits to be counted; None where nothing does."""
    words = pending_words(session)
    if not words:
        return None
    places = session.execute(select(RecountOrder.after_kind, RecountOrder.after_id))
    first = min(((place.after_kind, place.after_id) for place in places), key=_rank)
    return Pending(len(open_records(session, first)), words)


def next_piece(session: Session, now: datetime) -> int:
    """Count the next piece of what was ordered; return how many records it had.

    Orders that stand at the same record go on together; one that came later begins anew after.
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
        return 0
    place = max(((order.after_kind, order.after_id) for order in orders), key=_rank)
    going_on = [order for order in orders if (order.after_kind, order.after_id) == place]
    piece = open_records(session, place, CHUNK + 1)
    is_last = len(piece) <= CHUNK
    piece = piece[:CHUNK]
    causes = [Cause(ChangeCause(one.cause), one.words, one.rule_code) for one in going_on]
    _renew(session, piece, causes, now)
    done = RecountOrder.id.in_([order.id for order in going_on])
    if is_last:
        session.execute(delete(RecountOrder).where(done))
    else:
        kind, record_id = piece[-1]
        values = {"after_kind": kind, "after_id": record_id}
        session.execute(update(RecountOrder).where(done).values(**values))
    return len(piece)


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
