"""Those who speak for a body: made known, replaced when they leave (7), posted when signed (8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Authorisation, Body, Spokesperson
from app.rules.clocks.duties import bound_of
from app.rules.clocks.speaker_duties import BodyFacts, assignment_duties, authorisation_duties
from app.rules.duties.spokespersons import tenures
from app.rules.vocabulary import BodyKind, ClockDuty
from app.services.deadlines.kinds.clocked import DELETED, ClockedKind, Follows, Law, RecordDuties
from app.services.speakers import store
from app.services.speakers.store import AUTHORISATION, SPOKESPERSON


def _spokespersons(
    session: Session, law: Law, ids: Sequence[int]
) -> Iterator[tuple[int, RecordDuties]]:
    rows = session.execute(_BODIES.where(Spokesperson.id.in_(ids))).all()
    bodies = {row.body_id for row in rows}
    assigned = store.assignments(session, bodies)
    saved: dict[int, date] = {
        row.body_id: row.as_of.date()
        for row in session.execute(_SAVED.where(Spokesperson.body_id.in_(bodies)))
    }
    of_bodies = {body_id: tenures(found) for body_id, found in assigned.items()}
    for row in rows:
        of_body = of_bodies[row.body_id]
        one = next((each for each in of_body if each.assignment.id == row.id), None)
        if one is None:
            yield row.id, DELETED
            continue
        bound = bound_of(law.layout, BodyKind(row.kind))
        body = BodyFacts(bound, saved[row.body_id], row.ends)
        duties = tuple(assignment_duties(one, of_body, body))
        gone = "Người này đã thôi phát ngôn." if one.ends else "Đã có người phát ngôn tiếp."
        yield row.id, RecordDuties(duties, gone)


def _authorisations(
    session: Session, law: Law, ids: Sequence[int]
) -> Iterator[tuple[int, RecordDuties]]:
    rows = session.execute(_PAPERS.where(Authorisation.id.in_(ids))).all()
    found = {
        one.id: one
        for of_body in store.authorisations(session, {row.body_id for row in rows}).values()
        for one in of_body
    }
    for row in rows:
        one = found[row.id]
        if one.is_deleted:
            yield row.id, DELETED
            continue
        bound = bound_of(law.layout, BodyKind(row.kind))
        duties = tuple(authorisation_duties(one, bound, row.updated_at.date()))
        gone = "Ủy quyền đã hết hạn." if one.signed_at else "Giấy ủy quyền chưa ký."
        yield row.id, RecordDuties(duties, gone)


_BODIES = select(
    Spokesperson.id, Spokesperson.body_id, Body.kind, Body.valid_to.label("ends")
).join(Spokesperson.body)
# Deleted ones too: that one went is a save that tells who speaks.
_SAVED = select(Spokesperson.body_id, func.max(Spokesperson.updated_at).label("as_of")).group_by(
    Spokesperson.body_id
)
_PAPERS = select(Authorisation.id, Authorisation.body_id, Authorisation.updated_at, Body.kind).join(
    Authorisation.body
)

_assigned = Spokesperson.__table__.c
_authorised = Authorisation.__table__.c

SPOKESPERSONS = ClockedKind(
    kind=SPOKESPERSON,
    model=Spokesperson,
    read=_spokespersons,
    open_ids=select(Spokesperson.id).where(Spokesperson.deleted_at.is_(None)),
    titles=select(Spokesperson.id, Spokesperson.person, Body.name).join(Spokesperson.body),
    follows=(Follows("body", _assigned.id, _assigned.body_id, shared_by="body_id"),),
    steps={
        ClockDuty.SPOKESPERSON_PUBLICATION: "Đăng trên cổng, thông báo báo chí, rồi ghi hai ngày",
        ClockDuty.SPOKESPERSON_REPLACEMENT: "Phân công người mới, rồi thêm vào sổ",
    },
)

AUTHORISATIONS = ClockedKind(
    kind=AUTHORISATION,
    model=Authorisation,
    read=_authorisations,
    open_ids=select(Authorisation.id).where(
        Authorisation.deleted_at.is_(None), Authorisation.signed_at.is_not(None)
    ),
    titles=select(Authorisation.id, Authorisation.grantee, Body.name).join(Authorisation.body),
    follows=(Follows("body", _authorised.id, _authorised.body_id),),
    steps={
        ClockDuty.AUTHORISATION_PUBLICATION: "Công bố, niêm yết văn bản, rồi ghi giờ công bố",
    },
)
