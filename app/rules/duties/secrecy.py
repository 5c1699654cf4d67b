"""The marks that a state secret bears, found in text and in the names of files.

A mark is a stamp: MẬT, TỐI MẬT, TUYỆT MẬT or "độ mật" on a line of its own. Words in a sentence
("bảo vệ bí mật") are none, and neither are compounds ("MẬT ONG", "BÍ MẬT").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from app.text import tidy, tidy_block

_LEVELS = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
_LEVEL = "TUYỆTMẬT|TỐIMẬT|MẬT"
# What else stands in a stamp: of what kind the paper is, how urgent, which copy.
_BEFORE_IT = "(?:TÀILIỆU|VĂNBẢN|HỒSƠ)?"
_BESIDE = "(?i:HỎATỐC|HOẢTỐC|THƯỢNGKHẨN|KHẨN|BẢNSỐ|SỐ)*"
_STAMP = re.compile(f"{_BESIDE}{_BEFORE_IT}(?P<level>{_LEVEL}){_BESIDE}")
# Its name: "ĐỘ MẬT", "Dấu mật", "Mức độ mật: Tối mật".
_NAME = "(?:DẤU)?(?:CHỈ)?(?:MỨC)?(?:ĐỘ|DẤU)MẬT"
_NAMED = re.compile(f"{_NAME}(?P<level>{_LEVEL})?{_BESIDE}")
# Its level may be followed by more: "Độ mật: Mật (A1)", "Độ mật: Tối mật theo Quyết định số 5".
_NAMED_FIRST = re.compile(
    r"\W*(?:DẤU )?(?:CHỈ )?(?:MỨC )?(?:ĐỘ|DẤU) MẬT\s*[:=–—-]\s*"
    r"(?:(?P<level>(?:TUYỆT |TỐI )?MẬT)\b(?! (?:MÃ|KHẨU|ĐỘ|ONG)\b).*|[ABC]\d?\W*)"
)
_NAMED_IN_CAPITALS = re.compile(r"\W*(?:MỨC )?(?:ĐỘ|DẤU) MẬT\s*[:=–—-]\s*\S.*")
# Cells of a pasted table and the columns of a letter's head stand for themselves.
_BETWEEN_CELLS = re.compile(r"\t|\||\s{3,}")

# What makes an everyday word of it in a name in capitals.
_BEFORE = frozenset(("BÍ", "BẢO", "CƠ", "THÂN", "LẤY", "ĐƯỜNG", "TRĂNG"))
_AFTER = frozenset(
    ("ONG", "MÍA", "HOA", "NGỌT", "ĐỘ", "MÃ", "KHẨU", "VỤ", "THIẾT", "DANH", "THÁM", "THƯ")
)
# Names of files often lose their marks; MAT alone may be anything.
_BARE_LEVELS = {("TUYET", "MAT"): "TUYỆT MẬT", ("TOI", "MAT"): "TỐI MẬT"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, by its level ("TỐI MẬT", or "ĐỘ MẬT" where none is named) and its line from 1."""

    level: str
    line: int = 1


def marks(text: str) -> tuple[Mark, ...]:
    """Return the marks in a text, in their order."""
    found = []
    for number, line in enumerate(_plain(text).splitlines(), 1):
        if "Ậ" not in line.upper():
            continue  # nearly every line is through with that
        level = _level(line) or next(filter(None, map(_level, _BETWEEN_CELLS.split(line))), "")
        if level:
            found.append(Mark(level, number))
    return tuple(found)


def name_marks(file_name: str) -> tuple[Mark, ...]:
    """Return the marks in the name of a file: a level in capitals among its words."""
    words = re.findall(r"[^\W\d_]+", _plain(PurePath(file_name).stem))
    neighbours = zip(["", *words], words, [*words[1:], ""], strict=False)
    return tuple(
        Mark(level) for before, word, after in neighbours if (level := _named(before, word, after))
    )


def tidy_line(text: str) -> str:
    """Return one line of typed text as ``tidy`` does, but never let the joining hide a mark.

    Several lines pasted into a field of one line are joined; a stamp among them keeps its line, so
    that whoever stores the text sees it.
    """
    return tidy_block(text) if marks(text) else tidy(text)


def _plain(text: str) -> str:
    """Return text in the one form marks are compared in, without what cannot be seen."""
    if text.isascii():
        return text
    return "".join(
        c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf"
    )


def _level(line: str) -> str:
    """Return the level of a line that is a mark and nothing else; "" for any other."""
    letters = "".join(filter(str.isalpha, line))
    if found := _STAMP.fullmatch(letters):
        return _spelled(found["level"])
    if found := _NAMED.fullmatch(letters.upper()):
        return _spelled(found["level"] or "")
    if found := _NAMED_FIRST.fullmatch(re.sub(r"\s+", " ", line.upper())):
        return found["level"] or "ĐỘ MẬT"
    return "ĐỘ MẬT" if _NAMED_IN_CAPITALS.fullmatch(line) else ""


def _spelled(letters: str) -> str:
    return next((level for level in _LEVELS if level.replace(" ", "") == letters), "ĐỘ MẬT")


def _named(before: str, word: str, after: str) -> str:
    if level := _BARE_LEVELS.get((before, word)):
        return level
    if word != "MẬT" or before in _BEFORE or after in _AFTER:
        return ""
    return f"{before} MẬT" if before in ("TỐI", "TUYỆT") else "MẬT"
