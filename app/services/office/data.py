"""The office's profile as plain data, and what makes one complete."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.rules.duties.secrecy import tidy_line
from app.rules.numbering import BookKey, Term
from app.rules.vocabulary import Layout, NumberingMode, NumberSource
from app.specs.checks import field_problem
from app.specs.office import IDENTITY
from app.text import tidy_block


@dataclass(frozen=True, slots=True)
class SignerLine:
    """Who signs. ``capacity`` may hold several lines ("KT. GIÁM ĐỐC")."""

    name: str
    capacity: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """The office. ``name`` is written as inside a sentence ("Sở Xây dựng"); letters print capitals.

    ``id`` and ``version`` are None for a profile not saved yet. ``distribution`` is the usual
    "Nơi nhận" of a letter, without the copy to the press authority, which is added by date.
    """

    id: int | None
    version: int | None
    name: str
    superior_name: str
    place: str
    symbol: str
    layout: Layout
    numbering_mode: NumberingMode
    number_source: NumberSource
    press_authority_id: int | None = None
    signers: tuple[SignerLine, ...] = ()
    distribution: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class BookLine:
    """A number book as the set-up shows it. ``last_number`` is 0 for a book not begun."""

    key: BookKey
    title: str
    last_number: int


@dataclass(frozen=True, slots=True)
class PressAuthority:
    """The body that supervises the press of the province on a given day."""

    id: int
    name: str
    short_name: str


def tidied(profile: OfficeProfile) -> OfficeProfile:
    """Return the profile as it is stored: NFC, no stray spaces, no empty lines."""
    signers = (
        SignerLine(tidy_line(line.name), tidy_block(line.capacity), tidy_line(line.title))
        for line in profile.signers
    )
    return replace(
        profile,
        name=tidy_line(profile.name),
        superior_name=tidy_line(profile.superior_name),
        place=tidy_line(profile.place),
        symbol=tidy_line(profile.symbol).lstrip("/- "),
        signers=tuple(line for line in signers if line.name or line.capacity or line.title),
        distribution=tuple(filter(None, map(_bare_line, profile.distribution))),
        terms=tuple(Term(tidy_line(term.name), term.starts_on) for term in profile.terms),
    )


def profile_errors(profile: OfficeProfile) -> dict[str, str]:
    """Return what is wrong with a tidied profile, by field."""
    errors = _own_errors(profile)
    for index, signer in enumerate(profile.signers):
        if not signer.name:
            errors[f"signers[{index}].name"] = "Nhập họ tên người ký."
        if not signer.title:
            errors[f"signers[{index}].title"] = "Nhập chức vụ, ví dụ “GIÁM ĐỐC”."
    if not profile.signers:
        errors["signers"] = "Nhập ít nhất một người ký."
    begun = set()
    for index, term in enumerate(profile.terms):
        if not term.name:
            errors[f"terms[{index}].name"] = "Nhập tên nhiệm kỳ, ví dụ “Nhiệm kỳ 2025 - 2030”."
        if term.starts_on in begun:
            errors[f"terms[{index}].starts_on"] = "Hai nhiệm kỳ không thể bắt đầu cùng ngày."
        begun.add(term.starts_on)
    if profile.layout is Layout.PARTY and not profile.terms:
        errors["terms"] = (
            "Văn bản của Đảng đánh số theo nhiệm kỳ: nhập nhiệm kỳ và ngày bắt đầu (ngày đại hội)."
        )
    return errors


def _own_errors(profile: OfficeProfile) -> dict[str, str]:
    found = {field.name: field_problem(field, getattr(profile, field.name)) for field in IDENTITY}
    errors = {name: sentence for name, sentence in found.items() if sentence}
    if profile.name.isupper() and " " in profile.name:
        # Letters also name the office inside sentences, and no rule gives the small letters back.
        errors["name"] = (
            "Viết tên như trong câu văn, ví dụ “Sở Xây dựng”; phần mềm tự in hoa ở đầu văn bản."
        )
    if " " in profile.symbol or profile.symbol[:1].isdigit():
        example = "SXD-VP" if profile.layout is Layout.STATE else "CV/TU"
        errors["symbol"] = f"Ký hiệu viết liền, không kèm số văn bản, ví dụ “{example}”."
    return errors


def _bare_line(text: str) -> str:
    """Return a line of "Nơi nhận" without the dash and the mark that the layout sets."""
    return tidy_line(text).lstrip("-–+• ").rstrip(" ;,.")
