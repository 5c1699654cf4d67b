"""What a deadline's record is called, for lines about many records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.models import Article, CorrectionRequest, Incident, Outlet
from app.services.deadlines.facts import ARTICLE, INCIDENT, REQUEST
from app.services.deadlines.renewing import CHUNK

_TITLES: dict[str, Select[*tuple[Any, ...]]] = {
    INCIDENT: select(Incident.id, Incident.title),
    ARTICLE: select(Article.id, Article.title, Outlet.name).join(Article.outlet),
    REQUEST: (
        select(CorrectionRequest.id, Article.title, Outlet.name)
        .join(CorrectionRequest.article)
        .join(Article.outlet)
    ),
}
_IDS = {INCIDENT: Incident.id, ARTICLE: Article.id, REQUEST: CorrectionRequest.id}


def titles(session: Session, records: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Return the incident's title, or the article's with its outlet: "Bờ kè nứt · Báo A"."""
    ids: defaultdict[str, set[int]] = defaultdict(set)
    for kind, record_id in records:
        ids[kind].add(record_id)
    found: dict[tuple[str, int], str] = {}
    for kind, wanted in ids.items():
        ordered = sorted(wanted)
        for start in range(0, len(ordered), CHUNK):
            chosen = _IDS[kind].in_(ordered[start : start + CHUNK])
            for row in session.execute(_TITLES[kind].where(chosen)):
                found[kind, row[0]] = " · ".join(row[1:])
    return found
