"""Who gets a copy: the usual "Nơi nhận" and the press authority's place in it (duty 17)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.rules.vocabulary import DocumentType, Layout
from app.services.office.data import OfficeProfile, PressAuthority
from app.text import fold


def mentions(lines: Iterable[str], authority: PressAuthority) -> bool:
    """Return whether one of the lines names the authority, in full or shortened."""
    names = [_words(name) for name in (authority.name, authority.short_name) if name]
    return any(name in _words(line) for line in lines for name in names)


def _words(text: str) -> str:
    """Return the folded words of a text, each between spaces: whole words can be looked for."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', fold(text)))} "


def distribution_lines(
    profile: OfficeProfile, document_type: DocumentType, authority: PressAuthority | None
) -> tuple[str, ...]:
    """Return "Nơi nhận" in its order: Như trên, who is informed, the copy of duty 17, Lưu."""
    usual = [line for line in profile.distribution if line]
    above = [line for line in usual if fold(line) == "nhu tren"]
    file_copies = [line for line in usual if fold(line).startswith("luu")]
    lines = [line for line in usual if line not in (*above, *file_copies)]
    if document_type in (DocumentType.OFFICIAL_LETTER, DocumentType.INVITATION):
        lines.insert(0, "Như trên")
    own = authority is not None and fold(authority.name) == fold(profile.name)
    if authority is not None and not own and not mentions(lines, authority):
        lines.append(f"{authority.name} (để theo dõi, đôn đốc)")
    # The bare "Lưu: VT" of a new profile lacks the unit that drafted the letter.
    named = [line for line in file_copies if fold(line) not in ("luu: vt", "luu vt")]
    return (*lines, *(named or [_usual_file_copy(profile)]))


def _usual_file_copy(profile: OfficeProfile) -> str:
    """Return "Lưu: VT, QLBC" (State: the drafting unit stands in the symbol) or the Party's."""
    if profile.layout is Layout.PARTY:
        return "Lưu Văn phòng"
    _, _, unit = profile.symbol.partition("-")
    return f"Lưu: VT, {unit}" if unit else "Lưu: VT"
