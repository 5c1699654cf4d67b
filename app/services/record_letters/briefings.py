"""Letters about press briefings: the invitation to all that are to come, the minutes."""

from __future__ import annotations

from collections.abc import Mapping

from app.exports.letter.data import LetterData
from app.models import Briefing, Outlet
from app.models.duties.briefings import BriefingGuest, BriefingQuestion
from app.rules.clocks.periods import Period
from app.rules.letter_text.briefings import (
    Asked,
    BriefingFacts,
    Counted,
    Given,
    invitation,
    minutes,
)
from app.rules.letter_text.common import ComposedText
from app.rules.vocabulary import BriefingState, DocumentType, OutletType
from app.rules.wording.press_names import outlet_words
from app.services.record_letters.purposes import Address, LetterPurpose, Writing

KIND = "briefing"


def _facts(writing: Writing) -> BriefingFacts:
    briefing: Briefing = writing.record
    return BriefingFacts(
        period=Period.parse(briefing.period),
        starts_at=briefing.starts_at,
        ends_at=briefing.ends_at,
        place=briefing.place or "",
        chair=briefing.chair or "",
        chair_position=briefing.chair_position or "",
        secretary=briefing.secretary or "",
        co_organiser=briefing.co_organiser or "",
        guests=tuple(address_of(guest).name for guest in briefing.invited),
        present=tuple(_came(guest) for guest in briefing.invited if guest.is_present),
        topics=tuple((one.topic, one.presenter or "") for one in briefing.topics),
        questions=tuple(map(_asked, briefing.questions)),
        tasks=tuple(
            Given(one.task, one.body.name if one.body else "", one.due_on) for one in briefing.tasks
        ),
        coverage=tuple(
            Counted(one.subject, one.positive or 0, one.neutral or 0, one.critical or 0)
            for one in briefing.coverage
        ),
    )


def address_of(guest: BriefingGuest) -> Address:
    """Return how a guest is named in a letter, and where it is sent."""
    if guest.outlet is not None:
        return Address(_outlet(guest.outlet), guest.outlet.address or "")
    return Address(guest.body.name if guest.body else guest.name or "")


def _outlet(outlet: Outlet) -> str:
    return outlet_words(outlet.name, OutletType(outlet.type)).name


def _came(guest: BriefingGuest) -> str:
    name = address_of(guest).name
    return f"{name}: {guest.attendee}" if guest.attendee else name


def _asked(one: BriefingQuestion) -> Asked:
    outlet = _outlet(one.outlet) if one.outlet else ""
    return Asked(
        question=one.question,
        asker=", ".join(filter(None, [one.asked_by, outlet])),
        answer=one.answer or "",
        answered_by=one.answered_by or "",
        follow_up=one.follow_up or "",
    )


def _invitation(writing: Writing) -> ComposedText:
    return invitation(writing.voice, _facts(writing))


def _invitation_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    if writing.record.state in (BriefingState.POSTPONED, BriefingState.CANCELLED):
        return {"": "Cuộc giao ban đã hoãn, hủy; không phát hành giấy mời."}
    return {}


def _minutes(writing: Writing) -> ComposedText:
    return minutes(writing.voice, _facts(writing))


def _minutes_problems(writing: Writing, _letter: LetterData) -> Mapping[str, str]:
    if writing.record.state == BriefingState.HELD:
        return {}
    return {"state": "Biên bản chỉ ký khi cuộc giao ban “Đã tổ chức”."}


INVITATION = LetterPurpose(
    "briefing_invitation",
    "giấy mời giao ban báo chí",
    KIND,
    DocumentType.INVITATION,
    _invitation,
    problems=_invitation_problems,
    addresses=lambda writing: tuple(map(address_of, writing.record.invited)),
)
MINUTES = LetterPurpose(
    "briefing_minutes",
    "biên bản giao ban báo chí",
    KIND,
    DocumentType.MINUTES,
    _minutes,
    problems=_minutes_problems,
)
BRIEFING_LETTERS = (INVITATION, MINUTES)
