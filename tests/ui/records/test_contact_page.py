"""A journalist with the outlets of a working life: the page of a record with lines, by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.services.plain import ListQuery
from app.settings import Settings
from app.specs.registry import SPECS
from app.ui.forms.record_dialog import RecordDialog
from app.ui.pages.list_page import ListPage
from app.ui.pages.record_page import RecordPage
from app.ui.watch.unsaved import typed_text
from tests import factories
from tests.ui.keyboard import press, type_text, wait_for_focus

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def outlet(ctx: AppContext) -> int:
    return factories.make_outlet(ctx, name="Báo Đồng bằng")


@pytest.fixture
def open_page(qtbot, ctx: AppContext):
    def make(record_id: int | None = None) -> RecordPage:
        page = RecordPage(ctx, "contact", record_id)
        page.notices = []
        page.notice.connect(lambda text, undo: page.notices.append((text, undo)))
        qtbot.addWidget(page)
        page.resize(1150, 650)
        page.show()
        page.activateWindow()
        page.focus_first()
        wait_for_focus(qtbot, page)
        return page

    return make


def key(qtbot, page: RecordPage, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifier)


def posts(page: RecordPage):
    return page.content().lines["posts"]


def titles(page: RecordPage) -> list[str]:
    tabs = page.content().tabs()
    return [tabs.tabText(index) for index in range(tabs.count())]


def test_a_journalist_is_typed_and_saved_by_keyboard(qtbot, ctx, open_page, outlet) -> None:
    page = open_page()
    assert page.title() == "Thêm nhà báo, người liên hệ"
    for text in ("Trần Thị Bình", "", "0912 345 678"):
        type_text(text)
        press(TAB)
    key(qtbot, page, Qt.Key.Key_2, ALT)
    type_text("bao dong bang")
    press(TAB)
    press(TAB)
    type_text("Phóng viên")
    press(TAB)
    type_text("1/3/2018")
    key(qtbot, page, Qt.Key.Key_S)
    assert posts(page).errors() == ""
    (row,) = ctx.records.page("contact", ListQuery(), 0, 10)
    saved = ctx.records.get("contact", row.id).values
    assert (saved["name"], saved["phone"]) == ("Trần Thị Bình", "0912 345 678")
    (post,) = saved["posts"]
    assert (post["outlet_id"], post["job_title"]) == (outlet, "Phóng viên")
    assert post["started_on"] == date(2018, 3, 1)
    assert titles(page) == ["&1 Thông tin", "&2 Nơi công tác (1)"]
    assert page.can_close()


def test_a_second_save_changes_the_line_it_has_just_made(qtbot, ctx, open_page, outlet) -> None:
    page = open_page(factories.make_contact(ctx, posts=()))
    posts(page).set_value([{"id": None, "outlet_id": outlet, "job_title": "Một"}])
    assert page.save()
    ((first,),) = (posts(page).value(),)
    key(qtbot, page, Qt.Key.Key_2, ALT)
    press(TAB)
    press(TAB)
    type_text("Hai")
    assert page.is_dirty()
    key(qtbot, page, Qt.Key.Key_S)
    assert posts(page).value() == ({**first, "job_title": "Hai"},)
    assert ctx.records.get("contact", page.stored_id()).values["posts"] == posts(page).value()


def test_an_error_in_a_line_leads_to_its_cell_from_another_tab(
    qtbot, ctx, open_page, outlet
) -> None:
    page = open_page(factories.make_contact(ctx, posts=()))
    late, early = date(2024, 1, 2), date(2024, 1, 1)
    posts(page).set_value([{"outlet_id": outlet, "started_on": late, "ended_on": early}])
    key(qtbot, page, Qt.Key.Key_S)
    assert titles(page) == ["&1 Thông tin", "&2 Nơi công tác (1) (cần xem)"]
    assert QApplication.focusWidget().accessibleName() == "Đến ngày, dòng 1"
    assert posts(page).errors() == ("Dòng 1, Đến ngày: “Đến ngày” phải từ “Từ ngày” trở đi.")
    type_text("2/1/2024")
    key(qtbot, page, Qt.Key.Key_S)
    assert titles(page) == ["&1 Thông tin", "&2 Nơi công tác (1)"]


def test_errors_in_form_and_lines_mark_both_tabs_and_the_form_comes_first(
    qtbot, open_page, outlet
) -> None:
    page = open_page()
    posts(page).set_value([{"outlet_id": outlet, "job_title": "x" * 201}])
    page.content().tabs().setCurrentIndex(1)
    key(qtbot, page, Qt.Key.Key_S)
    assert [title.endswith("(cần xem)") for title in titles(page)] == [True, True]
    assert QApplication.focusWidget() is page.form().editor("name")


def test_hoan_puts_lines_back_and_can_itself_be_undone(ctx, open_page, outlet) -> None:
    page = open_page(factories.make_contact(ctx))
    stored = posts(page).value()
    posts(page).set_value([{"outlet_id": outlet, "job_title": "Khác"}])
    typed = posts(page).value()
    next(one for one in page.page_actions() if one.objectName() == "revert").trigger()
    assert posts(page).value() == stored
    assert not page.is_dirty()
    (_text, undo) = page.notices[-1]
    undo()
    assert posts(page).value() == typed


def test_lines_changed_elsewhere_lose_neither_version(qtbot, ctx, open_page, outlet) -> None:
    contact = factories.make_contact(ctx, posts=({"outlet_id": outlet, "job_title": "Cũ"},))
    page = open_page(contact)
    (line,) = posts(page).value()
    posts(page).set_value([{**line, "job_title": "Của tôi"}])
    ctx.records.save("contact", {"posts": [{**line, "job_title": "Của người khác"}]}, contact)
    key(qtbot, page, Qt.Key.Key_S)
    qtbot.mouseClick(page._banner._button, Qt.MouseButton.LeftButton)
    assert posts(page).value()[0]["job_title"] == "Của người khác"
    assert "Chức danh, nhiệm vụ: Của tôi" in posts(page)._offer_label.text()
    posts(page)._on_offer_clicked()
    key(qtbot, page, Qt.Key.Key_S)
    (saved,) = ctx.records.get("contact", contact).values["posts"]
    assert saved == {**line, "job_title": "Của tôi"}


def test_a_contact_deleted_elsewhere_is_saved_as_a_new_one_with_its_lines(
    qtbot, ctx, open_page
) -> None:
    contact = factories.make_contact(ctx)
    page = open_page(contact)
    page.form().set_value("phone", "2")
    ctx.records.delete("contact", contact)
    key(qtbot, page, Qt.Key.Key_S)
    qtbot.mouseClick(page._banner._button, Qt.MouseButton.LeftButton)
    (row,) = ctx.records.page("contact", ListQuery(), 0, 10)
    assert row.id != contact
    assert len(ctx.records.get("contact", row.id).values["posts"]) == 1


def test_a_deleted_contact_shows_its_lines_to_read_only(ctx, open_page) -> None:
    contact = factories.make_contact(ctx)
    ctx.records.delete("contact", contact)
    page = open_page(contact)
    assert posts(page).count() == 1
    assert posts(page).is_read_only()


def test_an_outlet_that_is_missing_is_added_from_its_cell(qtbot, ctx, open_page) -> None:
    page = open_page(factories.make_contact(ctx, posts=()))
    key(qtbot, page, Qt.Key.Key_2, ALT)
    type_text("Báo Mới Toanh")
    qtbot.waitUntil(lambda: posts(page).grid.editor().is_open())
    press(ENTER)
    dialog = page.findChild(RecordDialog)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    key(qtbot, page, Qt.Key.Key_S)
    assert not dialog.isVisible()
    (line,) = posts(page).value()
    assert ctx.records.get("outlet", line["outlet_id"]).values["name"] == "Báo Mới Toanh"
    assert posts(page).grid.editor().text() == "Báo Mới Toanh"


def test_what_is_typed_into_lines_is_kept_for_the_next_start(ctx, open_page, outlet) -> None:
    page = open_page(factories.make_contact(ctx, name="Trần Thị Bình", posts=()))
    posts(page).set_value([{"outlet_id": outlet, "job_title": "Phóng viên"}])
    assert "\n".join(
        ("Nơi công tác: 1. Cơ quan báo chí: Báo Đồng bằng, Chức danh, nhiệm vụ: Phóng viên",)
    ) in typed_text(page)


def test_save_and_add_starts_without_lines(qtbot, ctx, open_page, outlet) -> None:
    page = open_page()
    type_text("Lan")
    posts(page).set_value([{"outlet_id": outlet}])
    key(qtbot, page, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert posts(page).value() == ()
    assert titles(page)[1] == "&2 Nơi công tác"
    assert QApplication.focusWidget() is page.form().editor("name")


def test_what_is_worth_a_look_stands_over_the_form_until_it_is_mended(
    qtbot, ctx, open_page
) -> None:
    contact = factories.make_contact(ctx, card_expires_on=date(2025, 12, 31), posts=())
    page = open_page(contact)
    assert page.hints() == ("Thẻ nhà báo đã hết hạn từ ngày 31/12/2025; hỏi lại số thẻ mới.")
    page.form().set_value("card_expires_on", date(2030, 12, 31))
    key(qtbot, page, Qt.Key.Key_S)
    assert page.hints() == ""
    assert page._hints.isHidden()


def test_the_list_says_that_a_card_expired(qtbot, ctx) -> None:
    for name, day in (("Lan", date(2025, 12, 31)), ("Minh", date(2030, 12, 31)), ("Nga", None)):
        factories.make_contact(ctx, name=name, card_expires_on=day, posts=())
    page = ListPage(ctx, "contact", Settings.load(ctx.data_dir))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    model = page._model
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    column = [one.name for one in SPECS["contact"].list.columns].index("card_expires_on")
    assert [model.text_at(row, column) for row in range(3)] == [
        "31/12/2025 (hết hạn)",
        "31/12/2030",
        "",
    ]


def test_the_page_of_an_assignment_tells_how_it_stands(qtbot, ctx) -> None:
    page = RecordPage(ctx, "spokesperson", factories.make_spokesperson(ctx))
    qtbot.addWidget(page)
    assert page.hints().splitlines() == list(ctx.records.hints("spokesperson", page.stored_id()))
    assert page.hints()
