"""A paper that is no letter, shown as it will print and sent to the printer or kept as a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from app.rules.wording.file_names import SAMPLE_PREFIX
from app.settings import Settings
from app.ui.letters import printing, saving
from app.ui.letters.preview import LetterPreview
from app.ui.pages.page import Page
from app.ui.widgets.pressing import Dialog

if TYPE_CHECKING:
    from app.bootstrap import AppContext


def show_paper(
    ctx: AppContext, settings: Settings, page: Page, name: str, draw: Callable[[], bytes]
) -> None:
    """Show what ``draw`` makes, over ``page``; from there it is printed or saved as a PDF.

    ``name`` names the paper ("Giấy chứng nhận"). ``draw`` runs in a worker.
    """

    def send(pdf: bytes) -> None:
        if printing.print_pdf(pdf, name, settings, page):
            page.notice.emit(f"Đã gửi tới máy in: {name}.", None)

    def save(pdf: bytes) -> None:
        prefix = SAMPLE_PREFIX if ctx.is_sample else ""
        path = saving.save_pdf(pdf, f"{prefix}{name}.pdf", settings, page)
        if path is not None:
            page.notice.emit(f"Đã lưu {path}.", None)

    dialog = PaperDialog(f"In: {name}", draw, send, page.window(), save)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class PaperDialog(Dialog):
    """The page as it will print: ``send(pdf)`` prints that very PDF, ``save(pdf)`` keeps it."""

    def __init__(
        self,
        title: str,
        draw: Callable[[], bytes],
        send: Callable[[bytes], None],
        parent: QWidget,
        save: Callable[[bytes], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._send = send
        self._preview = LetterPreview()
        self._preview.refreshed.connect(self._on_refreshed)
        self._print_button = QPushButton("&In")
        self._print_button.setEnabled(False)
        self._print_button.setDefault(True)
        self._print_button.clicked.connect(self._on_print)
        self._save = save
        self._save_button = QPushButton("&Lưu PDF")
        self._save_button.setAutoDefault(False)
        self._save_button.setEnabled(False)
        self._save_button.setVisible(save is not None)
        self._save_button.clicked.connect(self._on_save)
        close = QPushButton("Đón&g")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        buttons = QDialogButtonBox()
        buttons.addButton(self._print_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._save_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.ActionRole)
        whole = QVBoxLayout(self)
        whole.addWidget(self._preview, 1)
        whole.addWidget(buttons)
        room = parent.window().size()
        self.resize(int(room.width() * 0.7), int(room.height() * 0.95))
        self._preview.show_work(draw)

    def preview(self) -> LetterPreview:
        return self._preview

    def _on_refreshed(self) -> None:
        self._print_button.setEnabled(self._preview.pdf() is not None)
        self._save_button.setEnabled(self._preview.pdf() is not None)
        self._print_button.setFocus()

    def _on_print(self) -> None:
        pdf = self._preview.pdf()
        if pdf is not None:
            self._send(pdf)

    def _on_save(self) -> None:
        pdf = self._preview.pdf()
        if pdf is not None and self._save is not None:
            self._save(pdf)
