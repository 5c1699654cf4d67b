"""To whom the letter goes, and who signs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.exports.letter.data import LetterData
from app.rules.vocabulary import DocumentType, Urgency
from app.services.letters.drafting import signed_by
from app.services.office.data import SignerLine
from app.specs.fields import FieldSpec, Kind
from app.ui.forms.editors import Sources
from app.ui.letters.editing.signer_box import SignerBox
from app.ui.letters.editing.tab import EditTab

_URGENCY = FieldSpec("letter.urgency", "Độ &khẩn", Kind.CHOICE, choices=Urgency)
_ADDRESSED = (DocumentType.OFFICIAL_LETTER, DocumentType.INVITATION, DocumentType.REPORT)
"""The document types that name in their head whom they go to."""


class SendingTab(EditTab):
    """``fields`` are rows between the lists and the signer that a page adds."""

    def __init__(
        self,
        sources: Sources,
        document_type: DocumentType = DocumentType.OFFICIAL_LETTER,
        fields: Sequence[FieldSpec] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(sources, parent)
        self._signers: tuple[SignerLine, ...] = ()
        self._form = self._new_form()
        invites = document_type is DocumentType.INVITATION
        if document_type in _ADDRESSED:
            label = "Kí&nh mời" if invites else "Kí&nh gửi"
            self._add_list(self._form, "letter.recipients", label, "Mỗi nơi một dòng.")
        help_text = "Mỗi nơi một dòng; Alt+↑, Alt+↓ đổi chỗ."
        self._add_list(self._form, "letter.distribution", "Nơ&i nhận", help_text)
        for field in fields:
            self._add_row(self._form, field)
        self._signer_box = SignerBox()
        self._signer_box.changed.connect(self.changed)
        self._has_signer = (
            document_type is not DocumentType.MINUTES
        )  # signed by chair and secretary
        if self._has_signer:
            self._add_editor(self._form, "letter.signer_name", "N&gười ký", self._signer_box, "")
        self._add_row(self._form, _URGENCY)
        self._column.addStretch(1)

    def set_signers(self, signers: Sequence[SignerLine], letter: LetterData) -> None:
        """Offer the signers of the office's profile."""
        self._signers = tuple(signers)
        self._signer_box.set_signers(self._signers, letter)

    def load(self, letter: LetterData) -> None:
        """Show a letter; a field that shows its value already keeps cursor and undo."""
        for name in self._lists:
            self._load_list(name, getattr(letter, name.removeprefix("letter.")))
        self._load_row("letter.urgency", letter.urgency)
        self._signer_box.set_signers(self._signers, letter)

    def apply(self, letter: LetterData) -> LetterData:
        """Return the letter with what stands in the fields, tidied."""
        urgency = self._rows["letter.urgency"].value()
        lists: dict[str, Any] = {
            name.removeprefix("letter."): tuple(editor.value())
            for name, editor in self._lists.items()
        }
        letter = replace(letter, urgency=Urgency(urgency) if urgency else None, **lists)
        signer = self._signer_box.value()
        if self._has_signer and signer is not None:
            letter = signed_by(letter, signer)
        return letter

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._signer_box.setEnabled(not read_only)

    def put_error(self, name: str, sentence: str) -> QWidget | None:
        signs = ("letter.signer_name", "letter.capacity", "letter.signer_title")
        if name in signs and self._has_signer:
            self._errors["letter.signer_name"].set_error(sentence)
            return self._signer_box
        return super().put_error(name, sentence)

    def focus_first(self) -> None:
        next(iter(self._lists.values())).setFocus()
