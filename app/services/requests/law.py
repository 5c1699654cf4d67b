"""The law of a request as it stands on screen, saved or not."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.rules.clocks.duties import RequestFacts, bound_of
from app.rules.clocks.press_due import PressDue, press_due
from app.rules.vocabulary import LetterState
from app.services.deadlines.kinds.clocked import Law
from app.services.requests.data import RequestDraft


def due_of(session: Session, draft: RequestDraft) -> PressDue:
    """Return when the press has to have acted, by what is typed now."""
    law = Law(session)
    tracking = draft.tracking
    facts = None
    sent_on = _sent_on(draft)
    if sent_on is not None:
        facts = RequestFacts(
            bound=bound_of(law.layout),
            kind=draft.kind,
            outlet_type=draft.article.outlet_type,
            is_periodical=draft.article.is_periodical,
            published_on=draft.article.published_at.date(),
            sent_on=sent_on,
            received_on=tracking.received_by_outlet_on,
        )
    return press_due(law.rules, law.calendar, facts, tracking.due_by_law_on)


def _sent_on(draft: RequestDraft) -> date | None:
    """As ``SENT_ON`` tells it of what is stored."""
    if draft.letter_state is LetterState.VOID:
        return None
    issued_on = draft.letter.date if draft.letter_state is LetterState.ISSUED else None
    return draft.tracking.sent_to_outlet_on or issued_on
