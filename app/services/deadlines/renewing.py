"""Deadlines brought in line with the records, the rules and the calendar, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from app.rules.clocks.deadlines import Cause, reckoned, renewed
from app.services.deadlines import store
from app.services.deadlines.kinds.clocked import Law
from app.services.deadlines.kinds.registry import CLOCKED
from app.services.deadlines.lists import write_next_dues

# Databases limit how many values one query may name.
CHUNK = 500

KINDS = tuple(CLOCKED)


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
        write_next_dues(session, kind, chunk)
        settle = CLOCKED[kind].settle
        if settle is not None:
            settle(session, chunk)


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
