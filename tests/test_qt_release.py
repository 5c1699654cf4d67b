"""The release of Qt for Python that the app relies on.

PySide6 6.12.0 drops a reference to None with each call that returns None on Python 3.11, and the
process dies after some thousand calls; 6.10 and later do not start under Wine, where the Windows
package is tried. Whoever raises the version looks at both again.
"""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 5000


def test_the_release_is_the_one_that_was_tried() -> None:
    assert PySide6.__version__ == "6.9.3"


def test_calls_that_return_none_leave_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("một")
        label.update()
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
