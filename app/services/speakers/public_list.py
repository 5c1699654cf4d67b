"""The list of spokespersons that is made public: whom it has on a day, and who makes it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.exports.public_list.data import PublicLine, PublicList
from app.models import Body
from app.rules.duties.spokespersons import tenures
from app.services.office.data import SignerLine
from app.services.office.service import require_profile
from app.services.speakers import store


def lines(session: Session, on: date) -> tuple[PublicLine, ...]:
    """Return who is assigned on a day, in the order of the bodies then in being."""
    assigned = store.assignments(session)
    return tuple(
        PublicLine(name, one.person, one.position, one.phone, one.email)
        for body_id, name in _bodies(session, on)
        for tenure in tenures(assigned.get(body_id, ()))
        if tenure.holds(on)
        for one in (tenure.assignment,)
    )


def without(session: Session, on: date) -> tuple[str, ...]:
    """Return the bodies that had a spokesperson once and have none on a day."""
    assigned = store.assignments(session)
    found = []
    for body_id, name in _bodies(session, on):
        of_body = tenures(assigned.get(body_id, ()))
        has_had = any(one.begins <= on for one in of_body)
        if has_had and not any(one.holds(on) for one in of_body):
            found.append(name)
    return tuple(found)


def facts(session: Session, on: date, today: date, *, is_sample: bool) -> PublicList:
    """Return the list with the office's head. Raises FieldErrors without a profile."""
    profile = require_profile(session)
    signer = profile.signers[0] if profile.signers else SignerLine("")
    return PublicList(
        on=on,
        lines=lines(session, on),
        layout=profile.layout,
        office=profile.name,
        place=profile.place,
        made_on=today,
        superior=profile.superior_name,
        capacity=tuple(line.upper() for line in signer.capacity.splitlines() if line),
        signer_title=signer.title.upper(),
        signer_name=signer.name,
        is_sample=is_sample,
    )


def _bodies(session: Session, on: date) -> list[tuple[int, str]]:
    rows = session.execute(
        select(Body.id, Body.name)
        .where(
            Body.deleted_at.is_(None),
            or_(Body.valid_from.is_(None), Body.valid_from <= on),
            or_(Body.valid_to.is_(None), Body.valid_to >= on),
        )
        .order_by(Body.name_key, Body.id)
    )
    return [(row.id, row.name) for row in rows]
