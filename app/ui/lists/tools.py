"""What a list offers beside its records: actions that work on more than one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget


class Done(Protocol):
    """Tells what was done, in a sentence, the record to select then, and what takes it back."""

    def __call__(
        self, sentence: str, record_id: int | None, undo: Callable[[], object] | None = None, /
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class ListTool:
    """One more action of a list, by its id in ``actions``.

    ``open(list, selected record, done)`` asks what it needs and calls ``done`` once it is done.
    """

    action_id: str
    open: Callable[[QWidget, int | None, Done], None]
    needs_record: bool = False
