"""An inspection from plan to conclusion on its page, by keyboard (duty 32)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.rules.vocabulary import CheckResult, InspectionTopic, TeamRole
from app.services.plain import ListQuery
from app.ui.pages.page import PART
from app.ui.pages.record_page import RecordPage
from tests import factories
from tests.conftest import NOW
from tests.ui.keyboard import press, type_text, wait_for_focus

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TAB = Qt.Key.Key_Tab


@pytest.fixture
def open_page(qtbot, ctx: AppContext):
    def make(record_id: int | None = None, part: str = "") -> RecordPage:
        page = RecordPage(ctx, "inspection", record_id, {PART: part} if part else None)
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


def titles(page: RecordPage) -> list[str]:
    tabs = page.content().tabs()
    return [tabs.tabText(index) for index in range(tabs.count())]


def front(page: RecordPage):
    return page.content().tabs().currentWidget()


def test_an_inspection_is_planned_with_team_and_checklist_by_keyboard(
    qtbot, ctx: AppContext, open_page
) -> None:
    factories.make_body(ctx, name="Sở Y tế")
    page = open_page()
    assert page.title() == "Thêm cuộc kiểm tra"
    assert titles(page)[1:5] == [
        "&2 Đoàn",
        f"&3 Nội dung ({len(InspectionTopic)})",
        "&4 Phát hiện",
        "&5 Kiến nghị",
    ]
    press(TAB)
    type_text("so y te")
    press(TAB)
    press(TAB)  # the usual name stays
    type_text("12/10/2026")
    press(TAB)
    key(qtbot, page, Qt.Key.Key_2, ALT)
    for text in ("Trần Thị Bình", "Phó Giám đốc", "Trưởng"):
        type_text(text)
        press(TAB)
    key(qtbot, page, Qt.Key.Key_3, ALT)
    press(TAB)
    type_text("Đạt")
    press(TAB)
    key(qtbot, page, Qt.Key.Key_S)
    (row,) = ctx.records.page("inspection", ListQuery(), 0, 10)
    saved = ctx.records.get("inspection", row.id).values
    assert saved["planned_from"] == date(2026, 10, 12)
    (member,) = saved["team"]
    assert (member["name"], member["role"]) == ("Trần Thị Bình", TeamRole.LEADER)
    results = [line["result"] for line in saved["checklist"]]
    assert results == [CheckResult.PASSED, *[None] * (len(InspectionTopic) - 1)]


def test_the_page_begins_at_the_recommendations_where_the_work_list_leads_to_them(
    qtbot, ctx: AppContext, open_page
) -> None:
    late = {"recommendation": "Công bố người phát ngôn.", "due_on": NOW.date() - timedelta(days=2)}
    inspection = factories.make_inspection(
        ctx, started_on=date(2026, 9, 7), recommendations=(late,)
    )
    page = open_page(inspection, "recommendations")
    assert front(page) is page.content().lines["recommendations"]
    assert page.content().lines["recommendations"].isAncestorOf(QApplication.focusWidget())
    assert "Kiến nghị ở dòng 1 quá hạn 2 ngày (hạn 03/10/2026)." in page.hints()
    press(TAB)
    press(TAB)
    type_text("4/10/2026")
    press(TAB)
    key(qtbot, page, Qt.Key.Key_S)
    (line,) = ctx.records.get("inspection", inspection).values["recommendations"]
    assert line["done_on"] == date(2026, 10, 4)
    assert page.hints() == "Kiến nghị ở dòng 1 đã khắc phục, chậm 1 ngày."


def test_a_mistake_in_a_line_leads_to_its_tab(qtbot, ctx: AppContext, open_page) -> None:
    inspection = factories.make_inspection(ctx, started_on=date(2026, 9, 7))
    page = open_page(inspection, "recommendations")
    press(TAB)
    type_text("1/9/2026")
    key(qtbot, page, Qt.Key.Key_1, ALT)
    key(qtbot, page, Qt.Key.Key_S)
    assert front(page) is page.content().lines["recommendations"]
    assert "không thể trước ngày bắt đầu" in page.content().lines["recommendations"].errors()
