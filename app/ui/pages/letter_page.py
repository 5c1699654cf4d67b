"""An outgoing letter: its page as issued, what is known of it, and the way back to its request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from app.errors import AppError
from app.rules.dates import date_text, date_time_text
from app.rules.vocabulary import NUMBERED_STATES, LetterState
from app.services.letters.service import LetterView
from app.settings import Settings
from app.ui import actions
from app.ui.files import open_path
from app.ui.letters import output
from app.ui.letters.dialogs import VoidDialog
from app.ui.letters.preview import LetterPreview
from app.ui.pages.page import Page
from app.ui.widgets import Banner

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class LetterPage(Page):
    """Nothing is edited here: a draft's text is edited on the page it is made from."""

    def __init__(
        self,
        ctx: AppContext,
        settings: Settings,
        letter_id: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._settings = settings
        self._letter = ctx.letters.get(letter_id)
        self._banner = Banner()
        self._facts = QFormLayout()
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._preview = LetterPreview()
        self._print_action = actions.make("letter", "print", self, self._on_print)
        self._save_action = actions.make("letter", "save_pdf", self, self._on_save_pdf)
        self._void_action = actions.make("letter", "void", self, self._on_void)
        self._request_action = actions.make("letter", "request", self, self._on_request)
        self.addActions(self.page_actions())
        self._assemble()
        self._show()

    def title(self) -> str:
        return f"Văn bản {_reference(self._letter)}"

    def page_actions(self) -> list[QAction]:
        return [self._request_action, self._print_action, self._save_action, self._void_action]

    def refresh(self, kind: str | None = None) -> None:
        if kind in (None, "letter", "correction_request"):
            self._guarded(self._reload)

    def focus_first(self) -> None:
        self._preview.setFocus()

    def shown_record(self) -> tuple[str, int]:
        return "letter", self._letter.id

    def preview(self) -> LetterPreview:
        return self._preview

    def facts(self) -> dict[str, str]:
        """Return the facts as shown, by their labels."""
        return {name: label.text() for name, label in self._labels.items()}

    def _assemble(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.addLayout(self._facts)
        column.addStretch(1)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(self._preview)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([800, 1200])  # shares, not pixels
        whole = QVBoxLayout(self)
        whole.addWidget(self._banner)
        whole.addWidget(splitter, 1)

    def _show(self) -> None:
        letter = self._letter
        while self._facts.rowCount():
            self._facts.removeRow(0)
        self._labels: dict[str, QLabel] = {}
        for name, words in _facts_of(letter):
            if words:
                value = QLabel(words)
                value.setWordWrap(True)
                value.setTextFormat(Qt.TextFormat.PlainText)
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._facts.addRow(f"{name}:", value)
                self._labels[name] = value
        numbered = letter.state in NUMBERED_STATES
        self._print_action.setText("In lại" if numbered else "In dự thảo")
        self._void_action.setVisible(letter.state is LetterState.ISSUED)
        self._void_action.setEnabled(letter.state is LetterState.ISSUED)
        has_request = letter.source_kind is not None and letter.source_id is not None
        self._request_action.setVisible(has_request)
        self._request_action.setEnabled(has_request)
        self._preview.show_work(self._page, at_once=True)
        self.title_changed.emit(self.title())

    def _page(self) -> bytes:
        """Return what prints; called by the preview in a worker too."""
        letter = self._letter
        if letter.state in NUMBERED_STATES:
            return self._ctx.letters.frozen_pdf(letter.id)
        is_draft = letter.state is LetterState.DRAFT
        return self._ctx.letters.preview(replace(letter.data, draft=is_draft))

    def _reload(self) -> None:
        self._letter = self._ctx.letters.get(self._letter.id)
        self._show()

    def _guarded(self, work: Callable[[], object]) -> None:
        """Do ``work``; trouble is told in the banner, where it can be tried again."""
        try:
            work()
        except AppError as error:
            self._banner.say(error, "&Thử lại", partial(self._guarded, work))

    def _print(self) -> None:
        letter = self._letter
        if output.print_letter(
            self._page(),
            letter.data,
            letter.number_text,
            self._settings,
            self,
            is_sample=self._ctx.is_sample,
        ):
            self.notice.emit("Đã gửi văn bản tới máy in.", None)

    def _save_pdf(self) -> None:
        letter = self._letter
        path = output.save_letter(
            self._page(),
            letter.data,
            letter.number_text,
            self._settings,
            self,
            is_sample=self._ctx.is_sample,
        )
        if path is not None:
            self._banner.say(f"Đã lưu {path}.", "&Mở tệp", partial(open_path, path))

    def _cancel(self, reason: str) -> None:
        self._letter = self._ctx.letters.void(self._letter.id, self._letter.version, reason)

    def _void(self) -> None:
        dialog = VoidDialog(self._letter.reference, self._cancel, self)
        accepted = dialog.exec() == VoidDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self._show()
            self.records_changed.emit("letter")
            self.records_changed.emit("correction_request")
            self.notice.emit("Đã hủy văn bản; số vẫn giữ trong sổ.", None)

    @Slot()
    def _on_print(self) -> None:
        self._guarded(self._print)

    @Slot()
    def _on_save_pdf(self) -> None:
        self._guarded(self._save_pdf)

    @Slot()
    def _on_void(self) -> None:
        self._guarded(self._void)

    @Slot()
    def _on_request(self) -> None:
        self.open_requested.emit(self._letter.source_kind, self._letter.source_id, None)


def _reference(letter: LetterView) -> str:
    return letter.reference or f"chưa có số, ký hiệu {letter.data.symbol}"


def _facts_of(letter: LetterView) -> list[tuple[str, str]]:
    data = letter.data
    return [
        ("Tình trạng", letter.state.label),
        ("Số, ký hiệu", _reference(letter)),
        ("Ngày văn bản", date_text(data.date)),
        ("Loại", data.document_type.label),
        ("Trích yếu", data.subject),
        ("Kính gửi", "\n".join(data.recipients)),
        ("Nơi nhận", "\n".join(data.distribution)),
        ("Người ký", "\n".join((*data.capacity, data.signer_title, data.signer_name)).strip()),
        ("Ký ngày", date_text(letter.signed_on)),
        ("Phát hành lúc", date_time_text(letter.issued_at)),
        ("Xác nhận không chứa bí mật nhà nước", date_time_text(letter.secrecy_confirmed_at)),
        ("Hủy lúc", date_time_text(letter.voided_at)),
        ("Lý do hủy", letter.void_reason),
    ]
