"""The words of a correction request, written from its facts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ComposedText:
    """The subject and the paragraphs of a letter, without the marks that the layout sets."""

    subject: str
    body: tuple[str, ...]
