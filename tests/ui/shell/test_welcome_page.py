"""Trang chào: what is settled before the work begins, by keyboard, at the first start and later."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app import places
from app.bootstrap import AppContext
from app.errors import StorageReadOnly
from app.settings import Settings
from app.ui import files
from app.ui.first_start import welcome_page
from app.ui.first_start.welcome_page import WelcomePage
from app.ui.pages.office_page import OfficePage
from app.ui.shell.workspace import Workspace
from tests.ui.dump import dump
from tests.ui.keyboard import commit
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> Clerk:
    """The window at the first start."""
    return open_window(qtbot, ctx.data_dir, lambda: ctx)


def page(clerk: Clerk) -> WelcomePage:
    assert isinstance(clerk.page, WelcomePage)
    return clerk.page


def button(clerk: Clerk, words: str) -> QPushButton:
    """Return the visible button with these words."""
    (found,) = [
        candidate
        for candidate in clerk.page.findChildren(QPushButton)
        if words in candidate.text().replace("&", "") and candidate.isVisible()
    ]
    return found


def tab_to(clerk: Clerk, words: str) -> None:
    """Press Tab until the focus is on the button with these words."""
    wanted = button(clerk, words)
    for _press in range(12):
        if QApplication.focusWidget() is wanted:
            return
        clerk.press(Key.Key_Tab)
    raise AssertionError(f"Tab never came to “{words}”")


def help_entry(clerk: Clerk, name: str):
    menu = clerk.window.menuBar().actions()[-1].menu()
    (action,) = [action for action in menu.actions() if action.objectName() == name]
    return action


def fill_in_form(clerk: Clerk) -> None:
    form = clerk.page.form()
    for name, value in (("name", "Sở Xây dựng"), ("place", "An Giang"), ("symbol", "SXD-VP")):
        form.set_value(name, value)
    form._signers.editor(0, "name").set_value("Nguyễn Văn An")


def test_the_first_start_shows_it_ready_for_enter(clerk: Clerk) -> None:
    assert clerk.heading() == "Bắt đầu"
    assert QApplication.focusWidget() is button(clerk, "Nhập hồ sơ cơ quan")
    clerk.press(Key.Key_Return)
    assert isinstance(clerk.page, OfficePage)
    assert clerk.heading() == "Hồ sơ cơ quan"


def test_one_button_is_the_default_and_enter_anywhere_presses_it(clerk: Clerk) -> None:
    defaults = [b for b in page(clerk).findChildren(QPushButton) if b.isDefault()]
    assert [b.text() for b in defaults] == ["&Nhập hồ sơ cơ quan"]
    page(clerk)._data_line.setFocus()
    clerk.press(Key.Key_Return)
    assert isinstance(clerk.page, OfficePage)


def test_the_saved_profile_leads_to_the_list_with_a_hint_of_the_first_step(
    clerk: Clerk, ctx: AppContext
) -> None:
    clerk.press(Key.Key_Return)
    fill_in_form(clerk)
    clerk.ctrl(Key.Key_S)
    clerk.wait()
    assert ctx.office.name() == "Sở Xây dựng"
    assert clerk.heading() == "Việc hôm nay"
    clerk.ctrl(Key.Key_2)
    clerk.wait()
    assert "lập yêu cầu cải chính" in clerk.list._empty.text()


def test_the_profile_put_off_leads_back_to_the_other_steps(clerk: Clerk) -> None:
    clerk.press(Key.Key_Return)
    button(clerk, "Để sau").setFocus()
    clerk.press(Key.Key_Space)
    clerk.wait()
    assert clerk.heading() == "Bắt đầu"
    tab_to(clerk, "Để sau, vào sổ")
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert clerk.heading() == "Việc hôm nay"


def test_it_comes_at_every_start_until_the_profile_is_there(
    qtbot, clerk: Clerk, ctx: AppContext
) -> None:
    clerk.ctrl(Key.Key_4)
    clerk.wait()
    assert clerk.window.close()
    again = open_window(qtbot, ctx.data_dir, lambda: ctx)
    assert again.heading() == "Bắt đầu"
    assert again.window.close()
    fill_in_office(ctx)
    third = open_window(qtbot, ctx.data_dir, lambda: ctx)
    assert third.heading() == "Vụ việc"  # "Bắt đầu" is no area to come back to


def test_it_can_be_opened_later_and_shows_what_is_done(clerk: Clerk) -> None:
    assert "chưa nhập" in page(clerk)._office_title.text()
    clerk.press(Key.Key_Return)
    fill_in_form(clerk)
    clerk.ctrl(Key.Key_S)
    clerk.wait()
    help_entry(clerk, "welcome").trigger()
    clerk.wait()
    assert clerk.heading() == "Bắt đầu"
    assert page(clerk)._office_title.text() == "1. Hồ sơ cơ quan – đã nhập: Sở Xây dựng"
    assert QApplication.focusWidget() is button(clerk, "Vào sổ")
    defaults = [b.text() for b in page(clerk).findChildren(QPushButton) if b.isDefault()]
    assert defaults == ["&Vào sổ"]
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert clerk.heading() == "Việc hôm nay"


def test_opened_twice_it_is_one_page(clerk: Clerk) -> None:
    first = page(clerk)
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    help_entry(clerk, "welcome").trigger()
    assert page(clerk) is first
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    assert clerk.heading() == "Cơ quan báo chí"


def test_the_list_of_areas_leads_away_only_when_one_is_chosen(clerk: Clerk) -> None:
    areas = clerk.window.workspace._area_list
    areas.setFocus()
    clerk.wait()
    assert clerk.heading() == "Bắt đầu"
    assert areas.selectedItems() == []
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert clerk.heading() == "Việc hôm nay"
    help_entry(clerk, "welcome").trigger()
    clerk.wait()
    place = areas.visualItemRect(areas.item(areas.row_of("today"))).center()
    clerk.qtbot.mouseClick(areas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    clerk.wait()
    assert clerk.heading() == "Việc hôm nay"
    help_entry(clerk, "welcome").trigger()
    areas.setFocus()
    clerk.press(Key.Key_Down)
    clerk.wait()
    assert clerk.heading() == "Vụ việc"


def test_the_folder_of_the_data_can_be_read_copied_and_opened(
    clerk: Clerk, ctx: AppContext, monkeypatch
) -> None:
    line = page(clerk)._data_line
    assert line.text() == str(ctx.data_dir)
    assert line.isReadOnly()
    opened: list[Path] = []
    monkeypatch.setattr(files, "open_path", opened.append)
    tab_to(clerk, "Mở thư mục")
    clerk.press(Key.Key_Return)
    assert opened == [ctx.data_dir]


def test_data_inside_onedrive_are_warned_of_in_words(qtbot, ctx: AppContext, monkeypatch) -> None:
    monkeypatch.setenv("OneDrive", str(ctx.data_dir.parent))
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    assert page(clerk)._data_warning.isVisible()
    assert page(clerk)._data_warning.error().startswith("Thư mục này nằm trong OneDrive")


def test_data_on_the_pcs_own_disk_are_not_warned_of(clerk: Clerk) -> None:
    assert not page(clerk)._data_warning.isVisible()


def test_backups_beside_the_data_are_told_to_die_with_them(clerk: Clerk, ctx: AppContext) -> None:
    assert page(clerk)._backup_line.text() == str(ctx.data_dir / "backups")
    assert page(clerk)._backup_warning.text().startswith("Chú ý: Cùng ổ đĩa với dữ liệu")


def test_another_folder_for_backups_is_tried_and_kept(
    clerk: Clerk, ctx: AppContext, tmp_path: Path, monkeypatch
) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    monkeypatch.setattr(files, "ask_folder", lambda _title, _start, _parent: stick)
    monkeypatch.setattr(places, "is_on_same_drive", lambda one, _other: one != stick)
    tab_to(clerk, "Chọn thư mục khác")
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert page(clerk)._backup_line.text() == str(stick)
    assert not page(clerk)._backup_warning.isVisible()
    assert clerk.notice() == f"Từ nay bản sao lưu để ở {stick}."
    assert Settings.load(ctx.data_dir).backups_dir == stick
    assert list(stick.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told_and_not_taken(
    clerk: Clerk, ctx: AppContext, tmp_path: Path, monkeypatch, boxes
) -> None:
    def refuse(folder: Path) -> None:
        raise StorageReadOnly(f"Không được phép ghi “{folder.name}”.", "Chọn nơi khác.")

    monkeypatch.setattr(files, "ask_folder", lambda *_args: tmp_path / "đĩa CD")
    monkeypatch.setattr(welcome_page, "require_writable", refuse)
    boxes.will_answer(None)
    tab_to(clerk, "Chọn thư mục khác")
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert boxes.seen == ["Không được phép ghi “đĩa CD”. Chọn nơi khác."]
    assert Settings.load(ctx.data_dir).backup_folder == ""
    assert page(clerk)._backup_line.text() == str(ctx.data_dir / "backups")


def test_a_chosen_folder_that_is_away_is_told(qtbot, ctx: AppContext, tmp_path: Path) -> None:
    settings = Settings.load(ctx.data_dir)
    settings.backup_folder = str(tmp_path / "USB")
    settings.save()
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    assert page(clerk)._backup_line.text() == str(tmp_path / "USB")
    assert "Hiện không thấy thư mục này. Cắm USB" in page(clerk)._backup_warning.text()


def test_another_folder_chosen_while_backing_up_is_shown(clerk: Clerk, tmp_path: Path) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.window._settings.backup_folder = str(tmp_path)
    help_entry(clerk, "welcome").trigger()
    clerk.wait()
    assert page(clerk)._backup_line.text() == str(tmp_path)


def test_going_back_from_the_choice_of_a_folder_changes_nothing(
    clerk: Clerk, ctx: AppContext, monkeypatch
) -> None:
    monkeypatch.setattr(files, "ask_folder", lambda *_args: None)
    tab_to(clerk, "Chọn thư mục khác")
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert Settings.load(ctx.data_dir).backup_folder == ""


def test_the_sample_is_asked_for(clerk: Clerk, monkeypatch) -> None:
    asked: list[str] = []
    page(clerk).sample_requested.disconnect()
    page(clerk).sample_requested.connect(lambda: asked.append("sample"))
    tab_to(clerk, "Xem thử với dữ liệu mẫu")
    clerk.press(Key.Key_Return)
    assert asked == ["sample"]


def test_no_alt_letter_serves_twice(clerk: Clerk) -> None:
    texts = [b.text() for b in page(clerk).findChildren(QPushButton)]
    marks = [mark.upper() for text in texts for mark in re.findall(r"&(\w)", text)]
    assert len(marks) == len(texts) == len(set(marks))


@pytest.mark.parametrize("size", [(1366, 768), (910, 512)])  # at 150 % there is that much room
def test_it_fits_the_screen_and_tab_brings_every_button_into_sight(
    clerk: Clerk, size: tuple[int, int]
) -> None:
    clerk.window.resize(*size)
    QApplication.processEvents()
    assert clerk.window.width() == size[0]
    for words in ("Mở thư mục", "Chọn thư mục khác", "Xem thử với dữ liệu mẫu"):
        tab_to(clerk, words)
        QApplication.processEvents()
        shown = button(clerk, words)
        assert shown.visibleRegion().boundingRect() == shown.rect()


def test_what_is_being_typed_stays_while_it_is_looked_at(clerk: Clerk, boxes) -> None:
    """Going to the welcome page and back loses nothing that was typed."""
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    commit(QApplication.focusWidget(), "Báo Đồng bằng")
    help_entry(clerk, "welcome").trigger()
    clerk.wait()
    clerk.ctrl(Key.Key_6)
    assert clerk.page.form().values()["name"] == "Báo Đồng bằng"
    assert isinstance(clerk.window.workspace, Workspace)


def test_golden_page_when_all_is_settled(
    qtbot, ctx: AppContext, tmp_path: Path, monkeypatch, golden
) -> None:
    fill_in_office(ctx)
    settings = Settings.load(ctx.data_dir)
    (tmp_path / "USB").mkdir()
    settings.backup_folder = str(tmp_path / "USB")
    settings.save()
    monkeypatch.setattr(places, "is_on_same_drive", lambda _one, _other: False)
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    help_entry(clerk, "welcome").trigger()
    clerk.wait()
    assert isinstance(clerk.page, WelcomePage)
    seen = dump(clerk.page).replace(f"{tmp_path}{os.sep}", "<thư mục>/")
    golden("window/welcome-later.txt", seen)
