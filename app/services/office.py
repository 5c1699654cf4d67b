"""The office's own profile, its number books and its usual distribution list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.models.database import Database
from app.rules.numbering import BookKey, Term
from app.rules.vocabulary import DocumentType, Layout, NumberingMode, NumberSource


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


class OfficeService:
    """Use cases around the one row of the office."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def profile(self) -> OfficeProfile | None:
        """Return the saved profile; None before the first set-up."""
        raise NotImplementedError

    def default_profile(self, layout: Layout) -> OfficeProfile:
        """Return a profile to start from: what is usual for the layout, names left empty."""
        raise NotImplementedError

    def save_profile(self, profile: OfficeProfile) -> OfficeProfile:
        """Save and return it with its new version.

        Raises FieldErrors with keys such as ``name`` and ``signers[0].name``, and Conflict.
        """
        raise NotImplementedError

    def books(self, on: date) -> tuple[BookLine, ...]:
        """Return the books that letters of that day number from, begun or not."""
        raise NotImplementedError

    def set_last_number(self, key: BookKey, last: int) -> None:
        """Let a book go on after ``last``; below a used number: FieldErrors (``last_number``)."""
        raise NotImplementedError

    def press_authority(self, on: date) -> PressAuthority | None:
        """Return who gets the copy of a letter of that day (duty 17); None when nobody is known."""
        raise NotImplementedError

    def distribution_for(self, document_type: DocumentType, on: date) -> tuple[str, ...]:
        """Return the usual "Nơi nhận" with the press authority's copy in its place."""
        raise NotImplementedError
