"""Text as the whole app treats it: always NFC, searched without marks."""

from __future__ import annotations

import unicodedata

_NO_BREAK_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
_FOLDED_D = str.maketrans({"đ": "d", "Đ": "d"})


def nfc(text: str) -> str:
    """Return ``text`` in Unicode NFC, the only form that is stored, drawn or compared."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """Return one line of typed text in NFC: single spaces, no control characters."""
    text = nfc(text)
    if not text.isprintable():  # nearly every text is, and then there is nothing to look for
        text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return " ".join(text.translate(_NO_BREAK_SPACES).split())


def tidy_block(text: str) -> str:
    """Return typed text of several lines with each line tidied and no blank lines at the ends."""
    return "\n".join(tidy(line) for line in nfc(text).splitlines()).strip("\n")


def fold(text: str) -> str:
    """Return ``text`` for searching without marks: ``fold("Đặng") == "dang"``."""
    bare = unicodedata.normalize("NFD", text.translate(_FOLDED_D)).lower()
    return "".join(c for c in bare if not unicodedata.combining(c))


def lower_first(text: str) -> str:
    """Return ``text`` with its first letter small and the rest untouched."""
    return text[:1].lower() + text[1:]


def grouped(number: int) -> str:
    """Return a count with its thousands apart, as Vietnamese writes it: "12.345"."""
    return f"{number:,}".replace(",", ".")


def size_text(size: int) -> str:
    """Return a file's size in bytes as Vietnamese writes it: "850 byte", "12 KB", "1,5 MB"."""
    amount, unit = float(size), "byte"
    for larger in ("KB", "MB", "GB"):
        if amount < 1024:
            break
        amount, unit = amount / 1024, larger
    number = f"{amount:.1f}" if amount < 10 else f"{amount:.0f}"
    return f"{number.removesuffix('.0').replace('.', ',')} {unit}"


def upper_first(text: str) -> str:
    """Return ``text`` with its first letter in capitals and the rest untouched."""
    return text[:1].upper() + text[1:]
