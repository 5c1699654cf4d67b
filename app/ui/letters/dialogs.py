"""The steps of a letter that ask before they are done: sign, issue, cancel, write anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError, FieldErrors
from app.exports.letter.data import LetterData
from app.rules.numbering import letter_reference
from app.services.letters.texts import TextChange
from app.services.secrecy.confirming import FIELD as WORD
from app.services.secrecy.confirming import WORDS
from app.text import tidy, tidy_block
from app.ui.forms.step_dialog import StepDialog
from app.ui.widgets import DateEdit, ErrorLabel, LineEdit, LongTextEdit
from app.ui.widgets.pressing import Dialog


class LeavingDialog(StepDialog):
    """A step that asks for the word that what leaves holds no state secret; nothing else will do.

    It is never given beforehand. ``_close_with_word`` puts the box at the end of the form.
    """

    def _close_with_word(self) -> None:
        self._word_box = QCheckBox(f"{WORDS[:4]}&{WORDS[4:]}")
        self._word_box.toggled.connect(self._on_word_toggled)
        self._word_error = ErrorLabel(self._word_box)
        self._form.addRow(self._word_box)
        self._form.addRow(self._word_error)

    def _has_word(self) -> bool:
        return self._word_box.isChecked()

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._word_error.set_error(errors.get(WORD, ""))
        if list(errors) == [WORD]:
            self._word_box.setFocus()
        super()._show_field_errors({name: text for name, text in errors.items() if name != WORD})

    def _on_word_toggled(self) -> None:
        self._word_error.set_error("")


class SignDialog(LeavingDialog):
    """Asks before a letter is noted as signed; ``sign(confirmed)`` does it, as a step does."""

    def __init__(
        self,
        sign: Callable[[bool], bool | None],
        parent: QWidget | None = None,
        *,
        what: str = "văn bản này",
    ) -> None:
        super().__init__("Ghi nhận đã ký", "Đã &ký", parent)
        self._sign = sign
        words = QLabel(f"Lãnh đạo đã ký {what}: nội dung được khóa, chờ lấy số.")
        words.setWordWrap(True)
        self._form.addRow(words)
        self._close_with_word()
        self._word_box.setFocus()

    def _do(self) -> bool | None:
        return self._sign(self._has_word())


class IssueDialog(LeavingDialog):
    """Asks for the letter's date, and for the number where the registry clerk gives it.

    ``next_number(date)`` is empty where it is to be typed; ``warnings(date, typed)`` are told,
    not enforced; ``law(date)`` says what law holds then; ``issue(date, typed, confirmed)`` does the
    deed, as a step does.
    """

    def __init__(
        self,
        today: Callable[[], date],
        next_number: Callable[[date], str],
        warnings: Callable[[date, str | None], list[str]],
        law: Callable[[date], Iterable[str]],
        issue: Callable[[date, str | None, bool], bool | None],
        letter: LetterData,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Phát hành văn bản", "&Phát hành", parent)
        self._next_number = next_number
        self._warnings = warnings
        self._law = law
        self._issue = issue
        self._letter = letter
        self._date_edit = DateEdit(today=today)
        self._date_error = self._add("&Ngày văn bản", self._date_edit)
        self._date_edit.set_value(today())
        self._number_label = QLabel()
        self._form.addRow("Số sẽ lấy", self._number_label)
        self._number_edit = LineEdit()
        self._number_error = self._add("&Số do văn thư cấp", self._number_edit)
        self._law_label = QLabel()
        self._warning_label = QLabel()
        for label in (self._law_label, self._warning_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._form.addRow(label)
        last_word = QLabel(
            "Sau khi phát hành, nội dung và số không sửa được nữa; chỉ có thể hủy văn bản."
        )
        last_word.setWordWrap(True)
        self._form.addRow(last_word)
        self._close_with_word()
        self._date_edit.changed.connect(self._show_number)
        self._number_edit.changed.connect(self._on_number_changed)
        self._number_edit.left.connect(self._show_number)
        self._show_number()
        if self._typed() is not None:
            self._number_edit.setFocus()

    def next_number_words(self) -> str:
        """Return the number on show."""
        return self._number_label.text()

    def warning_words(self) -> str:
        return self._warning_label.text()

    def law_words(self) -> str:
        return self._law_label.text()

    def _typed(self) -> str | None:
        """Return the number typed; None where the book gives it."""
        if not self._form.isRowVisible(self._number_edit):
            return None
        return tidy(self._number_edit.value())

    def _show_number(self) -> None:
        """Bring number and warnings in line with the date."""
        self._date_error.set_error(self._date_edit.problem())
        self._number_error.set_error("")
        day = self._date_edit.value()
        number, warnings = "", []
        law: Iterable[str] = ()
        if day is not None:
            try:
                number = self._next_number(day)
                self._form.setRowVisible(self._number_edit, not number)
                self._form.setRowVisible(self._number_error, not number)
                law = self._law(day)
                warnings = self._warnings(day, self._typed())
            except FieldErrors as error:
                self._show_field_errors(error.errors)
            except AppError as error:
                self._trouble.set_error(str(error))
        self._form.setRowVisible(self._number_label, bool(number))
        self._number_label.setText(
            letter_reference(self._letter.layout, number, self._letter.symbol)
        )
        self._law_label.setText("\n".join(law))
        self._form.setRowVisible(self._law_label, bool(self._law_label.text()))
        self._warning_label.setText("\n".join(f"Lưu ý: {warning}" for warning in warnings))
        self._form.setRowVisible(self._warning_label, bool(warnings))
        self._fit()

    def _on_number_changed(self) -> None:
        self._number_error.set_error("")

    def _do(self) -> bool | None:
        if problem := self._date_edit.problem():
            raise FieldErrors({"letter_date": problem})
        day = self._date_edit.value()
        if day is None:
            raise FieldErrors({"letter_date": "Nhập ngày văn bản."})
        return self._issue(day, self._typed(), self._has_word())

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._date_error.set_error(errors.get("letter_date", ""))
        self._number_error.set_error(errors.get("number", ""))
        super()._show_field_errors(
            {name: text for name, text in errors.items() if name not in ("letter_date", "number")}
        )


class VoidDialog(StepDialog):
    """Asks why an issued letter is cancelled; ``void(reason)`` does the deed."""

    def __init__(
        self, reference: str, void: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("Hủy văn bản", "&Hủy văn bản", parent)
        self._void = void
        self._form.addRow(
            QLabel(f"Văn bản số {reference} vẫn giữ số và tệp trong sổ, ghi là đã hủy.")
        )
        self._reason_edit = LongTextEdit(least_lines=2)
        self._reason_error = self._add("&Lý do hủy", self._reason_edit)
        self._reason_edit.setFocus()

    def _do(self) -> None:
        self._void(tidy_block(self._reason_edit.value()))

    def _show_field_errors(self, errors: Mapping[str, str]) -> None:
        self._reason_error.set_error(errors.get("reason", ""))
        super()._show_field_errors({k: text for k, text in errors.items() if k != "reason"})
        self._reason_edit.setFocus()


class RewriteDialog(Dialog):
    """Shows what writing the letter anew would lose, beside what would stand there."""

    def __init__(self, change: TextChange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Soạn lại từ dữ kiện")
        old_html, new_html = _marked(list(change.old), list(change.new))
        self._old_view = self._view(old_html, "Văn bản đang có")
        self._new_view = self._view(new_html, "Văn bản soạn lại")
        grid = QGridLayout()
        grid.addWidget(QLabel("Đang có (chữ gạch ngang sẽ mất)"), 0, 0)
        grid.addWidget(QLabel("Soạn lại từ dữ kiện (chữ gạch chân là mới)"), 0, 1)
        grid.addWidget(self._old_view, 1, 0)
        grid.addWidget(self._new_view, 1, 1)
        buttons = QDialogButtonBox()
        buttons.addButton("&Thay bằng bản soạn lại", QDialogButtonBox.ButtonRole.AcceptRole)
        keep = QPushButton("&Giữ văn bản đang có")
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addLayout(grid, 1)
        whole.addWidget(buttons)
        # Once it belongs to the dialog: the box would make its first button the default.
        keep.setDefault(True)
        keep.setFocus()
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 130, metrics.height() * 26)

    def lost_words(self) -> str:
        """Return the letter's present text as shown."""
        return self._old_view.toPlainText()

    def new_words(self) -> str:
        """Return the text written anew as shown."""
        return self._new_view.toPlainText()

    def _view(self, html: str, name: str) -> QTextBrowser:
        view = QTextBrowser()
        view.setHtml(html)
        view.setAccessibleName(name)
        view.setTabChangesFocus(True)
        return view


def _marked(old: list[str], new: list[str]) -> tuple[str, str]:
    """Mark word by word what goes and what comes, as two texts in HTML."""
    old_words, new_words = _words(old), _words(new)
    left, right = [], []
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    for _tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        same = _tag == "equal"
        left.append(_html(old_words[old_start:old_end], "" if same else "s"))
        right.append(_html(new_words[new_start:new_end], "" if same else "u"))
    return "".join(left), "".join(right)


def _words(paragraphs: list[str]) -> list[str]:
    return [word for paragraph in paragraphs for word in [*paragraph.split(), "\n"]]


def _html(words: list[str], mark: str) -> str:
    parts = []
    for word in words:
        if word == "\n":
            parts.append("<br><br>")
        elif mark:
            parts.append(f"<b><{mark}>{escape(word)}</{mark}></b> ")
        else:
            parts.append(f"{escape(word)} ")
    return "".join(parts)
