"""The ways into the wizard, the example set and what was done: from a list and from the menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from app.errors import AppError
from app.ui import messages
from app.ui.lists.tools import Done, ListTool
from app.ui.reorganisation.taking_back import take_back

if TYPE_CHECKING:
    from app.bootstrap import AppContext

# What was done, in a sentence, and a call that takes it back.
Told = Callable[[str, Callable[[], object] | None], object]


def open_wizard(ctx: AppContext, parent: QWidget, told: Told) -> None:
    from app.ui.reorganisation.wizard import ReorganisationWizard

    _open(ReorganisationWizard(ctx, _with_undo(ctx, parent, told), parent))


def open_past(ctx: AppContext, parent: QWidget, told: Told) -> None:
    from app.ui.reorganisation.past_dialog import PastDialog

    _open(PastDialog(ctx, lambda sentence: told(sentence, None), parent))


def open_example(ctx: AppContext, parent: QWidget, told: Told) -> None:
    from app.ui.reorganisation.example_dialog import ExampleDialog

    try:
        dialog = ExampleDialog(ctx, _with_undo(ctx, parent, told), parent)
    except AppError as error:
        messages.show_error(parent, error)
        return
    _open(dialog)


def reorganisation_tools(ctx: AppContext, kind: str) -> tuple[ListTool, ...]:
    """Return what the list of bodies offers besides."""
    if kind != "body":
        return ()

    def begin(parent: QWidget, _record_id: int | None, done: Done) -> None:
        open_wizard(ctx, parent, lambda sentence, undo: done(sentence, None, undo))

    def look_back(parent: QWidget, _record_id: int | None, done: Done) -> None:
        open_past(ctx, parent, lambda sentence, undo: done(sentence, None, undo))

    return (ListTool("reorganise", begin), ListTool("past_reorganisations", look_back))


def _with_undo(ctx: AppContext, parent: QWidget, told: Told) -> Callable[[int, str], None]:
    window = parent.window()

    def tell_undone(sentence: str) -> None:
        if isValid(parent):  # the page may be gone by then
            told(sentence, None)

    def done(reorganisation_id: int, sentence: str) -> None:
        one = next(one for one in ctx.reorganisation.past() if one.id == reorganisation_id)
        told(sentence, partial(take_back, ctx, one, window, tell_undone))

    return done


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
