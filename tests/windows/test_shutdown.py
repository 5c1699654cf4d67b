"""Windows shuts down, restarts for updates, or loses its power while a form is not saved.

Windows asks each program whether the session may end, and wants an answer at once. A refusal is
shown with the reason given through ShutdownBlockReasonCreate; the user may overrule it, and in an
emergency Windows does not ask. So the text is kept besides.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from app.bootstrap import AppContext
from app.ui.forms.record_dialog import RecordDialog
from app.ui.messages import Unsaved
from app.ui.watch import unsaved
from app.ui.watch.kept_text import KeptTextDialog
from app.ui.watch.unsaved import typed_text
from tests.factories import make_article
from tests.ui.keyboard import commit
from tests.ui.requests.request import article, office, open_request, points
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key


class User32:
    """What Windows was told to show beside the program, by window."""

    def __init__(self, *, takes_reasons: bool = True) -> None:
        self.takes_reasons = takes_reasons
        self.reasons: dict[int | None, str] = {}

    def ShutdownBlockReasonCreate(self, window: ctypes.c_void_p, reason: str) -> int:
        if self.takes_reasons:
            self.reasons[window.value] = reason
        return int(self.takes_reasons)

    def ShutdownBlockReasonDestroy(self, window: ctypes.c_void_p) -> int:
        return int(self.reasons.pop(window.value, None) is not None)


class Session:
    """Qt's session manager on Windows, which always says that one may ask."""

    def __init__(self) -> None:
        self.cancelled = False

    def allowsInteraction(self) -> bool:
        return True

    def cancel(self) -> None:
        self.cancelled = True

    def release(self) -> None:
        """Nothing was held."""


@pytest.fixture
def user32(monkeypatch: pytest.MonkeyPatch) -> User32:
    stand_in = User32()
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=stand_in), raising=False)
    return stand_in


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> Clerk:
    fill_in_office(ctx)
    return open_window(qtbot, ctx.data_dir, lambda: ctx)


