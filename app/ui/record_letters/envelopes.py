"""Envelopes of one letter or of many, on their way to the printer or into a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.rules.vocabulary import EnvelopeSize
from app.settings import Settings
from app.ui.letters import printing, saving
from app.ui.record_letters.envelope_dialog import EnvelopeDialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext


def ask_envelopes(
    ctx: AppContext,
    settings: Settings,
    letter_ids: Sequence[int],
    name: str,
    saved: Callable[[Path], None],
    parent: QWidget,
) -> None:
    """Ask for the size, make the envelopes of these letters and print or save them."""

    def go_on(size: EnvelopeSize, as_file: bool) -> None:
        pdf = ctx.batches.envelopes(letter_ids, size)
        title = f"Bì thư {name}"
        if as_file:
            path = saving.save_pdf(pdf, f"{title}.pdf", settings, parent)
            if path is not None:
                saved(path)
        else:
            printing.print_pdf(pdf, title, settings, parent)

    dialog = EnvelopeDialog(go_on, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
