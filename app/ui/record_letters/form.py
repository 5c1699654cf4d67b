"""The left side of the page of a record's letter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.rules.vocabulary import DocumentType
from app.services.record_letters.data import RecordLetterDraft
from app.specs.letter_parts import own_parts
from app.ui.forms.editors import Sources
from app.ui.letters.editing.envelopes import EnvelopesTab
from app.ui.letters.editing.form import EditForm
from app.ui.letters.editing.own_parts import OwnPartsTab
from app.ui.letters.editing.sending import SendingTab
from app.ui.letters.editing.text import TextTab

_WHOSE_TEXT = (
    "Văn bản đang theo dữ kiện của hồ sơ.",
    "Văn bản khác với dữ kiện hiện nay của hồ sơ, hoặc đã sửa tay.",
)


class RecordLetterForm(EditForm):
    """Shows a draft and gives it back as it stands."""

    def __init__(
        self, sources: Sources, document_type: DocumentType, parent: QWidget | None = None
    ) -> None:
        title, parts = own_parts(document_type)
        text, own = TextTab(sources, _WHOSE_TEXT), OwnPartsTab(sources, parts)
        sending, envelopes = SendingTab(sources, document_type), EnvelopesTab(sources)
        tabs = (
            ("Văn bản", text),
            (title, own),
            ("Nơi nhận, người ký", sending),
            ("Bì thư", envelopes),
        )
        super().__init__(tabs, parent)
        self.text, self.own, self.sending, self.envelopes = text, own, sending, envelopes

    def load(self, draft: RecordLetterDraft) -> None:
        """Show a draft; what stands there already keeps cursor and undo."""
        with self._filling():
            self.text.load(draft.letter)
            self.own.load(draft.letter)
            self.sending.load(draft.letter)
            self.envelopes.load(draft.addresses)

    def apply(self, draft: RecordLetterDraft) -> RecordLetterDraft:
        """Return ``draft`` with what stands in the fields."""
        letter = self.sending.apply(self.own.apply(self.text.apply(draft.letter)))
        return replace(draft, letter=letter, addresses=self.envelopes.addresses())

    def lock_letter(self, locked: bool) -> None:
        """Let the letter be changed, or only read."""
        for tab in self._tabs:
            tab.set_read_only(locked)
