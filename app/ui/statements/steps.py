"""What a record's page offers around speaking: speak, speak again, prepare, give, who may."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.errors import AppError
from app.ui import messages
from app.ui.pages.page import Page
from app.ui.pages.record_page import RecordPage
from app.ui.pages.record_tools import At

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_MATTER = ("incident_id", "title")


def speak_about(at: At) -> None:
    """Begin a statement about an incident."""
    at.page.open_requested.emit("statement", None, about_incident(at.ctx, at.record_id))


def speak_again(at: At) -> None:
    """Begin the statement that follows one, or puts it right."""
    at.page.open_requested.emit("statement", None, after(at.ctx, at.record_id))


def prepare(at: At) -> None:
    """Begin the sheet that prepares a statement, from its incident or from its draft."""
    page = _record_page(at.page)
    if page.kind() == "incident":
        values = about_incident(at.ctx, at.record_id)
    else:
        stored = at.ctx.records.get("statement", at.record_id).values
        values = {name: stored[name] for name in (*_MATTER, "place", "speaker")}
        values |= {"statement_id": at.record_id, "planned_at": stored["given_at"]}
    at.page.open_requested.emit("preparation", None, values)


def about_incident(ctx: AppContext, incident_id: int) -> dict[str, Any]:
    """Return what a record about an incident begins with."""
    title = ctx.records.get("incident", incident_id).values["title"]
    return {"incident_id": incident_id, "title": title}


def after(ctx: AppContext, statement_id: int) -> dict[str, Any]:
    """Return what the statement after one begins with: its incident, or the one it continues."""
    stored = ctx.records.get("statement", statement_id).values
    values = {name: stored[name] for name in (*_MATTER, "body_id")}
    values |= ctx.statements.speaker_of(values["body_id"])
    if stored["incident_id"] is None:
        values["continues_id"] = statement_id
    return values


def give(at: At) -> None:
    """Ask for the last word, then freeze the statement; what is missing is said at its field."""
    from app.ui.statements.give_dialog import GiveDialog

    page = _record_page(at.page)
    try:
        problems = at.ctx.statements.problems(at.record_id)
        if problems:
            page.content().show_errors(problems)
            return
        dialog = GiveDialog(at.ctx, at.record_id, page.window())
    except AppError as error:
        messages.show_error(page.window(), error)
        return
    dialog.accepted.connect(lambda: _tell_given(page))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def who_spoke(ctx: AppContext, page: Page, values: Mapping[str, Any]) -> None:
    """Answer who may speak about the matter of a statement as it is typed."""
    from app.ui.speakers.entitled_dialog import EntitledDialog

    def authorise(begin: dict[str, Any]) -> None:
        page.open_requested.emit("authorisation", None, begin)

    dialog = EntitledDialog(ctx, authorise, page.window())
    dialog.ask_about(
        values["body_id"], values["incident_id"], values["given_at"], values["title"] or ""
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _tell_given(page: RecordPage) -> None:
    page.refresh()
    page.records_changed.emit("statement")
    page.records_changed.emit("incident")
    page.notice.emit("Đã khóa lần phát ngôn này; cần đính chính thì ghi một lần mới.", None)


def _record_page(page: Page) -> RecordPage:
    if not isinstance(page, RecordPage):
        raise TypeError(page)
    return page
