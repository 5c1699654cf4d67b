"""One record's page, driven from the keyboard over a real database."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.errors import AppError, DatabaseDamaged, DatabaseLocked, StorageFull, StorageReadOnly
from app.services.plain import ListQuery
from app.ui import messages
from app.ui.forms.record_dialog import RecordDialog
from app.ui.pages.record_page import RecordPage
from tests import factories
from tests.ui.keyboard import press, type_text, wait_for_focus

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_page(qtbot, ctx: AppContext):
    def make(kind: str, record_id: int | None = None, start: dict | None = None) -> RecordPage:
        page = RecordPage(ctx, kind, record_id, start)
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


def action(page: RecordPage, name: str) -> QAction:
    return next(one for one in page.page_actions() if one.objectName() == name)


def shown_actions(page: RecordPage) -> list[str]:
    return [one.text() for one in page.page_actions() if one.isVisible()]


def fill(*fields: str) -> None:
    for text in fields:
        type_text(text)
        press(Qt.Key.Key_Tab, "\t")


def test_a_whole_form_filled_by_tab_and_saved_by_key(qtbot, ctx, open_page) -> None:
    page = open_page("outlet")
    assert page.title() == "Thêm cơ quan báo chí"
    fill("Báo Đồng bằng", "", "", "Hội Nhà báo tỉnh", "Lê Thị Ánh", "12 Trần Phú", "0297 3 812 345",
         "toasoan@dongbang.vn", "1/7/25")  # fmt: skip
    key(qtbot, page, Qt.Key.Key_S)
    (row,) = ctx.records.page("outlet", ListQuery(), 0, 10)
    assert ctx.records.get("outlet", row.id).values == {
        "name": "Báo Đồng bằng",
        "type": "online",
        "is_periodical": False,
        "governing_body": "Hội Nhà báo tỉnh",
        "editor_in_chief": "Lê Thị Ánh",
        "address": "12 Trần Phú",
        "phone": "0297 3 812 345",
        "email": "toasoan@dongbang.vn",
        "valid_from": date(2025, 7, 1),
        "valid_to": None,
    }
    assert page.title() == "Sửa cơ quan báo chí: Báo Đồng bằng"
    assert page.notices == [("Đã cất cơ quan báo chí.", None)]
    assert page.can_close()


def test_an_incident_with_its_times(qtbot, ctx, open_page) -> None:
    page = open_page("incident")
    fill("Sạt lở kè", "Kè sạt 20 mét.", "Phường Rạch Giá", "Xây dựng", "", "", "", "",
         "hq", "22h", "hn", "7h30")  # fmt: skip
    key(qtbot, page, Qt.Key.Key_S)
    assert page.form().errors() == {}
    (row,) = ctx.records.page("incident", ListQuery(), 0, 10)
    values = ctx.records.get("incident", row.id).values
    assert values["happened_at"] == datetime(2026, 10, 4, 22, 0)
    assert values["learned_at"] == datetime(2026, 10, 5, 7, 30)
    assert values["description"] == "Kè sạt 20 mét."


def test_what_is_missing_is_said_at_the_field_and_nothing_is_saved(qtbot, ctx, open_page) -> None:
    page = open_page("outlet")
    press(Qt.Key.Key_Tab)
    key(qtbot, page, Qt.Key.Key_S)
    assert page.form().errors() == {"name": "Nhập “Tên”."}
    assert page.form().summary() == "Có 1 chỗ cần sửa."
    assert QApplication.focusWidget() is page.form().editor("name")
    assert ctx.records.count("outlet", ListQuery()) == 0


def test_what_the_service_refuses_is_said_at_the_field(qtbot, ctx, open_page) -> None:
    factories.make_outlet(ctx, name="Báo Đồng bằng")
    page = open_page("outlet")
    fill("bao dong bang")
    page.form().set_value("name", "Báo Đồng bằng")
    page.form().set_value("email", "không phải địa chỉ")
    key(qtbot, page, Qt.Key.Key_S)
    assert set(page.form().errors()) == {"name", "email"}
    assert page.form().values()["name"] == "Báo Đồng bằng"


def test_save_and_add_starts_the_next_record(qtbot, ctx, open_page) -> None:
    page = open_page("body")
    fill("Sở Xây dựng")
    key(qtbot, page, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.title() == "Thêm cơ quan, đơn vị"
    assert page.form().values()["name"] is None
    fill("Sở Y tế")
    key(qtbot, page, Qt.Key.Key_S)
    assert ctx.records.count("body", ListQuery()) >= 2


def test_changes_are_asked_about_and_saved_on_the_way_out(ctx, open_page, boxes) -> None:
    record_id = factories.make_outlet(ctx, name="Báo Cũ")
    page = open_page("outlet", record_id)
    press(Qt.Key.Key_End)
    type_text(" 2")
    boxes.will_answer(messages.Unsaved.SAVE)
    assert page.can_close()
    assert boxes.seen == ["Sửa cơ quan báo chí: Báo Cũ"]
    assert ctx.records.get("outlet", record_id).values["name"] == "Báo Cũ 2"


def test_changes_can_be_thrown_away_or_gone_back_to(ctx, open_page, boxes) -> None:
    record_id = factories.make_outlet(ctx, name="Báo Cũ")
    page = open_page("outlet", record_id)
    type_text("X")
    boxes.will_answer(messages.Unsaved.BACK)
    assert not page.can_close()
    boxes.will_answer(messages.Unsaved.DISCARD)
    assert page.can_close()
    assert ctx.records.get("outlet", record_id).values["name"] == "Báo Cũ"


def test_a_page_that_cannot_be_saved_does_not_close(open_page, boxes) -> None:
    page = open_page("outlet")
    page.form().set_value("phone", "113")
    boxes.will_answer(messages.Unsaved.SAVE)
    assert not page.can_close()
    assert page.form().errors() == {"name": "Nhập “Tên”."}


def test_hoan_goes_back_to_what_is_stored_and_can_itself_be_undone(ctx, open_page) -> None:
    page = open_page("outlet", factories.make_outlet(ctx, name="Báo Cũ"))
    assert not action(page, "revert").isEnabled()
    type_text("X")
    action(page, "revert").trigger()
    assert page.form().values()["name"] == "Báo Cũ"
    ((text, undo),) = page.notices
    assert text == "Đã bỏ những gì vừa nhập."
    undo()
    assert page.form().values()["name"] == "XBáo Cũ"


def test_hoan_leaves_no_error_of_what_it_dropped(qtbot, ctx, open_page) -> None:
    page = open_page("incident", None)
    page.form().set_value("title", "Sạt lở")
    row = page.form()._rows["learned_at"]
    row.focus_target().setFocus()
    type_text("31/02")
    action(page, "revert").trigger()
    assert [row.error() for row in page.form()._rows.values() if row.error()] == []


def test_a_record_changed_elsewhere_loses_neither_version(qtbot, ctx, open_page) -> None:
    record_id = factories.make_outlet(ctx, name="Báo Cũ", phone="1")
    page = open_page("outlet", record_id)
    page.form().set_value("phone", "2")
    ctx.records.save("outlet", {"phone": "3"}, record_id)
    key(qtbot, page, Qt.Key.Key_S)
    assert page._banner.text().startswith("Bản ghi này vừa được sửa ở nơi khác")
    qtbot.mouseClick(page._banner._button, Qt.MouseButton.LeftButton)
    assert page.form().values()["phone"] == "3"
    row = page.form()._rows["phone"]
    assert row._offer_label.text() == "Anh/chị đã nhập: 2"
    qtbot.mouseClick(row._offer_button, Qt.MouseButton.LeftButton)
    key(qtbot, page, Qt.Key.Key_S)
    assert ctx.records.get("outlet", record_id).values["phone"] == "2"


def test_a_record_deleted_elsewhere_can_be_saved_as_a_new_one(qtbot, ctx, open_page) -> None:
    record_id = factories.make_outlet(ctx, name="Báo Cũ")
    page = open_page("outlet", record_id)
    page.form().set_value("phone", "2")
    ctx.records.delete("outlet", record_id)
    key(qtbot, page, Qt.Key.Key_S)
    assert "vừa bị xóa ở nơi khác" in page._banner.text()
    qtbot.mouseClick(page._banner._button, Qt.MouseButton.LeftButton)
    (row,) = ctx.records.page("outlet", ListQuery(), 0, 10)
    assert row.id != record_id
    assert ctx.records.get("outlet", row.id).values["phone"] == "2"


@pytest.mark.parametrize("error", [DatabaseLocked, StorageFull, StorageReadOnly, DatabaseDamaged])
def test_a_save_that_fails_keeps_the_text_and_can_be_tried_again(
    qtbot, ctx, open_page, monkeypatch, error: type[AppError]
) -> None:
    page = open_page("outlet")
    type_text("Bao moi")
    real_save = type(ctx.records).save

    def fail(*_args: object, **_kw: object) -> None:
        raise error("Không cất được.", "Làm thế này rồi thử lại.")

    monkeypatch.setattr(type(ctx.records), "save", fail)
    key(qtbot, page, Qt.Key.Key_S)
    assert page._banner.text() == "Không cất được. Làm thế này rồi thử lại."
    assert page.form().values()["name"] == "Bao moi"
    assert page.is_dirty()
    monkeypatch.setattr(type(ctx.records), "save", real_save)
    qtbot.mouseClick(page._banner._button, Qt.MouseButton.LeftButton)
    assert page._banner.isHidden()
    assert ctx.records.count("outlet", ListQuery()) == 1


def test_delete_tells_and_can_be_undone(qtbot, ctx, open_page) -> None:
    record_id = factories.make_outlet(ctx, name="Báo Cũ")
    page = open_page("outlet", record_id)
    with qtbot.waitSignals([page.closed, page.records_changed]):
        key(qtbot, page, Qt.Key.Key_Delete)
    ((text, undo),) = page.notices
    assert text == "Đã xóa cơ quan báo chí “Báo Cũ”."
    assert ctx.records.count("outlet", ListQuery()) == 0
    undo()
    assert ctx.records.count("outlet", ListQuery()) == 1


def test_what_others_stand_on_cannot_be_deleted(ctx, open_page) -> None:
    outlet_id = factories.make_outlet(ctx, name="Báo Cũ")
    factories.make_article(ctx, outlet_id=outlet_id)
    page = open_page("outlet", outlet_id)
    action(page, "delete").trigger()
    assert "còn 1 bài báo đang dùng" in page._banner.text()


def test_a_deleted_record_can_be_read_and_brought_back(qtbot, ctx, open_page) -> None:
    record_id = factories.make_outlet(ctx, name="Báo Cũ")
    ctx.records.delete("outlet", record_id)
    page = open_page("outlet", record_id)
    assert page.title() == "Cơ quan báo chí đã xóa: Báo Cũ"
    assert shown_actions(page) == ["Khôi phục"]
    type_text("X")
    assert page.form().values()["name"] == "Báo Cũ"
    qtbot.mouseClick(page._banner._button, Qt.MouseButton.LeftButton)
    assert page.title() == "Sửa cơ quan báo chí: Báo Cũ"
    assert ctx.records.count("outlet", ListQuery()) == 1
    type_text("X")
    assert page.form().values()["name"] == "XBáo Cũ"


def test_from_an_incident_to_an_article_about_it(qtbot, ctx, open_page) -> None:
    page = open_page("incident")
    page.form().set_value("title", "Sạt lở kè")
    page.form().set_value("learned_at", datetime(2026, 10, 5, 7, 0))
    with qtbot.waitSignal(page.open_requested) as asked:
        action(page, "add_article").trigger()
    (row,) = ctx.records.page("incident", ListQuery(), 0, 10)
    assert asked.args == ["article", None, {"incident_id": row.id}]
    article = open_page("article", None, {"incident_id": row.id})
    assert article.form().editor("incident_id").text() == "Sạt lở kè"
    assert not article.form().is_dirty()


def test_from_an_article_to_the_request_saving_what_is_typed(qtbot, ctx, open_page) -> None:
    article_id = factories.make_article(ctx)
    page = open_page("article", article_id)
    page.form().set_value("author", "Trần Văn B")
    with qtbot.waitSignal(page.open_requested) as asked:
        action(page, "make_request").trigger()
    assert asked.args == ["correction_request", None, {"article_id": article_id}]
    assert ctx.records.get("article", article_id).values["author"] == "Trần Văn B"


def test_an_article_with_faults_leads_nowhere_yet(qtbot, open_page) -> None:
    page = open_page("article")
    with qtbot.assertNotEmitted(page.open_requested):
        action(page, "make_request").trigger()
    assert "outlet_id" in page.form().errors()


def test_a_missing_outlet_is_added_from_within_the_article(qtbot, ctx, open_page) -> None:
    page = open_page("article")
    type_text("Báo Mới Toanh")
    qtbot.waitUntil(lambda: bool(page.form().editor("outlet_id").candidates()))
    press(Qt.Key.Key_Return)
    dialog = page.findChild(RecordDialog)
    assert dialog.windowTitle() == "Thêm cơ quan báo chí"
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    assert QApplication.focusWidget().text() == "Báo Mới Toanh"
    with qtbot.waitSignal(page.records_changed) as changed:
        key(qtbot, page, Qt.Key.Key_S)
    assert changed.args == ["outlet"]
    assert not dialog.isVisible()
    (row,) = ctx.records.page("outlet", ListQuery(), 0, 10)
    assert page.form().values()["outlet_id"] == row.id
    assert page.form().editor("outlet_id").text() == "Báo Mới Toanh"
    assert page.form().errors() == {}


def test_escape_in_the_dialog_asks_before_it_drops_what_was_typed(qtbot, open_page, boxes) -> None:
    page = open_page("article")
    page.form().related_add_requested.emit("outlet_id", "outlet", "")
    dialog = page.findChild(RecordDialog)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    type_text("Bao")
    boxes.will_answer(messages.Unsaved.BACK)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    boxes.will_answer(messages.Unsaved.DISCARD)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(RecordDialog) is None)


def test_a_page_follows_changes_made_elsewhere_unless_something_is_typed(ctx, open_page) -> None:
    record_id = factories.make_outlet(ctx, name="Báo Cũ")
    page = open_page("outlet", record_id)
    ctx.records.save("outlet", {"name": "Báo Đổi tên"}, record_id)
    page.refresh("outlet")
    assert page.title() == "Sửa cơ quan báo chí: Báo Đổi tên"
    type_text("X")
    ctx.records.save("outlet", {"name": "Báo Lần ba"}, record_id)
    page.refresh("outlet")
    assert page.form().values()["name"] == "XBáo Đổi tên"


def test_reload_shows_what_is_stored(qtbot, ctx, open_page) -> None:
    record_id = factories.make_outlet(ctx, name="Báo Cũ")
    page = open_page("outlet", record_id)
    ctx.records.save("outlet", {"name": "Báo Đổi tên"}, record_id)
    key(qtbot, page, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    assert page.form().values()["name"] == "Báo Đổi tên"
