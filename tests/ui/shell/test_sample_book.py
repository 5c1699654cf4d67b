"""Dữ liệu mẫu through the window: tried, left, removed, and the office's own book untouched."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from app.bootstrap import AppContext, open_context
from app.demo import sample
from app.demo.sample import make_sample
from app.errors import FileBusy, StorageFull
from app.paths import database_file, sample_dir
from app.settings import Settings
from app.ui import files, tasks
from app.ui.first_start.sample import SampleBook
from app.ui.first_start.sample_bar import SampleBar
from app.ui.letters import printing
from app.ui.messages import Unsaved
from app.ui.shell.application import opener
from tests.conftest import NOW
from tests.factories import make_outlet
from tests.ui.keyboard import commit
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key
TITLE = "Sổ Phát ngôn"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample book; only for copying."""
    folder = tmp_path_factory.mktemp("made")
    made = make_sample(folder, NOW, lambda *_progress: True)
    assert made is not None
    return made


@pytest.fixture
def data_dir(ctx: AppContext) -> Path:
    """An office's book with something of its own in it, closed."""
    fill_in_office(ctx)
    make_outlet(ctx, name="Báo Cửu Long")
    ctx.close()
    return ctx.data_dir


@pytest.fixture
def clerk(qtbot, data_dir: Path) -> Iterator[Clerk]:
    clerk = open_window(qtbot, data_dir, lambda: open_context(data_dir, lambda: NOW))
    yield clerk
    if clerk.window.context is not None:
        clerk.window.context.close()


@pytest.fixture
def inside(clerk: Clerk, data_dir: Path, made: Path) -> Clerk:
    """A window that shows the sample book."""
    shutil.copytree(made, sample_dir(data_dir))
    choose(clerk, "sample")
    return clerk


def entry(clerk: Clerk, name: str) -> QAction | None:
    """Return an entry of the first menu, brought up to date as when it is opened."""
    menu = clerk.window.menuBar().actions()[0].menu()
    menu.aboutToShow.emit()
    return next((action for action in menu.actions() if action.objectName() == name), None)


def choose(clerk: Clerk, name: str) -> None:
    action = entry(clerk, name)
    assert action is not None
    assert action.isEnabled()
    action.trigger()
    settle(clerk)


def settle(clerk: Clerk) -> None:
    """Wait until making, leaving and opening have ended."""
    book = clerk.window.findChild(SampleBook)
    clerk.qtbot.waitUntil(lambda: not book._is_making, timeout=30_000)
    clerk.wait()
    clerk.qtbot.waitUntil(lambda: not clerk.window._is_opening, timeout=10_000)
    clerk.wait()
    clerk.window.activateWindow()  # as a window manager sees to after a dialog
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)


