"""What a record's page offers beside saving it: the next steps with a record of each kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from app.ui.pages.page import Page

if TYPE_CHECKING:
    from app.bootstrap import AppContext


@dataclass(frozen=True, slots=True)
class RecordTool:
    """One more action of a kind's page, by its id in ``actions``.

    ``run(ctx, page, record)`` is called with the record stored as it stands in the form.
    """

    action_id: str
    run: Callable[[AppContext, Page, int], None]


def _begin(kind: str, field: str, _ctx: AppContext, page: Page, record_id: int) -> None:
    """Begin a record of another kind that points back to this one."""
    page.open_requested.emit(kind, None, {field: record_id})


def _who_speaks(ctx: AppContext, page: Page, incident_id: int) -> None:
    from app.ui.speakers.entitled_dialog import open_entitled_dialog

    def authorise(values: dict[str, Any]) -> None:
        page.open_requested.emit("authorisation", None, values)

    open_entitled_dialog(ctx, authorise, page.window(), incident_id)


RECORD_TOOLS: dict[str, tuple[RecordTool, ...]] = {
    "incident": (
        RecordTool("add_article", partial(_begin, "article", "incident_id")),
        RecordTool("who_speaks", _who_speaks),
    ),
    "article": (RecordTool("make_request", partial(_begin, "correction_request", "article_id")),),
}
