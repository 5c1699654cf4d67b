"""Letters of a record by keyboard: made on the record's page, edited and issued on their own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.rules.vocabulary import LetterState
from app.services.record_letters.registry import PURPOSES
from tests.factories import make_incident
from tests.services.record_letters.purposes import ALL
from tests.ui.letters.letters_of_records import (
    delete_closed_pages,
    letters_tab,
    open_letter,
    open_record,
)
from tests.ui.requests.request import CTRL, SHIFT, office

Key = Qt.Key


@pytest.fixture(autouse=True)
def _purposes(monkeypatch, qapp):
    for purpose in ALL:
        monkeypatch.setitem(PURPOSES, purpose.id, purpose)
    yield
    delete_closed_pages()  # while their purposes are known


@pytest.fixture
def incident(ctx) -> int:
    office(ctx)
    return make_incident(ctx, title="Sụt lún bờ kè", description="Kè sụt 20 mét.")


@pytest.fixture
def letter(qtbot, ctx, incident):
    """A draft of a report, on its page."""
    return open_letter(qtbot, ctx, ctx.record_letters.create("test_report", incident).letter_id)


def test_a_kind_without_letters_has_no_tab(qtbot, ctx) -> None:
    clerk = open_record(qtbot, ctx, "letter_style", None)
    tabs = clerk.page.content().tabs()
    titles = [] if tabs is None else [tabs.tabText(index) for index in range(tabs.count())]
    assert not [title for title in titles if "Văn bản" in title]


def button_of(tab, text: str):
    """Return the button that makes a letter, whatever other letters the record has."""
    return next(button for button in tab.buttons() if button.text() == text)


def test_a_button_saves_the_record_and_opens_the_letter_made_from_it(qtbot, ctx) -> None:
    office(ctx)
    clerk = open_record(qtbot, ctx, "incident", None)
    tab = letters_tab(clerk.page)
    button = button_of(tab, "Lập công văn báo cáo vụ việc")
    clerk.go(button)
    clerk.press(Key.Key_Space)
    assert clerk.page.form().errors()["title"] == "Nhập “Tên vụ việc”."
    clerk.write("Cháy chợ")
    clerk.page.form().set_value("learned_at", clerk.page._ctx.clock())
    tab = letters_tab(clerk.page)
    clerk.go(button_of(tab, "Lập công văn báo cáo vụ việc"))
    clerk.press(Key.Key_Space)
    ((kind, letter_id),) = clerk.opened
    assert kind == "letter"
    draft = ctx.record_letters.open(letter_id)
    assert draft.letter.subject == "báo cáo vụ việc Cháy chợ"
    assert tab.table().words() == [
        "Công văn báo cáo vụ việc | chưa có số |  | báo cáo vụ việc Cháy chợ | Dự thảo"
    ]
    clerk.go(tab.table())
    clerk.press(Key.Key_F2)
    assert clerk.opened[-1] == ("letter", letter_id)


def test_without_an_office_the_tab_says_what_to_do(qtbot, ctx) -> None:
    clerk = open_record(qtbot, ctx, "incident", make_incident(ctx))
    tab = letters_tab(clerk.page)
    clerk.go(button_of(tab, "Lập công văn báo cáo vụ việc"))
    clerk.press(Key.Key_Space)
    assert tab.banner().text().startswith("Điền Hồ sơ cơ quan")
    assert clerk.opened == []


def test_the_clerk_s_words_are_on_the_page_at_once_and_saved_by_a_key(ctx, letter) -> None:
    letter.row("letter.subject")
    letter.rewrite("báo cáo nhanh vụ sụt lún")
    letter.settle()
    assert letter.page.draft().letter.subject == "báo cáo nhanh vụ sụt lún"
    assert letter.page.is_dirty()
    letter.press(Key.Key_S, CTRL)
    assert letter.notices[-1] == "Đã cất văn bản."
    stored = ctx.record_letters.open(letter.page.draft().letter_id)
    assert stored.letter.subject == "báo cáo nhanh vụ sụt lún"
    assert not letter.page.is_dirty()


def test_the_page_says_whose_text_it_is_and_writes_it_anew(ctx, letter, monkeypatch) -> None:
    assert letter.page.form().text.own_words() == "Văn bản đang theo dữ kiện của hồ sơ."
    ctx.records.save("incident", {"title": "Sạt lở bờ kè"}, letter.page.draft().record_id)
    letter.page.refresh("incident")
    assert letter.page.form().text.own_words().startswith("Văn bản khác với dữ kiện")
    letter.in_dialog(lambda dialog: dialog.accept())
    letter.page._steps.run("rewrite")
    assert letter.page.draft().letter.subject == "báo cáo vụ việc Sạt lở bờ kè"
    assert letter.page.form().text.own_words() == "Văn bản đang theo dữ kiện của hồ sơ."


def test_sign_issue_void_and_write_again(ctx, letter) -> None:
    letter.in_dialog(letter.give_word)
    letter.press(Key.Key_K, CTRL | SHIFT)
    assert letter.page.words().startswith("Đã ký, chờ lấy số")
    letter.step("reopen").trigger()
    assert letter.page.words() == "Dự thảo"
    letter.in_dialog(letter.give_word)
    letter.step("issue").trigger()
    assert letter.notices[-1] == "Đã phát hành văn bản số 01/SXD-VP."
    assert letter.page.title() == "Công văn báo cáo vụ việc 01/SXD-VP"
    assert letter.page.words() == "Đã phát hành số 01/SXD-VP ngày 05/10/2026"
    letter.settle()
    letter_id = letter.page.draft().letter_id
    assert letter.page.preview().pdf() == ctx.letters.frozen_pdf(letter_id)

    def give_reason(dialog) -> None:
        dialog._reason_edit.setPlainText("Nhầm nơi nhận")
        dialog._on_accepted()

    letter.in_dialog(give_reason)
    letter.step("void").trigger()
    assert letter.page.words().startswith("Đã hủy văn bản số 01/SXD-VP")
    letter.step("redraft").trigger()
    assert letter.page.words() == "Dự thảo"
    assert letter.page.draft().letter_id != letter_id


def test_what_the_record_lacks_is_said_with_the_way_to_it(qtbot, ctx) -> None:
    office(ctx)
    incident = make_incident(ctx, title="Cháy chợ")
    draft = ctx.record_letters.create("test_report", incident)
    clerk = open_letter(qtbot, ctx, draft.letter_id)
    assert "Ghi diễn biến vụ việc trước khi báo cáo." in clerk.page.words()
    clerk.press(Key.Key_K, CTRL | SHIFT)
    assert clerk.page.banner().text() == "Ghi diễn biến vụ việc trước khi báo cáo."
    clerk.page.banner()._button.click()
    assert clerk.opened == [("incident", incident)]


def test_what_the_letter_lacks_is_said_at_its_field_in_its_tab(qtbot, ctx, incident) -> None:
    draft = ctx.record_letters.create("test_minutes", incident)
    clerk = open_letter(qtbot, ctx, draft.letter_id)
    clerk.press(Key.Key_K, CTRL | SHIFT)
    assert clerk.page.form().tabText(1) == "&2 Cuộc họp (cần xem)"
    assert clerk.focus() == "letter.secretary_name"
    clerk.write("Lê Văn C")
    clerk.row("letter.attendees")
    clerk.rewrite("Lãnh đạo các phòng\nBáo An Giang\nBáo Thời sự")
    clerk.in_dialog(clerk.give_word)
    clerk.press(Key.Key_K, CTRL | SHIFT)
    stored = ctx.record_letters.open(draft.letter_id)
    assert stored.letter_state is LetterState.SIGNED
    assert stored.letter.secretary_name == "Lê Văn C"
    assert stored.letter.attendees == ("Lãnh đạo các phòng", "Báo An Giang", "Báo Thời sự")


def test_every_part_of_a_document_type_goes_in_and_comes_back(qtbot, ctx, incident) -> None:
    parts = {
        "test_invitation": ("chair", "time", "venue"),
        "test_minutes": ("started_at", "venue", "chair", "ended_at", "secretary_name",
                         "signer_name"),
        "test_decision": ("authority", "legal_bases"),
    }  # fmt: skip
    for purpose, names in parts.items():
        draft = ctx.record_letters.create(purpose, incident)
        clerk = open_letter(qtbot, ctx, draft.letter_id)
        for name in names:
            clerk.row(f"letter.{name}")
            clerk.rewrite(f"{name} mới")
        assert clerk.page.save(), clerk.page.words()
        letter = ctx.record_letters.open(draft.letter_id).letter
        for name in names:
            value = getattr(letter, name)
            assert value in (f"{name} mới", (f"{name} mới",)), name


def test_the_envelopes_are_the_clerk_s_to_change(ctx, letter) -> None:
    edit = letter.page.form().envelopes
    letter.page.form().go_to(edit)
    letter.press(Key.Key_Return, CTRL)
    letter.write("Sở Nội vụ")
    assert letter.page.save()
    stored = ctx.record_letters.open(letter.page.draft().letter_id)
    assert [one.name for one in stored.addresses] == ["Ủy ban nhân dân tỉnh", "Sở Nội vụ"]


def test_a_draft_can_be_deleted_and_brought_back(ctx, letter) -> None:
    letter_id, record_id = letter.page.draft().letter_id, letter.page.draft().record_id
    closed: list[bool] = []
    letter.page.closed.connect(partial(closed.append, True))
    letter.press(Key.Key_Delete, CTRL)
    assert closed
    assert ctx.record_letters.of_record("incident", record_id) == ()
    letter.undo[-1]()
    (line,) = ctx.record_letters.of_record("incident", record_id)
    assert line.letter_id == letter_id


def test_a_letter_changed_elsewhere_is_told_and_nothing_typed_is_lost(ctx, letter) -> None:
    other = ctx.record_letters.open(letter.page.draft().letter_id)
    ctx.record_letters.save(replace(other, letter=replace(other.letter, body=("Khác.",))))
    letter.row("letter.subject")
    letter.rewrite("chữ của tôi")
    assert not letter.page.save()
    assert "vừa được sửa ở nơi khác" in letter.page.words()
    assert letter.page.draft().letter.subject == "chữ của tôi"


def test_an_issued_letter_can_only_be_read(ctx, letter) -> None:
    letter.in_dialog(letter.give_word)
    letter.step("issue").trigger()
    offered = letter.steps()
    assert "Xóa" not in offered
    assert "Cất" not in offered
    assert "Mở hồ sơ" in offered
    letter.row("letter.subject")
    letter.press(Key.Key_Delete)
    assert not letter.page.is_dirty()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