def write(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    commit(focus, text)


def names_and_content(data_dir: Path) -> dict[str, object]:
    """Return every file under the folder with what is in it; the database as its rows."""
    found: dict[str, object] = {}
    for path in data_dir.rglob("*"):
        name = str(path.relative_to(data_dir))
        if path.name.endswith(("-wal", "-shm")):
            continue  # they come and go with the connection; the rows are compared
        found[name] = path.read_bytes() if path.is_file() else "folder"
    with closing(sqlite3.connect(database_file(data_dir))) as connection:
        rows = "\n".join(connection.iterdump())
    found[database_file(data_dir).name] = hashlib.sha256(rows.encode()).hexdigest()
    return found


def bar(clerk: Clerk) -> SampleBar | None:
    return clerk.window.findChild(SampleBar)


def test_tried_and_removed_it_leaves_no_trace(clerk: Clerk, data_dir: Path, boxes) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.window._remember()
    before = names_and_content(data_dir)

    choose(clerk, "sample")
    assert clerk.window.windowTitle() == f"{TITLE} – DỮ LIỆU MẪU"
    clerk.ctrl(Key.Key_2)
    clerk.wait()
    assert clerk.list.count_text() == "Có 30 vụ việc"
    clerk.ctrl(Key.Key_7)  # another area, a wider column, a file saved somewhere
    clerk.wait()
    clerk.list._table._share_room = False
    clerk.list._table.setColumnWidth(0, 444)
    files.remember_folder(sample_dir(data_dir) / "thư.pdf", clerk.window._settings)
    clerk.window._settings.printer = "Máy in thử"
    clerk.ctrl(Key.Key_N)
    write("Cơ quan thử")
    clerk.ctrl(Key.Key_S)
    clerk.wait()

    boxes.will_answer(True)
    choose(clerk, "remove_sample")
    assert boxes.seen == ["Bỏ dữ liệu mẫu?"]
    assert clerk.window.windowTitle() == TITLE
    assert clerk.notice() == "Đã bỏ dữ liệu mẫu."
    assert clerk.heading() == "Cơ quan báo chí"  # where it was left
    assert clerk.rows() == ["Báo Cửu Long"]
    assert clerk.window.close()
    clerk.window.context.close()
    assert names_and_content(data_dir) == before


def test_the_book_itself_is_not_even_written_to(clerk: Clerk, data_dir: Path, boxes) -> None:
    clerk.window.context.close()  # what the last opening wrote is in the file
    before = database_file(data_dir).read_bytes()
    choose(clerk, "sample")
    assert database_file(data_dir).read_bytes() == before
    assert not list(data_dir.glob("*.db-wal"))
    boxes.will_answer(True)
    choose(clerk, "remove_sample")
    clerk.window.context.close()
    assert database_file(data_dir).read_bytes() == before


def test_the_bar_says_where_one_is_and_leads_back_by_keyboard(inside: Clerk) -> None:
    shown = bar(inside)
    assert shown is not None
    assert shown.isVisible()
    assert shown.text().startswith("Đang xem dữ liệu mẫu, không phải sổ của cơ quan.")
    leave, remove = shown.findChildren(QPushButton)
    assert (leave.text(), remove.text()) == ("Về sổ của cơ quan", "Bỏ dữ liệu mẫu")
    leave.setFocus()
    inside.press(Key.Key_Return)
    settle(inside)
    assert inside.window.windowTitle() == TITLE
    assert bar(inside) is None or not bar(inside).isVisible()
    assert inside.notice().startswith("Đã về sổ của cơ quan. Dữ liệu mẫu còn đó")
    assert sample_dir(inside.window._data_dir).exists()


def test_the_bar_is_there_on_every_page(inside: Clerk) -> None:
    for place in range(1, 10):
        inside.ctrl(Key(Key.Key_0 + place))
        inside.wait()
        assert bar(inside).isVisible()


def test_what_was_tried_is_there_when_it_is_opened_again(inside: Clerk) -> None:
    inside.ctrl(Key.Key_6)
    inside.wait()
    inside.ctrl(Key.Key_N)
    write("Báo Thử")
    inside.ctrl(Key.Key_S)
    choose(inside, "own_book")
    choose(inside, "sample")
    inside.ctrl(Key.Key_6)
    inside.wait()
    assert "Báo Thử" in inside.rows()


def test_the_own_book_offers_to_remove_a_sample_that_is_there(
    clerk: Clerk, data_dir: Path, made: Path, boxes
) -> None:
    assert not entry(clerk, "remove_sample").isEnabled()
    shutil.copytree(made, sample_dir(data_dir))
    boxes.will_answer(False)
    choose(clerk, "remove_sample")
    assert sample_dir(data_dir).exists()
    boxes.will_answer(True)
    choose(clerk, "remove_sample")
    assert not sample_dir(data_dir).exists()
    assert clerk.notice() == "Đã bỏ dữ liệu mẫu."
    assert clerk.heading() == "Vụ việc"  # and nothing else happened


def test_closed_in_the_sample_the_next_start_opens_the_own_book(
    qtbot, inside: Clerk, data_dir: Path
) -> None:
    inside.ctrl(Key.Key_7)
    inside.wait()
    assert inside.window.close()
    inside.window.context.close()
    stored = json.loads((data_dir / "settings.json").read_text(encoding="utf-8"))
    assert stored["last_area"] == "incidents"
    assert "du-lieu-mau" not in json.dumps(stored)
    again = open_window(qtbot, data_dir, opener(data_dir))
    assert again.window.windowTitle() == TITLE
    again.ctrl(Key.Key_6)
    again.wait()
    assert again.rows() == ["Báo Cửu Long"]
    again.window.context.close()


def test_a_start_clears_away_what_was_broken_off(data_dir: Path) -> None:
    half = data_dir / "~du-lieu-mau-3"
    half.mkdir()
    (half / "so-phat-ngon.db").write_bytes(b"half")
    opener(data_dir)().close()
    assert not half.exists()


def test_while_it_is_made_progress_is_told_and_it_can_be_stopped(
    clerk: Clerk, data_dir: Path
) -> None:
    told: list[str] = []

    def look() -> bool:
        dialog = clerk.window.findChild(QProgressDialog)
        if dialog is not None and "/ 30 vụ việc" in dialog.labelText():
            told.append(dialog.labelText())
            dialog.findChild(QPushButton).click()
        return bool(told)

    entry(clerk, "sample").trigger()
    clerk.qtbot.waitUntil(look, timeout=20_000)
    settle(clerk)
    assert told[0].startswith("Đang tạo dữ liệu mẫu: ")
    assert clerk.window.windowTitle() == TITLE
    assert (
        clerk.window.findChild(QProgressDialog) is None
        or not clerk.window.findChild(QProgressDialog).isVisible()
    )
    assert [path.name for path in data_dir.iterdir() if "mau" in path.name] == []


def test_trouble_while_it_is_made_is_told_over_the_own_book(
    clerk: Clerk, monkeypatch, boxes
) -> None:
    def full(*_args: object) -> None:
        raise StorageFull("Ổ đĩa đã đầy.", "Xóa bớt tệp.")

    monkeypatch.setattr(sample, "_fill", full)
    boxes.will_answer(None)
    choose(clerk, "sample")
    assert boxes.seen == ["Ổ đĩa đã đầy. Xóa bớt tệp."]
    assert clerk.window.windowTitle() == TITLE
    assert clerk.heading() == "Vụ việc"


def test_a_sample_that_does_not_open_leaves_the_own_book_open(
    clerk: Clerk, data_dir: Path, made: Path, boxes
) -> None:
    shutil.copytree(made, sample_dir(data_dir))
    with closing(sqlite3.connect(database_file(sample_dir(data_dir)))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    boxes.will_answer(None)
    choose(clerk, "sample")
    assert "phiên bản Sổ Phát ngôn mới hơn" in boxes.seen[0]
    assert clerk.window.windowTitle() == TITLE


def test_a_sample_that_is_held_open_elsewhere_is_told_and_kept(
    inside: Clerk, data_dir: Path, monkeypatch, boxes
) -> None:
    def held(_data_dir: Path) -> bool:
        raise FileBusy("Chưa bỏ được dữ liệu mẫu.", "Đóng chương trình đó.")

    monkeypatch.setattr(sample, "remove_sample", held)
    boxes.will_answer(True)
    boxes.will_answer(None)
    choose(inside, "remove_sample")
    assert boxes.seen[-1] == "Chưa bỏ được dữ liệu mẫu. Đóng chương trình đó."
    assert inside.window.windowTitle() == TITLE
    assert sample_dir(data_dir).exists()


def test_unsaved_text_of_the_own_book_is_asked_about_before_it_is_left(
    clerk: Clerk, data_dir: Path, made: Path, boxes
) -> None:
    shutil.copytree(made, sample_dir(data_dir))
    clerk.ctrl(Key.Key_N)
    write("Sạt lở")
    boxes.will_answer(Unsaved.BACK)
    choose(clerk, "sample")
    assert clerk.window.windowTitle() == TITLE
    assert clerk.page.is_dirty()


def test_unsaved_text_in_the_sample_goes_with_it_unasked(inside: Clerk, boxes) -> None:
    inside.ctrl(Key.Key_N)
    write("Thử")
    boxes.will_answer(True)
    choose(inside, "remove_sample")
    assert boxes.seen == ["Bỏ dữ liệu mẫu?"]
    assert inside.window.windowTitle() == TITLE


def test_a_letter_of_the_sample_is_saved_under_a_name_that_says_so(
    inside: Clerk, monkeypatch
) -> None:
    proposed: list[str] = []

    def ask(_title: str, path: Path, _kind: str, _parent: object) -> None:
        proposed.append(path.name)

    monkeypatch.setattr(files, "ask_path", ask)
    monkeypatch.setattr(printing, "print_pdf", lambda _pdf, title, *_: proposed.append(title))
    inside.ctrl(Key.Key_5)
    inside.wait()
    inside.press(Key.Key_Return)  # a letter's own page
    inside.wait()
    for key in (Key.Key_P,):
        inside.press(key, Qt.KeyboardModifier.ControlModifier)
        inside.press(key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    inside.ctrl(Key.Key_4)
    inside.wait()
    inside.ctrl(Key.Key_E)
    assert len(proposed) == 3
    assert all(name.startswith("DỮ LIỆU MẪU_") for name in proposed)


def test_a_sample_opened_by_itself_has_no_own_book_to_go_back_to(qtbot, made: Path) -> None:
    clerk = open_window(qtbot, made, lambda: open_context(made, lambda: NOW))
    assert clerk.window.windowTitle() == f"{TITLE} – DỮ LIỆU MẪU"
    assert bar(clerk).isVisible()
    assert not [button for button in bar(clerk).findChildren(QPushButton) if button.isVisible()]
    names = [action.objectName() for action in clerk.window.menuBar().actions()[0].menu().actions()]
    assert not {"sample", "own_book", "remove_sample"} & set(names)
    tasks.wait_for_all()
    clerk.window.context.close()


def test_the_sample_has_the_widths_and_the_printer_of_the_own_book(
    clerk: Clerk, data_dir: Path, made: Path
) -> None:
    shutil.copytree(made, sample_dir(data_dir))
    clerk.window._settings.printer = "Máy in phòng VT"
    clerk.window._settings.areas_width = 321
    choose(clerk, "sample")
    assert clerk.window._settings.printer == "Máy in phòng VT"
    assert clerk.window._settings.areas_width == 321
    assert clerk.window._settings.path.parent == sample_dir(data_dir)
    assert Settings.load(data_dir).areas_width == 321
