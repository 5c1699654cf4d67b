"""What the list of press briefings offers besides: the year by quarters."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.lists.tools import Done, ListTool

YEAR = "briefing_year"


def briefing_tools(kind: str) -> tuple[ListTool, ...]:
    """Return the action of the list of briefings; nothing for other kinds."""
    return (ListTool("by_quarter", _by_quarter),) if kind == "briefing" else ()


def _by_quarter(parent: QWidget, _record_id: int | None, _done: Done) -> None:
    from app.ui.pages.page import Page

    assert isinstance(parent, Page)
    parent.open_requested.emit(YEAR, None, None)
