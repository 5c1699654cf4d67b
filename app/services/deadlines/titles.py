"""What a deadline's record is called, for lines about many records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.services.deadlines.kinds.registry import CLOCKED
from app.services.deadlines.renewing import CHUNK


def titles(session: Session, records: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Return the incident's title, or the article's with its outlet: "Bờ kè nứt · Báo A"."""
    ids: defaultdict[str, set[int]] = defaultdict(set)
    for kind, record_id in records:
        ids[kind].add(record_id)
    found: dict[tuple[str, int], str] = {}
    for kind, wanted in ids.items():
        described = CLOCKED[kind]
        ordered = sorted(wanted)
        for start in range(0, len(ordered), CHUNK):
            chosen = described.own_id.in_(ordered[start : start + CHUNK])
            for row in session.execute(described.titles.where(chosen)):
                found[kind, row[0]] = " · ".join(row[1:])
    return found
