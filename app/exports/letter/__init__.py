"""The letter engine: facts in, the bytes of a PDF out.

What sets pages is imported when it is first asked for: the data of a letter is needed at every
start of the app, reportlab is not.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.exports.letter.data import LetterData
from app.rules.letter_style import PartyStyle, party_style_on

if TYPE_CHECKING:
    from app.exports.letter.characters import MissingCharacter
    from app.exports.letter.engine import render_letter, render_letters
    from app.exports.letter.styles import load_party_styles

__all__ = [
    "LetterData",
    "MissingCharacter",
    "PartyStyle",
    "load_party_styles",
    "party_style_on",
    "render_letter",
    "render_letters",
]

_HOMES = {
    "MissingCharacter": "characters",
    "load_party_styles": "styles",
    "render_letter": "engine",
    "render_letters": "engine",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
