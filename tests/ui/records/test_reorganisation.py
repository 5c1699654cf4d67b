"""The wizard for bodies, what was done before, and the example set: all by keyboard."""

from __future__ import annotations

from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QProgressDialog

from app.bootstrap import AppContext
from app.rules.vocabulary import ReorganisationKind as Kind
from app.services.plain import ListQuery
from app.services.progress import Progress, Stopped
from app.services.reorganisation.data import (
    Follower,
    NewBody,
    ReorganisationOrder,
    ReorganisationPlan,
)
from app.ui import messages, tasks
from app.ui.first_start.welcome_page import WelcomePage
from app.ui.lines.grid import LinesGrid
from app.ui.reorganisation.example_dialog import ExampleDialog
from app.ui.reorganisation.past_dialog import PastDialog
from app.ui.reorganisation.wizard import ReorganisationWizard
from tests import factories as make
from tests.ui.dump import dump
from tests.ui.keyboard import press, type_text, wait_for_focus
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def let_close(dialog: QDialog) -> None:
    QDialog.reject(dialog)  # past the question what becomes of what was typed


def shown(qtbot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog, before_close_func=let_close)
    dialog.show()
    dialog.activateWindow()
    wait_for_focus(qtbot, dialog)


@pytest.fixture
def told() -> list[tuple[int, str]]:
    return []


@pytest.fixture
def wizard(qtbot, ctx: AppContext, told) -> ReorganisationWizard:
    dialog = ReorganisationWizard(ctx, lambda done, words: told.append((done, words)))
    shown(qtbot, dialog)
    return dialog


def alt(qtbot, letter: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), letter, ALT)
    qtbot.wait(150)  # a button reached by its letter is seen to go down first
    settle(qtbot)


def settle(qtbot) -> None:
    """Let a worker end and its result arrive."""
    tasks.wait_for_all()
    qtbot.wait(10)


def go_on(qtbot) -> None:
    alt(qtbot, Key.Key_T)


def where(wizard: ReorganisationWizard) -> str:
    return wizard._where_label.text()


def choose(wizard: ReorganisationWizard, kind: Kind) -> None:
    """Step down to a kind with the arrow key."""
    wizard._kind_box.setFocus()
    while wizard._kind_box.value() != kind.value:
        press(Key.Key_Down)


def test_two_bodies_are_merged_by_keyboard_and_their_open_cases_follow(
    qtbot, ctx: AppContext, wizard: ReorganisationWizard, told, golden
) -> None:
    first = make.make_body(ctx, name="Sở Xây dựng")
    second = make.make_body(ctx, name="Sở Giao thông")
    stays = make.make_incident(ctx, title="Giữ lại", accountable_body_id=first)
    goes = make.make_incident(ctx, title="Đi theo", accountable_body_id=second)
    pages = [dump(wizard)]
    go_on(qtbot)
    for typed in ("so xay dung", "so giao thong"):
        type_text(typed)
        press(Key.Key_Tab)  # the name is taken, and the next line is there
    pages.append(dump(wizard))
    go_on(qtbot)
    assert where(wizard) == "Bước 3 trên 5: Cơ quan mới"
    type_text("Sở Xây dựng và Giao thông")
    press(Key.Key_Tab)
    pages.append(dump(wizard))
    go_on(qtbot)
    type_text("1/10/2026")
    press(Key.Key_Tab)
    type_text("12/NQ-HĐND")
    pages.append(dump(wizard))
    press(Key.Key_Return)  # the verb of the dialog is its default button
    settle(qtbot)
    assert where(wizard) == "Bước 5 trên 5: Xem trước"
    pages.append("\n".join([dump(wizard), "", "Danh sách:", *wizard._preview.lines()]))
    golden("reorganisation/wizard.txt", "\n\n=====\n\n".join(pages))
    press(Key.Key_Space, " ")  # the first follower stays
    alt(qtbot, Key.Key_H)
    assert not wizard.isVisible()
    assert [words for _id, words in told] == [
        "Đã sắp xếp: Hợp nhất Sở Xây dựng, Sở Giao thông thành Sở Xây dựng và Giao thông."
    ]
    heir = ctx.records.get("body", second).values["successor_id"]
    assert ctx.records.get("incident", stays).values["accountable_body_id"] == first
    assert ctx.records.get("incident", goes).values["accountable_body_id"] == heir
    assert ctx.records.get("body", heir).values["valid_from"] == date(2026, 10, 1)


