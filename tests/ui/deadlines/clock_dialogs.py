"""The small dialogs around terms, days and rules, made alone."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from app.bootstrap import AppContext
from app.models import LegalRule
from app.ui.clocks.count_dialog import CountDialog
from app.ui.clocks.list_tools import SwapDialog, SwitchDialog


def rule_id(ctx: AppContext, code: str) -> int:
    with ctx.db.reading() as session:
        return session.query(LegalRule).filter_by(code=code).one().id


def clock_dialog(ctx: AppContext, name: str) -> QDialog:
    """Return "count", "swap" or "switch" over the open book; it writes nothing."""
    if name == "count":
        return CountDialog(ctx.clocks.book(), ctx.clock(), ctx.today)
    if name == "swap":
        return SwapDialog(ctx.today, lambda _day_off, _worked, _source: None)
    switch = ctx.clocks.switch_before(rule_id(ctx, "press_answer-2026"))
    return SwitchDialog(switch, ctx.today, lambda _first_day: None)