def write(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    commit(focus, text)


def begin_outlet(clerk: Clerk, name: str) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    write(name)


def shut_down(clerk: Clerk) -> bool:
    """Have Windows ask; return whether the session may end."""
    session = Session()
    clerk.window._on_commit_data_requested(session)
    return not session.cancelled


def kept(folder: Path) -> str:
    return unsaved.read_kept(unsaved.kept_files(folder))


# Asked by Windows


def test_nothing_unsaved_holds_nothing_up(clerk: Clerk, user32: User32) -> None:
    assert shut_down(clerk)
    assert user32.reasons == {}


def test_unsaved_text_holds_it_up_at_once_with_a_reason(clerk: Clerk, user32: User32) -> None:
    begin_outlet(clerk, "Báo Đồng bằng")
    clerk.ctrl(Key.Key_2)
    clerk.wait()
    assert not shut_down(clerk)  # any box would have failed the test: Windows covers it
    assert user32.reasons == {
        int(clerk.window.winId()): "Còn nội dung chưa cất. Bấm Hủy (Cancel) để quay lại cất."
    }
    assert clerk.heading().endswith("Thêm cơ quan báo chí")
    assert "Cất (Ctrl+S) rồi tắt máy lại" in clerk.window.workspace.notices.text()


def test_once_saved_the_pc_may_go_off(clerk: Clerk, user32: User32, ctx: AppContext) -> None:
    begin_outlet(clerk, "Báo Đồng bằng")
    assert not shut_down(clerk)
    clerk.ctrl(Key.Key_S)
    assert shut_down(clerk)
    assert user32.reasons == {}


def test_where_windows_takes_no_reason_the_clerk_is_asked(
    clerk: Clerk, user32: User32, boxes
) -> None:
    user32.takes_reasons = False
    begin_outlet(clerk, "Báo Đồng bằng")
    boxes.will_answer(Unsaved.BACK)
    assert not shut_down(clerk)


def test_between_two_books_it_waits(clerk: Clerk, user32: User32, monkeypatch) -> None:
    monkeypatch.setattr(clerk.window, "_is_between", True)
    assert not shut_down(clerk)
    assert next(iter(user32.reasons.values())).startswith("Đang xử lý dữ liệu")


def test_a_new_record_in_a_dialog_counts_too(
    qtbot, clerk: Clerk, user32: User32, ctx: AppContext
) -> None:
    make_article(ctx, title="Bờ kè mới đã nứt")
    clerk.ctrl(Key.Key_3)
    clerk.wait()
    clerk.press(Key.Key_Return)
    clerk.page.form().related_add_requested.emit("outlet_id", "outlet", "")
    (dialog,) = clerk.page.findChildren(RecordDialog)
    dialog._page.form().set_value("name", "Báo Sông Hậu")
    assert not shut_down(clerk)
    assert "Thêm cơ quan báo chí" in kept(ctx.data_dir)
    assert "Báo Sông Hậu" in kept(ctx.data_dir)
    assert "Bờ kè" not in kept(ctx.data_dir)  # the page under it has nothing unsaved
    dialog._page.form().load({})
    dialog.reject()


# Off without asking


def go_off(clerk: Clerk) -> None:
    """End the window as Windows does in an emergency: nobody closes it."""
    clerk.window._keeper._timer.stop()


def test_what_was_typed_is_there_for_copying_at_the_next_start(
    qtbot, clerk: Clerk, ctx: AppContext, user32: User32, boxes
) -> None:
    begin_outlet(clerk, "Báo Đồng bằng")
    assert not shut_down(clerk)
    go_off(clerk)
    again = open_window(qtbot, ctx.data_dir, lambda: ctx)
    assert "chưa cất" in again.window.workspace.notices.text()
    (button,) = again.window.workspace.notices.findChildren(QPushButton)
    button.setFocus()
    again.press(Key.Key_Space)
    (dialog,) = again.window.findChildren(KeptTextDialog)
    assert not dialog.isModal()  # one copies from it into a form
    assert dialog.text().splitlines()[0].startswith("Nội dung nhập ngày 05/10/2026")
    assert "Tên: Báo Đồng bằng" in dialog.text()
    qtbot.keyClick(dialog._copy_button, Key.Key_Space)
    assert QGuiApplication.clipboard().text() == dialog.text()
    boxes.will_answer(True)
    qtbot.keyClick(dialog._remove_button, Key.Key_Space)
    assert kept(ctx.data_dir) == ""
    assert open_window(qtbot, ctx.data_dir, lambda: ctx).window.workspace.notices.isHidden()


def test_a_text_that_is_not_removed_is_offered_again(qtbot, clerk: Clerk, ctx, user32) -> None:
    begin_outlet(clerk, "Báo Đồng bằng")
    assert not shut_down(clerk)
    go_off(clerk)
    for _start in range(2):
        again = open_window(qtbot, ctx.data_dir, lambda: ctx)
        assert "chưa cất" in again.window.workspace.notices.text()
        assert again.window.close()
    assert "Báo Đồng bằng" in kept(ctx.data_dir)


def test_two_such_ends_keep_both_texts(qtbot, clerk: Clerk, ctx: AppContext, user32) -> None:
    begin_outlet(clerk, "Báo Đồng bằng")
    assert not shut_down(clerk)
    go_off(clerk)
    again = open_window(qtbot, ctx.data_dir, lambda: ctx)
    begin_outlet(again, "Báo Sông Hậu")
    assert not shut_down(again)
    assert "Báo Đồng bằng" in kept(ctx.data_dir)
    assert "Báo Sông Hậu" in kept(ctx.data_dir)


def test_every_half_minute_the_text_is_kept_without_being_asked(clerk: Clerk, ctx) -> None:
    """For power cuts and crashes."""
    assert clerk.window._keeper._timer.isActive()
    assert clerk.window._keeper._timer.interval() == 30_000
    clerk.window._keeper._timer.timeout.emit()
    assert unsaved.kept_files(ctx.data_dir) == []
    begin_outlet(clerk, "Báo Đồng bằng")
    clerk.window._keeper._timer.timeout.emit()
    assert "Báo Đồng bằng" in kept(ctx.data_dir)
    write(" An Giang")
    clerk.window._keeper._timer.timeout.emit()
    assert "Báo Đồng bằng An Giang" in kept(ctx.data_dir)
    assert len(unsaved.kept_files(ctx.data_dir)) == 1


def test_a_text_that_did_not_change_is_not_written_again(clerk: Clerk, ctx, monkeypatch) -> None:
    begin_outlet(clerk, "Báo Đồng bằng")
    clerk.window._keeper.keep()
    written: list[Path] = []
    monkeypatch.setattr(unsaved, "write_atomically", lambda path, _text: written.append(path))
    clerk.window._keeper.keep()
    assert written == []


def test_keeping_text_leaves_the_window_in_one_piece(clerk: Clerk) -> None:
    """PySide gives up every part it takes for one of a tool button that goes with its page."""
    status = clerk.window.statusBar()
    begin_outlet(clerk, "Báo Đồng bằng")
    clerk.window._keeper.keep()
    clerk.ctrl(Key.Key_1)
    clerk.wait()
    assert isValid(status)
    assert isValid(clerk.window.workspace._stack)


@pytest.mark.parametrize("leave", ["save", "give up"])
def test_text_saved_or_given_up_is_kept_no_longer(clerk: Clerk, ctx, boxes, leave: str) -> None:
    begin_outlet(clerk, "Báo Đồng bằng")
    clerk.window._keeper.keep()
    assert kept(ctx.data_dir)
    if leave == "save":
        clerk.ctrl(Key.Key_S)
        clerk.window._keeper.keep()
    else:
        boxes.will_answer(Unsaved.DISCARD)
        clerk.press(Key.Key_Escape)
        assert clerk.window.close()
    assert kept(ctx.data_dir) == ""


def test_a_disk_without_room_stops_nobody(clerk: Clerk, ctx, monkeypatch) -> None:
    begin_outlet(clerk, "Báo Đồng bằng")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    clerk.window._keeper.keep()
    assert kept(ctx.data_dir) == ""
    monkeypatch.undo()
    clerk.window._keeper.keep()  # it is tried again
    assert "Báo Đồng bằng" in kept(ctx.data_dir)


def test_a_request_is_kept_with_its_points_and_its_letter(qtbot, ctx: AppContext) -> None:
    """In every tab, the letter's own text too, and nothing of what is only shown."""
    office(ctx)
    clerk = open_request(qtbot, ctx, None, article(ctx))
    points(clerk).editor(0, "wrong_text").setFocus()
    clerk.write("Kè đã nứt\nhơn 2 m")
    clerk.settle()
    text = typed_text(clerk.page)
    assert text.splitlines()[0] == clerk.page.title()
    assert "    Kè đã nứt\n    hơn 2 m" in text
    assert clerk.page.form().text.text().body[0] in text
    assert "Kính gửi:" in text
    parts = [text.index(name) for name in ("Kè đã nứt", "Kính gửi:", "Kết quả:")]
    assert parts == sorted(parts)  # as the tabs go, whichever is in front
    assert ": \n" not in text
