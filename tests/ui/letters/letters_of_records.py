"""The tab of a record's letters and the page of one letter in tests."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent

from app.bootstrap import AppContext
from app.settings import Settings
from app.ui import tasks
from app.ui.pages.record_page import RecordPage
from app.ui.record_letters.page import RecordLetterPage
from app.ui.record_letters.tab import LettersTab
from tests.ui.keyboard import wait_for_focus
from tests.ui.requests.request import RequestClerk


def delete_closed_pages() -> None:
    """Have Qt delete now what was closed: a page's timer could go off in the next test."""
    tasks.wait_for_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_letter(qtbot, ctx: AppContext, letter_id: int) -> RequestClerk:
    """Show a letter's page as the window does; its clerk works as on the page of a request."""
    page = RecordLetterPage(ctx, Settings.load(ctx.data_dir), letter_id)
    return _shown(qtbot, page)


def open_record(qtbot, ctx: AppContext, kind: str, record_id: int | None) -> RequestClerk:
    """Show a record's page with its tabs."""
    return _shown(qtbot, RecordPage(ctx, kind, record_id))


def letters_tab(page: RecordPage) -> LettersTab:
    tabs = page.content().tabs()
    assert tabs is not None
    for index in range(tabs.count()):
        if isinstance(tab := tabs.widget(index), LettersTab):
            tabs.setCurrentIndex(index)
            return tab
    raise AssertionError("no tab of letters")


def _shown(qtbot, page) -> RequestClerk:
    qtbot.addWidget(page, before_close_func=lambda _page: tasks.wait_for_all())
    clerk = RequestClerk(qtbot, page)
    page.resize(1180, 650)
    page.show()
    page.activateWindow()
    page.focus_first()
    wait_for_focus(qtbot, page)
    if isinstance(page, RecordLetterPage):
        clerk.settle()
    return clerk
