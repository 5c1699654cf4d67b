"""What a record's page shows in tabs behind its form: things of the record saved on their own.

A matter with such a tab adds a ``TabMaker`` to ``TAB_MAKERS``; the page asks nothing else of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.specs.registry import SPECS

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.pages.record_page import RecordPage


class RecordTab(QWidget):
    """One tab. It needs no save of the page; what needs the record stored asks ``stored_id``.

    Through the page it tells and asks for more: ``page.notice``, ``page.records_changed``,
    ``page.open_requested``.
    """

    count_changed = Signal(int)  # how many things are in the tab, for its title

    def show_record(self, record_id: int | None, *, deleted: bool) -> None:
        """Show what belongs to the record as it is stored; None for one not stored yet."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor where work on this tab begins."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class TabMaker:
    """A tab for the kinds of record that want it. The title gets its number, and so its Alt-key."""

    title: str
    wanted: Callable[[str], bool]
    make: Callable[[AppContext, RecordPage], RecordTab]


def _has_letters(kind: str) -> bool:
    from app.services.record_letters.registry import purposes_of

    return bool(purposes_of(kind))


def _letters(ctx: AppContext, page: RecordPage) -> RecordTab:
    from app.ui.record_letters.tab import LettersTab

    return LettersTab(ctx, page)


def _attachments(ctx: AppContext, page: RecordPage) -> RecordTab:
    from app.ui.attachments.tab import AttachmentTab

    return AttachmentTab(ctx, page)


def _series(ctx: AppContext, page: RecordPage) -> RecordTab:
    from app.ui.statements.series_tab import SeriesTab

    return SeriesTab(ctx, page)


# In the order of the tabs. What a maker needs it imports when it is called.
TAB_MAKERS: tuple[TabMaker, ...] = (
    TabMaker("Các lần phát ngôn", ("incident", "statement").__contains__, _series),
    TabMaker("Văn bản", _has_letters, _letters),
    TabMaker("Tệp kèm theo", lambda kind: SPECS[kind].has_attachments, _attachments),
)
