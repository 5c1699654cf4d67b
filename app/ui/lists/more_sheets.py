"""The further sheets of a list that has more than one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.ui.lists.exporting import Exporter
from app.ui.lists.tools import Done, ListTool


def sheet_tools(exporter: Exporter | None, kind: str) -> tuple[ListTool, ...]:
    """Return an action for each sheet besides the list's own, by the sheet's name."""
    from app.services.sheets import SHEETS

    if exporter is None:
        return ()

    def export(
        sheet: str, exporter: Exporter, parent: QWidget, _record_id: int | None, _done: Done
    ) -> None:
        from app.ui.pages.list_page import ListPage

        assert isinstance(parent, ListPage)
        exporter.export(sheet, parent.query(), parent, SHEETS[sheet].tab)

    return tuple(
        ListTool(described.name, partial(export, sheet, exporter))
        for sheet, described in SHEETS.items()
        if described.kind == kind
    )
