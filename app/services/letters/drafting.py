"""What every draft takes from the office: its head, its symbol, who signs, who gets a copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.exports.letter.data import LetterData
from app.rules.letter_text.common import Voice, speaker
from app.rules.numbering import document_symbol
from app.rules.vocabulary import DocumentType
from app.services.letters import store as letter_store
from app.services.office.data import OfficeProfile, SignerLine
from app.services.office.distribution import distribution_lines
from app.services.office.service import authority_on, require_profile


def empty_letter(
    session: Session,
    profile: OfficeProfile,
    document_type: DocumentType,
    on: date,
    *,
    copies_authority: bool = False,
) -> LetterData:
    """Return a letter with all but its text, signed by the first of the office's signers.

    ``copies_authority`` puts the press authority of that day into "Nơi nhận" (duty 17).
    """
    authority = authority_on(session, profile, on) if copies_authority else None
    letter = LetterData(
        **_head(profile, document_type),
        document_type=document_type,
        subject="",
        body=(),
        signer_name="",
        distribution=distribution_lines(profile, document_type, authority),
    )
    return signed_by(letter, profile.signers[0] if profile.signers else SignerLine(""))


def headed(letter: LetterData, profile: OfficeProfile) -> LetterData:
    """Return the letter with the office's present head."""
    return replace(letter, **_head(profile, letter.document_type))


def signed_by(letter: LetterData, signer: SignerLine) -> LetterData:
    """Return the letter with that signer's lines, in the capitals they print in.

    Minutes are signed by who took the chair and who wrote them, by name alone.
    """
    if letter.document_type is DocumentType.MINUTES:
        return replace(letter, capacity=(), signer_title="", signer_name=signer.name)
    return replace(
        letter,
        capacity=tuple(line.upper() for line in signer.capacity.splitlines() if line),
        signer_title=signer.title.upper(),
        signer_name=signer.name,
    )


def voice_of(session: Session, letter: LetterData, on: date) -> Voice:
    """Return who speaks in the letter, with what its layout prints before a subject that day."""
    style = letter_store.style_on(session, letter.layout, on)
    return Voice(
        layout=letter.layout,
        office=speaker(require_profile(session).name, " ".join(letter.capacity)),
        subject_prefix="V/v" if style is None else style.subject_prefix,
    )


def _head(profile: OfficeProfile, document_type: DocumentType) -> dict[str, Any]:
    """Return the parts of a letter that are the office's, whatever it is about."""
    return {
        "layout": profile.layout,
        "superior_body": profile.superior_name.upper() or None,
        "issuing_body": profile.name.upper(),
        "symbol": document_symbol(profile.layout, document_type, profile.symbol),
        "place": profile.place,
    }
