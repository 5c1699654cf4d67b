"""A violation on its page by keyboard: its steps, its end, and who answers for it (19-23, 27)."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import AppContext
from app.rules.vocabulary import ViolationConclusion
from app.rules.vocabulary import ViolationStepKind as Step
from app.services.plain import ListQuery
from app.ui.pages.accountable_page import AccountablePage
from app.ui.pages.record_page import RecordPage
from app.ui.pages.transfer_dialog import TransferDialog
from tests.factories import make_article, make_body, make_incident, make_violation
from tests.services.secrecy.cases import MARKED, traces
from tests.ui.keyboard import press, type_text, wait_for_focus

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def open_page(qtbot, ctx: AppContext):
    def make(record_id: int | None = None, kind: str = "violation") -> AccountablePage:
        page = AccountablePage(ctx, kind, record_id)
        qtbot.addWidget(page)
        page.resize(1150, 650)
        page.show()
        page.activateWindow()
        page.focus_first()
        wait_for_focus(qtbot, page)
        return page

    return make


def key(qtbot, page: AccountablePage, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifier)


def stored(ctx: AppContext, record_id: int, kind: str = "violation"):
    return ctx.records.get(kind, record_id).values


def asked(page: AccountablePage) -> TransferDialog:
    (dialog,) = (one for one in page.findChildren(TransferDialog) if one.isVisible())
    return dialog


def test_a_case_and_its_first_step_are_typed_by_keyboard(qtbot, ctx, open_page) -> None:
    """Duties 19 and 20: what the press told, and the order to inspect."""
    body = make_body(ctx, name="Sở Giao thông")
    page = open_page()
    for text in ("Thu phí sai tại bến phà", "1/9/2026", "", "Thu cao hơn giá niêm yết"):
        type_text(text)
        press(TAB)
    type_text("Báo Thời sự ngày 01/9/2026")
    for _ in range(4):
        press(TAB)
    type_text("so giao thong")
    qtbot.waitUntil(lambda: bool(page.form().editor("accountable_body_id").candidates()))
    press(TAB)
    key(qtbot, page, Qt.Key.Key_3, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "c")  # "Chỉ đạo kiểm tra"
    press(TAB)
    type_text("2/9/2026")
    key(qtbot, page, Qt.Key.Key_S)
    assert page.form().errors() == {}
    assert page.content().lines["steps"].errors() == ""
    (row,) = ctx.records.page("violation", ListQuery(), 0, 9)
    saved = stored(ctx, row.id)
    assert (saved["title"], saved["accountable_body_id"]) == ("Thu phí sai tại bến phà", body)
    (step,) = saved["steps"]
    assert (step["step"], step["done_on"]) == (Step.DIRECTED, date(2026, 9, 2))


def test_ending_a_case_without_telling_the_press_is_refused_at_the_field(
    qtbot, ctx, open_page
) -> None:
    """Duty 23: the field says what is to be done before."""
    days = {step: date(2026, 9, 5) for step in Step if step is not Step.INFORMED}
    page = open_page(make_violation(ctx, taken=days, conclusion=ViolationConclusion.WRONGDOING))
    page.form().editor("closed_on").setFocus()
    type_text("30/9/2026")
    key(qtbot, page, Qt.Key.Key_S)
    (name,) = page.form().errors()
    assert name == "closed_on"
    assert "ghi bước “Thông tin cho báo chí” ở phần “Các bước”" in page.form().errors()[name]
    assert QApplication.focusWidget() is page.form().editor("closed_on").focusProxy()


def test_a_stamp_among_the_reasons_for_a_transfer_is_seen(qtbot, ctx, open_page) -> None:
    """Duty 24: the lines of the reason are joined, the line of a stamp is not."""
    first, second = make_body(ctx, name="Sở Một"), make_body(ctx, name="Sở Hai")
    record = make_violation(ctx, accountable_body_id=first)
    page = open_page(record)
    page.form().editor("accountable_body_id").set_value(second)
    key(qtbot, page, Qt.Key.Key_S)
    dialog = asked(page)
    dialog._reason_edit.setPlainText(MARKED)
    dialog._on_accepted()
    assert stored(ctx, record)["accountable_body_id"] == first
    assert traces(ctx.data_dir) == []
    page.content().load(stored(ctx, record))


@pytest.mark.parametrize("kind", ["violation", "incident"])
def test_another_accountable_body_is_asked_about_and_kept_in_one_save(
    qtbot, ctx, open_page, kind: str
) -> None:
    """Duty 27: no passing on without a reason; the history shows it."""
    first, second = make_body(ctx, name="Sở Một"), make_body(ctx, name="Sở Hai")
    make = {"violation": make_violation, "incident": make_incident}[kind]
    record = make(ctx, accountable_body_id=first)
    page = open_page(record, kind)
    page.form().editor("accountable_body_id").set_value(second)
    key(qtbot, page, Qt.Key.Key_S)
    dialog = asked(page)
    wait_for_focus(qtbot, dialog)
    press(TAB)
    press(TAB)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert dialog._errors["reason"].error() == "Nhập “Lý do”."
    assert dialog.isVisible()
    type_text("Bến phà do Sở Hai quản lý")
    press(TAB)
    press(TAB)
    type_text("15/UBND-NC")
    press(ENTER)
    values = stored(ctx, record, kind)
    assert values["accountable_body_id"] == second
    (line,) = values["transfers"]
    assert {name: line[name] for name in line if name != "id"} == {
        "moved_on": ctx.today(),
        "from_body_id": first,
        "to_body_id": second,
        "reason": "Bến phà do Sở Hai quản lý",
        "paper": "15/UBND-NC",
    }
    assert not page.is_dirty()
    assert "Sở Một" in page.content().lines["transfers"].text()


def test_going_back_from_the_question_keeps_what_was_typed_and_saves_nothing(
    qtbot, ctx, open_page
) -> None:
    first, second = make_body(ctx), make_body(ctx)
    record = make_violation(ctx, accountable_body_id=first)
    page = open_page(record)
    page.form().editor("accountable_body_id").set_value(second)
    key(qtbot, page, Qt.Key.Key_S)
    wait_for_focus(qtbot, asked(page))
    press(Qt.Key.Key_Escape)
    assert stored(ctx, record)["accountable_body_id"] == first
    assert page.form().values()["accountable_body_id"] == second
    assert page.is_dirty()


def test_from_an_article_to_the_violation_it_tells_of(qtbot, ctx) -> None:
    """Duty 19: the article is where the case begins."""
    incident = make_incident(ctx)
    article = make_article(ctx, incident_id=incident)
    page = RecordPage(ctx, "article", article)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.open_requested) as asked:
        (action,) = (one for one in page.page_actions() if one.text() == "Vi phạm báo nêu")
        action.trigger()
    kind, record_id, values = asked.args
    assert (kind, record_id) == ("violation", None)
    case = AccountablePage(ctx, kind, None, values)
    qtbot.addWidget(case)
    for name, value in {
        "title": "Thu phí sai",
        "learned_on": date(2026, 10, 3),
        "finding": "Thu cao hơn giá niêm yết.",
        "accountable_body_id": make_body(ctx),
    }.items():
        case.form().set_value(name, value)
    assert case.save()
    saved = stored(ctx, case.stored_id())
    assert [line["article_id"] for line in saved["articles"]] == [article]
    assert saved["incident_id"] == incident
