"""The letter engine: facts in, the bytes of a PDF out."""

from __future__ import annotations

from app.exports.letter.characters import MissingCharacter
from app.exports.letter.data import LetterData
from app.exports.letter.engine import render_letter, render_letters
from app.exports.letter.styles import load_party_styles
from app.rules.letter_style import PartyStyle, party_style_on

__all__ = [
    "LetterData",
    "MissingCharacter",
    "PartyStyle",
    "load_party_styles",
    "party_style_on",
    "render_letter",
    "render_letters",
]