def test_a_case_of_a_split_body_is_sent_to_the_second_heir(
    qtbot, ctx: AppContext, wizard: ReorganisationWizard
) -> None:
    old = make.make_body(ctx, name="Sở Văn hóa và Du lịch")
    case = make.make_incident(ctx, accountable_body_id=old)
    choose(wizard, Kind.SPLIT)
    go_on(qtbot)
    wizard._old_edit.set_value([{"body_id": old}])
    go_on(qtbot)
    wizard._new_edit.set_value([{"name": "Sở Văn hóa"}, {"name": "Sở Du lịch"}])
    go_on(qtbot)
    type_text("1/10/2026")
    go_on(qtbot)
    assert wizard._preview.lines()[0].endswith("(chuyển về Sở Văn hóa)")
    alt(qtbot, Key.Key_V)
    press(Key.Key_Down)
    assert wizard._preview.lines()[0].endswith("(chuyển về Sở Du lịch)")
    alt(qtbot, Key.Key_H)
    heir = ctx.records.get("incident", case).values["accountable_body_id"]
    assert ctx.records.get("body", heir).values["name"] == "Sở Du lịch"


def test_a_part_is_taken_out_of_a_body_that_stays(
    qtbot, ctx: AppContext, wizard: ReorganisationWizard, told
) -> None:
    old = make.make_body(ctx, name="Sở Văn hóa và Du lịch")
    case = make.make_incident(ctx, accountable_body_id=old)
    choose(wizard, Kind.PART)
    assert "cơ quan cũ vẫn tồn tại" in wizard._kind_help.text()
    go_on(qtbot)
    type_text("so van hoa va du lich")
    press(Key.Key_Tab)
    go_on(qtbot)
    type_text("Sở Du lịch")
    go_on(qtbot)
    assert wizard._day_help.text() == "Cơ quan mới bắt đầu từ ngày này."
    type_text("1/10/2026")
    go_on(qtbot)
    assert [line[:3] for line in wizard._preview.lines()] == ["[ ]"]
    press(Key.Key_Space, " ")  # this one goes over
    alt(qtbot, Key.Key_H)
    assert [words for _id, words in told] == [
        "Đã sắp xếp: Tách Sở Du lịch ra khỏi Sở Văn hóa và Du lịch."
    ]
    assert ctx.records.get("incident", case).values["accountable_body_id"] != old
    assert ctx.records.get("body", old).values["valid_to"] is None


def test_a_preview_that_takes_a_while_is_waited_for_and_can_be_stopped(
    qtbot, ctx: AppContext, wizard: ReorganisationWizard, monkeypatch
) -> None:
    old = make.make_body(ctx, name="Sở Cũ")
    choose(wizard, Kind.RENAME)
    go_on(qtbot)
    wizard._old_edit.set_value([{"body_id": old}])
    go_on(qtbot)
    type_text("Sở Mới")
    go_on(qtbot)
    type_text("1/10/2026")
    begun, plan = Event(), ctx.reorganisation.plan

    def slow(order: ReorganisationOrder, progress: Progress) -> ReorganisationPlan:
        begun.set()
        while progress("Đang xem hồ sơ nào đi theo", 0, 0):
            pass
        raise Stopped

    monkeypatch.setattr(type(ctx.reorganisation), "plan", staticmethod(slow))
    press(Key.Key_Return)
    assert begun.wait(5)
    press(Key.Key_Return)  # no second one beside it
    press(Key.Key_Escape)
    assert wizard.isVisible()
    assert where(wizard) == "Bước 4 trên 5: Ngày, căn cứ"
    wizard.findChild(QProgressDialog).canceled.emit()
    settle(qtbot)
    monkeypatch.setattr(type(ctx.reorganisation), "plan", lambda _self, *told: plan(*told))
    press(Key.Key_Return)
    settle(qtbot)
    assert where(wizard) == "Bước 5 trên 5: Xem trước"


def test_the_name_of_a_new_body_has_more_room_than_its_abbreviation(
    wizard: ReorganisationWizard,
) -> None:
    wizard._show_page(2)
    grid = wizard._new_edit.findChild(LinesGrid)
    assert grid.columnWidth(0) > 1.5 * grid.columnWidth(1)


