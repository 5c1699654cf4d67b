"""What the page of a preparation shows; whoever reads the record fills it in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact, a question or what must not be said, with what stands under it, empty for nothing."""

    text: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class PreparationPaper:
    """One sheet. ``heads`` are labelled lines on top; ``secrecy`` and ``prepared_by`` end it."""

    office: str
    title: str
    heads: tuple[tuple[str, str], ...]
    message: str
    facts: tuple[Entry, ...]
    questions: tuple[Entry, ...]
    limits: tuple[Entry, ...]
    secrecy: str
    prepared_by: str = ""
    is_sample: bool = False
