"""What the letters of all matters have in common: their parts, who speaks, how a subject begins."""

from __future__ import annotations

from dataclasses import dataclass

from app.rules.vocabulary import Layout
from app.text import fold, lower_first, tidy, upper_first


@dataclass(frozen=True, slots=True)
class ComposedText:
    """A letter's words, without the marks that the layout sets.

    Subject and paragraphs every letter has; the other parts are those of some document types, as
    in ``LetterData``. ``copies`` are further lines of "Nơi nhận", in front of the file copy;
    ``recipients`` left empty are for the clerk to fill in; ``signer_name`` is given for minutes,
    which whoever took the chair signs.
    """

    subject: str
    body: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    authority: str | None = None
    legal_bases: tuple[str, ...] = ()
    chair: str | None = None
    time: str | None = None
    venue: str | None = None
    started_at: str | None = None
    ended_at: str | None = None
    attendees: tuple[str, ...] = ()
    secretary_name: str | None = None
    signer_name: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who writes and in which layout.

    ``office`` is the office as the subject of a sentence ("Sở Xây dựng"). ``subject_prefix`` is
    what the layout prints before an official letter's subject, if anything.
    """

    layout: Layout
    office: str
    subject_prefix: str = ""

    @property
    def is_party(self) -> bool:
        return self.layout is Layout.PARTY

    def letter_subject(self, words: str) -> str:
        """Return an official letter's subject; without a prefix it begins with a capital."""
        stands_alone = self.is_party and not self.subject_prefix
        return upper_first(words) if stands_alone else words


def speaker(office: str, capacity: str) -> str:
    """Return who speaks: a committee's letter signed "T/M BAN THƯỜNG VỤ" is its standing board's.

    ``capacity`` is the signer's, of one or more lines.
    """
    signed = fold(tidy(capacity))
    for board in ("Ban Thường vụ", "Ban Chấp hành"):
        if fold(board) in signed and fold(board) not in fold(office):
            return f"{board} {office}"
    return office


def called(voice: Voice, name: str, *, is_start: bool = False) -> str:
    """Name a person as the layout does; whether a man or a woman is for the clerk to strike out."""
    words = f"đồng chí {name}" if voice.is_party else f"ông (bà) {name}"
    return upper_first(words) if is_start else words


def led(lead: str, text: str) -> str:
    """Return ``text`` behind its lead, and nothing for nothing."""
    return f"{lead}{text}" if text else ""


def named(noun: str, bare: str, *other_nouns: str) -> str:
    """Return "chuyên mục Xã hội" for "Xã hội", and the same for "Chuyên mục Xã hội"."""
    if not bare:
        return ""
    if f"{bare.lower()} ".startswith(tuple(f"{known} " for known in (noun, *other_nouns))):
        return lower_first(bare)
    return f"{noun} {bare}"
