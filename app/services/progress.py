"""How far a long piece of work has come, in words; and stopping it."""

from __future__ import annotations

from collections.abc import Callable

# What is being done, done so far and in all (0 where that is not known); False asks to stop.
Progress = Callable[[str, int, int], bool | None]


class Stopped(Exception):
    """The work was broken off as ``progress`` asked."""


class Steps:
    """Tells ``progress`` of each step and stops where it asks to."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._words = ""

    def begin(self, words: str) -> None:
        """Tell what is done from now on. Raises Stopped."""
        self._words = words
        self.go_on(0, 0)

    def go_on(self, done: int, total: int) -> None:
        """Tell how far the step has come. Raises Stopped."""
        if self._progress is not None and self._progress(self._words, done, total) is False:
            raise Stopped
