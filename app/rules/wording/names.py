"""The order of Vietnamese words and of people's names, the same on every system."""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: f"{index:02d}" for index, letter in enumerate(_LETTERS, start=10)}
# Marks that make a letter of the alphabet, not a tone.
_LETTER_MARKS = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn
# ngang, huyền, hỏi, ngã, sắc, nặng
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def sort_key(text: str) -> str:
    """Return a key that sorts text as Vietnamese dictionaries do.

    Letters first (a ă â b … d đ e ê …), then tones (ngang huyền hỏi ngã sắc nặng), then capitals;
    digits before letters; words one by one, so that "An Giang" stands before "Ánh". The key is
    ASCII: bytewise order is right in every database.
    """
    letters: list[str] = []
    tones: list[str] = []
    for word in unicodedata.normalize("NFC", text).lower().split():
        for character in word:
            base, tone = _split_tone(character)
            rank = _RANK.get(base)
            if rank is not None:
                letters.append(rank)
                tones.append(tone)
            elif base.isdigit():
                letters.append("0" + base if base.isascii() else "09")
        letters.append("!")  # the end of a word sorts before any letter
    return "".join(letters) + " " + "".join(tones).rstrip("0")


def person_sort_key(full_name: str) -> str:
    """Return the key of a person's name: given name, then family name, then the middle ones."""
    words = full_name.split()
    if len(words) < 2:
        return sort_key(full_name)
    return sort_key(" ".join([words[-1], words[0], *words[1:-1]]))


def _split_tone(character: str) -> tuple[str, str]:
    """Return the letter of the alphabet and the digit of its tone."""
    tone = "0"
    kept = []
    for part in unicodedata.normalize("NFD", character):
        if part in _TONES:
            tone = _TONES[part]
        elif part in _LETTER_MARKS or not unicodedata.combining(part):
            kept.append(part)
    return unicodedata.normalize("NFC", "".join(kept)), tone
