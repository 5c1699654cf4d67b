"""What is closed is gone: an office's window stays open for days."""

from __future__ import annotations

import gc
import weakref
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import AppContext
from app.settings import Settings
from app.ui import tasks
from app.ui.pages.page import Page
from app.ui.pages.record_page import RecordPage
from app.ui.shell.areas import record_page
from app.ui.shell.page_stack import PageStack
from tests import factories as make
from tests.ui.requests.request import article, office


def opened(ctx: AppContext, kind: str) -> Page:
    """Open a record of a kind on the page made for it."""
    if kind != "letter":
        record_id = make.make(ctx, kind) if kind != "correction_request" else None
        values = {"article_id": article(ctx)} if record_id is None else None
        return record_page(ctx, Settings.load(ctx.data_dir), kind, record_id, values)
    request = ctx.requests.save(ctx.requests.new_draft(article(ctx)))
    return record_page(ctx, Settings.load(ctx.data_dir), kind, request.letter_id, None)


@pytest.mark.parametrize("kind", ["article", "incident", "correction_request", "letter"])
def test_a_page_that_was_closed_is_freed(qtbot, ctx: AppContext, kind: str) -> None:
    office(ctx)
    stack = PageStack()
    qtbot.addWidget(stack)
    stack.push(RecordPage(ctx, "outlet", make.make_outlet(ctx)), "articles")
    stack.show()
    stack.push(opened(ctx, kind))
    left = weakref.ref(stack.page())
    qtbot.waitUntil(lambda: not tasks._running)
    assert stack.back()
    tasks.wait_for_all()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None


def test_a_result_for_a_page_that_is_gone_is_dropped(qtbot) -> None:
    class Asker(QWidget):
        def on_done(self, result: int) -> None:
            arrived.append(result)

        on_failed = on_done

    arrived: list[int] = []
    gone, there = Asker(), Asker()
    qtbot.addWidget(there)
    tasks.run(lambda: 1, gone.on_done)
    tasks.run(lambda: 2, partial(Asker.on_done, there))
    tasks.run(lambda: 1 // 0, gone.on_done, gone.on_failed)
    tasks.run(lambda: 3, partial(there.on_done))
    shiboken6.delete(gone)
    qtbot.waitUntil(lambda: not tasks._running)
    assert arrived == [2, 3]
