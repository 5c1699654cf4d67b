"""The window's tests run in Vietnamese, and no box may open that a test did not expect."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.ui import messages, theme
from app.ui.vietnamese import install_vietnamese
from tests.ui.keyboard import wait_for_focus
from tests.ui.lines.lines import opener


@pytest.fixture(scope="session", autouse=True)
def vietnamese_app(qapp: QApplication) -> QApplication:
    install_vietnamese(qapp)
    theme.apply(qapp)
    return qapp


@pytest.fixture
def shown(qtbot) -> Callable[[QWidget], QWidget]:
    """Show an editor over a plain line to leave it for."""

    def show(editor: QWidget) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.addWidget(editor)
        layout.addWidget(QLineEdit())
        layout.addStretch(1)
        qtbot.addWidget(window)
        editor.keep_window = window
        window.resize(600, 500)
        window.show()
        window.activateWindow()
        editor.setFocus()
        wait_for_focus(qtbot, editor)
        return editor

    return show


class Boxes:
    """Answers that a test has ready, and what was asked or told."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._answers: list[object] = []

    def will_answer(self, answer: object) -> None:
        """Have an answer ready for the next question."""
        self._answers.append(answer)

    def _ask(self, text: str) -> object:
        self.seen.append(text)
        if not self._answers:
            pytest.fail(f"a box that no test expected: {text}")
        return self._answers.pop(0)


@pytest.fixture(autouse=True)
def boxes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Boxes]:
    """Take the place of every message box. Telling needs an answer too: ``will_answer(None)``."""
    recorder = Boxes()

    def stand_in(words: Callable[..., str]) -> Callable[..., object]:
        return lambda parent, *args, **kw: recorder._ask(words(*args, **kw))

    monkeypatch.setattr(messages, "ask_unsaved", stand_in(str))
    monkeypatch.setattr(messages, "confirm", stand_in(lambda question, detail, yes: question))
    monkeypatch.setattr(messages, "show_error", stand_in(str))
    monkeypatch.setattr(messages, "ask_retry", stand_in(str))
    monkeypatch.setattr(messages, "tell", stand_in(lambda message, detail="", action="": message))
    yield recorder
    assert not recorder._answers, "an answer that nobody asked for"


@pytest.fixture
def open_lines(qtbot):
    """Show a grid of lines and put the cursor into it."""
    return opener(qtbot)
