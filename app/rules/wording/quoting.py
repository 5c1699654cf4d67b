"""Typed text made fit for the inside of a sentence: quoted, joined, closed."""

from __future__ import annotations

import re

from app.text import nfc, tidy

_OPENING, _CLOSING = "“«„", "”»"
_LIST_MARK = re.compile(r"^([-–—+•*]|[0-9]{1,2}[.)]|[a-zđ]\))\s+")
_FINAL = ("?", "!", "…", "...")


def quoted(text: str) -> str:
    """Return a passage between “ ”: one line, its own quotation marks single, no closing marks."""
    bare = _without_end(tidy(text))
    if len(bare) > 1 and _encloses(bare):
        bare = _without_end(bare[1:-1].strip())
    return f"“{_inner_quotes(bare)}”" if bare else ""


def phrase(text: str) -> str:
    """Return typed lines as one phrase without a closing mark; the lines of a list by "; "."""
    lines = [line for line in map(tidy, nfc(text).splitlines()) if line]
    if not lines:
        return ""
    is_list = any(_LIST_MARK.match(line) for line in lines)
    bare = [_without_end(_LIST_MARK.sub("", line) if is_list else line) for line in lines]
    if is_list:
        return "; ".join(filter(None, bare))
    joined = ""
    for line, next_line in zip(bare, [*bare[1:], ""], strict=True):
        joined += line
        if next_line:
            # A line that goes on in small letters was only wrapped where it was typed or copied.
            joined += " " if next_line[0].islower() or line.endswith(_FINAL) else ". "
    return joined


def sentence(text: str) -> str:
    """Return typed lines as running text that ends with a full stop, "?" or "!"."""
    bare = phrase(text)
    return bare if not bare or bare.endswith(_FINAL) else f"{bare}."


def _without_end(text: str) -> str:
    """Return ``text`` without closing marks; an ellipsis and questions stay."""
    bare = text.rstrip(" ")
    if bare.endswith("..."):
        return bare
    return bare.rstrip(" .,;:/") if bare.endswith("./.") else bare.rstrip(" .,;:")


def _encloses(text: str) -> bool:
    """Return whether one pair of quotation marks holds the whole text."""
    pairs = {"“": "”", "«": "»", "„": "”", '"': '"'}
    close = pairs.get(text[0])
    return close is not None and text.endswith(close) and close not in text[1:-1]


def _inner_quotes(text: str) -> str:
    """Return ``text`` with its double quotation marks as single ones, straight ones as well."""
    result = ""
    for character in text:
        if character in _OPENING:
            result += "‘"
        elif character in _CLOSING:
            result += "’"
        elif character == '"':
            result += "‘" if not result or result[-1] in " (‘" else "’"
        else:
            result += character
    return result
