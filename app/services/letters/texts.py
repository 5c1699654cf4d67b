"""A letter's present text beside another, for whoever decides between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextChange:
    """What writing the letter anew would replace, line by line, the subject first."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def differs(self) -> bool:
        return self.old != self.new
