"""What the list of spokespersons offers beside the records: the history, the public list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.errors import AppError
from app.rules.dates import date_text
from app.services.plain import ListQuery
from app.services.sheets import PUBLIC_LIST
from app.settings import Settings
from app.ui import messages, tasks
from app.ui.lists.tools import Done, ListTool

if TYPE_CHECKING:
    from datetime import date

    from app.bootstrap import AppContext
    from app.ui.lists.exporting import Exporter

_NAME = "Danh sách người phát ngôn"


def speaker_tools(
    ctx: AppContext, kind: str, settings: Settings, exporter: Exporter | None
) -> tuple[ListTool, ...]:
    """Return what the list of spokespersons offers besides; nothing for other kinds."""
    if kind != "spokesperson" or exporter is None:
        return ()
    return (
        ListTool("speaker_history", partial(_open_history, ctx), needs_record=True),
        ListTool("public_list", partial(_ask_day, ctx, settings, exporter)),
    )


def _open_history(ctx: AppContext, parent: QWidget, record_id: int | None, _done: Done) -> None:
    from app.ui.speakers.history_dialog import open_history_dialog

    if record_id is None:
        return
    try:
        body_id = ctx.records.get("spokesperson", record_id).values["body_id"]
    except AppError as error:
        messages.show_error(parent, error)
        return
    open_history_dialog(ctx, body_id, parent)


def _ask_day(
    ctx: AppContext,
    settings: Settings,
    exporter: Exporter,
    parent: QWidget,
    _record_id: int | None,
    done: Done,
) -> None:
    from app.ui.speakers.public_list_dialog import ListFile, PublicListDialog

    def make(day: date, file: ListFile) -> None:
        if file is ListFile.SHEET:
            exporter.export(PUBLIC_LIST, ListQuery(filters={"on": day}), parent, _NAME)
            return
        tasks.run(
            partial(ctx.speakers.public_list_pdf, day),
            partial(_save, settings, parent, day, done),
            partial(messages.show_error, parent),
        )

    dialog = PublicListDialog(ctx.today, ctx.speakers.without, make, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _save(settings: Settings, parent: QWidget, day: date, done: Done, pdf: bytes) -> None:
    from app.ui.letters.saving import save_pdf

    if not isValid(parent):
        return
    path = save_pdf(pdf, f"{_NAME} {date_text(day).replace('/', '-')}.pdf", settings, parent)
    if path is not None:
        done(f"Đã ghi {path}.", None)
