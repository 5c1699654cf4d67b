"""A timer for words that follow the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer

_MINUTE_MS = 60_000


class MinuteTimer(QTimer):
    """Runs; ``timeout`` comes as each minute of the clock begins, when what is left changes."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setSingleShot(True)
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.timeout.connect(self._wait)
        self._wait()

    def _wait(self) -> None:
        """Wait anew each time: a clock may be set, and a PC may sleep."""
        now = self._clock()
        self.start(_MINUTE_MS - now.second * 1000 - now.microsecond // 1000)
