"""The Party layout's switches, and which of them are in force on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartyStyle:
    """The switches of a Party layout, in force from ``valid_from`` (None: from the beginning).

    ``list_separator`` closes each line but the last of Kính gửi, Nơi nhận and the legal bases;
    ``subject_prefix`` stands before the subject of an official letter ("", "V/v", "về việc").
    """

    title: str
    valid_from: date | None
    list_separator: str
    subject_prefix: str
    signer_title_bold: bool
    source: str
    confirmed: bool


def party_style_on(styles: Iterable[PartyStyle], day: date) -> PartyStyle:
    """Return the style in force on ``day``: the last to begin on or before it.

    Raises ValueError when none had begun: the rows must hold one without a first day.
    """
    begun = [style for style in styles if style.valid_from is None or style.valid_from <= day]
    if not begun:
        raise ValueError(f"no Party style is in force on {day}")
    return max(begun, key=lambda style: style.valid_from or date.min)
