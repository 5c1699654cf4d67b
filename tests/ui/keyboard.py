"""Type as the clerks' keyboard programs do: plain keys, UniKey's corrections, an input method.

UniKey swallows the key that changes a letter, sends Backspace for what is wrong on the screen, then
the right letters as Unicode key events. QTest cannot send those: it aborts on a Vietnamese letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

# What UniKey shows after each key, by typing method. A stage that is not the one before with a
# letter more is a correction.
TELEX = {
    "Bản": ["B", "Ba", "Bả", "Bản"],
    "đề nghị": ["d", "đ", "đe", "đê", "đề", "đề ", "đề n", "đề ng", "đề ngh", "đề nghi", "đề nghị"],
    "Đặng": ["D", "Đ", "Đa", "Đă", "Đăn", "Đăng", "Đặng"],
    "nguyễn": ["n", "ng", "ngu", "nguy", "nguye", "nguyê", "nguyên", "nguyễn"],
    "quốc hiệu": ["q", "qu", "quo", "quô", "quôc", "quốc", "quốc ", "quốc h", "quốc hi",
                  "quốc hie", "quốc hiê", "quốc hiêu", "quốc hiệu"],
}  # fmt: skip
# VNI with the marks typed after the word, so that corrections reach far back.
VNI = {
    "Bản": ["B", "Ba", "Ban", "Bản"],
    "đề nghị": ["d", "de", "đe", "đê", "đề", "đề ", "đề n", "đề ng", "đề ngh", "đề nghi",
                "đề nghị"],
    "Đặng": ["D", "Da", "Dan", "Dang", "Đang", "Đăng", "Đặng"],
    "nguyễn": ["n", "ng", "ngu", "nguy", "nguye", "nguyen", "nguyên", "nguyễn"],
    "quốc hiệu": ["q", "qu", "quo", "quoc", "quôc", "quốc", "quốc ", "quốc h", "quốc hi",
                  "quốc hie", "quốc hieu", "quốc hiêu", "quốc hiệu"],
}  # fmt: skip


def wait_for_focus(qtbot, widget: QWidget) -> None:
    """Wait until keys go to ``widget`` or into it, and not to a window of the test before."""

    def arrived() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is widget or widget.isAncestorOf(focus))

    qtbot.waitUntil(arrived)


def press(key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier | None = None) -> None:
    """Press and release one key in whatever has the focus."""
    held = Qt.KeyboardModifier.NoModifier if modifiers is None else modifiers
    assert QApplication.focusWidget() is not None, "nothing has the focus"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        widget = QApplication.focusWidget()
        if widget is not None:  # the press may have closed the window
            QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))
    QApplication.processEvents()


def type_text(text: str) -> None:
    """Type letters one by one; any letter may be among them."""
    for letter in text:
        shift = Qt.KeyboardModifier.ShiftModifier
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        press(key, letter, shift if letter.isupper() else None)


def type_with_unikey(stages: Iterable[str]) -> None:
    """Send what UniKey sends to take the screen through ``stages``."""
    shown = ""
    for stage in stages:
        if stage[:-1] == shown and stage[-1].isascii():
            type_text(stage[-1])
        else:
            same = takewhile(lambda pair: pair[0] == pair[1], zip(shown, stage, strict=False))
            kept = len(list(same))
            for _ in shown[kept:]:
                press(Qt.Key.Key_Backspace, "\b")
            for letter in stage[kept:]:
                press(Qt.Key.Key_unknown, letter)
        shown = stage


def compose(widget: QWidget, preedit: str) -> None:
    """Show letters that the input method has not handed over yet."""
    QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
    QApplication.processEvents()


def commit(widget: QWidget, text: str) -> None:
    """Hand over a finished word from the input method."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()
