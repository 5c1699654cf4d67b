"""Deadlines brought in line with the records, the rules and the calendar, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import cast

from sqlalchemy import Table, select, update
from sqlalchemy.orm import Session

from app.models import Article, CorrectionRequest, Outlet
from app.rules.clocks.deadlines import Cause, reckoned, renewed
from app.rules.clocks.duties import press_duty
from app.rules.vocabulary import OutletType, RequestKind
from app.services.deadlines import store
from app.services.deadlines.kinds.clocked import Law
from app.services.deadlines.kinds.registry import CLOCKED
from app.services.deadlines.kinds.requests import KIND as REQUEST

# Databases limit how many values one query may name.
CHUNK = 500

KINDS = tuple(CLOCKED)

_REQUESTS = cast(Table, CorrectionRequest.__table__)


def renew(
    session: Session,
    law: Law,
    kind: str,
    ids: Iterable[int],
    now: datetime,
    causes: Sequence[Cause] = (),
) -> None:
    """Count the deadlines of records anew and store what changed; the rest is not touched."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        store.write(session, kind, renewals(session, law, kind, chunk, causes), now)
        settle = CLOCKED[kind].settle
        if settle is not None:
            settle(session, chunk)
        if kind == REQUEST:
            for request_id, day in due_days(session, chunk).items():
                new = update(_REQUESTS).where(_REQUESTS.c.id == request_id).values(due_on=day)
                session.execute(new)


def open_records(
    session: Session, after: tuple[str, int] = ("", 0), limit: int | None = None
) -> list[tuple[str, int]]:
    """Return the records whose deadlines a rule or a day can still move, by kind and id.

    ``after`` is the last one that is done; ``limit`` is how many are wanted at most.
    """
    kind_done, id_done = after
    found: list[tuple[str, int]] = []
    for kind in KINDS[KINDS.index(kind_done) if kind_done else 0 :]:
        own_id, statement = CLOCKED[kind].own_id, CLOCKED[kind].open_ids
        if kind == kind_done:
            statement = statement.where(own_id > id_done)
        if limit is not None:
            statement = statement.order_by(own_id).limit(limit - len(found))
        found += [(kind, record_id) for record_id in sorted(session.scalars(statement))]
        if limit is not None and len(found) >= limit:
            break
    return found


def renewals(
    session: Session, law: Law, kind: str, ids: Sequence[int], causes: Sequence[Cause]
) -> list[store.Renewal]:
    """Return what has to be written so that the deadlines are those of the records."""
    kept = store.kept(session, kind, ids)
    found = []
    for record_id, record in CLOCKED[kind].read(session, law, ids):
        wanted = {duty.duty: duty for duty in record.duties}
        stored = [duty for one, duty in kept if one == record_id and duty not in wanted]
        for name in (*wanted, *stored):
            before = kept.get((record_id, name))
            duty = wanted.get(name)
            if before is None and duty is not None and duty.is_over and duty.met_at is None:
                continue  # over before it began
            new = None
            if duty is not None:
                extensions = before.extensions if before else ()
                new = reckoned(law.rules(name), law.calendar, duty, extensions)
            old = before.deadline if before else None
            done_at = duty.done_at if duty else None
            kept_on, changes = renewed(old, new, causes, record.gone, done_at)
            if kept_on is not None and kept_on != old:
                row_id = before.id if before else None
                found.append(store.Renewal(row_id, record_id, old, kept_on, changes))
    return found


def due_days(session: Session, ids: Sequence[int]) -> dict[int, date | None]:
    """Return what the column "Hạn" of the list of requests has to be, where it is not so.

    As counted, else as typed, else as asked for.
    """
    counted = {
        (row.record_id, row.duty): row.due_at
        for row in session.execute(
            select(store.TABLE.c.record_id, store.TABLE.c.duty, store.TABLE.c.due_at).where(
                store.TABLE.c.record_kind == REQUEST, store.TABLE.c.record_id.in_(ids)
            )
        )
    }
    found: dict[int, date | None] = {}
    for row in session.execute(_DUE_DAYS.where(CorrectionRequest.id.in_(ids))):
        duty = press_duty(RequestKind(row.kind), OutletType(row.type), row.is_periodical)
        due_at: datetime | None = counted.get((row.id, duty.value))
        due_on = due_at.date() if due_at else row.due_by_law_on or row.deadline_asked
        if due_on != row.due_on:
            found[row.id] = due_on
    return found


_DUE_DAYS = (
    select(
        CorrectionRequest.id,
        CorrectionRequest.kind,
        CorrectionRequest.due_on,
        CorrectionRequest.due_by_law_on,
        CorrectionRequest.deadline_asked,
        Outlet.type,
        Outlet.is_periodical,
    )
    .join(CorrectionRequest.article)
    .join(Article.outlet)
)
