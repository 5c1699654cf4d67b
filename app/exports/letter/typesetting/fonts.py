"""The letter's font family: found by file path, accepted only with the whole Vietnamese alphabet.

A family name is never trusted: on Debian two packages both call their font "Liberation Serif"
and one of them lacks 93 Vietnamese letters.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.errors import FontMissing
from app.paths import resources_dir

FONT_FOLDER_VARIABLE = "SO_PHAT_NGON_FONTS"
"""The environment variable that names the only folder to look into."""

# Regular, bold, italic, bold italic. All three have the widths of Times New Roman, so a letter
# breaks its lines alike with each of them.
_FACES = ("Regular", "Bold", "Italic", "BoldItalic")
_FILE_NAMES = {
    "Times New Roman": ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
    "Tinos": tuple(f"Tinos-{face}.ttf" for face in _FACES),
    "Liberation Serif": tuple(f"LiberationSerif-{face}.ttf" for face in _FACES),
}
_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES]
VIETNAMESE_LETTERS = frozenset(
    letter for lower in [*_LETTERS, "đ"] for letter in (lower, lower.upper()) if letter > "\x7f"
)
"""The 134 letters of the alphabet that ASCII does not have, in NFC."""

_serial = count(1)


class Face:
    """One face of the family as reportlab knows it, with the widths of whole words cached."""

    def __init__(self, path: Path) -> None:
        self.name = f"Letter{next(_serial)}"
        # Not asciiReadable: the subset then holds only the glyphs in use and the file is smaller.
        self._font = TTFont(self.name, str(path), asciiReadable=False)
        widths = self._font.face.charWidths
        self.characters = frozenset(map(chr, self._font.face.charToGlyph))
        self._widths: dict[str, float] = {chr(code): width / 1000 for code, width in widths.items()}
        self.width = lru_cache(maxsize=1 << 15)(self._measure)
        pdfmetrics.registerFont(self._font)

    def _measure(self, text: str) -> float:
        """Return the width of ``text`` in ems: times the size in points it is points."""
        return sum(map(self._widths.__getitem__, text))


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Four faces of one typeface; ``characters`` are those with a meaning that every face has.

    Compared by identity, which makes it a cheap key of the caches of set lines.
    """

    title: str
    faces: tuple[Face, Face, Face, Face]
    characters: frozenset[str]

    def legible(self, text: str) -> str:
        """Return ``text`` with "?" for what the faces lack, where a blank would pass unseen."""
        return "".join(c if c in self.characters or c.isspace() else "?" for c in text)

    def face(self, bold: bool, italic: bool) -> Face:
        return self.faces[bold + 2 * italic]


def load_family(folder: Path | None = None) -> Family:
    """Return the family to set letters in.

    ``folder`` is the office's own choice; the variable ``SO_PHAT_NGON_FONTS`` goes before it.
    Without either: Windows' Times New Roman, the fonts packed with the app, Debian's Tinos, then
    Debian's Liberation Serif 2. Raises FontMissing naming the folders when none is usable.
    """
    override = os.environ.get(FONT_FOLDER_VARIABLE)
    chosen = Path(override) if override else folder
    return _family((chosen,) if chosen else tuple(_usual_folders()))


@lru_cache(maxsize=8)
def _family(folders: tuple[Path, ...]) -> Family:
    for folder in folders:
        for title, names in _FILE_NAMES.items():
            paths = [folder / name for name in names]
            if all(path.is_file() for path in paths):
                family = _read(title, paths)
                if family is not None:
                    return family
    raise FontMissing(
        "Không tìm thấy phông chữ Times New Roman (hoặc Tinos, Liberation Serif 2) có đủ chữ "
        f"tiếng Việt trong: {', '.join(map(str, folders))}.",
        "Cài lại phông chữ Times New Roman, hoặc chỉ ra thư mục phông chữ bằng biến môi trường "
        f"{FONT_FOLDER_VARIABLE}.",
    )


def _read(title: str, paths: list[Path]) -> Family | None:
    """Return the family of these four files, or None when one is broken or lacks a letter."""
    try:
        regular, bold, italic, bold_italic = map(Face, paths)
    except Exception:  # reportlab's parser trips over a broken file in many ways
        return None
    faces = (regular, bold, italic, bold_italic)
    shared = frozenset.intersection(*(face.characters for face in faces))
    characters = frozenset(filter(_has_meaning, shared))
    if not characters >= VIETNAMESE_LETTERS:
        return None
    return Family(title, faces, characters)


def _has_meaning(character: str) -> bool:
    """Return whether a glyph says anything.

    Fonts have glyphs too for private and unassigned codes, left over from symbol fonts, and for
    the sign that stands where text was broken before it came here.
    """
    return character != "\ufffd" and unicodedata.category(character) not in ("Co", "Cn")


def _usual_folders() -> Iterator[Path]:
    windows = os.environ.get("WINDIR")
    if windows:
        yield Path(windows) / "Fonts"
    local = os.environ.get("LOCALAPPDATA")
    if local:
        yield Path(local) / "Microsoft" / "Windows" / "Fonts"
    yield resources_dir() / "fonts"
    yield Path("/usr/share/fonts/truetype/croscore")
    yield Path("/usr/share/fonts/truetype/liberation2")
