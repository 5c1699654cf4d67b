"""File names that every Windows PC accepts."""

from __future__ import annotations

from datetime import date

from app.text import upper_first

_FORBIDDEN = dict.fromkeys('/\\|:*?"<>', "-")
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}
# In front of the name of what a sample book gives out: such a file may outlive the book.
SAMPLE_PREFIX = "DỮ LIỆU MẪU_"
# Windows allows 255, but the whole path only 260 where long paths are not switched on.
_MAX_LENGTH = 120
_SHORTEST = 16  # letters of a name below which it tells nothing any more


def legal_file_name(text: str, extension: str) -> str:
    """Return ``text`` as a file name that Windows accepts, with ``extension`` (".pdf")."""
    replaced = "".join(
        _FORBIDDEN.get(character, character if character.isprintable() else " ")
        for character in text
    )
    name = " ".join(replaced.split())[:_MAX_LENGTH].strip(" .")
    # Reserved are the device names themselves, whatever follows their first dot.
    if name.split(".")[0].rstrip().lower() in _RESERVED:
        name = f"_{name}"
    return (name or "Văn bản") + extension


def letter_file_name(
    number: str | None, symbol: str, day: date | None, subject: str, *, is_sample: bool = False
) -> str:
    """Return what a letter's PDF is called: ``35-SXD-VP_2026-10-05_Yêu cầu cải chính.pdf``.

    ``number`` is the number as printed, or None for a draft; ``is_sample`` tells a letter that
    only looks like one.
    """
    head = "Dự thảo" if number is None else f"{number}-{symbol}"
    if is_sample:
        head = SAMPLE_PREFIX + head
    parts = [head, day.isoformat() if day else "", upper_first(subject)]
    return legal_file_name("_".join(part for part in parts if part), ".pdf")


def shortened(name: str, room: int) -> str:
    """Return a file name cut to ``room`` letters, its ending kept; as it is where that is vain."""
    stem, dot, extension = name.rpartition(".")
    cut = stem[: room - len(dot + extension)].strip(" .")
    return name if len(name) <= room or room < _SHORTEST or not cut else cut + dot + extension
