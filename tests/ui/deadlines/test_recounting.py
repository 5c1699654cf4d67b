"""Deadlines are counted anew beside the clerk's work, and the window says how far it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.bootstrap import AppContext, open_context
from app.errors import StorageFull
from app.services.deadlines import orders
from app.services.deadlines.service import DeadlineService
from tests.conftest import NOW
from tests.factories import make_incident
from tests.services.deadlines.cases import change_rule
from tests.ui.window import Clerk, fill_in_office, open_window


@pytest.fixture
def waiting(ctx: AppContext, monkeypatch: pytest.MonkeyPatch) -> int:
    """A book whose rule was changed: eight open incidents wait. Returns one of them."""
    monkeypatch.setattr(orders, "AT_ONCE", 2)
    monkeypatch.setattr(orders, "CHUNK", 3)
    fill_in_office(ctx)
    ids = [
        make_incident(ctx, sensitivity="sensitive", learned_at=NOW + timedelta(minutes=number))
        for number in range(8)
    ]
    change_rule(ctx, "initial_statement-2026", value=6)
    assert ctx.deadlines.pending() is not None
    return ids[-1]


def opened(qtbot, ctx: AppContext) -> Clerk:
    return open_window(qtbot, ctx.data_dir, lambda: open_context(ctx.data_dir, lambda: NOW))


def test_the_window_counts_what_waits_when_the_book_is_opened(
    qtbot, ctx: AppContext, waiting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    piece = DeadlineService.next_piece

    def next_piece(self: DeadlineService) -> tuple[int, bool]:
        found = piece(self)
        said.append(found)
        return found

    monkeypatch.setattr(DeadlineService, "next_piece", next_piece)
    clerk = opened(qtbot, ctx)
    qtbot.waitUntil(lambda: ctx.deadlines.pending() is None)
    clerk.wait()
    assert said == [(3, True), (3, True), (2, False)]
    assert clerk.window.workspace.notices.text() == ""
    (deadline,) = ctx.deadlines.of("incident", waiting)
    assert deadline.due_at == NOW + timedelta(minutes=7, hours=6)
    assert clerk.window.context is not None
    clerk.window.context.close()


def test_trouble_with_the_disk_is_said_and_can_be_tried_again(
    qtbot, ctx: AppContext, waiting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: DeadlineService) -> tuple[int, bool]:
        raise StorageFull("Ổ đĩa đã đầy.", "Xóa bớt tệp.")

    with monkeypatch.context() as broken:
        broken.setattr(DeadlineService, "next_piece", full)
        clerk = opened(qtbot, ctx)
    notices = clerk.window.workspace.notices
    assert notices.text() == "Chưa tính lại hết các hạn. Ổ đĩa đã đầy. Xóa bớt tệp."
    clerk.window.workspace.recounting.look()
    qtbot.waitUntil(lambda: ctx.deadlines.pending() is None)
    clerk.wait()
    assert notices.text() == ""
    assert clerk.window.context is not None
    clerk.window.context.close()
