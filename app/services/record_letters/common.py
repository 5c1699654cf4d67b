"""What letters of several kinds take from the office and from the law."""

from __future__ import annotations

from app.rules.vocabulary import LegalDuty
from app.services.office.service import read_profile
from app.services.record_letters.purposes import Writing


def decides(writing: Writing) -> str:
    """Return who decides: the head, as the first signer who signs by no one's leave is called."""
    profile = read_profile(writing.session)
    signers = profile.signers if profile else ()
    head = next((one.title for one in signers if one.title and not one.capacity), "")
    office = writing.voice.office
    if writing.voice.is_party or not head:
        return office.upper()
    return f"{head} {office}".upper()


def speaking_bases(writing: Writing) -> tuple[str, ...]:
    """Return what a decision about speaking to the press rests on, on the letter's day."""
    duty = LegalDuty.PARTY_SPEAKING if writing.voice.is_party else LegalDuty.SPEAKING
    return tuple(f"Căn cứ {text}" for text in writing.citations(duty))
