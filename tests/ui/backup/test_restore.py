"""Phục hồi from the menu, and from the page of a broken book: shown, confirmed, done, told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QPushButton

from app.bootstrap import AppContext, open_context
from app.paths import database_file
from app.services.plain import ListQuery
from app.ui.backup import desk
from app.ui.backup.restore_dialog import RestoreDialog
from app.ui.messages import Unsaved
from app.ui.shell.opening_page import OpeningPage
from tests.conftest import NOW
from tests.factories import make_outlet
from tests.services.backup.filled_book import fill, issue, outlets, spoil
from tests.ui.dump import dump
from tests.ui.keyboard import commit
from tests.ui.window import Clerk, open_window

Key = Qt.Key
KEPT = "so-phat-ngon_truoc-phuc-hoi_2026-10-05_090000.db"


@pytest.fixture
def backup(ctx: AppContext, tmp_path: Path) -> Path:
    """A backup; since then the office has got an outlet and has issued a letter."""
    fill(ctx)
    path = tmp_path / "USB" / "bản sao.db"
    path.parent.mkdir()
    ctx.backups.make(path)
    make_outlet(ctx, name="Báo mới thêm")
    issue(ctx)
    ctx.close()
    return path


@pytest.fixture
def clerk(qtbot, ctx: AppContext, backup: Path) -> Iterator[Clerk]:
    clerk = open_window(qtbot, ctx.data_dir, lambda: open_context(ctx.data_dir, lambda: NOW))
    yield clerk
    if clerk.window.context is not None:
        clerk.window.context.close()


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Have the clerk choose a file in the dialog."""

    def will_choose(file: Path | None) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file or ""), ""))

    return will_choose


def restore_entry(clerk: Clerk) -> QAction:
    menu = clerk.window.menuBar().actions()[0].menu()
    return next(action for action in menu.actions() if action.objectName() == "restore_backup")


def shown(clerk: Clerk) -> RestoreDialog:
    """Choose "Phục hồi…" and return the dialog that asks."""
    restore_entry(clerk).trigger()
    clerk.wait()
    (dialog,) = clerk.window.findChildren(RestoreDialog)
    clerk.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press_alt_p(clerk: Clerk, dialog: RestoreDialog) -> None:
    with clerk.qtbot.waitSignal(dialog.accepted):  # the button goes down and up first
        clerk.qtbot.keyClick(dialog, Key.Key_P, Qt.KeyboardModifier.AltModifier)
    settled(clerk)


def settled(clerk: Clerk) -> None:
    clerk.qtbot.waitUntil(lambda: not clerk.window._is_opening)
    clerk.wait()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# Shown


def test_what_is_inside_is_shown_beside_what_is_there(
    clerk: Clerk, backup: Path, choose, golden
) -> None:
    choose(backup)
    dialog = shown(clerk)
    rows = dialog.rows()
    assert "Cơ quan báo chí\t1\t2" in rows
    assert "Sổ chung năm 2026\tsố cuối 1, 1 văn bản\tsố cuối 2, 2 văn bản" in rows
    assert dialog.warning().startswith(
        "Sổ chung năm 2026: đã cấp đến số 2, bản sao lưu chỉ có đến số 1."
    )
    labels = "\n".join(f"  {row.partition(chr(9))[0]}" for row in rows)
    golden("backup/restore-dialog.txt", f"{dump(dialog)}\n\nTable:\n{labels}")
    dialog.reject()


def test_enter_and_esc_go_back(clerk: Clerk, ctx: AppContext, backup: Path, choose) -> None:
    choose(backup)
    for key in (Key.Key_Return, Key.Key_Escape):
        shown(clerk)
        clerk.press(key)
        settled(clerk)
        assert not clerk.window.findChildren(RestoreDialog)
    assert clerk.window.context is not None
    assert clerk.window.context.records.count("outlet", ListQuery()) == 2
    assert not list((ctx.data_dir / "backups").iterdir())


def test_what_is_wrong_inside_is_told_before(clerk: Clerk, ctx, tmp_path: Path, choose) -> None:
    other = open_context(ctx.data_dir, lambda: NOW)
    spoil(other, "UPDATE letter_files SET pdf = x'00'")
    spoiled = tmp_path / "lỗi.db"
    other.backups.make(spoiled)
    other.close()
    choose(spoiled)
    dialog = shown(clerk)
    assert "có 2 điều cần xem lại" in dialog.warning()
    assert "bản PDF lưu đã bị thay đổi" in dialog.warning()
    dialog.reject()


def test_the_dialog_fits_a_small_screen(clerk: Clerk, backup: Path, choose) -> None:
    clerk.window.resize(910, 512)  # 1366 × 768 at 150 %
    choose(backup)
    dialog = shown(clerk)
    assert dialog.width() <= 910
    assert dialog.height() <= 512
    assert dialog.minimumSizeHint().height() <= 512
    dialog.reject()


# Put in place


