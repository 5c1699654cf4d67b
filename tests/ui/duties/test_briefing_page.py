"""A press briefing by keyboard: typed with its lines, its questions led on, its list to sign."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.rules.vocabulary import BriefingState
from app.services.plain import ListQuery
from app.ui import tasks
from app.ui.forms.record_dialog import RecordDialog
from app.ui.letters.paper import PaperDialog
from app.ui.pages.record_page import RecordPage
from tests import factories as make
from tests.services.office_profiles import state_profile
from tests.ui.keyboard import commit, press, type_text, wait_for_focus

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
TAB = Qt.Key.Key_Tab


@pytest.fixture
def open_page(qtbot, ctx: AppContext):
    def make_page(record_id: int | None = None) -> RecordPage:
        page = RecordPage(ctx, "briefing", record_id)
        page.notices = []
        page.notice.connect(lambda text, undo: page.notices.append(text))
        page.opened = []
        page.open_requested.connect(lambda *asked: page.opened.append(asked))
        qtbot.addWidget(page, before_close_func=lambda _page: tasks.wait_for_all())
        page.resize(1150, 650)
        page.show()
        page.activateWindow()
        page.focus_first()
        wait_for_focus(qtbot, page)
        return page

    return make_page


def key(qtbot, page: RecordPage, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifier)


def at_question(qtbot, page: RecordPage) -> None:
    """Go to the tab of the questions, whose first cell the cursor is in."""
    key(qtbot, page, Qt.Key.Key_4, ALT)


def asked(ctx: AppContext, **over: object) -> int:
    question = {"question": "Bờ kè bao giờ sửa xong?", "asked_by": "Lê Văn Ba", **over}
    held = {"state": "held", "starts_at": datetime(2026, 10, 2, 8, 0)}
    return make.make_briefing(ctx, questions=[question], **held)


def question(ctx: AppContext, briefing: int) -> dict[str, object]:
    (found,) = ctx.records.get("briefing", briefing).values["questions"]
    return found


def test_a_briefing_is_planned_and_saved_by_keyboard(qtbot, ctx: AppContext, open_page) -> None:
    """Duty 30: the period of today is filled in; guests are typed line by line."""
    make.make_outlet(ctx, name="Báo Đồng bằng")
    page = open_page()
    assert page.title() == "Thêm cuộc giao ban báo chí"
    assert page.form().values()["part"] == "Q4"
    key(qtbot, page, Qt.Key.Key_A, ALT)
    commit(QApplication.focusWidget(), "Hội trường A")
    key(qtbot, page, Qt.Key.Key_2, ALT)
    press(TAB)
    type_text("bao dong bang")
    press(TAB)
    key(qtbot, page, Qt.Key.Key_S)
    (row,) = ctx.records.page("briefing", ListQuery(), 0, 10)
    saved = ctx.records.get("briefing", row.id).values
    assert (saved["year"], saved["part"], saved["state"]) == (2026, "Q4", BriefingState.PLANNED)
    assert saved["place"] == "Hội trường A"
    (guest,) = saved["invited"]
    assert guest["outlet_id"] is not None
    assert page.title() == "Sửa cuộc giao ban báo chí: Quý IV/2026"


def test_what_is_wrong_in_a_line_leads_to_its_tab(qtbot, ctx: AppContext, open_page) -> None:
    page = open_page(make.make_briefing(ctx, tasks=[{"task": "Trả lời"}]))
    key(qtbot, page, Qt.Key.Key_5, ALT)
    press(TAB)
    press(TAB)
    type_text("1/12/2026")
    key(qtbot, page, Qt.Key.Key_S)
    assert "Hạn trước ngày giao ban 15/12/2026." in page.content().lines["tasks"].errors()


@pytest.mark.parametrize(
    ("letter", "kind", "field"),
    [(Qt.Key.Key_H, "enquiry", "enquiry_id"), (Qt.Key.Key_V, "incident", "incident_id")],
)
def test_a_question_becomes_an_enquiry_or_an_incident_by_one_key(
    qtbot, ctx: AppContext, open_page, letter: Qt.Key, kind: str, field: str
) -> None:
    """Duty 30: questions raised lead to follow-ups."""
    briefing = asked(ctx)
    page = open_page(briefing)
    at_question(qtbot, page)
    key(qtbot, page, letter, CTRL_SHIFT)
    dialog = page.findChild(RecordDialog)
    assert dialog is not None
    dialog._page.save()
    made = question(ctx, briefing)[field]
    assert isinstance(made, int)
    values = ctx.records.get(kind, made).values
    assert values["title"] == "Bờ kè bao giờ sửa xong?"
    assert values["learned_at" if kind == "incident" else "received_at"] == datetime(
        2026, 10, 2, 8, 0
    )
    if kind == "enquiry":
        assert (values["channel"], values["asker_name"]) == ("briefing", "Lê Văn Ba")
    assert not page.is_dirty()
    key(qtbot, page, letter, CTRL_SHIFT)
    assert page.opened == [(kind, made, None)]


def test_without_a_question_at_the_cursor_it_is_told_where_to_stand(
    qtbot, ctx: AppContext, open_page
) -> None:
    page = open_page(make.make_briefing(ctx, questions=[]))
    key(qtbot, page, Qt.Key.Key_H, CTRL_SHIFT)
    assert page.notices[-1] == "Đứng ở một câu hỏi trong bảng, rồi bấm lại."
    assert page.content().tabs().currentWidget() is page.content().lines["questions"]


def test_the_list_to_sign_is_shown_as_it_prints(qtbot, ctx: AppContext, open_page) -> None:
    ctx.office.save_profile(state_profile(ctx))
    page = open_page(make.make_briefing(ctx))
    key(qtbot, page, Qt.Key.Key_P, CTRL_SHIFT)
    shown = page.window().findChild(PaperDialog)
    qtbot.waitUntil(lambda: shown.preview().pdf() is not None)
    assert shown.preview().pdf().startswith(b"%PDF")
    shown.close()
