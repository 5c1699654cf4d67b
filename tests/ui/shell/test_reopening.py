"""The book is closed and opened again in the same window, or another book in its place."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from app.bootstrap import AppContext, open_context
from app.errors import AppError, DatabaseDamaged, StorageFull
from app.settings import Settings
from app.ui import tasks
from app.ui.messages import Unsaved
from app.ui.shell.opening_page import OpeningPage
from app.ui.shell.workspace import Workspace
from tests.conftest import NOW
from tests.factories import make_outlet
from tests.ui.keyboard import commit
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> Iterator[Clerk]:
    """A window that opens the book anew each time it is asked to."""
    fill_in_office(ctx)
    clerk = open_window(qtbot, ctx.data_dir, lambda: open_context(ctx.data_dir, lambda: NOW))
    yield clerk
    if clerk.window.context is not None:
        clerk.window.context.close()


def reopened(clerk: Clerk, **how) -> None:
    """Open again and wait for the end of it."""
    assert clerk.window.reopen(**how)
    clerk.qtbot.waitUntil(lambda: not clerk.window._is_opening)
    clerk.wait()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(clerk: Clerk, kind: type) -> list[str]:
    """Name the objects of one type that belong to the window, however deep."""
    return sorted(
        found.title() if isinstance(found, QMenu) else found.text()
        for found in clerk.window.findChildren(kind)
    )


def test_the_window_is_as_after_a_start(clerk: Clerk) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    title = clerk.window.windowTitle()
    reopened(clerk)  # from here on with one list alone, which has a menu of its own
    menus_of_one, actions_of_one = shown(clerk, QMenu), shown(clerk, QAction)
    reopened(clerk)
    assert shown(clerk, QMenu) == menus_of_one
    assert shown(clerk, QAction) == actions_of_one
    menus = [action.text() for action in clerk.window.menuBar().actions()]
    assert menus == ["Hệ thống", "Xem", "Tiện ích", "Trợ giúp"]
    assert clerk.window.windowTitle() == title
    assert clerk.heading() == "Cơ quan báo chí"
    assert len(clerk.window.findChildren(Workspace)) == 1
    assert not clerk.window.findChildren(OpeningPage)
    status = clerk.window.statusBar()
    labels = [label.text() for label in status.findChildren(QLabel) if label.isVisible()]
    assert labels[0] == "Sở Xây dựng"
    assert len(labels) == len(set(labels))


def test_no_key_answers_twice(clerk: Clerk) -> None:
    reopened(clerk)
    keys = [
        action.shortcut().toString()
        for action in clerk.window.findChildren(QAction)
        if action.parent() is clerk.window.workspace and not action.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys))
    clerk.ctrl(Key.Key_7)
    clerk.wait()
    assert clerk.heading() == "Cơ quan, đơn vị"
    clerk.ctrl(Key.Key_N)
    assert clerk.heading().endswith("Thêm cơ quan, đơn vị")


def test_the_new_list_shows_what_came_between(clerk: Clerk, ctx: AppContext) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    old = clerk.window.context
    told: list[object] = []

    def between() -> str:
        assert clerk.window.context is None
        assert threading.current_thread() is not threading.main_thread()
        make_outlet(ctx, name="Báo Đồng bằng")
        return "xong"

    reopened(clerk, between=between, on_done=told.append)
    assert clerk.rows() == ["Báo Đồng bằng"]
    assert clerk.window.context is not old
    assert told == ["xong"]


def test_the_page_says_what_is_done_and_the_window_stays(clerk: Clerk) -> None:
    go_on = threading.Event()
    assert clerk.window.reopen(between=lambda: go_on.wait(20), words="Đang phục hồi sổ…")
    clerk.qtbot.waitUntil(lambda: clerk.window._workspace is None)
    assert isinstance(clerk.page, OpeningPage)
    assert clerk.page.text() == "Đang phục hồi sổ…"
    assert not clerk.window.menuBar().actions()
    assert not clerk.window.close()
    assert not clerk.window.reopen()
    go_on.set()
    clerk.qtbot.waitUntil(lambda: not clerk.window._is_opening)
    clerk.wait()
    assert clerk.heading() == "Vụ việc"


def test_unsaved_text_that_is_kept_keeps_the_book_open(clerk: Clerk, boxes) -> None:
    clerk.ctrl(Key.Key_N)
    focus = QApplication.focusWidget()
    assert focus is not None
    commit(focus, "Sạt lở")
    boxes.will_answer(Unsaved.BACK)
    old = clerk.window.context
    assert not clerk.window.reopen(between=lambda: pytest.fail("the book is still open"))
    clerk.wait()
    assert clerk.window.context is old
    assert clerk.page.form().values()["title"] == "Sạt lở"
    boxes.will_answer(Unsaved.DISCARD)
    reopened(clerk)
    assert clerk.list.count_text() == "Có 0 vụ việc"


def test_trouble_between_is_told_and_the_book_is_open_again(clerk: Clerk, boxes) -> None:
    def between() -> None:
        raise StorageFull("Ổ đĩa đã đầy.", "Xóa bớt tệp.")

    boxes.will_answer(None)
    reopened(clerk, between=between, on_done=lambda _result: pytest.fail("nothing was done"))
    assert boxes.seen == ["Ổ đĩa đã đầy. Xóa bớt tệp."]
    assert clerk.heading() == "Vụ việc"


def test_a_fault_between_reaches_the_report_and_the_book_is_open_again(clerk: Clerk) -> None:
    def between() -> None:
        raise ZeroDivisionError

    with clerk.qtbot.captureExceptions() as caught:
        reopened(clerk, between=between)
    assert [error for error, _value, _trace in caught] == [ZeroDivisionError]
    assert clerk.heading() == "Vụ việc"


def test_a_book_that_does_not_open_again_says_why_and_can_be_tried_again(
    clerk: Clerk, ctx: AppContext
) -> None:
    troubles: list[AppError] = [DatabaseDamaged("Tệp dữ liệu bị hỏng.", "Phục hồi bản sao lưu.")]

    def open_book() -> AppContext:
        if troubles:
            raise troubles.pop()
        return open_context(ctx.data_dir, lambda: NOW)

    told: list[object] = []
    reopened(clerk, opener=open_book, between=lambda: 1, on_done=told.append)
    assert isinstance(clerk.page, OpeningPage)
    assert clerk.page.text() == "Tệp dữ liệu bị hỏng. Phục hồi bản sao lưu."
    assert told == [1]  # what was done is done, and where things are must be said
    clerk.press(Key.Key_Space)
    clerk.wait()
    assert clerk.heading() == "Vụ việc"


def test_another_book_comes_with_its_own_folder_and_settings(
    clerk: Clerk, new_data_dir: Path, tmp_path: Path
) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    other = tmp_path / "sổ khác"
    shutil.copytree(new_data_dir, other)
    with_profile = open_context(other, lambda: NOW)
    fill_in_office(with_profile)
    make_outlet(with_profile, name="Báo Cửu Long")
    with_profile.close()
    settings = Settings.load(other)
    settings.last_area = "bodies"
    reopened(clerk, opener=lambda: open_context(other, lambda: NOW), settings=settings)
    assert clerk.heading() == "Cơ quan, đơn vị"
    assert clerk.window.workspace._status.folder.text() == f"Dữ liệu: {other}"
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    assert clerk.rows() == ["Báo Cửu Long"]
    assert clerk.window.close()
    assert Settings.load(other).last_area == "outlets"
    assert Settings.load(tmp_path / "data").last_area == "outlets"  # left there by the first


def test_what_is_under_way_ends_before_the_book_closes(clerk: Clerk, ctx: AppContext) -> None:
    go_on = threading.Event()
    arrived: list[object] = []
    tasks.run(lambda: go_on.wait(20), arrived.append)
    assert clerk.window.reopen(between=lambda: arrived.append("closed"))
    go_on.set()
    clerk.qtbot.waitUntil(lambda: not clerk.window._is_opening)
    clerk.wait()
    assert arrived == [True, "closed"]


def test_switching_off_waits_while_no_book_is_open(clerk: Clerk) -> None:
    go_on = threading.Event()
    cancelled: list[bool] = []

    class Session:
        def cancel(self) -> None:
            cancelled.append(True)

    assert clerk.window.reopen(between=lambda: go_on.wait(20))
    clerk.qtbot.waitUntil(lambda: clerk.window._workspace is None)
    clerk.window._on_commit_data_requested(Session())
    assert cancelled == [True]
    go_on.set()
    clerk.qtbot.waitUntil(lambda: not clerk.window._is_opening)
    clerk.wait()
