"""Are the stored deadlines those of the records? Looks, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.services.deadlines import orders, store
from app.services.deadlines.kinds.clocked import Law
from app.services.deadlines.kinds.registry import CLOCKED
from app.services.deadlines.lists import next_dues
from app.services.deadlines.renewing import CHUNK, KINDS, open_records, renewals
from app.specs.registry import SPECS


def findings(session: Session) -> Iterator[str]:
    """Yield one line for each kind of record whose deadlines are not what they should be."""
    for kind, described in CLOCKED.items():
        lost = (
            select(func.count())
            .select_from(store.TABLE)
            .where(
                store.TABLE.c.record_kind == kind,
                store.TABLE.c.record_id.not_in(select(described.own_id)),
            )
        )
        if number := session.scalar(lost):
            yield f"{SPECS[kind].plural}: {number} hạn không thuộc bản ghi nào."
    if orders.is_pending(session):
        return  # known, and on its way
    law = Law(session)
    records = open_records(session)
    for kind in KINDS:
        ids = [record_id for one, record_id in records if one == kind]
        outdated = set(next_dues(session, kind))
        for start in range(0, len(ids), CHUNK):
            chunk = ids[start : start + CHUNK]
            outdated |= {renewal.record_id for renewal in renewals(session, law, kind, chunk, ())}
        if outdated:
            yield (
                f"{SPECS[kind].plural}: {len(outdated)} bản ghi có hạn không đúng với quy định và "
                "dữ kiện đang có; mở bản ghi và cất lại để tính lại."
            )
