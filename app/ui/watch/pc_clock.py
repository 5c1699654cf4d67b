"""A look at the PC's clock when a book is opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.rules.pc_clock import clock_doubt
from app.ui import tasks

if TYPE_CHECKING:
    from app.bootstrap import AppContext
    from app.ui.watch.notices import StandingNotices


def watch_clock(ctx: AppContext, notices: StandingNotices) -> None:
    """Say over the window where the clock cannot be right; nothing is barred."""
    tasks.run(partial(_doubt, ctx), partial(_say, notices))


def _doubt(ctx: AppContext) -> str:
    return clock_doubt(ctx.clock(), ctx.records.last_saved())


def _say(notices: StandingNotices, doubt: str) -> None:
    if doubt:
        notices.say("clock", doubt)
