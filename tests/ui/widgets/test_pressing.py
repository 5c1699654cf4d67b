"""Enter presses the button in focus of a dialog; the window's is tried with the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

from app.ui.widgets import Dialog
from tests.ui.keyboard import wait_for_focus


def test_enter_presses_the_button_in_focus_and_not_the_default_one(qtbot) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    pressed: list[str] = []
    layout = QVBoxLayout(dialog)
    field = QLineEdit()
    layout.addWidget(field)
    for word in ("Đồng ý", "Chép"):
        button = QPushButton(word)
        button.setAutoDefault(False)
        button.setDefault(word == "Đồng ý")
        button.clicked.connect(lambda _on=False, word=word: pressed.append(word))
        layout.addWidget(button)
    dialog.show()
    dialog.activateWindow()
    button.setFocus()
    wait_for_focus(qtbot, button)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert pressed == ["Chép", "Đồng ý"]
