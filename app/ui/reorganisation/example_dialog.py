"""“Nạp danh mục mẫu”: what would be added, said before it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from app.ui.forms.step_dialog import StepDialog
from app.ui.widgets import LongTextEdit

if TYPE_CHECKING:
    from app.bootstrap import AppContext


class ExampleDialog(StepDialog):
    """Shows the set row by row; ``done(id, sentence)`` tells what was loaded."""

    def __init__(
        self, ctx: AppContext, done: Callable[[int, str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("Nạp danh mục mẫu", "&Nạp", parent)
        self._ctx = ctx
        self._done = done
        self._title = ctx.reorganisation.examples.title()
        self._plan = ctx.reorganisation.examples.plan()
        title = QLabel(self._title)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        title.setWordWrap(True)
        self._form.addRow(title)
        for note in self._plan.notes:
            label = QLabel(note)
            label.setWordWrap(True)
            self._form.addRow(label)
        self._words = LongTextEdit(least_lines=8, most_lines=22)
        self._words.give_way()
        self._words.set_read_only(True)
        self._words.set_value(self._text())
        count = QLabel(
            f"&Sẽ thêm {len(self._plan.added)} mục, bỏ qua {len(self._plan.skipped)} mục đã có:"
        )
        count.setBuddy(self._words)
        self._words.setAccessibleName("Các mục sẽ thêm")
        self._form.addRow(count)
        self._form.addRow(self._words)
        self._do_button.setEnabled(bool(self._plan.added))
        self.resize(self.fontMetrics().averageCharWidth() * 110, self.sizeHint().height())
        self._words.setFocus()

    def _text(self) -> str:
        lines = [f"– {words}" for words in self._plan.added] or ["Không còn mục nào để thêm."]
        if self._plan.skipped:
            lines += ["Đã có trong sổ, bỏ qua:", *(f"– {words}" for words in self._plan.skipped)]
        return "\n".join(lines)

    def _do(self) -> None:
        loaded = self._ctx.reorganisation.examples.load()
        self._done(loaded, f"Đã nạp {len(self._plan.added)} mục của danh mục mẫu.")
