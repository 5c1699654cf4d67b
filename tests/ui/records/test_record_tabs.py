"""The tabs behind a record's form: who offers one is asked for it, and follows the record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from app.ui.pages import record_page
from app.ui.pages.record_page import RecordPage
from app.ui.pages.record_tabs import RecordTab, TabMaker
from tests import factories
from tests.ui.keyboard import press, type_text, wait_for_focus

ALT = Qt.KeyboardModifier.AltModifier


class NotesTab(RecordTab):
    """A tab that writes down what it is told."""

    def __init__(self, page: RecordPage) -> None:
        super().__init__()
        self.page = page
        self.told: list[tuple[int | None, bool]] = []
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)

    def show_record(self, record_id: int | None, *, deleted: bool) -> None:
        self.told.append((record_id, deleted))
        self.count_changed.emit(0 if record_id is None else 3)

    def focus_first(self) -> None:
        self.line.setFocus()


@pytest.fixture
def open_page(qtbot, ctx, monkeypatch):
    made: list[NotesTab] = []

    def make_tab(_ctx, page):
        made.append(NotesTab(page))
        return made[-1]

    maker = TabMaker("Sổ tay", lambda kind: kind == "outlet", make_tab)
    monkeypatch.setattr(record_page, "TAB_MAKERS", (maker,))

    def make(kind: str, record_id: int | None = None) -> tuple[RecordPage, list[NotesTab]]:
        page = RecordPage(ctx, kind, record_id)
        qtbot.addWidget(page)
        page.resize(1150, 650)
        page.show()
        page.activateWindow()
        page.focus_first()
        wait_for_focus(qtbot, page)
        return page, made

    return make


def titles(page: RecordPage) -> list[str]:
    tabs = page.content().tabs()
    return [] if tabs is None else [tabs.tabText(index) for index in range(tabs.count())]


def test_only_the_kinds_that_want_a_tab_have_tabs(open_page) -> None:
    page, _ = open_page("body")
    assert titles(page) == []
    page, _ = open_page("outlet")
    assert titles(page) == ["&1 Thông tin", "&2 Sổ tay"]


def test_a_tab_follows_the_record_from_new_to_stored_to_deleted(ctx, open_page) -> None:
    page, (tab,) = open_page("outlet")
    assert tab.told == [(None, False)]
    page.form().set_value("name", "Báo Đồng bằng")
    assert page.save()
    record_id = page.stored_id()
    assert tab.told[-1] == (record_id, False)
    assert titles(page)[1] == "&2 Sổ tay (3)"
    ctx.records.delete("outlet", record_id)
    page.refresh("outlet")
    assert tab.told[-1] == (record_id, True)


def test_what_needs_a_stored_record_has_it_saved_first(ctx, open_page) -> None:
    page, (tab,) = open_page("outlet")
    assert tab.page.stored_id() is None
    assert page.form().errors() == {"name": "Nhập “Tên”."}
    page.form().set_value("name", "Báo Đồng bằng")
    record_id = tab.page.stored_id()
    assert ctx.records.get("outlet", record_id).values["name"] == "Báo Đồng bằng"


def test_alt_and_a_number_lead_into_a_tab_and_back_to_the_field_left(qtbot, open_page) -> None:
    page, (tab,) = open_page("outlet")
    qtbot.keyClick(page, Qt.Key.Key_2, ALT)
    assert QApplication.focusWidget() is tab.line
    qtbot.keyClick(page, Qt.Key.Key_1, ALT)
    assert QApplication.focusWidget() is page.form().editor("name")


def test_an_error_at_a_field_brings_its_tab_to_the_front(ctx, open_page) -> None:
    page, (tab,) = open_page("outlet", factories.make_outlet(ctx, name="Báo Cũ"))
    page.form().set_value("name", "")
    page.content().tabs().setCurrentIndex(1)
    assert QApplication.focusWidget() is tab.line
    assert not page.save()
    assert QApplication.focusWidget() is page.form().editor("name")
    press(Qt.Key.Key_End)
    type_text("Bao")
    assert page.save()
