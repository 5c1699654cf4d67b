"""The facts of one letter as plain data: what the layout engine sets and what issuing freezes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.vocabulary import DocumentType, Layout, Urgency


@dataclass(frozen=True, slots=True)
class LetterData:
    """One letter. Text is NFC and without the marks that the engine sets.

    ``subject``, ``recipients`` and ``distribution`` carry no "V/v", no dash and no closing
    punctuation; ``body`` no "./.". ``number`` is an integer from 1, a text such as "15a", or None
    for room left to write it by hand; ``date`` is None likewise. ``symbol`` is what follows the
    number ("SVHTT-QLBC", "CV/TU"). ``time`` of an invitation and ``started_at``/``ended_at`` of
    minutes are text, printed as given.
    """

    layout: Layout
    document_type: DocumentType
    issuing_body: str
    symbol: str
    place: str
    subject: str
    body: tuple[str, ...]
    signer_name: str
    superior_body: str | None = None
    number: int | str | None = None
    date: date | None = None
    recipients: tuple[str, ...] = ()
    capacity: tuple[str, ...] = ()
    signer_title: str = ""
    distribution: tuple[str, ...] = ()
    urgency: Urgency | None = None
    authority: str | None = None
    legal_bases: tuple[str, ...] = ()
    chair: str | None = None
    time: str | None = None
    venue: str | None = None
    started_at: str | None = None
    ended_at: str | None = None
    attendees: tuple[str, ...] = ()
    secretary_name: str | None = None
    draft: bool = False
