"""The main window by keyboard: areas, lists, records over lists, undo, filters, leaving."""

from __future__ import annotations

import os
import unicodedata
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.errors import DatabaseDamaged, DatabaseTooNew
from app.services.plain import ListQuery
from app.settings import Settings
from app.specs.registry import SPECS
from app.ui import actions, files, messages
from app.ui.first_start.welcome_page import WelcomePage
from app.ui.help.key_sheet import KeySheet
from app.ui.messages import Unsaved
from app.ui.pages.list_page import ListPage
from app.ui.pages.office_page import OfficePage
from app.ui.pages.page import PART
from app.ui.pages.record_page import RecordPage
from app.ui.shell.application import opener
from app.ui.shell.areas import AREAS, Area
from app.ui.shell.opening_page import OpeningPage
from app.ui.widgets import TrailLabel
from tests.factories import make_article, make_incident, make_outlet
from tests.ui.keyboard import commit
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key


@pytest.fixture
def clerk(qtbot, ctx: AppContext) -> Clerk:
    fill_in_office(ctx)
    return open_window(qtbot, ctx.data_dir, lambda: ctx)


def write(text: str) -> None:
    """Put text where the cursor is, as an input method commits it."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    commit(focus, text)


# Areas


def test_the_window_begins_with_the_first_area_and_its_empty_list(clerk: Clerk) -> None:
    assert clerk.heading() == "Vụ việc"
    assert clerk.list._empty.text().startswith("Chưa có vụ việc nào.\n")
    assert clerk.list.count_text() == "Có 0 vụ việc"
    assert clerk.window.workspace._status.office.text() == "Sở Xây dựng"


def test_a_trail_that_is_too_long_keeps_its_end(qtbot) -> None:
    trail = TrailLabel()
    qtbot.addWidget(trail)
    trail.resize(trail.fontMetrics().averageCharWidth() * 40, 30)
    trail.show()
    trail.set_trail(["Vụ việc", "Sửa vụ việc: Sạt lở bờ kè sông Hậu tại phường", "Thêm yêu cầu"])
    assert trail.text().startswith("…")
    assert trail.text().endswith("›  Thêm yêu cầu")


WITH_A_KEY = [area for area in AREAS if area.digit]


@pytest.mark.parametrize("area", WITH_A_KEY, ids=lambda area: area.id)
def test_ctrl_and_a_digit_goes_to_an_area(clerk: Clerk, area: Area) -> None:
    clerk.ctrl(Key(Key.Key_0 + area.digit))
    clerk.wait()
    assert clerk.window.workspace._stack.area == area.id
    assert clerk.window.workspace._area_list.area() == area.id
    assert clerk.page.title() in clerk.heading()


def test_no_two_areas_share_a_key_and_a_group_stands_together() -> None:
    digits = [area.digit for area in WITH_A_KEY]
    assert len(set(digits)) == len(digits)
    groups = [group for group, _areas in groupby(area.group for area in AREAS)]
    assert len(set(groups)) == len(groups)


def test_the_arrow_keys_step_over_the_headings_of_groups(clerk: Clerk) -> None:
    areas = clerk.window.workspace._area_list
    first = next(area for area in AREAS if area.group == "Danh bạ")
    areas.setCurrentRow(areas.row_of(first.id) - 2)
    areas.setFocus()
    clerk.press(Key.Key_Down)
    clerk.wait()
    assert areas.item(areas.currentRow() - 1).text() == "Danh bạ"
    assert areas.area() == first.id


def test_an_area_is_left_as_it_is(clerk: Clerk) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    write("Báo Đồng bằng")
    clerk.ctrl(Key.Key_7)
    clerk.wait()
    assert isinstance(clerk.page, ListPage)
    clerk.ctrl(Key.Key_6)
    assert isinstance(clerk.page, RecordPage)
    assert clerk.page.form().values()["name"] == "Báo Đồng bằng"


def test_an_area_has_the_cursor_where_it_was(clerk: Clerk) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    clerk.press(Key.Key_Tab)
    clerk.press(Key.Key_Tab)
    left = QApplication.focusWidget()
    clerk.ctrl(Key.Key_7)
    clerk.wait()
    clerk.ctrl(Key.Key_6)
    assert QApplication.focusWidget() is left


def test_ctrl_z_takes_hoan_back_although_the_cursor_is_in_a_field(clerk: Clerk) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    write("Báo Đồng bằng")
    clerk.press(Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert clerk.page.form().values()["name"] is None
    clerk.ctrl(Key.Key_Z)
    assert clerk.page.form().values()["name"] == "Báo Đồng bằng"


def test_ctrl_z_undoes_typing_first(clerk: Clerk, ctx: AppContext) -> None:
    make_outlet(ctx, name="Báo An Giang")
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.press(Key.Key_Delete)
    clerk.wait()
    clerk.ctrl(Key.Key_F)
    write("Cửu")
    clerk.ctrl(Key.Key_Z)
    assert clerk.list._filter_bar._search_box.text() == ""
    assert ctx.records.count("outlet", ListQuery()) == 0
    clerk.ctrl(Key.Key_Z)
    assert ctx.records.count("outlet", ListQuery()) == 1


def test_every_start_begins_with_what_is_due_today(qtbot, clerk: Clerk, ctx) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    assert clerk.window.close()
    again = open_window(qtbot, ctx.data_dir, lambda: ctx, area="today")
    assert again.heading() == "Việc hôm nay"


def test_only_a_width_that_was_dragged_is_remembered(clerk: Clerk) -> None:
    workspace = clerk.window.workspace
    workspace._splitter.setSizes([60, 1300])
    workspace.remember()
    assert not workspace._settings.areas_width
    workspace._splitter.splitterMoved.emit(workspace._splitter.sizes()[0], 1)
    assert workspace._settings.areas_width == workspace._splitter.sizes()[0]


# From list to form and back


def test_ctrl_n_then_ctrl_s_puts_a_row_into_the_list(clerk: Clerk, ctx: AppContext) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    assert clerk.heading() == "Cơ quan báo chí  ›  Thêm cơ quan báo chí"
    write("Báo Đồng bằng")
    clerk.ctrl(Key.Key_S)
    assert clerk.notice() == "Đã cất cơ quan báo chí."
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert clerk.heading() == "Cơ quan báo chí"
    assert clerk.rows() == ["Báo Đồng bằng"]
    assert ctx.records.count("outlet", ListQuery()) == 1


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_enter_and_f2_open_the_chosen_record(clerk: Clerk, ctx: AppContext, key) -> None:
    make_outlet(ctx, name="Báo An Giang")
    make_outlet(ctx, name="Báo Cửu Long")
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.press(Key.Key_Down)
    clerk.press(key)
    assert isinstance(clerk.page, RecordPage)
    assert clerk.page.form().values()["name"] == "Báo Cửu Long"


def test_esc_asks_about_what_is_not_saved(clerk: Clerk, boxes) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    write("Báo Đồng bằng")
    boxes.will_answer(Unsaved.BACK)
    clerk.press(Key.Key_Escape)
    assert isinstance(clerk.page, RecordPage)
    boxes.will_answer(Unsaved.DISCARD)
    clerk.press(Key.Key_Escape)
    assert isinstance(clerk.page, ListPage)


def test_a_name_changed_in_one_area_is_new_in_the_lists_of_others(clerk: Clerk, ctx) -> None:
    outlet = make_outlet(ctx, name="Báo An Giang")
    make_article(ctx, outlet_id=outlet)
    clerk.ctrl(Key.Key_3)
    clerk.wait()
    assert clerk.rows(1) == ["Báo An Giang"]
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.press(Key.Key_Return)
    write("Mới ")
    clerk.ctrl(Key.Key_S)
    clerk.ctrl(Key.Key_3)
    clerk.wait()
    assert clerk.rows(1) == ["Mới Báo An Giang"]


# Deleting


def test_del_deletes_and_ctrl_z_takes_it_back(clerk: Clerk, ctx: AppContext) -> None:
    make_outlet(ctx, name="Báo An Giang")
    make_outlet(ctx, name="Báo Cửu Long")
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.press(Key.Key_Delete)
    clerk.wait()
    assert clerk.rows() == ["Báo Cửu Long"]
    assert clerk.notice() == "Đã xóa cơ quan báo chí “Báo An Giang”."
    clerk.ctrl(Key.Key_Z)
    clerk.wait()
    assert clerk.rows() == ["Báo An Giang", "Báo Cửu Long"]
    assert clerk.current() == "Báo An Giang"


def test_a_deleted_record_comes_back_from_the_deleted_view(clerk: Clerk, ctx) -> None:
    ctx.records.delete("outlet", make_outlet(ctx, name="Báo An Giang"))
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    assert clerk.list.count_text() == "Có 0 cơ quan báo chí"
    clerk.ctrl(Key.Key_D)
    clerk.wait()
    assert clerk.heading() == "Cơ quan báo chí đã xóa"
    assert clerk.list.count_text() == "Có 1 cơ quan báo chí đã xóa"
    clerk.press(Key.Key_Down)
    clerk.ctrl(Key.Key_R)
    clerk.wait()
    assert clerk.list._empty.text() == "Không có cơ quan báo chí nào đã xóa."
    clerk.ctrl(Key.Key_D)
    clerk.wait()
    assert clerk.rows() == ["Báo An Giang"]


def test_a_record_that_others_stand_on_is_not_deleted(clerk: Clerk, ctx, boxes) -> None:
    make_article(ctx, outlet_id=make_outlet(ctx, name="Báo An Giang"))
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    boxes.will_answer(None)
    clerk.press(Key.Key_Delete)
    clerk.wait()
    assert "1 bài báo" in boxes.seen[0]
    assert clerk.rows() == ["Báo An Giang"]


# Searching, filtering, sorting


def test_ctrl_f_searches_without_marks_and_says_what_is_filtered(clerk: Clerk, ctx) -> None:
    make_outlet(ctx, name="Báo Đặng Trần")
    make_outlet(ctx, name="Báo Cửu Long")
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_F)
    clerk.qtbot.keyClicks(QApplication.focusWidget(), "dang tran")
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert clerk.rows() == ["Báo Đặng Trần"]
    assert clerk.list.count_text() == "Có 1 cơ quan báo chí; đang lọc: tìm “dang tran”"
    clerk.press(Key.Key_Down)
    assert QApplication.focusWidget() is clerk.list._table


def test_text_pasted_in_nfd_is_stored_found_and_shown_in_nfc(clerk: Clerk, ctx) -> None:
    apart = unicodedata.normalize("NFD", "Báo Đặng Trần")
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    QApplication.clipboard().setText(apart)
    clerk.ctrl(Key.Key_V)
    clerk.ctrl(Key.Key_S)
    clerk.press(Key.Key_Escape)
    clerk.wait()
    assert clerk.rows() == ["Báo Đặng Trần"]
    (row,) = ctx.records.page("outlet", ListQuery(), 0, 10)
    assert ctx.records.get("outlet", row.id).values["name"] == "Báo Đặng Trần"
    clerk.ctrl(Key.Key_F)
    clerk.ctrl(Key.Key_V)
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert clerk.rows() == ["Báo Đặng Trần"]
    assert clerk.list.count_text().endswith("đang lọc: tìm “Báo Đặng Trần”")


def test_an_empty_result_says_why_and_can_be_widened(clerk: Clerk, ctx) -> None:
    make_outlet(ctx, name="Báo Cửu Long")
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_F)
    clerk.qtbot.keyClicks(QApplication.focusWidget(), "xyz")
    clerk.press(Key.Key_Return)
    clerk.wait()
    empty = clerk.list._empty
    assert empty.text() == "Không có cơ quan báo chí nào khớp với điều kiện đang lọc."
    empty._button.setFocus()
    clerk.press(Key.Key_Space)
    clerk.wait()
    assert clerk.rows() == ["Báo Cửu Long"]


def test_filters_by_choice_and_period_are_told_in_words(clerk: Clerk, ctx) -> None:
    make_article(ctx, title="Đúng", kind="correct")
    make_article(ctx, title="Sai", kind="untrue")
    clerk.ctrl(Key.Key_3)
    clerk.wait()
    bar = clerk.list._filter_bar
    bar._editors["kind"].set_value("untrue")
    bar._editors["published_at"]._preset_box.set_value("quarter")
    clerk.wait()
    assert clerk.rows(2) == ["Sai"]
    assert clerk.list.count_text() == (
        "Có 1 bài báo; đang lọc: Đánh giá: Không đúng sự thật, Đăng, phát: quý này"
    )
    clerk.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    clerk.wait()
    assert sorted(clerk.rows(2)) == ["Sai", "Đúng"]


def test_sorting_by_the_column_in_hand_and_back(clerk: Clerk, ctx) -> None:
    for name in ("Báo Đồng", "Báo An", "Báo Ân"):
        make_outlet(ctx, name=name)
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    assert clerk.rows() == ["Báo An", "Báo Ân", "Báo Đồng"]
    clerk.list._sort_action.trigger()
    clerk.wait()
    assert clerk.rows() == ["Báo Đồng", "Báo Ân", "Báo An"]
    assert clerk.current() == "Báo An"  # the chosen record stays chosen


def test_letters_are_neither_added_nor_deleted_in_their_list(clerk: Clerk) -> None:
    clerk.ctrl(Key.Key_5)
    clerk.wait()
    names = [action.text() for action in clerk.page.page_actions()]
    assert names == ["Xem", "Nạp"]


# Keys


def test_f1_shows_the_keys_of_the_page_in_front(clerk: Clerk) -> None:
    clerk.press(Key.Key_F1)
    (sheet,) = clerk.window.findChildren(KeySheet)
    lines = sheet.lines()
    assert lines[0] == "Vụ việc"
    assert "Ctrl+N\tThêm: thêm bản ghi mới" in lines
    assert "Ctrl+F\tTìm: đến ô tìm kiếm" in lines
    assert "Ctrl+2\tVụ việc" in lines
    sheet.reject()


@pytest.mark.parametrize("context", [name for name in actions.ACTIONS if name != "window"])
def test_no_key_serves_two_actions_of_one_page(context: str) -> None:
    areas = [f"Ctrl+{digit}" for digit in range(1, 10)]
    described = [*actions.ACTIONS["window"], *actions.ACTIONS[context]]
    keys = [QKeySequence(spec.shortcut).toString() for spec in described if spec.shortcut]
    assert len({*keys, *areas}) == len(keys) + len(areas)


def test_every_step_with_a_record_or_a_letter_has_a_key() -> None:
    for context in ("record", "letter"):
        assert [spec.id for spec in actions.ACTIONS[context] if not spec.shortcut] == []


def test_no_key_is_a_bare_letter() -> None:
    for specs in actions.ACTIONS.values():
        assert all(len(spec.shortcut) != 1 for spec in specs)


@pytest.mark.parametrize("area", WITH_A_KEY, ids=lambda area: area.id)
def test_no_key_is_ambiguous_on_screen(clerk: Clerk, area: Area) -> None:
    clerk.ctrl(Key(Key.Key_0 + area.digit))
    clerk.wait()
    shown = {
        *clerk.page.page_actions(),
        *clerk.page.actions(),
        *clerk.window.workspace._menus.of_window,
    }
    keys = [action.shortcut().toString() for action in shown if not action.shortcut().isEmpty()]
    assert len(set(keys)) == len(keys)


# Leaving


def test_a_window_called_to_the_front_comes_from_the_task_bar(clerk: Clerk) -> None:
    clerk.window.showMinimized()
    clerk.qtbot.waitUntil(clerk.window.isMinimized)
    clerk.window.bring_to_front()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    assert not clerk.window.isMinimized()
    assert clerk.window.isVisible()


def test_closing_asks_every_page_with_unsaved_text(clerk: Clerk, boxes) -> None:
    clerk.ctrl(Key.Key_6)
    clerk.wait()
    clerk.ctrl(Key.Key_N)
    write("Báo Đồng bằng")
    clerk.ctrl(Key.Key_2)
    clerk.wait()
    boxes.will_answer(Unsaved.BACK)
    assert not clerk.window.close()
    assert clerk.window.workspace._stack.area == "outlets"
    boxes.will_answer(Unsaved.SAVE)
    assert clerk.window.close()


def test_the_widths_a_clerk_gave_are_there_at_the_next_start(qtbot, clerk: Clerk, ctx) -> None:
    clerk.list._table._share_room = False
    clerk.list._table.setColumnWidth(0, 333)
    clerk.window.close()
    settings = Settings.load(ctx.data_dir)
    assert settings.column_widths["incident"]["title"] == 333


class SessionManager:
    """Stands for the system's, which only the system can make."""

    def __init__(self, *, may_ask: bool) -> None:
        self.may_ask = may_ask
        self.cancelled = False

    def allowsInteraction(self) -> bool:
        return self.may_ask

    def cancel(self) -> None:
        self.cancelled = True

    def release(self) -> None:
        pass


