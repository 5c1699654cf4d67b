"""From a keystroke in the letter to its new page on the screen."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.demo.letters import demo_letters
from app.exports.letter import render_letter
from app.ui.letters.preview import LetterPreview
from tests.bench.measure import Result, medians

_TIMES = 15


def preview() -> list[Result]:
    QApplication.instance() or QApplication(["bench"])
    widget = LetterPreview()
    widget.resize(600, 650)
    widget.show()
    letter = next(letter for _, letter in demo_letters())
    loop = QEventLoop()
    widget.refreshed.connect(loop.quit)
    typed = iter(range(1000))

    def keystroke() -> float:
        words = f"{letter.body[0]} Gõ thêm chữ {next(typed)}."
        changed = replace(letter, body=(words, *letter.body[1:]))
        start = time.perf_counter()
        widget.show_work(partial(render_letter, changed))
        loop.exec()
        widget.repaint()
        return (time.perf_counter() - start) * 1000

    keystroke()
    (whole,) = medians(_TIMES, keystroke)
    return [Result("preview after a keystroke", whole, "ms", aim=100, aim_is_ratio=False)]
