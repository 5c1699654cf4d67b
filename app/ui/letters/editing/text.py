"""The letter's text, following the facts until the clerk writes it otherwise."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.exports.letter.data import LetterData
from app.rules.duties.secrecy import tidy_line
from app.rules.letter_text.common import ComposedText
from app.specs.fields import FieldSpec, Kind
from app.text import tidy
from app.ui.forms.editors import Sources
from app.ui.letters.editing.tab import EditTab
from app.ui.widgets import HelpLabel, LongTextEdit
from app.ui.widgets.block import BlockField, BlockWords
from app.ui.widgets.block_list import BlockListEdit

_SUBJECT = FieldSpec("letter.subject", "T&rích yếu", Kind.LONG_TEXT, required=True)


class TextTab(EditTab):
    """``rewrite_requested`` asks to write the text anew from the facts.

    ``words`` say whose text it is: that of the facts, and the clerk's own.
    """

    rewrite_requested = Signal()

    def __init__(
        self, sources: Sources, words: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(sources, parent)
        self._words = words
        self._composed: ComposedText | None = None
        self._filling = False
        self._own_label = QLabel()
        self._own_label.setWordWrap(True)
        self._rewrite_button = QPushButton("Soạn &lại từ dữ kiện")
        self._rewrite_button.clicked.connect(self.rewrite_requested)
        line = QHBoxLayout()
        line.addWidget(self._own_label, 1)
        line.addWidget(self._rewrite_button)
        self._column.addLayout(line)
        self._add_row(self._new_form(), _SUBJECT)
        self._paragraphs = BlockListEdit(
            (BlockField("text", "", lambda: LongTextEdit(least_lines=1, most_lines=12)),),
            BlockWords("đoạn", "Thê&m đoạn", numbered=False),
        )
        self._paragraphs.changed.connect(self._on_changed)
        self._paragraphs.removed.connect(self.notice)
        self._column.addWidget(self._paragraphs)
        self._column.addWidget(
            HelpLabel(
                "Không gõ “V/v”, dấu “./.” cuối văn bản: phần mềm tự đặt. "
                "Đoạn bắt đầu bằng “1.”, “a)”, “-” được nhận ra."
            )
        )
        self._column.addStretch(1)
        self._rows["letter.subject"].changed.connect(self._on_changed)
        self._show_own()

    def load(self, letter: LetterData) -> None:
        """Show a letter; a field that shows its value already keeps cursor and undo."""
        self._fill(letter.subject, letter.body)

    def apply(self, letter: LetterData) -> LetterData:
        """Return the letter with what stands in the fields, tidied."""
        text = self.text()
        return replace(letter, subject=text.subject, body=text.body)

    def text(self) -> ComposedText:
        """Return the text as it stands. A line break inside a paragraph begins another."""
        lines = (
            tidy(line) for value in self._paragraphs.value() for line in value["text"].splitlines()
        )
        subject = tidy_line(self._rows["letter.subject"].value() or "")
        return ComposedText(subject, tuple(line for line in lines if line))

    def follow(self, composed: ComposedText, *, replace_own: bool = False) -> None:
        """Take what the facts say; text of the clerk's own stays unless it is to be replaced."""
        own = self.is_own() and not replace_own
        self._composed = composed
        if not own:
            self._fill(composed.subject, composed.body)
        self._show_own()

    def is_own(self) -> bool:
        """Return whether the clerk has written something else than the facts say."""
        text = self.text()
        return self._composed is not None and bool(text.body) and text != self._composed

    def compare_with(self, composed: ComposedText) -> None:
        """Say whether the text is the clerk's own, without touching it."""
        self._composed = composed
        self._show_own()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._paragraphs.set_read_only(read_only)
        self._rewrite_button.setVisible(not read_only)
        self._own_label.setVisible(not read_only)

    def put_error(self, name: str, sentence: str) -> QWidget | None:
        if name.startswith("letter.body"):
            digits = name.removeprefix("letter.body").strip("[]")
            return self._paragraphs.set_error(self._block_of(int(digits or 0)), "text", sentence)
        return super().put_error(name, sentence)

    def clear_errors(self) -> None:
        super().clear_errors()
        self._paragraphs.clear_errors()

    def focus_first(self) -> None:
        self._rows["letter.subject"].focus_target().setFocus()

    def own_words(self) -> str:
        """Return the line that says whose text this is."""
        return self._own_label.text()

    def _fill(self, subject: str, body: tuple[str, ...]) -> None:
        self._filling = True
        self._load_row("letter.subject", subject)
        if self.text().body != body:
            self._paragraphs.set_value({"text": paragraph} for paragraph in body)
        self._filling = False

    def _block_of(self, paragraph: int) -> int:
        """Return the item that holds the n-th paragraph as printed."""
        for index, value in enumerate(self._paragraphs.value()):
            paragraph -= sum(1 for line in value["text"].splitlines() if tidy(line))
            if paragraph < 0:
                return index
        return 0

    def _show_own(self) -> None:
        self._own_label.setText(self._words[1 if self.is_own() else 0])

    def _on_changed(self) -> None:
        if not self._filling:
            self._show_own()
            self.changed.emit()