def test_switching_off_with_nothing_unsaved_is_not_held_up(clerk: Clerk, ctx) -> None:
    session = SessionManager(may_ask=True)
    clerk.window._on_commit_data_requested(session)
    assert not session.cancelled
    assert Settings.load(ctx.data_dir).geometry  # how the window is left is kept all the same


@pytest.mark.parametrize("may_ask", [True, False])
def test_switching_off_waits_for_unsaved_text(clerk: Clerk, boxes, may_ask: bool) -> None:
    clerk.ctrl(Key.Key_N)
    write("Sạt lở")
    session = SessionManager(may_ask=may_ask)
    if may_ask:
        boxes.will_answer(Unsaved.BACK)
    clerk.window._on_commit_data_requested(session)
    assert session.cancelled


# The first start, and starts that fail


def test_the_first_start_asks_for_the_profile_and_can_be_put_off(qtbot, ctx) -> None:
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    clerk.press(Key.Key_Return)
    assert isinstance(clerk.page, OfficePage)
    clerk.page._later_button.setFocus()
    clerk.press(Key.Key_Space)
    clerk.wait()
    assert isinstance(clerk.page, WelcomePage)
    clerk.page._start_button.setFocus()
    clerk.press(Key.Key_Space)
    clerk.wait()
    assert clerk.heading() == "Việc hôm nay"
    assert clerk.window.workspace._status.office.text() == "Chưa nhập hồ sơ cơ quan"