def test_alt_p_restores_and_says_where_the_former_data_are(
    clerk: Clerk, ctx: AppContext, backup: Path, choose, monkeypatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        desk.messages, "tell", lambda _parent, message, detail="": told.extend([message, detail])
    )
    choose(backup)
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    assert len(clerk.rows()) == 2
    dialog = shown(clerk)
    press_alt_p(clerk, dialog)
    assert clerk.heading() == "Cơ quan báo chí"
    assert len(clerk.rows()) == 1
    kept = ctx.data_dir / "backups" / KEPT
    assert outlets(kept) == 2
    assert told[0] == "Đã phục hồi từ bản sao.db."
    assert str(kept) in told[1]
    assert "ghi lại số cuối" in told[1]
    # And the same way back.
    choose(kept)
    dialog = shown(clerk)
    assert dialog.warning() == ""
    press_alt_p(clerk, dialog)
    assert len(clerk.rows()) == 2
    assert told[2] == f"Đã phục hồi từ {KEPT}."


def test_unsaved_text_that_is_kept_stops_it(
    clerk: Clerk, ctx: AppContext, backup: Path, choose, boxes
) -> None:
    clerk.ctrl(Key.Key_N)
    focus = QApplication.focusWidget()
    assert focus is not None
    commit(focus, "Sạt lở")
    choose(backup)
    dialog = shown(clerk)
    boxes.will_answer(Unsaved.BACK)
    dialog._restore_button.click()
    settled(clerk)
    assert clerk.page.form().values()["title"] == "Sạt lở"
    assert not list((ctx.data_dir / "backups").iterdir())


def test_a_book_that_is_open_elsewhere_too_is_told_and_goes_on(
    clerk: Clerk, ctx: AppContext, backup: Path, choose, boxes
) -> None:
    other = open_context(ctx.data_dir, lambda: NOW)
    other.office.name()
    choose(backup)
    dialog = shown(clerk)
    boxes.will_answer(None)
    dialog._restore_button.click()
    settled(clerk)
    assert "đang được mở ở một cửa sổ hoặc chương trình khác" in boxes.seen[0]
    assert clerk.heading() == "Vụ việc"
    assert other.records.count("outlet", ListQuery()) == 2
    other.close()


# Wrong files


def test_a_wrong_file_is_told(clerk: Clerk, ctx: AppContext, tmp_path: Path, choose, boxes) -> None:
    wrong = tmp_path / "thư.db"
    wrong.write_bytes(b"no book" * 1000)
    for file, words in (
        (wrong, "bị hỏng hoặc không phải dữ liệu của Sổ Phát ngôn"),
        (tmp_path / "none.db", "Không có tệp"),
        (database_file(ctx.data_dir), "chính là tệp dữ liệu đang dùng"),
    ):
        choose(file)
        boxes.will_answer(None)
        restore_entry(clerk).trigger()
        clerk.wait()
        assert words in boxes.seen[-1]
        assert not clerk.window.findChildren(RestoreDialog)


def test_going_back_in_the_file_dialog_does_nothing(clerk: Clerk, choose) -> None:
    choose(None)
    restore_entry(clerk).trigger()
    clerk.wait()
    assert not clerk.window.findChildren(RestoreDialog)


def test_looking_can_be_given_up(clerk: Clerk, backup: Path, choose, monkeypatch) -> None:
    go_on = threading.Event()
    look = desk._look

    def slowly(*how):
        go_on.wait(20)
        return look(*how)

    monkeypatch.setattr(desk, "_look", slowly)
    monkeypatch.setattr(desk, "_SHOWN_AFTER_MS", 0)
    choose(backup)
    restore_entry(clerk).trigger()
    (dialog,) = clerk.window.findChildren(QProgressDialog)
    clerk.qtbot.waitUntil(dialog.isVisible)
    assert dialog.labelText() == "Đang mở bản sao lưu ra xem…"
    clerk.qtbot.keyClick(dialog.findChild(QPushButton), Key.Key_Space)
    go_on.set()
    clerk.wait()
    assert not clerk.window.findChildren(RestoreDialog)


# A book that cannot be opened


def test_a_broken_book_is_restored_from_the_page_that_says_so(
    qtbot, ctx: AppContext, backup: Path, choose, boxes
) -> None:
    database_file(ctx.data_dir).write_bytes(b"no book" * 1000)
    clerk = open_window(qtbot, ctx.data_dir, lambda: open_context(ctx.data_dir, lambda: NOW))
    assert isinstance(clerk.page, OpeningPage)
    choose(backup)
    clerk.press(Key.Key_Tab)
    assert clerk.window.focusWidget().text() == "&Phục hồi từ bản sao lưu…"
    clerk.press(Key.Key_Space)
    clerk.wait()
    (dialog,) = clerk.window.findChildren(RestoreDialog)
    assert "Cơ quan\tSở Xây dựng\t" in dialog.rows()
    boxes.will_answer(None)
    dialog._restore_button.click()
    settled(clerk)
    assert boxes.seen == ["Đã phục hồi từ bản sao.db."]
    assert clerk.heading() == "Việc hôm nay"
    (kept,) = (ctx.data_dir / "backups").iterdir()
    assert kept.read_bytes() == b"no book" * 1000
    clerk.window.context.close()
