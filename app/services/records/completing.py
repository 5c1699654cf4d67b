"""What a record gets that no form asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import (
    Briefing,
    Contact,
    ContactPost,
    Enquiry,
    Incident,
    Inspection,
    LegalRule,
    Participant,
    Preparation,
    Record,
    Spokesperson,
    Statement,
    Training,
    Violation,
)
from app.rules.clocks.legal_rules import id_stem
from app.rules.clocks.periods import Period
from app.rules.duties.inspections import Remedy, inspection_state, next_remedy
from app.rules.duties.violations import transfer_count
from app.rules.vocabulary import Bound, CalledOff, ClockDuty, StatementState
from app.services.records.kinds import KINDS
from app.services.records.passed_on import count_passed_on
from app.services.statements.completing import name_speaker, note_secrecy, take_statement_times
from app.text import upper_first


def complete(session: Session, record: Record, *, is_new: bool) -> None:
    """Give a record about to be saved what follows from its fields and lines."""
    if isinstance(record, Incident | Violation):
        passed_on = count_passed_on(
            session, KINDS[type(record)], [line.id for line in record.transfers]
        )
        record.transferred = transfer_count(passed_on).value
    if isinstance(record, LegalRule) and is_new:
        record.code = _new_code(session, record)
    elif isinstance(record, Contact):
        _show_last_post(record)
    elif isinstance(record, Briefing):
        _sum_up(record)
    elif isinstance(record, Inspection):
        tell_state(record)
    elif isinstance(record, Training):
        for participant in record.participants:
            _name_participant(session, participant)
    elif isinstance(record, Incident) and not is_new:
        with session.no_autoflush:
            take_statement_times(session, record)
    elif isinstance(record, Statement) and record.state != StatementState.GIVEN:
        with session.no_autoflush:
            name_speaker(session, record)
    elif isinstance(record, Preparation):
        note_secrecy(session, record)
    elif isinstance(record, Enquiry):
        _take_from_contact(session, record)


def _new_code(session: Session, rule: LegalRule) -> str:
    """Return a code for a new rule: readable, and never one that any rule has or had."""
    begins: date | None = rule.valid_from
    stem = id_stem(ClockDuty(rule.duty), Bound(rule.binds), rule.is_own_regulation, begins)
    with session.no_autoflush:
        taken = set(session.scalars(select(LegalRule.code)))
    return next(code for code in _numbered(stem) if code not in taken)


def _show_last_post(contact: Contact) -> None:
    """Put into the list where the person works, or worked last: with an end, the day it was."""
    last = max(contact.posts, key=_lateness, default=None)
    contact.last_outlet_id = None if last is None else last.outlet_id
    contact.last_body_id = None if last is None else last.body_id
    contact.last_job_title = None if last is None else last.job_title
    contact.last_ended_on = None if last is None else last.ended_on


def _sum_up(briefing: Briefing) -> None:
    """Name the period, and count what the list tells of the lines."""
    period = Period.parse(f"{briefing.year:04}-{briefing.part}")
    briefing.period = period.key
    briefing.period_key = f"{period.first_day:%Y-%m} {period.key}"
    briefing.name = upper_first(period.label)
    briefing.invited_count = len(briefing.invited)
    briefing.present_count = sum(guest.is_present for guest in briefing.invited)
    briefing.question_count = len(briefing.questions)
    briefing.open_task_count = sum(task.done_on is None for task in briefing.tasks)
    briefing.article_count = sum(line.total for line in briefing.coverage)


def tell_state(inspection: Inspection) -> None:
    """Put into the list where the inspection stands, and what is still to be mended."""
    remedies = [Remedy(one.due_on, one.done_on) for one in inspection.recommendations]
    off = CalledOff(inspection.called_off) if inspection.called_off else None
    started_on, concluded_on = inspection.started_on, inspection.conclusion_date
    inspection.state = inspection_state(off, started_on, concluded_on, remedies)
    inspection.recommended = len(remedies)
    inspection.remedied = sum(one.done_on is not None for one in remedies)
    inspection.next_remedy_on = None if off else next_remedy(remedies)


def _name_participant(session: Session, participant: Participant) -> None:
    """Write down who somebody chosen is, where nothing was typed: names and posts change."""
    name: str
    job_title: str | None
    body_id: int | None
    with session.no_autoflush:
        if participant.spokesperson_id is not None:
            speaker = session.get_one(Spokesperson, participant.spokesperson_id)
            name, job_title, body_id = speaker.person, speaker.position, speaker.body_id
        elif participant.contact_id is not None:
            contact = session.get_one(Contact, participant.contact_id)
            name, job_title, body_id = contact.name, contact.last_job_title, contact.last_body_id
        else:
            return
    participant.name = participant.name or name
    participant.job_title = participant.job_title or job_title
    participant.body_id = participant.body_id or body_id


def _take_from_contact(session: Session, enquiry: Enquiry) -> None:
    """Put in of a known journalist what was left empty: the outlet and the press card."""
    contact = session.get(Contact, enquiry.contact_id) if enquiry.contact_id else None
    if contact is None:
        return
    enquiry.outlet_id = enquiry.outlet_id or contact.last_outlet_id
    if enquiry.card_number is None and enquiry.card_expires_on is None:
        enquiry.card_number = contact.card_number
        enquiry.card_expires_on = contact.card_expires_on


def _lateness(post: ContactPost) -> tuple[date, date, int]:
    """Order posts by what the clerk would call the present one, the lower line where two tie."""
    return (post.ended_on or date.max, post.started_on or date.min, post.position)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    for number in count(2):
        yield f"{stem}-{number}"
