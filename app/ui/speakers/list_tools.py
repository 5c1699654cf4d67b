"""What the list of spokespersons offers beside the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.ui import messages
from app.ui.lists.tools import Done, ListTool

if TYPE_CHECKING:
    from app.bootstrap import AppContext


def speaker_tools(ctx: AppContext, kind: str) -> tuple[ListTool, ...]:
    """Return the history of a post, for the list of spokespersons."""

    def history(parent: QWidget, record_id: int | None, _done: Done) -> None:
        from app.ui.speakers.history_dialog import open_history_dialog

        if record_id is None:
            return
        try:
            body_id = ctx.records.get("spokesperson", record_id).values["body_id"]
        except AppError as error:
            messages.show_error(parent, error)
            return
        open_history_dialog(ctx, body_id, parent)

    if kind != "spokesperson":
        return ()
    return (ListTool("speaker_history", history, needs_record=True),)
