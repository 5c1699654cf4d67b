"""Tab 3: to whom the letter goes, and who signs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.exports.letter.data import LetterData
from app.rules.vocabulary import Urgency
from app.services.letters.drafting import signed_by
from app.services.office.data import SignerLine
from app.services.requests.data import RequestDraft
from app.specs.fields import FieldSpec, Kind
from app.specs.press import CORRECTION_REQUEST
from app.ui.forms.editors import Sources
from app.ui.requests.parts import SignerBox
from app.ui.requests.tab import RequestTab
from app.ui.widgets import ErrorLabel, HelpLabel, LineListEdit, field_column

_URGENCY = FieldSpec("letter.urgency", "Độ &khẩn", Kind.CHOICE, choices=Urgency)
_NO_COPY = replace(
    CORRECTION_REQUEST.field("no_copy_reason"),
    help="Nơi nhận chưa có cơ quan quản lý nhà nước về báo chí: thêm vào, hoặc ghi lý do ở đây.",
)


class SendingTab(RequestTab):
    """The reason for sending no copy to the press authority appears only where one is needed."""

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(sources, parent)
        self._signers: tuple[SignerLine, ...] = ()
        self._errors: dict[str, ErrorLabel] = {}
        self._lists: dict[str, LineListEdit] = {}
        self._form = self._new_form()
        self._add_list("letter.recipients", "Kí&nh gửi", "Mỗi nơi một dòng.")
        self._add_list(
            "letter.distribution", "Nơ&i nhận", "Mỗi nơi một dòng; Alt+↑, Alt+↓ đổi chỗ."
        )
        self._add_row(self._form, _NO_COPY)
        self._signer_box = SignerBox()
        self._signer_box.changed.connect(self.changed)
        self._add_editor("letter.signer_name", "N&gười ký", self._signer_box, "")
        self._add_row(self._form, _URGENCY)
        self._column.addStretch(1)
        self.show_no_copy_reason(needed=False)

    def set_signers(self, signers: Sequence[SignerLine], letter: LetterData) -> None:
        """Offer the signers of the office's profile."""
        self._signers = tuple(signers)
        self._signer_box.set_signers(self._signers, letter)

    def load(self, draft: RequestDraft) -> None:
        for name, lines in (
            ("letter.recipients", draft.letter.recipients),
            ("letter.distribution", draft.letter.distribution),
        ):
            if tuple(self._lists[name].value()) != lines:
                self._lists[name].set_value(lines)
        self._load_row("no_copy_reason", draft.no_copy_reason)
        self._load_row("letter.urgency", draft.letter.urgency)
        self._signer_box.set_signers(self._signers, draft.letter)

    def apply(self, draft: RequestDraft) -> RequestDraft:
        urgency = self._rows["letter.urgency"].value()
        letter = replace(
            draft.letter,
            recipients=tuple(self._lists["letter.recipients"].value()),
            distribution=tuple(self._lists["letter.distribution"].value()),
            urgency=Urgency(urgency) if urgency else None,
        )
        signer = self._signer_box.value()
        if signer is not None:
            letter = signed_by(letter, signer)
        reason = self._rows["no_copy_reason"].value() or ""
        return replace(draft, letter=letter, no_copy_reason=reason)

    def show_no_copy_reason(self, *, needed: bool) -> None:
        """Ask for the reason, or not; one that was written stays in sight."""
        row = self._rows["no_copy_reason"]
        self._form.setRowVisible(row, needed or bool(row.value()))

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        for editor in self._lists.values():
            editor.set_read_only(read_only)
        self._signer_box.setEnabled(not read_only)

    def put_error(self, name: str, sentence: str) -> QWidget | None:
        if name == "no_copy_reason":
            self._form.setRowVisible(self._rows[name], True)
        for known in self._errors:
            if name == known or name.startswith(f"{known}["):
                self._errors[known].set_error(sentence)
                return self._lists.get(known, self._signer_box)
        if name in ("letter.capacity", "letter.signer_title"):
            self._errors["letter.signer_name"].set_error(sentence)
            return self._signer_box
        return super().put_error(name, sentence)

    def clear_errors(self) -> None:
        super().clear_errors()
        for label in self._errors.values():
            label.set_error("")

    def focus_first(self) -> None:
        self._lists["letter.recipients"].setFocus()

    def _add_list(self, name: str, label: str, help_text: str) -> None:
        editor = LineListEdit(least_lines=2)
        editor.setAccessibleName(label.replace("&", ""))
        editor.changed.connect(self._on_list_changed)
        self._lists[name] = editor
        self._add_editor(name, label, editor, help_text)

    def _add_editor(self, name: str, label: str, editor: QWidget, help_text: str) -> None:
        editor.setObjectName(name)
        shown = QLabel(label)
        shown.setBuddy(editor)
        if isinstance(editor, LineListEdit):
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._errors[name] = ErrorLabel(editor)
        cell = QWidget()
        column = field_column(cell)
        column.addWidget(editor)
        if help_text:
            column.addWidget(HelpLabel(help_text))
        column.addWidget(self._errors[name])
        self._form.addRow(shown, cell)

    def _on_list_changed(self) -> None:
        for label in self._errors.values():
            label.set_error("")
        self.changed.emit()
