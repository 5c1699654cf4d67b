"""A statement from the draft to the frozen text, by keyboard, and its series with what differs."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.rules.vocabulary import StatementState
from app.services.plain import ListQuery
from app.ui.letters.paper import PaperDialog
from app.ui.pages.record_page import RecordPage
from app.ui.speakers.entitled_dialog import EntitledDialog
from app.ui.statements.give_dialog import GiveDialog
from app.ui.statements.series_tab import SeriesTab, text_words
from tests import factories
from tests.ui.keyboard import press, type_text, wait_for_focus

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_page(qtbot, ctx):
    def make(kind: str, record_id: int | None = None, values=None) -> RecordPage:
        page = RecordPage(ctx, kind, record_id, values)
        page.opened = []
        page.open_requested.connect(lambda *what: page.opened.append(what))
        qtbot.addWidget(page)
        page.resize(1150, 650)
        page.show()
        page.activateWindow()
        page.focus_first()
        wait_for_focus(qtbot, page)
        return page

    return make


def series(page: RecordPage) -> SeriesTab:
    return page.findChild(SeriesTab)


def dialog_of(page: RecordPage, kind: type) -> object:
    return page.window().findChild(kind)


def test_a_statement_about_an_incident_is_typed_given_and_frozen(qtbot, ctx, open_page) -> None:
    """Duties 10 and 26, by keyboard."""
    incident = factories.make_incident(ctx, title="Sạt lở bờ kè")
    body = factories.make_body(ctx, name="Sở Xây dựng")
    page = open_page("incident", incident)
    press(Qt.Key.Key_F, modifiers=CTRL_SHIFT)
    assert page.opened == [("statement", None, {"incident_id": incident, "title": "Sạt lở bờ kè"})]
    page = open_page("statement", None, {**page.opened[0][2], "body_id": body})
    press(Qt.Key.Key_P, modifiers=ALT)
    type_text("2/10/2026")
    press(Qt.Key.Key_Tab)
    type_text("9:30")
    press(Qt.Key.Key_I, modifiers=ALT)
    type_text("Trần Thị Bình")
    press(Qt.Key.Key_Y, modifiers=ALT)
    type_text("Bờ kè nứt 5 mét.")
    press(Qt.Key.Key_K, modifiers=CTRL_SHIFT)
    dialog = dialog_of(page, GiveDialog)
    assert isinstance(dialog, GiveDialog)
    qtbot.waitExposed(dialog)
    press(Qt.Key.Key_Space)  # the word about secrets
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(dialog))
    (row,) = ctx.records.page("statement", ListQuery(), 0, 10)
    assert ctx.statements.state(row.id) is StatementState.GIVEN
    assert page.form().editor("text").isReadOnly()
    assert not page.form().editor("outcome").isReadOnly()
    assert "SHA-256" in series(page).hash_words()
    first = ctx.records.get("incident", incident).values["first_statement_at"]
    assert first == datetime(2026, 10, 2, 9, 30)


def test_without_the_word_about_secrets_nothing_is_frozen(qtbot, ctx, open_page) -> None:
    """Duty 24."""
    statement = factories.make_statement(ctx)
    page = open_page("statement", statement)
    press(Qt.Key.Key_K, modifiers=CTRL_SHIFT)
    dialog = dialog_of(page, GiveDialog)
    qtbot.waitExposed(dialog)
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert ctx.statements.state(statement) is StatementState.DRAFT
    dialog.reject()


def test_what_giving_needs_is_said_at_the_field(ctx, open_page) -> None:
    page = open_page("statement", factories.make_statement(ctx, text=None))
    press(Qt.Key.Key_K, modifiers=CTRL_SHIFT)
    assert set(page.form().errors()) == {"text"}
    assert page.form().editor("text").hasFocus()


def test_an_expired_authorisation_is_told_at_the_field_before_anyone_saves(
    qtbot, ctx, open_page
) -> None:
    """Duty 8: never picked unnoticed; the way to a new authorisation is one key away."""
    body, incident = factories.make_body(ctx), factories.make_incident(ctx, title="Sạt lở bờ kè")
    paper = factories.make_authorisation(ctx, body_id=body, valid_to=date(2026, 10, 1))
    values = {"title": "Thông tin", "body_id": body, "incident_id": incident}
    page = open_page("statement", None, {**values, "given_at": datetime(2026, 10, 2, 9, 0)})
    page.form().set_value("speaker_kind", "authorisation")
    page.form().set_value("authorisation_id", paper)
    qtbot.waitUntil(lambda: "authorisation_id" in page.form().errors())
    assert "hết hạn" in page.form().errors()["authorisation_id"]
    page.form().set_value("speaker_kind", "head")
    qtbot.waitUntil(lambda: page.form().errors() == {})
    page.form().set_value("speaker_kind", "authorisation")
    assert not page.save()
    assert ctx.records.count("statement", ListQuery()) == 0
    press(Qt.Key.Key_G, modifiers=CTRL_SHIFT)
    dialog = dialog_of(page, EntitledDialog)
    qtbot.waitExposed(dialog)
    assert "đã hết hạn: đến hết 01/10/2026" in dialog.answer_text()
    dialog._authorise_button.click()
    ((kind, _none, begin),) = page.opened
    assert (kind, begin["body_id"], begin["incident_id"]) == ("authorisation", body, incident)


def test_the_series_shows_word_by_word_what_is_new(qtbot, ctx, open_page) -> None:
    """Duty 11: told in words as well as by a mark."""
    incident = factories.make_incident(ctx)
    ids = []
    for hour, text in ((9, "Kè nứt 5 mét."), (15, "Kè nứt 12 mét, đã rào.")):
        given_at = datetime(2026, 10, 2, hour, 0)
        ids.append(
            factories.make_statement(ctx, incident_id=incident, given_at=given_at, text=text)
        )
        factories.give_statement(ctx, ids[-1])
    page = open_page("incident", incident)
    tabs = page.content().tabs()
    assert "&3 Các lần phát ngôn (2)" in [tabs.tabText(at) for at in range(tabs.count())]
    press(Qt.Key.Key_3, modifiers=ALT)
    tab = series(page)
    assert [row.split(" | ")[0] for row in tab.table().texts()] == ["Lần 1", "Lần 2"]
    assert tab.text() == "Kè nứt 5 mét."
    press(Qt.Key.Key_Down)
    assert "Thêm 4 từ, bỏ 2 từ so với lần trước." in tab.table().texts()[1]
    assert tab.text() == "Kè nứt [bỏ: 5 mét.] [thêm: 12 mét, đã rào.]"
    assert text_words(ctx.statements.series(incident)[1]) == tab.text()
    press(Qt.Key.Key_Return)
    assert page.opened == [("statement", ids[1], None)]


def test_the_next_statement_begins_from_the_one_before(ctx, open_page) -> None:
    """Duties 1 and 11: a correction is a further statement."""
    first = factories.make_statement(ctx, title="Kết quả thu ngân sách")
    factories.give_statement(ctx, first)
    page = open_page("statement", first)
    press(Qt.Key.Key_F, modifiers=CTRL_SHIFT)
    ((kind, _none, values),) = page.opened
    assert (kind, values["continues_id"], values["title"]) == (
        "statement", first, "Kết quả thu ngân sách",
    )  # fmt: skip
    assert QApplication.focusWidget() is not None


def test_a_preparation_begins_from_the_draft_it_is_for(ctx, open_page) -> None:
    """Duty 25."""
    incident = factories.make_incident(ctx)
    draft = factories.make_statement(ctx, incident_id=incident, place="Trụ sở UBND xã")
    page = open_page("statement", draft)
    press(Qt.Key.Key_U, modifiers=CTRL_SHIFT)
    ((kind, _none, values),) = page.opened
    assert (kind, values["statement_id"], values["incident_id"]) == ("preparation", draft, incident)
    assert values["place"] == "Trụ sở UBND xã"


def test_a_preparation_is_shown_as_the_one_page_that_prints(qtbot, ctx, open_page) -> None:
    """Duty 25, by keyboard."""
    page = open_page("preparation", factories.make_preparation(ctx))
    press(Qt.Key.Key_P, modifiers=CTRL)
    dialog = dialog_of(page, PaperDialog)
    qtbot.waitUntil(lambda: dialog.preview().pdf() is not None, timeout=10000)
    assert dialog.preview().pdf().startswith(b"%PDF")
    dialog.reject()


def test_an_authorisation_that_ran_out_stands_last_and_says_so(qtbot, ctx, open_page) -> None:
    """Duty 9: none is picked without being noticed."""
    body = factories.make_body(ctx)
    over = factories.make_authorisation(
        ctx, body_id=body, grantee="An Cũ", valid_from=date(2026, 9, 1), valid_to=date(2026, 10, 4)
    )
    factories.make_authorisation(ctx, body_id=body, grantee="Vũ Còn Hạn")
    page = open_page("statement", None, {"body_id": body})
    field = page.form().editor("authorisation_id")
    field.setFocus()
    press(Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: len(field.candidates()) >= 2)
    told = [one for one in field.candidates() if "An Cũ" in one or "Vũ" in one]
    assert told[0].startswith("Vũ Còn Hạn")
    assert "đến 04/10/2026 (đã qua)" in told[1]
    assert over