def test_the_wizard_fits_on_a_small_screen(
    qtbot, wizard: ReorganisationWizard, monkeypatch
) -> None:
    monkeypatch.setattr(type(wizard), "room", lambda _self: QSize(900, 470))
    wizard.hide()
    wizard.show()
    wizard._preview.show_plan(
        ReorganisationPlan(
            ends=tuple(f"Sở {number}: đến hết ngày 30/09/2026" for number in range(20)),
            begins=("Sở Mới: từ ngày 01/10/2026",),
            heirs=("Sở Mới", "Sở Khác"),
            followers=tuple(
                Follower(str(number), "Vụ việc", f"Vụ {number}", "", True) for number in range(20)
            ),
        )
    )
    wizard._show_page(4)
    assert wizard.height() <= 470


def test_each_step_tells_what_is_wrong_at_its_field_and_nothing_typed_is_lost(
    qtbot, ctx: AppContext, wizard: ReorganisationWizard
) -> None:
    old = make.make_body(ctx, name="Sở Cũ", valid_from=date(2026, 9, 1))
    make.make_body(ctx, name="Sở Khác")
    choose(wizard, Kind.RENAME)
    go_on(qtbot)
    go_on(qtbot)
    assert wizard._trouble.error() == "Chọn cơ quan cần sắp xếp."
    wizard._old_edit.set_value([{"body_id": old}])
    go_on(qtbot)
    go_on(qtbot)
    assert wizard._trouble.error() == "Nhập tên cơ quan mới."
    type_text("Sở Khác")
    go_on(qtbot)
    type_text("1/8/2026")
    go_on(qtbot)
    assert wizard._day_error.error() == (
        "“Sở Cũ” mới hoạt động từ ngày 01/09/2026; ngày sắp xếp phải sau ngày đó."
    )
    QApplication.focusWidget().selectAll()
    type_text("1/10/2026")
    go_on(qtbot)
    assert where(wizard) == "Bước 3 trên 5: Cơ quan mới"  # there the name is mended
    assert "Đã có cơ quan, đơn vị “Sở Khác”" in wizard._new_edit.errors()
    press(Key.Key_Escape)
    assert where(wizard) == "Bước 2 trên 5: Cơ quan cũ"
    assert wizard.order().new == (NewBody("Sở Khác"),)


def test_one_cannot_be_its_own_heir(qtbot, ctx: AppContext, wizard: ReorganisationWizard) -> None:
    old = make.make_body(ctx, name="Ban Cũ")
    choose(wizard, Kind.ABOLISH)
    go_on(qtbot)
    wizard._old_edit.set_value([{"body_id": old}])
    go_on(qtbot)
    wizard._heir_edit.set_value(old)
    go_on(qtbot)
    assert "không thể kế thừa chính mình" in wizard._heir_error.error()


def test_leaving_asks_before_what_was_typed_is_lost(
    qtbot, ctx: AppContext, wizard: ReorganisationWizard, monkeypatch
) -> None:
    wizard._old_edit.set_value([{"body_id": make.make_body(ctx)}])
    monkeypatch.setattr(messages, "confirm", lambda *_: False)
    press(Key.Key_Escape)
    assert wizard.isVisible()
    monkeypatch.setattr(messages, "confirm", lambda *_: True)
    press(Key.Key_Escape)
    assert not wizard.isVisible()


def test_an_older_one_is_taken_back_from_the_list_of_all(
    qtbot, ctx: AppContext, monkeypatch, golden
) -> None:
    old = make.make_body(ctx, name="Sở Cũ")
    order = ReorganisationOrder(
        Kind.RENAME, (old,), (NewBody("Sở Mới"),), on=date(2026, 10, 1), basis="12/NQ-HĐND"
    )
    ctx.reorganisation.apply(order, {})
    new = ctx.records.get("body", old).values["successor_id"]
    told: list[str] = []
    dialog = PastDialog(ctx, told.append)
    shown(qtbot, dialog)
    golden("reorganisation/past.txt", "\n".join([dump(dialog), "", *dialog.lines()]))
    ctx.records.save("body", {"symbol": "SM"}, new, 1)
    errors: list[str] = []
    monkeypatch.setattr(messages, "show_error", lambda _parent, error: errors.append(str(error)))
    alt(qtbot, Key.Key_H)
    assert errors
    assert "“Sở Mới” đã được sửa sau lần sắp xếp này." in errors[0]
    assert told == []


def test_the_example_set_is_shown_before_it_is_loaded(qtbot, ctx: AppContext, golden) -> None:
    told: list[tuple[int, str]] = []
    dialog = ExampleDialog(ctx, lambda done, words: told.append((done, words)))
    shown(qtbot, dialog)
    golden("reorganisation/example.txt", dump(dialog))
    alt(qtbot, Key.Key_N)
    ((done, words),) = told
    assert words == "Đã nạp 68 mục của danh mục mẫu."
    ctx.reorganisation.undo(done)
    assert ctx.records.count("body", ListQuery()) == 0


