"""Taking back what was done to the bodies, off the UI thread, and telling what stayed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.services.reorganisation.data import PastReorganisation
from app.ui.long_work import LongWork

if TYPE_CHECKING:
    from app.bootstrap import AppContext

_MOST_NAMED = 3


def take_back(
    ctx: AppContext, one: PastReorganisation, window: QWidget, told: Callable[[str], object]
) -> None:
    """Undo one; ``told(sentence)`` says what became of it. What stands in its way is in a box."""
    LongWork(
        "Đang hoàn tác",
        partial(ctx.reorganisation.undo, one.id),
        lambda kept: told(undone_words(one.title, kept)),
        window,
    )


def undone_words(title: str, kept: Sequence[str]) -> str:
    """Say what was taken back, and of an example set what stays."""
    words = f"Đã hoàn tác: {title}."
    if not kept:
        return words
    named = "; ".join(kept[:_MOST_NAMED])
    more = len(kept) - _MOST_NAMED
    rest = f"; và {more} mục nữa" if more > 0 else ""
    return f"{words} Giữ lại {len(kept)} mục đã sửa hoặc đang dùng: {named}{rest}."