def test_the_profile_saved_at_the_first_start_leads_to_the_first_area(qtbot, ctx) -> None:
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    clerk.press(Key.Key_Return)
    write("Sở Xây dựng")
    for text in ("", "An Giang", None, "SXD-VP"):
        clerk.press(Key.Key_Tab)
        if text:
            write(text)
    form = clerk.page.form()
    form._signers.editor(0, "name").setFocus()
    write("Nguyễn Văn An")
    clerk.ctrl(Key.Key_S)
    clerk.wait()
    assert clerk.heading() == "Việc hôm nay"
    saved = ctx.office.profile()
    assert (saved.name, saved.place, saved.symbol) == ("Sở Xây dựng", "An Giang", "SXD-VP")
    assert saved.signers[0].name == "Nguyễn Văn An"


def test_a_file_that_is_no_book_is_told_and_left_alone(qtbot, tmp_path) -> None:
    database = tmp_path / "so-phat-ngon.db"
    database.write_bytes(b"no book" * 1000)
    clerk = open_window(qtbot, tmp_path, opener(tmp_path))
    assert isinstance(clerk.page, OpeningPage)
    assert "so-phat-ngon.db" in clerk.page.text()
    assert database.read_bytes() == b"no book" * 1000


def test_a_folder_that_may_not_be_looked_into_is_told(qtbot, tmp_path: Path, monkeypatch) -> None:
    look = Path.stat

    def forbid(path: Path, **how: bool) -> os.stat_result:
        if tmp_path in path.parents:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **how)

    monkeypatch.setattr(Path, "stat", forbid)
    clerk = open_window(qtbot, tmp_path / "sổ", opener(tmp_path / "sổ"))
    assert isinstance(clerk.page, OpeningPage)
    assert clerk.page.text().startswith("Không được phép đọc hoặc ghi")


