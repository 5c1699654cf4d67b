"""What a statement, its incident and a preparation get that no form asks for."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.models import Authorisation, Incident, Preparation, Spokesperson, Statement
from app.rules.duties.spokespersons import tenures
from app.rules.duties.statements import statement_times
from app.rules.vocabulary import SpeakerKind, StatementState
from app.services.speakers import store


def given_times(session: Session, incident_id: int) -> list[datetime]:
    """Return when an incident was spoken about, by the statements that were given."""
    times = select(Statement.given_at).where(
        Statement.incident_id == incident_id,
        Statement.state == StatementState.GIVEN.value,
        Statement.deleted_at.is_(None),
    )
    return [time for time in session.scalars(times) if time is not None]


def take_statement_times(session: Session, incident: Incident) -> None:
    """Give an incident the times of its first and last statement, recorded or typed."""
    typed = (incident.first_statement_at, incident.last_statement_at)
    first, last = statement_times(typed, given_times(session, incident.id))
    incident.first_statement_at, incident.last_statement_at = first, last


def name_speaker(session: Session, statement: Statement) -> None:
    """Keep with a statement who spoke as the paper of that day names one."""
    kind = statement.speaker_kind
    if kind != SpeakerKind.SPOKESPERSON:
        statement.spokesperson_id = None
    if kind != SpeakerKind.AUTHORISED:
        statement.authorisation_id = None
    if statement.spokesperson_id is not None:
        assigned = session.get_one(Spokesperson, statement.spokesperson_id)
        statement.speaker, statement.speaker_position = assigned.person, assigned.position
    elif statement.authorisation_id is not None:
        paper = session.get_one(Authorisation, statement.authorisation_id)
        statement.speaker, statement.speaker_position = paper.grantee, paper.grantee_position


def speaker_of(session: Session, body_id: int | None, day: date) -> dict[str, Any]:
    """Return whom a statement of a body begins with: its one spokesperson of that day, or the head.

    Of several nobody is chosen unasked.
    """
    holding = []
    if body_id is not None:
        assigned = store.assignments(session, [body_id])[body_id]
        holding = [one.assignment for one in tenures(assigned) if one.holds(day)]
    if len(holding) != 1:
        return {"speaker_kind": SpeakerKind.HEAD, "spokesperson_id": None}
    return {"speaker_kind": SpeakerKind.SPOKESPERSON, "spokesperson_id": holding[0].id}


def note_secrecy(session: Session, sheet: Preparation) -> None:
    """Note when the clerk said that the sheet holds no state secret.

    What was changed since has to be looked at again: the word falls.
    """
    if not sheet.secrecy_confirmed:
        sheet.secrecy_confirmed_at = None
    elif sheet.secrecy_confirmed_at is None:
        sheet.secrecy_confirmed_at = session.info["clock"]()
    elif any(one.history.has_changes() for one in inspect(sheet).attrs):
        sheet.secrecy_confirmed, sheet.secrecy_confirmed_at = False, None
