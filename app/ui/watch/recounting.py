"""Counts anew what a change of the law or of a day moves, in pieces beside the clerk's own work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import AppError
from app.text import grouped
from app.ui import tasks

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.services.deadlines.data import Pending
    from app.ui.watch.notices import StandingNotices

_MATTER = "deadlines"


class Recounting(QObject):
    """Looks whether open records wait to be counted, and says over the window how far it is.

    ``on_done`` is called when the last of them is counted.
    """

    def __init__(
        self,
        ctx: AppContext,
        notices: StandingNotices,
        on_done: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._notices = notices
        self._on_done = on_done
        self._is_under_way = False
        self._total = self._done = 0

    def look(self) -> None:
        """Begin, where something waits and nothing is under way yet."""
        if not self._is_under_way:
            self._is_under_way = True
            tasks.run(self._ctx.deadlines.pending, self._on_pending, self._on_error)

    def _on_pending(self, pending: Pending | None) -> None:
        if pending is None:
            self._is_under_way = False
            return
        self._total, self._done = pending.records, 0
        self._go_on()

    def _go_on(self) -> None:
        # One piece at a time, so that lists and pages get their turn in the worker between them.
        tasks.run(self._ctx.deadlines.next_piece, self._on_piece_done, self._on_error)

    def _on_piece_done(self, piece: tuple[int, bool]) -> None:
        counted, is_left = piece
        self._done = min(self._done + counted, self._total)
        if is_left:
            how_far = f"{grouped(self._done)} / {grouped(self._total)} hồ sơ"
            words = f"Đang tính lại hạn theo quy định mới: {how_far}. Vẫn làm việc khác được."
            self._notices.say(_MATTER, words, "Ẩn")
            self._go_on()
            return
        self._is_under_way = False
        self._notices.clear(_MATTER)
        self._on_done()

    def _on_error(self, error: BaseException) -> None:
        self._is_under_way = False
        if not isinstance(error, AppError):
            raise error
        words = f"Chưa tính lại hết các hạn. {error}"
        self._notices.say(_MATTER, words, "Tính tiếp", self.look)
