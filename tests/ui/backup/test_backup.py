"""Sao lưu from the menu: asked where, proved, told; and what the status bar says of it."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QPushButton

from app.bootstrap import AppContext, open_context
from app.errors import BackupFailed, DatabaseLocked, FileBusy, StorageFull
from app.models import sqlite
from app.services.backup.contents import look
from app.services.backup.making import BackupService
from app.settings import Settings
from app.text import size_text
from app.ui import files, messages
from app.ui.backup.status import words
from app.ui.messages import Retry
from tests.conftest import NOW
from tests.services.backup.filled_book import fill, spoil
from tests.ui.keyboard import commit
from tests.ui.window import Clerk, open_window

Key = Qt.Key
SHIFT_CTRL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> Iterator[Clerk]:
    fill(ctx)
    ctx.close()
    clerk = open_window(qtbot, ctx.data_dir, lambda: open_context(ctx.data_dir, lambda: NOW))
    yield clerk
    if clerk.window.context is not None:
        clerk.window.context.close()


@pytest.fixture
def proposed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the file dialog proposed, each time; the clerk takes it."""
    seen: list[Path] = []

    def take(_parent, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        seen.append(Path(start))
        return start, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", take)
    return seen


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """What was told in a box: the message, the detail, the button beside "Đóng"."""
    seen: list[tuple[str, str, str]] = []

    def tell(_parent, message: str, detail: str = "", action: str = "") -> bool:
        seen.append((message, detail, action))
        return False

    monkeypatch.setattr(messages, "tell", tell)
    return seen


def back_up(clerk: Clerk) -> None:
    clerk.press(Key.Key_L, SHIFT_CTRL)
    clerk.wait()


def status(clerk: Clerk) -> str:
    return clerk.window.workspace._status.backup.text()


# Made


def test_the_first_backup_goes_beside_the_data_and_is_told(
    clerk: Clerk, ctx: AppContext, proposed: list[Path], told
) -> None:
    assert status(clerk) == "Chưa sao lưu lần nào"
    back_up(clerk)
    file = ctx.data_dir / "backups" / "so-phat-ngon_2026-10-05_0900.db"
    assert proposed == [file]
    contents = look(file)
    assert contents.office == "Sở Xây dựng"
    count = sum(contents.counts.values()) + contents.deleted
    ((message, detail, action),) = told
    assert message == "Đã sao lưu ra so-phat-ngon_2026-10-05_0900.db."
    assert f"Tệp {size_text(file.stat().st_size)} ở {file.parent}." in detail
    assert f"Đã mở bản sao ra kiểm tra: đủ {count} bản ghi" in detail
    assert "Cùng ổ đĩa với dữ liệu" in detail
    assert action == "&Mở thư mục"
    assert status(clerk) == "Sao lưu gần nhất: 05/10/2026 09:00"


def test_the_button_opens_the_folder(
    clerk: Clerk, ctx: AppContext, proposed, boxes, monkeypatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(files, "open_path", opened.append)
    boxes.will_answer(True)
    back_up(clerk)
    assert opened == [ctx.data_dir / "backups"]


def test_the_folder_used_last_is_proposed_while_it_is_there(
    clerk: Clerk, ctx: AppContext, tmp_path: Path, proposed: list[Path], told
) -> None:
    usb = tmp_path / "USB"
    usb.mkdir()
    settings = Settings.load(ctx.data_dir)
    settings.backup_folder = str(usb)
    assert files.backup_folder(settings) == usb
    clerk.window._settings.backup_folder = str(usb)
    back_up(clerk)
    assert proposed[0].parent == usb
    assert Settings.load(ctx.data_dir).backup_folder == str(usb)
    (backup,) = usb.iterdir()
    backup.unlink()
    usb.rmdir()
    assert files.backup_folder(settings) == ctx.data_dir / "backups"
    assert (ctx.data_dir / "backups").is_dir()


def test_what_is_not_saved_is_spoken_of_first(
    clerk: Clerk, ctx: AppContext, proposed: list[Path], boxes
) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    focus = QApplication.focusWidget()
    assert focus is not None
    commit(focus, "Báo Đồng bằng")
    clerk.ctrl(Key.Key_2)
    clerk.wait()
    boxes.will_answer(False)
    back_up(clerk)
    assert boxes.seen == ["Còn nội dung chưa cất."]
    assert proposed == []
    assert clerk.heading().endswith("Thêm cơ quan báo chí")  # where it is to be saved
    boxes.will_answer(True)
    boxes.will_answer(False)
    back_up(clerk)
    assert look(proposed[0]).counts["outlet"] == 1
    assert clerk.page.form().values()["name"] == "Báo Đồng bằng"


def test_what_was_found_in_the_data_is_told(clerk: Clerk, ctx: AppContext, proposed, told) -> None:
    other = open_context(ctx.data_dir, lambda: NOW)
    spoil(other, "UPDATE letter_files SET pdf = x'00'")
    other.close()
    back_up(clerk)
    ((message, detail, _action),) = told
    assert message.startswith("Đã sao lưu ra")
    assert "có 1 điều cần xem lại" in detail
    assert "bản PDF lưu đã bị thay đổi" in detail


def test_going_back_in_the_file_dialog_makes_nothing(
    clerk: Clerk, ctx: AppContext, monkeypatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    back_up(clerk)
    assert list((ctx.data_dir / "backups").iterdir()) == []
    assert status(clerk) == "Chưa sao lưu lần nào"


# While it is made


def test_how_far_it_is_stands_in_words_and_it_can_be_stopped_by_keyboard(
    clerk: Clerk, ctx: AppContext, proposed, monkeypatch
) -> None:
    monkeypatch.setattr(sqlite, "_PAGES_AT_ONCE", 16)
    monkeypatch.setattr("app.ui.backup.desk._SHOWN_AFTER_MS", 0)
    reached, go_on = threading.Event(), threading.Event()
    copy_pages = sqlite.copy_pages

    def slowly(reading, target: Path, report) -> None:
        def wait_halfway(done: int, total: int) -> None:
            report(done, total)
            if 2 * done > total and not reached.is_set():
                reached.set()
                go_on.wait(20)

        copy_pages(reading, target, wait_halfway)

    monkeypatch.setattr(sqlite, "copy_pages", slowly)
    clerk.press(Key.Key_L, SHIFT_CTRL)
    clerk.qtbot.waitUntil(reached.is_set)
    (dialog,) = clerk.window.findChildren(QProgressDialog)
    clerk.qtbot.waitUntil(lambda: "%" in dialog.labelText())
    assert re.fullmatch(r"Đang chép dữ liệu: [56]\d%…", dialog.labelText())
    clerk.qtbot.waitUntil(dialog.isVisible)
    clerk.press(Key.Key_L, SHIFT_CTRL)  # a second one does not begin
    stop = dialog.findChild(QPushButton)
    assert stop.text() == "&Thôi"
    clerk.qtbot.keyClick(stop, Key.Key_Space)
    go_on.set()
    clerk.wait()
    assert clerk.notice() == "Đã thôi sao lưu; không có tệp nào được ghi."
    assert list((ctx.data_dir / "backups").iterdir()) == []
    assert len(proposed) == 1


# Trouble


@pytest.mark.parametrize(
    "error",
    [FileBusy("Tệp đang mở."), StorageFull("Ổ đĩa đã đầy."), BackupFailed("Bản sao không nguyên.")],
)
def test_trouble_can_be_tried_again_or_elsewhere(
    clerk: Clerk, proposed: list[Path], boxes, monkeypatch, error
) -> None:
    make = BackupService.make
    troubles = [error, error]

    def fail_twice(self, path: Path, progress):
        if troubles:
            raise troubles.pop()
        return make(self, path, progress)

    monkeypatch.setattr(BackupService, "make", fail_twice)
    for answer in (Retry.AGAIN, Retry.OTHER_NAME, False):
        boxes.will_answer(answer)
    back_up(clerk)
    clerk.qtbot.waitUntil(lambda: len(boxes.seen) == 3)
    assert boxes.seen[:2] == [str(error), str(error)]
    assert boxes.seen[2].startswith("Đã sao lưu ra")
    assert len(proposed) == 2


def test_trouble_that_no_other_name_helps_is_told(
    clerk: Clerk, proposed, boxes, monkeypatch
) -> None:
    def fail(_self, _path: Path, _progress):
        raise DatabaseLocked("Dữ liệu đang được ghi.", "Chờ rồi làm lại.")

    monkeypatch.setattr(BackupService, "make", fail)
    boxes.will_answer(None)
    back_up(clerk)
    assert boxes.seen == ["Dữ liệu đang được ghi. Chờ rồi làm lại."]
    assert not clerk.window.findChildren(QProgressDialog)


# The status bar


def test_the_status_counts_the_days_of_an_old_backup() -> None:
    today = NOW.date()
    assert words(None, today, is_missing=False) == "Chưa sao lưu lần nào"
    week_ago = NOW - timedelta(days=7)
    assert words(week_ago, today, is_missing=False) == "Sao lưu gần nhất: 28/09/2026 09:00"
    older = datetime(2026, 9, 23, 15, 10)
    assert words(older, today, is_missing=False) == (
        "Sao lưu gần nhất: 23/09/2026 15:10 (12 ngày trước)"
    )
    assert words(older, today, is_missing=True).endswith("(12 ngày trước), không thấy tệp")


def test_a_backup_that_is_gone_is_not_claimed(
    qtbot, clerk: Clerk, ctx: AppContext, proposed: list[Path], told
) -> None:
    back_up(clerk)
    assert "không thấy" not in status(clerk)
    proposed[0].unlink()
    clerk.window.workspace._status.show()
    clerk.wait()
    assert status(clerk) == "Sao lưu gần nhất: 05/10/2026 09:00, không thấy tệp"


def test_a_share_that_may_be_gone_is_not_waited_for(clerk: Clerk, monkeypatch) -> None:
    monkeypatch.setattr("app.ui.backup.status.is_network_path", lambda _path: True)
    clerk.window._settings.last_backup = "//máy-chủ/sao lưu/x.db"
    clerk.window._settings.last_backup_at = "2026-10-04T16:00:00"
    clerk.window.workspace._status.show()
    clerk.wait()
    assert status(clerk) == "Sao lưu gần nhất: 04/10/2026 16:00"


def test_settings_that_make_no_sense_are_no_backup(clerk: Clerk) -> None:
    clerk.window._settings.last_backup_at = "hôm qua"
    clerk.window.workspace._status.show()
    clerk.wait()
    assert status(clerk) == "Chưa sao lưu lần nào"


def test_the_sample_book_has_no_backups(qtbot, tmp_path: Path) -> None:
    sample = open_context(tmp_path / "mẫu", lambda: NOW, sample=True)
    clerk = open_window(qtbot, sample.data_dir, lambda: sample)
    names = {action.objectName() for action in clerk.window.findChildren(QAction)}
    assert not names & {"backup", "restore_backup"}
    assert clerk.window.workspace._status.backup.isHidden()
    assert status(clerk) == ""
    sample.close()


def test_a_backup_made_meanwhile_is_of_one_moment(clerk: Clerk, ctx, proposed, told) -> None:
    with closing(sqlite3.connect(ctx.db.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE outlets SET phone = '0297'")
        back_up(clerk)
        other.rollback()
    assert told[0][0].startswith("Đã sao lưu ra")
