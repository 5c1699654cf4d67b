"""What the page of the work list shows; whoever reads the list fills it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line: what is to be done about which record, how it stands, and the next step."""

    what: str
    whose: str
    due: str
    next_step: str


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """One part of the list. ``total`` counts also lines that are not among ``lines``."""

    title: str
    total: int
    lines: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class WorkListPaper:
    """The list of an office at a moment; ``note`` stands under it, empty for none."""

    office: str
    at: datetime
    groups: tuple[PaperGroup, ...]
    note: str = ""
    is_sample: bool = False
