"""The left side of the correction request page: four tabs over one draft."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.services.requests.data import RequestDraft
from app.ui.forms.editors import Sources
from app.ui.letters.editing.form import EditForm
from app.ui.letters.editing.text import TextTab
from app.ui.requests.facts import FactsTab
from app.ui.requests.sending import RequestSendingTab
from app.ui.requests.tracking import TrackingTab

_WHOSE_TEXT = (
    "Văn bản đang theo dữ kiện ở tab 1.",
    "Đã sửa tay: dữ kiện thay đổi không tự vào văn bản.",
)


class RequestForm(EditForm):
    """Shows a draft and gives it back as it stands."""

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        facts, text = FactsTab(sources), TextTab(sources, _WHOSE_TEXT)
        sending, tracking = RequestSendingTab(sources), TrackingTab(sources)
        tabs = (
            ("Nội dung", facts),
            ("Văn bản", text),
            ("Nơi nhận", sending),
            ("Theo dõi", tracking),
        )
        super().__init__(tabs, parent)
        self.facts, self.text, self.sending, self.tracking = facts, text, sending, tracking

    def load(self, draft: RequestDraft) -> None:
        """Show a draft; what stands there already keeps cursor and undo."""
        with self._filling():
            self.facts.load(draft)
            self.text.load(draft.letter)
            self.sending.load(draft.letter)
            self.sending.load_reason(draft.no_copy_reason)
            self.tracking.load(draft)

    def apply(self, draft: RequestDraft) -> RequestDraft:
        """Return ``draft`` with what stands in the fields."""
        draft = self.tracking.apply(self.facts.apply(draft))
        return replace(
            draft,
            letter=self.sending.apply(self.text.apply(draft.letter)),
            no_copy_reason=self.sending.reason(),
        )

    def lock_letter(self, locked: bool) -> None:
        """Let facts and text be changed, or only read; the tracking is always open."""
        for tab in (self.facts, self.text, self.sending):
            tab.set_read_only(locked)
