"""Views of a list by keyboard: chosen, saved, replaced, renamed, deleted, opened with."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.bootstrap import AppContext
from app.services.plain import Period, ViewQuery
from app.ui.help.key_sheet import KeySheet
from app.ui.lists.period_box import PeriodBox
from tests.factories import make_body, make_incident
from tests.ui.window import Clerk, fill_in_office, open_window

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALL = ["Tất cả", "Đang xử lý", "Quá hạn", "Tiếp nhận quý này"]


@pytest.fixture
def book(ctx: AppContext) -> AppContext:
    fill_in_office(ctx)
    make_incident(ctx, title="Cháy chợ", state="handling")
    make_incident(ctx, title="Sạt lở", state="open")
    return ctx


@pytest.fixture
def clerk(qtbot, book: AppContext) -> Clerk:
    return open_window(qtbot, book.data_dir, lambda: book)


def views(clerk: Clerk) -> Any:
    return clerk.list._views


def choose(clerk: Clerk, down: int) -> None:
    clerk.ctrl(Key.Key_G)
    for _ in range(down):
        clerk.press(Key.Key_Down)
    clerk.wait()


def key(clerk: Clerk, letter: Qt.Key) -> None:
    # A dialog that has just closed gives the keys back only after a while.
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.press(letter, CTRL | SHIFT)
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)


def in_dialog(clerk: Clerk, name: str, seen: list[str] | None = None) -> None:
    """Type a name into the dialog that opens next, and press Enter; leave it if it stays."""

    def answer(tries: int = 100) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            assert tries, "no dialog opened"
            QTimer.singleShot(10, lambda: answer(tries - 1))
            return
        try:
            dialog._name_edit.set_value(name)
            clerk.qtbot.keyClick(dialog._name_edit, Key.Key_Return)
            if dialog.isVisible() and seen is not None:
                seen.append(dialog._name_error.text())
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, answer)


def test_an_arrow_in_the_box_applies_a_view_at_once_and_its_name_is_said(clerk: Clerk) -> None:
    assert views(clerk).names() == ALL
    choose(clerk, 1)
    assert clerk.rows() == ["Cháy chợ"]
    assert clerk.list.count_text() == (
        "Có 1 vụ việc; khung nhìn “Đang xử lý”; đang lọc: Tình trạng: Đang xử lý"
    )
    assert clerk.list.query().view == "“Đang xử lý”", "its sheet tells it too"
    assert views(clerk)._box.hasFocus(), "the next arrow goes on to the next view"


def test_what_is_changed_since_is_said_in_words(clerk: Clerk) -> None:
    choose(clerk, 1)
    clerk.list._filter_bar._editors["sensitivity"].set_value("normal")
    clerk.wait()
    assert views(clerk).words() == "“Đang xử lý” (đã sửa)"
    assert views(clerk)._changed_label.text() == "(đã sửa)"
    assert views(clerk)._box.accessibleDescription() == "đã sửa"
    clerk.list._filter_bar._editors["sensitivity"].set_value(None)
    clerk.wait()
    assert views(clerk).words() == "“Đang xử lý”"
    key(clerk, Key.Key_F)
    clerk.wait()
    assert (views(clerk).words(), views(clerk)._box.currentText()) == ("", "Tất cả")


def test_a_view_keeps_search_filter_order_and_whether_deleted_are_shown(
    clerk: Clerk, book: AppContext
) -> None:
    bar = clerk.list._filter_bar
    bar._editors["learned_at"]._preset_box.set_value("year")
    bar._search_box.set_value("sat lo")
    clerk.wait()
    clerk.list._table.setCurrentIndex(clerk.list._model.index(0, 0))
    key(clerk, Key.Key_S)
    clerk.ctrl(Key.Key_D)
    clerk.wait()
    bar._search_box._tell()
    in_dialog(clerk, "Sạt lở đã xóa")
    key(clerk, Key.Key_N)
    assert clerk.notice() == "Đã lưu khung nhìn “Sạt lở đã xóa”."
    kept = ViewQuery("sat lo", {"learned_at": "year"}, "title", True)
    assert book.views.views("incident")[-1].query == kept
    clerk.ctrl(Key.Key_G)
    clerk.press(Key.Key_Home)
    clerk.wait()
    assert (len(clerk.rows()), clerk.heading()) == (2, "Vụ việc")
    choose(clerk, len(ALL))
    assert clerk.list.kept() == kept
    assert (clerk.rows(), clerk.heading()) == ([], "Vụ việc đã xóa")


def test_the_same_name_asks_before_it_replaces(clerk: Clerk, book: AppContext, boxes) -> None:
    book.views.save("incident", "Của tôi", ViewQuery("cháy"))
    choose(clerk, 1)
    boxes.will_answer(False)
    seen: list[str] = []
    in_dialog(clerk, "của tôi", seen)
    key(clerk, Key.Key_N)
    assert seen == ["Đã có khung nhìn “Của tôi”. Đặt tên khác."]
    assert book.views.views("incident")[-1].query == ViewQuery("cháy")
    boxes.will_answer(True)
    in_dialog(clerk, "Của tôi")
    key(clerk, Key.Key_N)
    assert boxes.seen == ["Đã có khung nhìn “Của tôi”. Thay nó?"] * 2
    assert book.views.views("incident")[-1].query == ViewQuery(filters={"state": "handling"})
    assert views(clerk)._box.currentText() == "Của tôi"


def test_a_saved_view_is_renamed_and_deleted_and_brought_back(
    clerk: Clerk, book: AppContext
) -> None:
    choose(clerk, 1)
    assert not views(clerk)._rename_action.isEnabled(), "it ships with the app"
    in_dialog(clerk, "Một")
    key(clerk, Key.Key_N)
    in_dialog(clerk, "Hai")
    key(clerk, Key.Key_R)
    assert views(clerk).names() == [*ALL, "Hai"]
    assert views(clerk)._box.currentText() == "Hai"
    assert "; khung nhìn “Hai”; đang lọc" in clerk.list.count_text()
    clerk.list._filter_bar._search_box.setFocus()
    key(clerk, Key.Key_X)
    assert not clerk.list._filter_bar._search_box.hasFocus(), "Ctrl+Z is of the view now"
    assert views(clerk).names() == ALL
    assert clerk.notice().startswith("Đã xóa khung nhìn “Hai”.")
    assert clerk.rows() == ["Cháy chợ"], "what is shown stays"
    clerk.ctrl(Key.Key_Z)
    clerk.wait()
    assert views(clerk)._box.currentText() == "Hai"
    assert views(clerk).words() == "“Hai”"


def test_a_list_opens_with_the_view_chosen_for_it(qtbot, clerk: Clerk, book: AppContext) -> None:
    choose(clerk, 1)
    key(clerk, Key.Key_M)
    assert clerk.notice() == "Từ nay danh sách này mở ra bằng khung nhìn “Đang xử lý”."
    second = open_window(qtbot, book.data_dir, lambda: book)
    assert second.rows() == ["Cháy chợ"]
    assert views(second)._box.currentText() == "Đang xử lý"
    key(second, Key.Key_M)
    assert not any(view.opens for view in book.views.views("incident"))


def test_a_view_of_a_body_that_is_gone_says_that_it_does_not_filter(
    clerk: Clerk, book: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = make_body(book)
    make_incident(book, title="Lũ", accountable_body_id=body)
    book.views.save("incident", "Của sở", ViewQuery(filters={"body": body}))
    views(clerk)._read()
    choose(clerk, len(ALL))
    assert clerk.rows() == ["Lũ"]
    book.views.save("incident", "Của ai", ViewQuery("l", {"body": 999}))
    views(clerk)._read()
    clerk.list._on_view_chosen(book.views.taken("incident", "của ai").query)
    clerk.wait()
    assert clerk.notice() == "Không lọc Cơ quan chịu trách nhiệm: bản ghi ấy không còn."


def test_f1_names_the_keys_of_views(clerk: Clerk) -> None:
    own = clerk.list.page_actions() + clerk.list.actions()
    lines = KeySheet([("Vụ việc", own)], clerk.window).lines()
    for words in ("Ctrl+G\tkhung nhìn", "Ctrl+Shift+N\tlưu khung nhìn"):
        assert any(line.casefold().startswith(words.casefold()) for line in lines), words


@pytest.mark.parametrize(
    ("kept", "value"),
    [
        ("quarter", Period(date(2026, 10, 1), date(2026, 12, 31))),
        ("2026-01-05..2026-02-06", Period(date(2026, 1, 5), date(2026, 2, 6))),
        ("..2026-02-06", Period(None, date(2026, 2, 6))),
        ("2026-13-01..", None),
        ("fortnight", None),
    ],
)
def test_a_period_is_kept_by_its_words_and_counted_on_the_day(
    qtbot, kept: str, value: Period | None
) -> None:
    box = PeriodBox(lambda: date(2026, 11, 24))
    qtbot.addWidget(box)
    box.show_kept(kept)
    assert box.value() == value
    assert box.kept() == (kept if value else None)