def test_what_was_edited_of_the_example_set_stays_and_is_named(qtbot, ctx: AppContext) -> None:
    ctx.reorganisation.examples.load()
    (found,) = (
        one for one in ctx.records.options("body", "Sở Y tế") if one.text == "Sở Y tế tỉnh An Giang"
    )
    version = ctx.records.get("body", found.id).version
    ctx.records.save("body", {"symbol": "SYT-VP"}, found.id, version)
    told: list[str] = []
    dialog = PastDialog(ctx, told.append)
    shown(qtbot, dialog)
    assert dialog.lines() == [
        "Nạp danh mục mẫu An Giang (theo tình hình tháng 11/2026, chưa kiểm chứng); "
        "làm lúc 05/10/2026 09:00, 68 mục"
    ]
    alt(qtbot, Key.Key_H)
    assert told == [
        "Đã hoàn tác: Nạp danh mục mẫu An Giang (theo tình hình tháng 11/2026, chưa kiểm chứng). "
        "Giữ lại 1 mục đã sửa hoặc đang dùng: Sở Y tế tỉnh An Giang."
    ]
    assert dialog._said.text() == told[0]


# In the window


def test_the_bodies_list_leads_into_the_wizard_and_ctrl_z_takes_it_back(
    qtbot, ctx: AppContext
) -> None:
    fill_in_office(ctx)
    old = make.make_body(ctx, name="Sở Cũ")
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx, "bodies")
    clerk.list.focus_first()
    clerk.press(Key.Key_K, CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReorganisationWizard))
    wizard = QApplication.activeModalWidget()
    assert isinstance(wizard, ReorganisationWizard)
    wait_for_focus(qtbot, wizard)
    choose(wizard, Kind.ABOLISH)
    go_on(qtbot)
    type_text("so cu")
    press(Key.Key_Tab)
    go_on(qtbot)
    go_on(qtbot)
    type_text("1/10/2026")
    go_on(qtbot)
    alt(qtbot, Key.Key_H)
    clerk.wait()
    assert clerk.notice() == "Đã sắp xếp: Giải thể Sở Cũ."
    assert ctx.records.get("body", old).values["valid_to"] == date(2026, 9, 30)
    clerk.window.activateWindow()
    qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.press(Key.Key_Z, CTRL)
    clerk.wait()
    assert ctx.records.get("body", old).values["valid_to"] is None


def test_the_menu_loads_the_example_set_and_the_lists_show_it(qtbot, ctx: AppContext) -> None:
    fill_in_office(ctx)
    clerk: Clerk = open_window(qtbot, ctx.data_dir, lambda: ctx, "outlets")
    clerk.window.workspace._menus._on_load_example()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ExampleDialog))
    wait_for_focus(qtbot, QApplication.activeModalWidget())
    alt(qtbot, Key.Key_N)
    clerk.wait()
    assert "Báo Nhân Dân" in clerk.rows()
    clerk.window.activateWindow()
    qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.press(Key.Key_Z, CTRL)
    clerk.wait()
    assert clerk.rows() == []


def test_the_welcome_page_offers_the_example_set(qtbot, ctx: AppContext) -> None:
    clerk = open_window(qtbot, ctx.data_dir, lambda: ctx)
    assert isinstance(clerk.page, WelcomePage)
    alt(qtbot, Key.Key_D)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ExampleDialog))
    wait_for_focus(qtbot, QApplication.activeModalWidget())
    alt(qtbot, Key.Key_N)
    clerk.wait()
    assert clerk.notice() == "Đã nạp 68 mục của danh mục mẫu."
    assert ctx.records.count("outlet", ListQuery()) == 24


def test_a_marked_name_is_neither_kept_nor_lost(
    qtbot, ctx: AppContext, wizard: ReorganisationWizard
) -> None:
    old = make.make_body(ctx, name="Sở Cũ")
    choose(wizard, Kind.RENAME)
    go_on(qtbot)
    wizard._old_edit.set_value([{"body_id": old}])
    go_on(qtbot)
    wizard._new_edit.set_value([{"name": "TỐI MẬT"}])
    go_on(qtbot)
    type_text("1/10/2026")
    go_on(qtbot)
    assert "mật" in wizard._trouble.error()
    assert wizard._false_button.isVisible()
    assert wizard.order().new == (NewBody("TỐI MẬT"),)
    assert ctx.reorganisation.past() == ()
