"""“Đã phát ngôn”: the last word before a statement is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.rules.dates import date_time_text
from app.rules.vocabulary import SpeakerKind
from app.ui.letters.dialogs import LeavingDialog
from app.ui.widgets import LongTextEdit

if TYPE_CHECKING:
    from app.bootstrap import AppContext


_WITHOUT_RIGHT = " Sổ sẽ ghi rõ người này không có quyền phát ngôn."


class GiveDialog(LeavingDialog):
    """Shows what will be frozen, and asks for the word that it holds no state secret."""

    def __init__(self, ctx: AppContext, statement_id: int, parent: QWidget | None = None) -> None:
        super().__init__("Đã phát ngôn", "&Khóa lần phát ngôn", parent)
        self._ctx = ctx
        self._id = statement_id
        stored = ctx.records.get("statement", statement_id)
        self._version = stored.version
        values = stored.values
        words = QLabel(
            f"{values['speaker']} đã phát ngôn lúc {date_time_text(values['given_at'])}, "
            "đúng nguyên văn dưới đây. Khóa rồi thì không sửa, không xóa được; đính chính bằng "
            "một lần phát ngôn mới."
            + (_WITHOUT_RIGHT if values["speaker_kind"] == SpeakerKind.UNENTITLED else "")
        )
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self._form.addRow(words)
        self._text_view = LongTextEdit(least_lines=4, most_lines=12)
        self._text_view.set_value(values["text"])
        self._text_view.set_read_only(True)
        self._text_view.setAccessibleName("Nguyên văn")
        self._form.addRow(self._text_view)
        self._close_with_word()
        self._word_box.setFocus()

    def _do(self) -> None:
        self._ctx.statements.give(self._id, self._version, secrecy_confirmed=self._has_word())