def test_a_book_that_cannot_be_opened_says_why_and_can_be_tried_again(qtbot, ctx) -> None:
    fill_in_office(ctx)
    troubles = [
        DatabaseTooNew("Tệp dữ liệu do phiên bản mới hơn tạo ra.", "Cài phiên bản mới."),
        DatabaseDamaged("Tệp dữ liệu bị hỏng.", "Phục hồi bản sao lưu."),
    ]

    def open_book() -> AppContext:
        if troubles:
            raise troubles.pop(0)
        return ctx

    clerk = open_window(qtbot, ctx.data_dir, open_book)
    assert isinstance(clerk.page, OpeningPage)
    assert clerk.page.text() == "Tệp dữ liệu do phiên bản mới hơn tạo ra. Cài phiên bản mới."
    assert not clerk.window.menuBar().actions()
    clerk.press(Key.Key_Space)
    clerk.wait()
    assert clerk.page.text() == "Tệp dữ liệu bị hỏng. Phục hồi bản sao lưu."
    clerk.press(Key.Key_Space)
    clerk.wait()
    assert clerk.heading() == "Việc hôm nay"


# Buttons and the way back


def test_enter_presses_the_button_in_focus(
    clerk: Clerk, ctx: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = tmp_path / "Ảnh bờ kè.jpg"
    photo.write_bytes(b"jpeg")
    monkeypatch.setattr(files, "ask_any", lambda *_args: [photo])
    incident = make_incident(ctx)
    clerk.window.workspace._open_record("incident", incident, None)
    clerk.press(Key.Key_5, Qt.KeyboardModifier.AltModifier)
    clerk.press(Key.Key_Return)
    clerk.wait()
    assert [line.name for line in ctx.attachments.of("incident", incident)] == [photo.name]


def test_a_record_that_the_trail_came_by_is_gone_back_to(clerk: Clerk, ctx: AppContext) -> None:
    """A second page of it would show what the first one does not know yet."""
    incident = make_incident(ctx)
    workspace = clerk.window.workspace
    workspace._open_record("incident", incident, None)
    page = clerk.page
    article = make_article(ctx, incident_id=incident)
    workspace._open_record("article", article, None)
    clerk.page.open_requested.emit("incident", incident, {PART: "transfers"})
    assert clerk.page is page
    assert isinstance(page, RecordPage)
    assert page.content().tabs().currentWidget() is page.content().lines["transfers"]
    assert len(workspace._stack.trail()) == 2


def test_a_page_with_unsaved_text_stays_in_front_of_the_record(
    clerk: Clerk, ctx: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident = make_incident(ctx)
    workspace = clerk.window.workspace
    workspace._open_record("incident", incident, None)
    workspace._open_record("article", make_article(ctx, incident_id=incident), None)
    over = clerk.page
    assert isinstance(over, RecordPage)
    over.form().set_value("title", "Chưa cất")
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_args: Unsaved.BACK)
    over.open_requested.emit("incident", incident, None)
    assert clerk.page is over


@pytest.mark.parametrize("kind", [area.kind for area in AREAS if area.kind in SPECS])
def test_the_window_fits_a_low_screen_at_150_percent(
    clerk: Clerk, ctx: AppContext, kind: str
) -> None:
    """1366 × 768 pixels, less the task bar, are 910 × 485 at 150 %."""
    clerk.window.workspace._open_record(kind, None, None)
    least = clerk.window.minimumSizeHint()
    assert (least.width() <= 910, least.height() <= 485) == (True, True), least
